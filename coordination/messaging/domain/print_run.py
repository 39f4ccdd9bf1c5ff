"""Verbs of a print run: begin, make (the worker), begin again, post, cancel (CO-02, L-32)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Letter, Message, PrintRun
from coordination.messaging.models.desk import kept_in
from coordination.messaging.permissions.print_run import may_print
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, job, stored_file, workflow
from coordination.records.models import Job, StoredFile

from . import letter_sheet
from .delivery import expire

KIND = "print_run"
TASK = "coordination.messaging.tasks.print_run.make"
MOST = 400
"""Letters of one run: more would be more than a printer, an envelope box and a person manage at once."""
KEPT = timedelta(days=14)
ATTEMPTS = 100
Status = PrintRun.Status


def waiting(heads: Iterable[Unit], desk: str = "") -> models.QuerySet[Message]:
    """The letters of the branches, or of one desk, that are in no run yet, oldest first."""
    kept = models.Q(desk=desk) if desk else kept_in(heads)
    rows = Message.objects.by_hand().filter(kept, channel=Person.Channel.POST, letter=None)
    return rows.select_related("person__unit").order_by("queued_at", "pk")


def parted(rows: Iterable[Message]) -> tuple[list[Message], list[Message]]:
    """Those that can be printed, and those whose reader has no postal address."""
    ready: list[Message] = []
    lacking: list[Message] = []
    for row in rows:
        (ready if row.person.has_postal_address else lacking).append(row)
    return ready, lacking


@transaction.atomic
def begin(unit: Unit, by: Actor, sort: str = PrintRun.Sort.PERSON, desk: str = "") -> PrintRun:
    """Put every waiting letter of the branch, or of one desk in it, into a new run and let the worker make its PDF.
    Raises `Refused`.

    The organisation is locked first, so that of two who press at once the second finds nothing left to print.
    """
    _require(unit, desk, by)
    Unit.objects.select_for_update().get(pk=unit.organisation().pk)
    expire(clock.now())
    ready, __ = parted(waiting([unit], desk))
    if not ready:
        raise Refused(_("No letter waits to be printed."), code="none")
    run = _numbered(unit=unit, desk=desk, sort=sort, made_by=by.user, made_at=clock.now())
    Letter.objects.bulk_create(
        Letter(message=row, run=run, place=place) for place, row in enumerate(_sorted(ready[:MOST], sort), start=1)
    )
    audit.log(run, "kuuluviin.made", by, {"letters": min(len(ready), MOST)})
    return _work(run, by)


def make(key: int, work: Job) -> None:
    """The worker's part, the same however often it is begun: the PDF, then the run is ready.

    What was replaced, stopped or grew too old since the press drops out first.
    """
    run = PrintRun.objects.select_related("unit", "made_by__person").get(pk=key)
    if run.status != Status.MAKING:
        return
    expire(clock.now())
    run.letters.exclude(message__status=Message.Status.BY_HAND).delete()
    letters = list(run.letters.select_related("message__person__unit").prefetch_related("message__attachments"))
    if not letters:
        workflow.move(run, Status.CANCELLED, Actor.worker(), ended_at=clock.now())
        return
    content = letter_sheet.render(run, letters, lambda done: job.tick(work, done, len(letters)))
    _keep(run, content)


@transaction.atomic
def begin_again(run: PrintRun, by: Actor) -> PrintRun:
    """Let the worker try once more where it gave up. Raises `Refused`."""
    _require(run.unit, run.desk, by)
    current = workflow.locked(run)
    if current.status != Status.MAKING:
        raise Refused(_("The letters are made already."), code="moved")
    return _work(run, by)


@transaction.atomic
def post(run: PrintRun, by: Actor, letters: Iterable[int] | None = None) -> int:
    """These letters (by key; None: all) are in the post; the others leave the run and wait to be printed again.

    Letters whose message was replaced meanwhile count as not posted. Returns how many were. Raises `Refused`.
    """
    _require(run.unit, run.desk, by)
    now = clock.now()
    chosen = run.letters.filter(message__status=Message.Status.BY_HAND).select_related("message")
    if letters is not None:
        chosen = chosen.filter(pk__in=list(letters))
    rows = list(chosen)
    if not rows:
        raise Refused(_("Tick the letters that are in the post, or cancel the run."), code="none")
    workflow.move(run, Status.POSTED, by, ended_at=now, ended_by=by.user)
    for row in rows:
        workflow.move(row.message, Message.Status.SENT, by, done_at=now)
    keys = [row.pk for row in rows]
    run.letters.filter(pk__in=keys).update(posted_at=now, posted_by=by.user)
    run.letters.exclude(pk__in=keys).delete()
    return len(rows)


@transaction.atomic
def cancel(run: PrintRun, by: Actor) -> PrintRun:
    """Nothing was posted: the letters wait for the next run, the PDF goes. Raises `Refused`."""
    _require(run.unit, run.desk, by)
    workflow.move(run, Status.CANCELLED, by, ended_at=clock.now(), ended_by=by.user)
    run.letters.all().delete()
    stored_file.remove(StoredFile.objects.filter(pk=run.pdf_id).first())
    run.pdf = None
    return run


def forget_old() -> int:
    """Posted letters are on their way: their file goes after a fortnight. Returns how many."""
    old = PrintRun.objects.filter(ended_at__lt=clock.now() - KEPT).exclude(pdf=None).select_related("pdf")
    for run in old:
        with transaction.atomic():
            stored_file.remove(run.pdf)
    return len(old)


def _require(unit: Unit, desk: str, by: Actor) -> None:
    if may_print(by.user, unit, desk):
        return
    if desk:
        raise Refused(_("Only those who lead this can print its letters."), code="not_leader")
    raise Refused(_("Only a coordinator of the branch can print its letters."), code="not_coordinator")


def _numbered(**fields: object) -> PrintRun:
    """Under the next free number; two organisations may reach for the same one, and the unique key lets one through."""
    for __ in range(ATTEMPTS):
        last = PrintRun.objects.aggregate(last=models.Max("number"))["last"] or 0
        try:
            with transaction.atomic():
                return PrintRun.objects.create(number=last + 1, **fields)
        except IntegrityError as problem:
            if "number" not in str(problem):
                raise
    raise RuntimeError("No free number for a print run was found.")


def _sorted(rows: list[Message], sort: str) -> list[Message]:
    def by_name(row: Message) -> tuple:
        return row.person.last_name.casefold(), row.person.first_name.casefold(), row.person_id, row.queued_at

    if sort == PrintRun.Sort.POSTCODE:
        return sorted(rows, key=lambda row: (row.person.postcode, *by_name(row)))
    return sorted(rows, key=by_name)


def _work(run: PrintRun, by: Actor) -> PrintRun:
    run.job = job.start(KIND, TASK, by, cursor={"run": run.pk})
    run.save(update_fields=["job"])
    return run


@transaction.atomic
def _keep(run: PrintRun, content: bytes) -> None:
    """Looked at again under the lock: a run cancelled, or made by another worker, meanwhile keeps no second file."""
    if workflow.locked(run).status != Status.MAKING:
        return
    kept = stored_file.store(f"kirjeet-{run.number}.pdf", content, KIND)
    workflow.move(run, Status.READY, Actor.worker(), pdf=kept)
