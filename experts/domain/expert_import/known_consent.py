"""The consents of a branch as the check compares them: "" for none, "ask", else the day given."""

from __future__ import annotations

from coordination.foundation import clock
from coordination.people.models import Unit
from coordination.privacy.models import Consent, Purpose

from .facts import Facts

NONE: Facts = {f"consent.{purpose}": "" for purpose in Purpose.values}


def of_branch(unit: Unit) -> dict[int, Facts]:
    """By person: how each consent stands. Withdrawn ones are none; one that has run out tells its day."""
    found: dict[int, Facts] = {}
    rows = Consent.objects.filter(Unit.branch_condition([unit], "person__unit__"), withdrawn_at=None)
    for person, purpose, given_at in rows.values_list("person", "purpose", "given_at"):
        state = clock.local(given_at).date().isoformat() if given_at else "ask"
        found.setdefault(person, dict(NONE))[f"consent.{purpose}"] = state
    return found
