"""Whose booking a row is: a whole name in either order, or a first name that one person alone has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from experts.domain.finding import Answer, error, note
from experts.domain.list_sheet import fold


@dataclass(frozen=True)
class Nameable:
    """Somebody a row may mean: in the register (`known_pk`), on a row of the same file (`row`), or both."""

    name: tuple[str, str]
    known_pk: int | None = None
    row: int | None = None
    is_sound: bool = True


class Names:
    """Everybody by both orders of the name, and by each first name."""

    def __init__(self, people: Iterable[Nameable]) -> None:
        self._whole: dict[str, list[Nameable]] = defaultdict(list)
        self._first: dict[str, list[Nameable]] = defaultdict(list)
        for someone in people:
            first, last = someone.name
            if first and last:
                for whole in {f"{first} {last}", f"{last} {first}"}:
                    self._whole[whole].append(someone)
            for alone in {first, *first.split()} - {""}:
                self._first[alone].append(someone)

    def find(self, text: str) -> Answer:
        """The one person the name fits; a name that fits two is an error, so nobody gets another's history."""
        folded = fold(text)
        if not folded:
            return Answer(None, error("expert_missing"))
        whole = self._whole.get(folded)
        found = whole or self._first.get(folded, [])
        if not found:
            return Answer(None, error("expert_unknown"))
        if len(found) > 1:
            return Answer(None, error("expert_several", count=len(found)))
        if not found[0].is_sound:
            return Answer(None, error("expert_unsound", row=found[0].row))
        return Answer(found[0], None if whole else note("expert_by_first_name"))
