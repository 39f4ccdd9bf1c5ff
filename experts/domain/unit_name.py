"""Finds the unit that a list means by a name as people write it: inflected, shortened, with the town in front."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from coordination.people.models import Unit

from .list_sheet import fold

SHORT = {"amk": "ammattikorkeakoulu", "yh": "yrkeshögskolan", "yhdistys": "ry"}
# Words that say "an office of some kind" and tell units apart no more than "the" does.
EMPTY = frozenset(
    {"toimisto", "toimistolle", "toimistossa", "toimistoon", "yksikkö", "yksikölle", "kontor", "kontoret", "enheten"}
)
LEAST = 4


@dataclass(frozen=True)
class _Named:
    unit: Unit
    names: frozenset[str]
    words: frozenset[str]


class UnitNames:
    """The units one may mean, with every word of their names and towns."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._named = [_named(unit) for unit in units]

    def find(self, text: str) -> list[Unit]:
        """The units the text may mean: those of exactly this name, else those that all its words fit."""
        folded = fold(text)
        exact = [row.unit for row in self._named if folded in row.names]
        if exact or not folded:
            return exact
        words = [SHORT.get(word, word) for word in folded.split() if word not in EMPTY]
        if not words:
            return []
        return [row.unit for row in self._named if all(_fits_one(word, row.words) for word in words)]

    def one(self, text: str) -> Unit | None:
        found = self.find(text)
        return found[0] if len(found) == 1 else None


def _named(unit: Unit) -> _Named:
    names = frozenset(fold(name) for name in unit.names.values() if name)
    words = {word for name in names for word in name.split()} | set(fold(unit.locality).split())
    return _Named(unit, names, frozenset(words))


def _fits_one(word: str, words: frozenset[str]) -> bool:
    return any(_fits(word, other) for other in words)


def _fits(word: str, other: str) -> bool:
    """The same word, or two forms of it: Havukummun is of Havukumpu, lapsiperheet of lapsiperheiden."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    alike = sum(1 for __ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return alike >= max(LEAST, shorter - 2)
