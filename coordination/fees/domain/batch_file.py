"""The files of a closed batch: made once, kept with their checksums, handed out as they were made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import BatchLayout, PaymentBatch
from coordination.foundation import clock, sheets
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import access, job, stored_file, workflow
from coordination.records.models import AccessEntry, Job, StoredFile

from . import batch_column

KIND = JOB = "fees.batch"
TASK = "coordination.fees.tasks.payment_batch.make"
STUCK = timedelta(hours=1)


@transaction.atomic
def make(batch: PaymentBatch) -> PaymentBatch:
    """Write both files of a closed batch. A batch that has them is left as it is, however often the worker begins."""
    current = workflow.locked(batch)
    if current.csv_id and current.xlsx_id:
        return current
    rows = list(
        current.rows.with_cash()
        .select_related("batch", "fee__payer", "fee__unit", "fee__replaces")
        .order_by("position", "pk")
    )
    cells = list(batch_column.table(rows, current.columns))
    name = batch_column.file_name(current.number)
    current.csv = stored_file.store(f"{name}.csv", as_csv(cells, current.variant), KIND)
    current.xlsx = stored_file.store(f"{name}.xlsx", sheets.write_xlsx([(current.number, cells)]), KIND)
    current.save(update_fields=["csv", "xlsx"])
    return current


def as_csv(cells: list[list[Any]], variant: str) -> bytes:
    """The rows as the layout's variant words them."""
    plain = variant == BatchLayout.Variant.PLAIN
    return sheets.write_csv(_plain(cells) if plain else cells, semicolon=not plain, bom=not plain)


def go_on() -> int:
    """Begin anew the files of closed batches whose worker stumbled, was lost too often, or never told how it ended.

    Returns how many. A worker that is at it all the same loses nothing: whoever comes second finds the files made.
    """
    over = Q(job=None) | Q(job__status__in=(Job.Status.FAILED, Job.Status.STOPPED))
    over |= Q(closed_at__lt=clock.now() - STUCK)
    lost = PaymentBatch.objects.filter(over, status=PaymentBatch.Status.CLOSED, csv=None)
    for batch in lost:
        batch.job = job.start(JOB, TASK, Actor.worker(), cursor={"batch": batch.pk})
        batch.save(update_fields=["job"])
    return len(lost)


def fetch(batch: PaymentBatch, form: str, reader: User) -> StoredFile:
    """The file as it was made; who fetched it is written to the access log.

    Raises `Refused` while it is being made, and for one that somebody has changed or taken away since: payroll pays by it.
    """
    file = {"csv": batch.csv, "xlsx": batch.xlsx}.get(form)
    if file is None:
        raise Refused(_("The file is being made. Open the page again in a moment."), code="not_made")
    if not stored_file.is_as_stored(file):
        raise Refused(
            _(
                "The file is not the one that was made, so it is not handed out. Tell those who look after the server: "
                "they bring it back from a copy."
            ),
            code="changed",
        )
    access.record(reader, AccessEntry.Action.EXPORT, KIND, subjects=[batch.number, form])
    return file


def _plain(rows: list[list[Any]]) -> Iterator[list[Any]]:
    """For a program that is not a Finnish Excel: decimal points, days as 2026-11-25."""
    for row in rows:
        yield [_plain_cell(cell) for cell in row]


def _plain_cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
