"""Prices: which classes hold on a day, and what one occasion comes to (EX-12, section 2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import PriceClass
from coordination.fees.permissions.price import may_write
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit, rule

HALF_DAY, DAY = 4 * 60, 8 * 60


@dataclass(frozen=True)
class Price:
    """A price as it is kept: euros with two decimals, the quantity rounded for reading only."""

    code: str
    name: str
    rate: Decimal
    quantity: Decimal
    amount: Decimal


def classes_for(unit: Unit, day: date | None = None) -> models.QuerySet[PriceClass]:
    """The classes in force for a unit on a day (Helsinki date, default today); a nearer branch's class stands for its code."""
    standing = PriceClass.objects.in_force(day).for_unit(unit).select_related("unit")
    nearest: dict[str, PriceClass] = {}
    for row in sorted(standing, key=lambda row: (row.unit.depth, row.valid_from)):
        nearest[row.code] = row
    return PriceClass.objects.filter(pk__in=[row.pk for row in nearest.values()]).order_by("code")


def snapshot(price_class: PriceClass | None, minutes: int, amount: Decimal | None = None) -> Price:
    """What an occasion of `minutes` costs by a class, or by an own `amount` in euros.

    Hours are paid to the minute; half days (4 h) and days (8 h) by each one begun; an occasion once. Rounded once,
    half up, at the end. Raises `Refused` where there is neither class nor amount.
    """
    if price_class is None and amount is None:
        raise Refused(
            _("The order has no fee yet. Choose a fee class or write the fee."), field="price_class", code="price"
        )
    if price_class is None:
        own = euros_half_up(amount)
        return Price(code="", name="", rate=own, quantity=Decimal("1.00"), amount=own)
    exact = _quantity(price_class.per, minutes)
    total = price_class.amount * exact if amount is None else amount
    return Price(
        code=price_class.code,
        name=_name(price_class),
        rate=price_class.amount,
        quantity=exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP),
        amount=euros_half_up(total),
    )


def is_unusual(amount: Decimal, unit: Unit, day: date | None = None) -> bool:
    """Whether a fee is outside the usual range, which warns and never blocks (EX-12)."""
    least, most = (Decimal(str(rule.on(unit, key, day))) for key in ("fee.usual_least", "fee.usual_most"))
    return not least <= amount <= most


@transaction.atomic
def write(price_class: PriceClass, by: Actor) -> PriceClass:
    """Add or change a class of the list. What was confirmed keeps its own snapshot.

    Raises `Refused` where the actor looks after another branch, or where two of one code would hold at once.
    """
    if not may_write(by.user, price_class.unit):
        raise Refused(
            _("This price list belongs to another branch. Ask its coordinator."), field="unit", code="not_yours"
        )
    _refuse_two_at_once(price_class)
    is_new = price_class._state.adding
    price_class.save()
    audit.log(price_class, "kuuluviin.made" if is_new else "kuuluviin.changed", by, {"code": price_class.code})
    return price_class


def _refuse_two_at_once(price_class: PriceClass) -> None:
    others = PriceClass.objects.filter(unit=price_class.unit, code=price_class.code).exclude(pk=price_class.pk)
    if price_class.valid_until:
        others = others.filter(valid_from__lte=price_class.valid_until)
    if others.exclude(valid_until__lt=price_class.valid_from).exists():
        raise Refused(
            _("There is a class %(code)s already in those days. End it the day before the new one begins.")
            % {"code": price_class.code},
            field="valid_from",
            code="two_at_once",
        )


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
    with translation.override(MAIN_LANGUAGE):
        return str(price_class.names)[:120]
