"""A list's way through the screen: uploaded, checked by the worker, looked at, stored or cancelled, forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code, sheets
from coordination.foundation.refused import Refused
from coordination.foundation.sheets import Sheets
from coordination.people.actor import IMPORT, Actor
from coordination.people.models import Unit
from coordination.records.domain import audit, job, stored_file
from coordination.records.domain import sweep as by_the_clock
from coordination.records.domain.workflow import locked, move
from coordination.records.models import Job, StoredFile
from experts.models import ExpertImport
from experts.permissions import expert as permissions

from . import report
from .checking import check
from .rest import rest_file
from .storing import store

KIND = "expert_import"
DAYS = 7
"""How long the files stay."""
OURS = _("The fault is ours, and nothing was changed. Try again, or tell your main user.")
Status = ExpertImport.Status


@transaction.atomic
def begin(name: str, content: bytes, unit: Unit, by: Actor, *, list_name: str = "") -> ExpertImport:
    """Keep the file privately and let the worker check it. Raises `Refused` for one who does not coordinate the unit."""
    if not permissions.may_coordinate_in(by, unit):
        raise Refused(_("Only a coordinator of the unit can bring a list into its register."), code="not_coordinator")
    identity_code.refuse(list_name, "list_name")
    identity_code.refuse(name, "file")
    row = ExpertImport.objects.create(
        unit=unit,
        list_name=list_name.strip(),
        source=stored_file.store(name, content, KIND, by.person),
        made_by=by.user,
        made_at=clock.now(),
    )
    audit.log(row, "kuuluviin.made", by, {"unit": unit.pk})
    return _work(row, "experts.tasks.expert_import.check", by)


def run_check(key: int, work: Job) -> None:
    """The worker's part: what was found goes into a private file beside the list."""
    row = _row(key)
    if row.status != Status.CHECKING:
        return
    by = _actor(row)
    try:
        found = check(
            _sheets(row),
            row.unit,
            by,
            list_name=row.list_name,
            progress=lambda done, total: job.tick(work, done, total),
        )
    except Refused as refusal:
        move(row, Status.REFUSED, by, problem=str(refusal)[:300])
        return
    except Exception:
        move(row, Status.REFUSED, by, problem=str(OURS))
        raise
    with transaction.atomic():
        body = report.written(found)
        kept = stored_file.store("report.json", body, KIND, by.person)
        move(row, Status.CHECKED, by, report=kept, counts=found.counts(), list_name=found.list_name, problem="")


@transaction.atomic
def approve(row: ExpertImport, by: Actor, *, sound_only: bool = False) -> ExpertImport:
    """Let the worker store it: everything, or the sound rows alone. Raises `Refused` while a row has an error."""
    _require_own(row, by)
    current = locked(row)
    if current.counts.get("out") and not sound_only:
        raise Refused(
            _("Some rows have errors. Mend the file and choose it again, or store the sound rows."), code="errors"
        )
    move(row, Status.STORING, by, sound_only=sound_only)
    return _work(row, "experts.tasks.expert_import.store", by)


def run_store(key: int) -> None:
    """The worker's part: one transaction; the list itself goes at once, the rows that stayed out wait to be fetched."""
    row = _row(key)
    if row.status != Status.STORING:
        return
    by = _actor(row)
    try:
        with transaction.atomic():
            stored = store(_sheets(row), row.unit, by, list_name=row.list_name, sound_only=row.sound_only)
            rest = rest_file(stored.check, row.source.name)
            kept = stored_file.store(*rest, KIND, by.person) if rest else None
            source = row.source
            move(row, Status.STORED, by, rest=kept, source=None, counts=stored.check.counts(), problem="")
            stored_file.remove(source)
    except Refused as refusal:
        move(row, Status.CHECKED, by, problem=str(refusal)[:300])
    except Exception:
        move(row, Status.CHECKED, by, problem=str(OURS))
        raise


@transaction.atomic
def cancel(row: ExpertImport, by: Actor) -> ExpertImport:
    """Nothing comes in; the files go at once."""
    _require_own(row, by)
    move(row, Status.CANCELLED, by)
    return _forget_files(row)


def sweep() -> int:
    """Forget the files of imports begun over a week ago. Returns how many imports were left without files."""
    old = ExpertImport.objects.filter(made_at__lt=clock.now() - timedelta(days=DAYS))
    left = old.exclude(source=None, report=None, rest=None)
    return by_the_clock.each(left.order_by("pk").values_list("pk", flat=True), _forget)


@transaction.atomic
def _forget(key: int) -> int:
    row = _row(key)
    if Status.CANCELLED in ExpertImport.MOVES[row.status]:
        move(row, Status.CANCELLED, Actor.worker())
    _forget_files(row)
    return 1


def _work(row: ExpertImport, task: str, by: Actor) -> ExpertImport:
    row.job = job.start(KIND, task, by, source=row.source, cursor={"import": row.pk})
    row.save(update_fields=["job"])
    return row


def _row(key: int) -> ExpertImport:
    return ExpertImport.objects.select_related("unit", "source", "made_by__person").get(pk=key)


def _actor(row: ExpertImport) -> Actor:
    return replace(Actor.of(row.made_by), via=IMPORT)


def _sheets(row: ExpertImport) -> Sheets:
    if row.source is None:
        raise Refused(_("The file is not here any more. Choose it again."), code="gone")
    with row.source.file.open("rb") as file:
        return sheets.read(file, row.source.name)


def _require_own(row: ExpertImport, by: Actor) -> None:
    if by.user is None or row.made_by_id != by.user.pk or not permissions.may_coordinate_in(by, row.unit):
        raise Refused(_("Only the coordinator who brought the list can do this."), code="not_own")


def _forget_files(row: ExpertImport) -> ExpertImport:
    for file in StoredFile.objects.filter(pk__in=[row.source_id, row.report_id, row.rest_id]):
        stored_file.remove(file)
    row.source = row.report = row.rest = None
    return row
