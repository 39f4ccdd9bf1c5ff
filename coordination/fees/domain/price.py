"""Prices: which classes hold on a day, and what one occasion comes to (EX-12, section 2.3)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import PriceClass
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE, Texts
from coordination.people.models import Unit
from coordination.records.domain import rule

HALF_DAY, DAY = 4 * 60, 8 * 60


@dataclass(frozen=True)
class Part:
    """One thing a package consists of, as it is kept with the package's price."""

    what: str
    code: str
    rate: Decimal
    quantity: Decimal
    amount: Decimal

    def kept(self) -> dict[str, str]:
        """For a row that keeps the price: the list may change, what was confirmed does not."""
        return {name: str(value) for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Price:
    """A price as it is kept: euros with two decimals, the quantity rounded for reading only."""

    code: str
    name: str
    rate: Decimal
    quantity: Decimal
    amount: Decimal
    parts: tuple[Part, ...] = ()


def classes_for(unit: Unit, day: date | None = None) -> models.QuerySet[PriceClass]:
    """The classes in force for a unit on a day (Helsinki date, default today); a nearer branch's class stands for its code."""
    standing = PriceClass.objects.in_force(day).for_unit(unit).select_related("unit")
    nearest: dict[str, PriceClass] = {}
    for row in sorted(standing, key=lambda row: (row.unit.depth, row.valid_from)):
        nearest[row.code] = row
    return PriceClass.objects.filter(pk__in=[row.pk for row in nearest.values()]).order_by("code")


def snapshot(price_class: PriceClass | None, minutes: int, amount: Decimal | None = None) -> Price:
    """What an occasion of `minutes` costs by a class, or by an own `amount` in euros.

    Hours are paid to the minute; half days (4 h) and days (8 h) by each one begun; an occasion once; a package as its
    parts come to, whatever the minutes. Of a class with limits `amount` names the rate between them; where nobody has,
    the least holds. Rounded once, half up, at the end. Raises `Refused` where there is neither class nor amount.
    """
    if price_class is None and amount is None:
        raise Refused(
            _("The order has no fee yet. Choose a fee class or write the fee."), field="price_class", code="price"
        )
    if price_class is None:
        own = euros_half_up(amount)
        return Price(code="", name="", rate=own, quantity=Decimal("1.00"), amount=own)
    exact, parts = _quantity(price_class.per, minutes), parts_of(price_class)
    rate = sum((part.amount for part in parts), Decimal("0.00")) if parts else price_class.amount
    total = rate * exact if amount is None else amount
    if amount is not None and is_between(price_class, amount):
        rate, total = euros_half_up(amount), amount * exact
    return Price(
        code=price_class.code,
        name=_name(price_class),
        rate=rate,
        quantity=exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP),
        amount=euros_half_up(total),
        parts=parts,
    )


def parts_of(price_class: PriceClass) -> tuple[Part, ...]:
    """What a package consists of, each part counted by its own class; nothing for another class."""
    if price_class.per != PriceClass.Per.PACKAGE or price_class._state.adding:
        return ()
    found = []
    for row in price_class.parts.select_related("price_class"):
        one = snapshot(row.price_class, row.minutes)
        found.append(Part(_text(row.what), one.code, one.rate, one.quantity, one.amount))
    return tuple(found)


def is_between(price_class: PriceClass, amount: Decimal) -> bool:
    """Whether the class has limits and the amount, in euros, is inside them."""
    return price_class.is_range and price_class.amount <= amount <= price_class.amount_most


def is_unusual(amount: Decimal, unit: Unit, day: date | None = None) -> bool:
    """Whether a fee is outside the usual range, which warns and never blocks (EX-12)."""
    least, most = (Decimal(str(rule.on(unit, key, day))) for key in ("fee.usual_least", "fee.usual_most"))
    return not least <= amount <= most


def _quantity(per: str, minutes: int) -> Decimal:
    """How many units of a class the minutes come to, not rounded."""
    if per == PriceClass.Per.HOUR:
        return Decimal(minutes) / 60
    if per == PriceClass.Per.HALF_DAY:
        return Decimal(-(-minutes // HALF_DAY))
    if per == PriceClass.Per.DAY:
        return Decimal(-(-minutes // DAY))
    return Decimal(1)


def _name(price_class: PriceClass) -> str:
    return _text(price_class.names)


def _text(names: Texts) -> str:
    with translation.override(MAIN_LANGUAGE):
        return str(names)[:120]
