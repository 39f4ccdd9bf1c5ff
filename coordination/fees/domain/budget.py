"""What a unit may spend in a year, and how much of it is owed, approved, sent and paid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import Budget, Fee
from coordination.fees.permissions import money
from coordination.foundation import identity_code
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Unit, User
from coordination.records.domain import audit

NOTHING = Decimal(0)
FIRST_YEAR, LAST_YEAR = 2020, 2100
PARTS = ("owed", "approved", "sent", "paid")


@dataclass
class Standing:
    """A unit's year in euros. `row` is None where money has been used without a budget."""

    unit: Unit
    row: Budget | None
    owed: Decimal = NOTHING
    approved: Decimal = NOTHING
    sent: Decimal = NOTHING
    paid: Decimal = NOTHING

    @property
    def used(self) -> Decimal:
        return self.owed + self.approved + self.sent + self.paid

    @property
    def amount(self) -> Decimal | None:
        return self.row.amount if self.row else None

    @property
    def left(self) -> Decimal | None:
        return self.row.amount - self.used if self.row else None

    @property
    def percent(self) -> int | None:
        """How much of the budget is used, in whole per cents; None without one, or with one of nothing."""
        return int(self.used * 100 / self.row.amount) if self.row and self.row.amount else None

    @property
    def is_over(self) -> bool:
        return self.left is not None and self.left < 0


def standing(user: User, year: int) -> list[Standing]:
    """The budgets of the user's branches for a year of earning; payers without one stand after them by themselves.

    A budget counts its whole branch. Each row of the ledger is counted once in a budget, and again in those above it.
    """
    budgets = list(Budget.objects.visible_to(user).filter(year=year).select_related("unit").order_by("unit__path"))
    used = _used(user, year)
    found = [Standing(row.unit, row) for row in budgets]
    for each in found:
        for path, status, amount in used:
            if path.startswith(each.unit.path):
                _add(each, status, amount)
    paths = [row.unit.path for row in budgets]
    bare = [entry for entry in used if not any(entry[0].startswith(path) for path in paths)]
    units = {unit.path: unit for unit in Unit.objects.filter(path__in={path for path, __, __ in bare})}
    others = {path: Standing(unit, None) for path, unit in units.items()}
    for path, status, amount in bare:
        _add(others[path], status, amount)
    return [*found, *(others[path] for path in sorted(others))]


@transaction.atomic
def keep(unit: Unit, by: Actor, *, year: int, amount: Decimal, source: str = "") -> Budget:
    """Write or change what a unit may spend in a year. Raises `Refused` for one who does not handle the money, a negative sum and a year that is none."""
    require(by, money.may_handle(by.user, unit))
    identity_code.refuse(source)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(_("Write the year in four digits."), field="year", code="year")
    if amount < 0:
        raise Refused(_("A budget is not negative."), field="amount", code="negative")
    row, is_new = Budget.objects.update_or_create(
        unit=unit, year=year, defaults={"amount": euros_half_up(amount), "source": source.strip()[:200]}
    )
    audit.log(row, "kuuluviin.made" if is_new else "kuuluviin.changed", by, {"year": year, "amount": str(row.amount)})
    return row


def years(user: User) -> list[int]:
    """The years that have a budget or a row."""
    rows = Fee.objects.handled_by(user).dates("earned_on", "year")
    kept = Budget.objects.visible_to(user).order_by().values_list("year", flat=True).distinct()
    return sorted({*(day.year for day in rows), *kept}, reverse=True)


def _used(user: User, year: int) -> list[tuple[str, str, Decimal]]:
    rows = Fee.objects.handled_by(user).counted().filter(earned_on__year=year).order_by()
    found = rows.values_list("payer__path", "status").annotate(Sum("amount"))
    return [(path, status, euros_half_up(amount)) for path, status, amount in found]


def _add(to: Standing, status: str, amount: Decimal) -> None:
    name = status if status in PARTS else "owed"
    setattr(to, name, getattr(to, name) + amount)
