"""What a message tells to have changed, and how the changes of several unsent messages become one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import translation

from coordination.people.models import Person

MOST_WORDS = 300


@dataclass(frozen=True)
class Change:
    """One thing that changed. `what` is its key ("place"), `label` a lazy text; `was` and `now` are words that may stand
    in a mail, or empty where the reader is led to the page instead.
    """

    what: str
    label: Any
    was: str = ""
    now: str = ""

    def in_words(self, reader: Person) -> dict[str, str]:
        """As it is kept with the message, in the reader's language."""
        with translation.override(reader.language):
            return {name: str(value)[:MOST_WORDS] for name, value in asdict(self).items()}


def joined(earlier: Iterable[dict], later: Iterable[dict]) -> list[dict]:
    """One list: what was first and what is last of each thing. What came back to where it was has not changed."""
    found: dict[str, dict] = {}
    for row in [*earlier, *later]:
        first = found.get(row["what"])
        found[row["what"]] = {**row, "was": first["was"]} if first else row
    return [row for row in found.values() if not row["now"] or row["was"] != row["now"]]
