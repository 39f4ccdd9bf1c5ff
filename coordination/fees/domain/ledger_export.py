"""The ledger as a file of any length: written by the worker row by row, never held in memory (speed: 1,000,000 rows)."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.fees.models import Fee, FeeQuerySet, LedgerExport
from coordination.foundation import clock, sheets
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import access, job, stored_file
from coordination.records.models import AccessEntry, Job, StoredFile

from . import ledger_query

KIND, TASK = "fees.ledger", "coordination.fees.tasks.ledger.make"
KEPT_FOR = timedelta(days=7)
HALF_MADE_FOR = timedelta(days=1)
ROOM, SHEETS = "kuuluviin-ledger-", "openpyxl.*"
AT_A_TIME = 2000
TICK = 5000
MOST_SUBJECTS = 1000
AS_SENT = {
    "business_id": F("batch_row__batch__business_id"),
    "income_type": F("batch_row__income_type"),
    "reimbursement": F("batch_row__reimbursement"),
}


def rows_of(user: User, query: str) -> FeeQuerySet:
    """What the file holds: the user's own sight of the ledger through the filters, the newest first."""
    return ledger_query.apply(Fee.objects.handled_by(user), query).order_by("-earned_on", "-pk")


@transaction.atomic
def ask(user: User, query: str, form: str) -> LedgerExport:
    """Have the worker write the rows; who took them along stands in the access log."""
    asked = LedgerExport.objects.create(user=user, query=ledger_query.tidy(query), form=form)
    asked.job = job.start(KIND, TASK, Actor.of(user), cursor={"export": asked.pk})
    asked.save(update_fields=["job"])
    return asked


def make(asked: LedgerExport, work: Job) -> StoredFile:
    """Write the file piece by piece, telling how far it is."""
    person = asked.user.as_person()
    rows = rows_of(asked.user, asked.query)
    total = rows.count()
    job.tick(work, 0, total)
    with translation.override(person.language if person else None), tempfile.TemporaryDirectory(prefix=ROOM) as room:
        name = f"{_('fees')}.{asked.form}"
        place = Path(room) / f"ledger.{asked.form}"
        table = _table(rows, work, total)
        if asked.form == LedgerExport.Form.XLSX:
            sheets.save_xlsx(place, _("Fees"), table)
        else:
            with place.open("wb") as file:
                file.writelines(sheets.stream_csv(table))
        made = stored_file.store_long(name, place, KIND, person)
    _log(asked, rows, total)
    return made


def forget_old() -> int:
    """Take away files nobody needs any more, and what a worker that was killed left half made; the asking stays.

    Returns how many were taken away of the first.
    """
    _tidy()
    old = LedgerExport.objects.filter(job__result__isnull=False, job__ended_at__lt=clock.now() - KEPT_FOR)
    files = [asked.job.result for asked in old.select_related("job__result")]
    for file in files:
        stored_file.remove(file)
    return len(files)


def _tidy() -> None:
    """Half a ledger in the machine's room for passing files is names and sums all the same."""
    old = (clock.now() - HALF_MADE_FOR).timestamp()
    room = Path(tempfile.gettempdir())
    for left in [*room.glob(f"{ROOM}*"), *room.glob(SHEETS)]:
        with contextlib.suppress(OSError):
            if left.stat().st_mtime > old:
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()


def headings() -> list[str]:
    """The last three are as the row was sent to payroll: with the sum and the day it was paid, what the income register
    asks (L-44).
    """
    return [
        _("Number"), _("Earned on"), _("To whom"), _("For what"), _("Who pays"), _("For which unit"), _("Cost centre"),
        _("Price class"), _("Rate, €"), _("Quantity"), _("Amount, €"), _("Reason"), pgettext("fee", "State"),
        _("Approved on"), _("Sent to payroll on"), _("Paid on"), _("In place of"),
        _("Business ID"), _("Income type"), _("Type of reimbursement"),
    ]  # fmt: skip


def cells(fee: Fee) -> list[Any]:
    return [
        fee.number, fee.earned_on, fee.payee.full_name, fee.what, str(fee.payer.names), str(fee.unit.names), fee.cost_centre,
        fee.price_code, fee.rate, fee.quantity, fee.amount, fee.reason, str(fee.get_status_display()),
        clock.local(fee.approved_at).date() if fee.approved_at else None,
        clock.local(fee.sent_at).date() if fee.sent_at else None,
        fee.paid_on, fee.replaces.number if fee.replaces else "",
        *(getattr(fee, name) or "" for name in AS_SENT),
    ]  # fmt: skip


def _table(rows: FeeQuerySet, work: Job, total: int) -> Iterator[list[Any]]:
    yield headings()
    whole = rows.select_related("payee", "payer", "unit", "replaces").annotate(**AS_SENT)
    for place, fee in enumerate(whole.iterator(chunk_size=AT_A_TIME), 1):
        yield cells(fee)
        if not place % TICK:
            job.tick(work, place, total)


def _log(asked: LedgerExport, rows: FeeQuerySet, total: int) -> None:
    """The numbers of a short file; of a long one how many there were."""
    if total <= MOST_SUBJECTS:
        subjects = list(rows.values_list("number", flat=True))
    else:
        subjects = [f"{total}"]
    access.record(asked.user, AccessEntry.Action.EXPORT, "fees.fee", subjects=subjects)
