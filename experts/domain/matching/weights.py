"""How much each side of a match weighs: rules of the organisation, shown to whoever reads the order of names."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.people.models import Unit
from coordination.records.domain import rule


@dataclass(frozen=True)
class Weights:
    """Four weights, 40 + 25 + 20 + 15 unless the organisation says otherwise. Points of a side run from 0 to 100."""

    experience: int
    time: int
    fairness: int
    nearness: int

    @property
    def total(self) -> int:
        return self.experience + self.time + self.fairness + self.nearness


def in_force(unit: Unit) -> Weights:
    """The weights for the orders of a unit today."""
    sides = list(Weights.__dataclass_fields__)
    values = rule.together(unit, [f"match.{side}" for side in sides])
    return Weights(**{side: max(0, int(values[f"match.{side}"])) for side in sides})


# Points inside a side, written here once for the database and for the words.
AREAS, TASK = 80, 20
OPEN_TIME, CLEAR_TIMES = 40, 60
A_BOOKING, MOST_BOOKINGS = 20, 5
NEAR, ELSEWHERE, LANGUAGES, FAMILIAR = 40, 10, 30, 30


def share(points: int, parts: int) -> int:
    """Points for one of several parts, in whole points so that every database counts alike."""
    return points // parts if parts else 0
