"""Verbs of the table of consequences: a new one from a day ends the old one; nobody changes what has been."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import Consequence
from coordination.fees.permissions.price import may_write
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit

from .consequence import Line

DAY = timedelta(days=1)


@transaction.atomic
def keep(
    event: str, lines: Sequence[Line], by: Actor, *, unit: Unit, valid_from: date | None = None, source: str = ""
) -> list[Consequence]:
    """Write a branch's table for an event from a day on (Helsinki date, default today).

    The table before it ends the day before; one from the same day is replaced. Raises `Refused` for another branch, a
    past day, a table that begins later, two lines of one notice, and a table that says nothing for the rest.
    """
    first = valid_from or clock.today()
    identity_code.refuse(source, field="source")
    _refuse_others(by, unit)
    _refuse_unsound(event, lines)
    if first < clock.today():
        raise Refused(
            _("What has been is not changed. Let the table begin today or later."), field="valid_from", code="past"
        )
    standing = Consequence.objects.select_for_update(of=("self",)).filter(unit=unit, event=event)
    if standing.filter(valid_from__gt=first).exists():
        raise Refused(
            _("There is a table that begins later. Begin this one after it."), field="valid_from", code="later"
        )
    standing.filter(valid_from=first).delete()
    standing.in_force(first).update(valid_until=first - DAY)
    made = [
        Consequence.objects.create(
            unit=unit,
            event=event,
            share=line.share,
            costs=line.costs,
            notice=line.notice,
            measure=line.measure,
            source=source,
            valid_from=first,
        )
        for line in lines
    ]
    audit.log(made[0], "kuuluviin.made", by, {"event": event, "unit": unit.pk, "lines": len(made)})
    return made


@transaction.atomic
def end(row: Consequence, by: Actor) -> None:
    """The whole table of the line holds no more from today: what holds above it holds here. Raises `Refused`."""
    _refuse_others(by, row.unit)
    yesterday = clock.today() - DAY
    if row.valid_until and row.valid_until <= yesterday:
        raise Refused(_("This table has ended already."), code="ended")
    audit.log(row, "kuuluviin.changed", by, {"event": row.event, "ended": True})
    table = Consequence.objects.filter(unit=row.unit, event=row.event, valid_from=row.valid_from)
    table.filter(valid_from__gt=yesterday).delete()
    table.filter(models.Q(valid_until=None) | models.Q(valid_until__gt=yesterday)).update(valid_until=yesterday)


def _refuse_others(by: Actor, unit: Unit) -> None:
    if not may_write(by.user, unit):
        raise Refused(
            _("These consequences belong to another branch. Ask its coordinator."), field="unit", code="not_yours"
        )


def _refuse_unsound(event: str, lines: Sequence[Line]) -> None:
    notices = [(line.measure, line.notice) for line in lines if line.notice]
    if event not in Consequence.Event.values or [line.notice for line in lines].count(0) != 1:
        raise Refused(_("Tell what is due when nothing was told in time."), field="rest_share", code="rest")
    if notices and event not in Consequence.TOLD_BEFORE:
        raise Refused(_("An absence is not told beforehand: one line is enough."), code="notice")
    if len(set(notices)) != len(notices):
        raise Refused(_("Two lines ask for the same notice. Take one away."), code="twice")
