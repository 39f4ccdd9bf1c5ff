"""Dated rates of kilometres, meals and days: rows with their source, never numbers in code (section 2.4)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import TravelRate
from coordination.fees.permissions.travel_rate import may_write
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit, User
from coordination.records.domain import audit

Kind = TravelRate.Kind
NEAR = timedelta(days=30)


def in_force(unit: Unit, day: date) -> dict[str, TravelRate]:
    """The rate of each kind that holds for a unit on a day (Helsinki date): the nearest branch's upwards. One query."""
    rows = TravelRate.objects.in_force(day).filter(unit__path__in=unit.paths_up()).select_related("unit")
    return {row.kind: row for row in sorted(rows, key=lambda row: (row.unit.depth, row.valid_from))}


def ending(user: User) -> date | None:
    """The last day (Helsinki date) of the first rates without a follower in the user's branches, a month around it.

    Nobody can claim by a rate that has ended, so whoever pays hears of it before the year turns. One query.
    """
    rows = TravelRate.objects.visible_to(user).order_by("valid_from").values_list("unit", "kind", "valid_until")
    newest = {(unit, kind): until for unit, kind, until in rows}
    today = clock.today()
    return min((until for until in newest.values() if until and abs(until - today) <= NEAR), default=None)


def rate_of(unit: Unit, kind: str, day: date) -> TravelRate:
    """Raises `Refused` where nobody has written the rate of that day."""
    found = in_force(unit, day).get(kind)
    if found is None:
        raise Refused(
            _("There is no rate for “%(kind)s” on that day yet. Ask the coordinator to write it in the back office.")
            % {"kind": Kind(kind).label},
            field="kind",
            code="no_rate",
        )
    return found


@transaction.atomic
def keep(
    kind: str, amount: Decimal, by: Actor, *, unit: Unit, source: str, valid_from: date | None = None
) -> TravelRate:
    """A new rate in euros from a day on (default today); the one before it ends the day before.

    What has been claimed keeps the rate it was counted by. Raises `Refused` for another branch, a negative sum, and
    where a rate begins on that day or later already.
    """
    first = valid_from or clock.today()
    if not may_write(by.user, unit):
        raise Refused(_("The rates of this branch are looked after by others."), field="unit", code="not_yours")
    if amount < 0:
        raise Refused(_("A rate is 0 € or more."), field="amount", code="sum")
    identity_code.refuse(source, field="source")
    if not source.strip():
        raise Refused(_("Tell who decided the rate, and when."), field="source", code="source")
    rows = TravelRate.objects.select_for_update().filter(unit=unit, kind=kind)
    if rows.filter(valid_from__gte=first).exists():
        raise Refused(
            _("There is a rate from that day or from a later one already. Choose a later first day."),
            field="valid_from",
            code="two_at_once",
        )
    before = rows.in_force(first).first()
    last = before.valid_until if before else None
    if before:
        before.valid_until = first - timedelta(days=1)
        before.save(update_fields=["valid_until"])
    row = TravelRate.objects.create(
        unit=unit, kind=kind, amount=amount, source=source.strip(), valid_from=first, valid_until=last
    )
    audit.log(row, "kuuluviin.made", by, {"kind": kind, "amount": str(amount)})
    return row


# What the tax administration set for 2026; an organisation changes them in the back office. Kind, euros.
FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2026, 12, 31)
SOURCE = "Verohallinnon päätös verovapaista matkakustannusten korvauksista vuonna 2026"
SEED = (
    (Kind.KILOMETRE, "0.55"),
    (Kind.PASSENGER, "0.04"),
    (Kind.MEAL, "13.50"),
    (Kind.PART_DAY, "25.00"),
    (Kind.FULL_DAY, "54.00"),
)


@transaction.atomic
def seed(unit: Unit, by: Actor) -> int:
    """Give a branch the rates of 2026 with their source. Returns how many rows are new."""
    made = 0
    for kind, amount in SEED:
        facts = {"amount": Decimal(amount), "source": SOURCE, "valid_until": LAST_DAY}
        row, is_new = TravelRate.objects.get_or_create(unit=unit, kind=kind, valid_from=FIRST_DAY, defaults=facts)
        if is_new:
            audit.log(row, "kuuluviin.made", by, {"kind": kind})
        made += is_new
    return made
