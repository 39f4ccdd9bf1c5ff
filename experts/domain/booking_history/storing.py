"""Stores checked history: its own verb, since history is nobody's order and moves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit
from experts.models import PastBooking
from experts.permissions import expert as permissions

from .checking import CHANGED, LATER, NEW, BookingLine

BATCH = 500


@transaction.atomic
def store(lines: Iterable[BookingLine], unit: Unit, by: Actor, *, source: str, expert_of_row: Mapping[int, int]) -> int:
    """Keep the sound lines as imported history and mend those whose fee or payment is told now. Returns how many were kept.

    `expert_of_row` gives the expert's key for a row of the same file; `source` names the list. One audit row tells
    of the whole. Raises `Refused` for an actor who does not coordinate the unit.
    """
    if not (permissions.may_coordinate_in(by, unit) or by.is_house):
        raise Refused(_("Only a coordinator of the unit can bring a list into its register."), code="not_coordinator")
    sound = [line for line in lines if line.is_sound and not line.is_twin]
    new = [_row(line, expert_of_row, source) for line in sound if line.act == NEW]
    changed = [
        PastBooking(pk=line.known_pk, **{name: line.facts[name] for name in LATER})
        for line in sound
        if line.act == CHANGED
    ]
    PastBooking.objects.bulk_create(new, batch_size=BATCH)
    PastBooking.objects.bulk_update(changed, LATER, batch_size=BATCH)
    if new or changed:
        audit.log(unit, "kuuluviin.changed", by, {"past_bookings": len(new), "past_bookings_changed": len(changed)})
    return len(new) + len(changed)


def _row(line: BookingLine, expert_of_row: Mapping[int, int], source: str) -> PastBooking:
    facts, when = dict(line.facts), line.facts["when"]
    expert = line.person.known_pk if line.person.known_pk is not None else expert_of_row[line.person.row]
    for name in ("when", "task_text"):
        del facts[name]
    return PastBooking(
        expert_id=expert,
        held_on=when.day,
        starts=when.starts,
        ends=when.ends,
        source=source[:80],
        row_digest=line.digest(expert),
        **facts,
    )
