"""What people need at an event, in words and in numbers: what is to be arranged, never why."""

from __future__ import annotations

from collections.abc import Iterable

from coordination.events.models import Registration

Need = Registration.Need


def words(row: Registration) -> list[str]:
    """The needs of one registration in the language being shown, their own words last."""
    said = [str(Need(code).label) for code in Need.values if code in row.needs]
    return [*said, row.needs_note] if row.needs_note else said


def together(rows: Iterable[Registration]) -> list[tuple[str, list[str]]]:
    """Each need of those who come, with the names of those who have it; own words with one name each."""
    coming = list(rows)
    found = [
        (str(Need(code).label), [row.person.full_name for row in coming if code in row.needs]) for code in Need.values
    ]
    own = [(row.needs_note, [row.person.full_name]) for row in coming if row.needs_note]
    return [(label, names) for label, names in [*found, *own] if names]
