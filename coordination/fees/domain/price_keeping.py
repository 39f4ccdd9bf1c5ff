"""Keeping the price list: classes, what packages consist of, and a whole list copied to a new first day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import PackagePart, PriceClass, price_promise
from coordination.fees.permissions.price import may_write
from coordination.foundation import clock, formats
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit

from . import price

Per = PriceClass.Per
LEAST_RAISE, MOST_RAISE = Decimal(-50), Decimal(100)


@dataclass(frozen=True)
class Raise:
    """A class of today beside what it becomes, in euros; `most` is the upper limit of a class that has limits."""

    row: PriceClass
    amount: Decimal
    most: Decimal | None


@transaction.atomic
def write(price_class: PriceClass, by: Actor) -> PriceClass:
    """Add or change a class of the list. What was confirmed keeps its own snapshot.

    Raises `Refused` where the actor looks after another branch, two of one code would hold at once, the limits are no
    limits, or somebody has been asked with a sum that would change.
    """
    _refuse_other_branch(price_class.unit, by)
    _refuse_odd_sums(price_class)
    _refuse_two_at_once(price_class)
    is_new = price_class._state.adding
    if not is_new:
        _refuse_promised(price_class)
    price_class.save()
    _recount_packages_with(price_class)
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


@transaction.atomic
def add_part(package: PriceClass, by: Actor, *, price_class: PriceClass, minutes: int, what: Texts) -> PackagePart:
    """One more thing a package consists of, paid by a class of its own (ET-05). Raises `Refused`."""
    _refuse_other_branch(package.unit, by)
    if package.per != Per.PACKAGE or price_class.per == Per.PACKAGE:
        raise Refused(
            _("A package consists of other classes, never of packages."), field="price_class", code="no_package"
        )
    if not minutes >= 1:
        raise Refused(_("Write how many minutes it takes."), field="minutes", code="minutes")
    _refuse_asked_with({package.pk})
    row = PackagePart.objects.create(
        package=package, price_class=price_class, minutes=minutes, what=what, order=package.parts.count() + 1
    )
    _recount(package)
    audit.log(package, "kuuluviin.changed", by, {"part": row.pk})
    return row


@transaction.atomic
def remove_part(part: PackagePart, by: Actor) -> None:
    package = part.package
    _refuse_other_branch(package.unit, by)
    _refuse_asked_with({package.pk})
    audit.log(package, "kuuluviin.changed", by, {"removed": part.pk})
    part.delete()
    _recount(package)


def raises(unit: Unit, first_day: date, percent: Decimal) -> list[Raise]:
    """The unit's own classes in force on the day before `first_day` (Helsinki date), raised by `percent`.

    Each sum is rounded once, half up. A package comes to what its raised parts do. Raises `Refused`, see `copy`.
    """
    if first_day <= clock.today():
        raise Refused(_("The new list begins tomorrow or later."), field="first_day", code="past")
    if not LEAST_RAISE <= percent <= MOST_RAISE:
        raise Refused(_("The raise is between −50 and 100 %."), field="percent", code="percent")
    later = PriceClass.objects.filter(unit=unit, valid_from__gte=first_day).order_by("valid_from").first()
    if later:
        raise Refused(
            _("There is a list from %(day)s already. Change its classes one by one, or choose a later first day.")
            % {"day": formats.day(later.valid_from)},
            field="first_day",
            code="two_at_once",
        )
    rows = PriceClass.objects.in_force(first_day - timedelta(days=1)).filter(unit=unit).order_by("code")
    made = [_raised(row, percent) for row in rows]
    if not made:
        raise Refused(_("This branch has no list of its own to copy."), field="unit", code="empty")
    return made


@transaction.atomic
def copy(unit: Unit, first_day: date, percent: Decimal, by: Actor) -> int:
    """Copy the unit's list to a new first day with a raise; the old classes end the day before. Returns how many.

    What has been confirmed keeps its price. Raises `Refused`: another branch, a day that has come, a list from that day
    on already, a raise out of all measure, nothing to copy.
    """
    _refuse_other_branch(unit, by)
    list(PriceClass.objects.select_for_update().filter(unit=unit))
    planned = raises(unit, first_day, percent)
    new_of: dict[int, PriceClass] = {}
    for each in planned:
        new_of[each.row.pk] = _copied(each, first_day, by)
    for each in planned:
        _copy_parts(each.row, new_of)
    return len(planned)


def _copied(each: Raise, first_day: date, by: Actor) -> PriceClass:
    old = each.row
    facts = ("unit", "code", "names", "per", "includes", "has_preparation", "has_debrief", "pays_travel_time")
    row = PriceClass.objects.create(
        **{name: getattr(old, name) for name in facts},
        amount=each.amount,
        amount_most=each.most,
        valid_from=first_day,
    )
    old.valid_until = first_day - timedelta(days=1)
    old.save(update_fields=["valid_until"])
    audit.log(row, "kuuluviin.made", by, {"code": row.code, "in_place_of": old.pk})
    return row


def _copy_parts(old: PriceClass, new_of: dict[int, PriceClass]) -> None:
    """A part of the new package is paid by the new class; by the old one where that belongs to another branch."""
    if old.per != Per.PACKAGE:
        return
    package = new_of[old.pk]
    for part in old.parts.all():
        paid_by = new_of.get(part.price_class_id, part.price_class)
        PackagePart.objects.create(
            package=package, price_class=paid_by, minutes=part.minutes, what=part.what, order=part.order
        )
    _recount(package)


def _raised(row: PriceClass, percent: Decimal) -> Raise:
    factor = 1 + percent / 100
    if row.per == Per.PACKAGE:
        return Raise(row, _package_raised(row, factor), None)
    most = euros_half_up(row.amount_most * factor) if row.is_range else None
    return Raise(row, euros_half_up(row.amount * factor), most)


def _package_raised(package: PriceClass, factor: Decimal) -> Decimal:
    total = Decimal("0.00")
    for part in package.parts.select_related("price_class"):
        paid_by = part.price_class
        if paid_by.unit_id == package.unit_id:
            paid_by.amount = euros_half_up(paid_by.amount * factor)
        total += price.snapshot(paid_by, part.minutes).amount
    return total


def _recount_packages_with(price_class: PriceClass) -> None:
    for package in PriceClass.objects.filter(parts__price_class=price_class).distinct():
        _recount(package)
    if price_class.per == Per.PACKAGE:
        _recount(price_class)


def _recount(package: PriceClass) -> None:
    package.amount = sum((part.amount for part in price.parts_of(package)), Decimal("0.00"))
    package.save(update_fields=["amount"])


def _refuse_promised(price_class: PriceClass) -> None:
    """A sum stays while somebody has been asked with it, also in a package; names and dates may change."""
    sums = ("per", "amount", "amount_most")
    before = PriceClass.objects.select_for_update(of=("self",)).filter(pk=price_class.pk).values_list(*sums).first()
    if before != tuple(getattr(price_class, name) for name in sums):
        packages = PriceClass.objects.filter(parts__price_class=price_class).values_list("pk", flat=True)
        _refuse_asked_with({price_class.pk, *packages})


def _refuse_asked_with(classes: set[int]) -> None:
    if price_promise.is_standing(classes):
        raise Refused(
            _(
                "Experts have been asked with this class, so its sum stays. Let the class end, and add a new one of the same "
                "code from the next day on."
            ),
            field="amount",
            code="promised",
        )


def _refuse_odd_sums(price_class: PriceClass) -> None:
    if price_class.amount_most is None:
        return
    if price_class.per == Per.PACKAGE:
        raise Refused(_("A package has no limits: it comes to what its parts do."), field="amount_most", code="package")
    if price_class.amount_most <= price_class.amount:
        raise Refused(
            _("The upper limit is larger than the amount. Leave it empty where the sum is fixed."),
            field="amount_most",
            code="limits",
        )


def _refuse_other_branch(unit: Unit, by: Actor) -> None:
    if not may_write(by.user, unit):
        raise Refused(
            _("This price list belongs to another branch. Ask its coordinator."), field="unit", code="not_yours"
        )


def standing_with(unit: Unit, day: date) -> Sequence[PriceClass]:
    """The classes that hold for a unit on a day, with what packages consist of."""
    return list(price.classes_for(unit, day).select_related("unit").prefetch_related("parts__price_class"))
