"""The basis of invoicing: what each payer and cost centre owes of a month, to the cent as in the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from coordination.fees.models import Fee, FeeQuerySet
from coordination.foundation.formats import euros_half_up
from coordination.people.models import Unit

from . import months

NOTHING = Decimal(0)
Status, Kind = Fee.Status, Fee.Kind


@dataclass
class Line:
    """One payer's cost centre in a month, in euros. A returned row without an answer still waits."""

    payer: Unit
    cost_centre: str
    count: int = 0
    sums: dict[str, Decimal] = field(default_factory=dict)
    waiting: Decimal = NOTHING
    approved: Decimal = NOTHING
    sent: Decimal = NOTHING
    paid: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        return self.waiting + self.approved + self.sent + self.paid

    @property
    def due(self) -> Decimal:
        """What may be invoiced: approved, and everything after it."""
        return self.approved + self.sent + self.paid

    @property
    def fee(self) -> Decimal:
        return self.sums.get(Kind.FEE, NOTHING)

    @property
    def travel(self) -> Decimal:
        return self.sums.get(Kind.TRAVEL, NOTHING)

    @property
    def correction(self) -> Decimal:
        return self.sums.get(Kind.CORRECTION, NOTHING)

    def add(self, status: str, kind: str, amount: Decimal, count: int) -> None:
        name = {Status.APPROVED: "approved", Status.SENT: "sent", Status.PAID: "paid"}.get(status, "waiting")
        amount = euros_half_up(amount)
        setattr(self, name, getattr(self, name) + amount)
        self.sums[kind] = self.sums.get(kind, NOTHING) + amount
        self.count += count


def basis(fees: FeeQuerySet, month: date) -> list[Line]:
    """The given rows earned in the month, by payer in the order of the tree and by cost centre."""
    counted = fees.counted().filter(earned_on__range=(months.first_day(month), months.last_day(month)))
    groups = (
        counted.order_by().values("payer", "cost_centre", "status", "kind").annotate(sum=Sum("amount"), n=Count("pk"))
    )
    found = list(groups)
    payers = {unit.pk: unit for unit in Unit.objects.filter(pk__in={row["payer"] for row in found})}
    lines: dict[tuple[int, str], Line] = {}
    for row in found:
        key = (row["payer"], row["cost_centre"])
        line = lines.setdefault(key, Line(payers[row["payer"]], row["cost_centre"]))
        line.add(row["status"], row["kind"], row["sum"], row["n"])
    return sorted(lines.values(), key=lambda line: (line.payer.path, line.cost_centre))


def together(lines: Iterable[Line]) -> dict[str, Decimal]:
    """The foot of the table."""
    rows = list(lines)
    names = ("fee", "travel", "correction", "waiting", "due", "total")
    return {name: sum((getattr(line, name) for line in rows), NOTHING) for name in names}


def table(lines: list[Line], month: date) -> list[list[Any]]:
    """For a file: a month, a payer with its business ID, a cost centre and the sums."""
    head = [
        _("Month"), _("Who pays"), _("Business ID"), _("Cost centre"), _("Rows"), _("Fees, €"), _("Travel, €"),
        _("Corrections, €"), _("Waits for approval, €"), _("To invoice, €"), _("Together, €"),
    ]  # fmt: skip
    ids = _business_ids(line.payer for line in lines)
    return [
        head,
        *(
            [
                f"{month.year}-{month.month:02}", str(line.payer.names), ids[line.payer.pk], line.cost_centre, line.count,
                line.fee, line.travel, line.correction, line.waiting, line.due, line.total,
            ]
            for line in lines
        ),
    ]  # fmt: skip


def _business_ids(payers: Iterable[Unit]) -> dict[int, str]:
    """The nearest one upwards, in one query."""
    units = list(payers)
    paths = {path for unit in units for path in unit.paths_up()}
    known = dict(Unit.objects.filter(path__in=paths).exclude(business_id="").values_list("path", "business_id"))
    return {unit.pk: next((known[path] for path in reversed(unit.paths_up()) if path in known), "") for unit in units}
