"""Narrowing what came of it: the same chips for members and on the public page (CC-04)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from .statement import Statement
    from .topic import Topic

FILTERS = {
    "kaytossa": (("in_use",), pgettext_lazy("follow-up", "Seen in the service")),
    "vastattu": (("answered",), pgettext_lazy("follow-up", "Answered")),
    "odottaa": (("waiting", "silent"), pgettext_lazy("follow-up", "Waiting")),
    "paatetty": (("closed",), pgettext_lazy("follow-up", "Closed")),
    "ehdotettu": (("proposed",), pgettext_lazy("follow-up", "Proposed")),
}


@dataclass(frozen=True)
class Narrowed:
    """What is shown by the chip `chosen` (empty: all), and the chips as (key, label, how many)."""

    statements: list[Statement]
    proposed: list[Topic]
    filters: list[tuple[str, str | Promise, int]]
    chosen: str


def narrow(statements: list[Statement], proposed: list[Topic], wanted: str) -> Narrowed:
    """By what an address asked for; what no chip is called shows all."""
    counts = Counter(row.stands for row in statements)
    counts["proposed"] = len(proposed)
    chosen = wanted if wanted in FILTERS else ""
    stands = FILTERS[chosen][0] if chosen else ()
    return Narrowed(
        [row for row in statements if not stands or row.stands in stands],
        proposed if not stands or "proposed" in stands else [],
        _filters(counts, len(statements) + len(proposed)),
        chosen,
    )


def _filters(counts: Counter, everything: int) -> list[tuple[str, str | Promise, int]]:
    rows = [(key, label, sum(counts[each] for each in stands)) for key, (stands, label) in FILTERS.items()]
    return [("", pgettext_lazy("follow-up", "All"), everything), *(row for row in rows if row[2])]
