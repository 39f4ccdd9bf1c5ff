"""Stores a list: all of it or nothing, or its sound rows when that is what was asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.sheets import Sheets
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit
from experts.domain import booking_history
from experts.models import ImportedRow, ServiceArea

from .checking import Check, check
from .facts import digest
from .matching import CHANGED, NEW, UNCHANGED, Plan
from .writing import Writer


@dataclass(frozen=True)
class Stored:
    """What was stored, with the check it was stored by."""

    check: Check
    made: int
    changed: int
    bookings: int


@transaction.atomic
def store(sheets: Sheets, unit: Unit, by: Actor, *, list_name: str = "", sound_only: bool = False) -> Stored:
    """Check once more as things stand now, then store every sound row in this one transaction.

    Raises `Refused`, with nothing stored, while a row has an error, unless `sound_only`; and where a verb refuses a
    row, with its number. Two imports into one register go one after the other.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    found = check(sheets, unit, by, list_name=list_name)
    if found.errors and not sound_only:
        raise Refused(
            ngettext(
                "One row has an error, so nothing was stored. Mend the row, or store the sound rows.",
                "%(count)s rows have errors, so nothing was stored. Mend the rows, or store the sound rows.",
                found.errors,
            )
            % {"count": found.errors},
            code="errors",
        )
    writer = Writer(unit, by, found.list_name, ServiceArea.objects.in_bulk())
    sound = [plan for plan in found.plans if plan.is_sound]
    expert_of_row = {plan.line.number: plan.known.pk for plan in sound if plan.act == UNCHANGED}
    for plan in sound:
        if plan.act != UNCHANGED:
            expert_of_row[plan.line.number] = _write(writer, plan)
    _remember(sound, expert_of_row, found.list_name)
    bookings = booking_history.store(found.bookings, unit, by, source=found.list_name, expert_of_row=expert_of_row)
    made, changed = (sum(plan.act == act for plan in sound) for act in (NEW, CHANGED))
    if made or changed or bookings:
        audit.log(unit, "kuuluviin.changed", by, {"imported": made, "changed": changed, "past_bookings": bookings})
    return Stored(found, made, changed, bookings)


def _write(writer: Writer, plan: Plan) -> int:
    try:
        row = writer.make(plan) if plan.act == NEW else writer.change(plan)
    except Refused as refusal:
        raise Refused(
            _("Row %(row)s: %(why)s Nothing was stored.") % {"row": plan.line.number, "why": refusal}, code=refusal.code
        ) from refusal
    return row.pk


def _remember(plans: list[Plan], expert_of_row: dict[int, int], list_name: str) -> None:
    """What the list told, so that next time a changed cell is told from a fact changed here."""
    written = [plan for plan in plans if plan.act != UNCHANGED]
    rows = [
        ImportedRow(
            expert_id=expert_of_row[plan.line.number],
            list_name=list_name,
            digests={
                **(plan.known.told if plan.known else {}),
                **{name: digest(name, value) for name, value in plan.changes.items()},
            },
            imported_at=clock.now(),
        )
        for plan in written
    ]
    ImportedRow.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["expert", "list_name"],
        update_fields=["digests", "imported_at"],
    )
