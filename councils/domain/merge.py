"""Two write one text at once: a merge by lines in which no line that either has written is lost."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

Block = tuple[int, int, int, int]


def merged(base: str, mine: str, theirs: str) -> str:
    """What both made of `base`: what only one touched is as that one left it.

    Where both touched the same place, theirs stands first and mine after it, a line both wrote once. A line that one took
    away while the other changed it stays as the other has it. Line ends are "\\n".
    """
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    was, here, there = _lines(base), _lines(mine), _lines(theirs)
    woven = _woven(was, here, there)
    return "\n".join(_kept(woven, was, here, there))


def normal(text: str) -> str:
    """Browsers send line ends their own way; one text has one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _woven(was: list[str], here: list[str], there: list[str]) -> list[str]:
    found: list[str] = []
    at = mine_at = theirs_at = 0
    for start, mine_start, theirs_start, length in _shared(was, here, there):
        found += _between(was[at:start], here[mine_at:mine_start], there[theirs_at:theirs_start])
        found += was[start : start + length]
        at, mine_at, theirs_at = start + length, mine_start + length, theirs_start + length
    return found


def _between(was: list[str], here: list[str], there: list[str]) -> list[str]:
    """A stretch between lines that all three share."""
    if here == was:
        return there
    return here if there in (was, here) else _both(here, there)


def _both(here: list[str], there: list[str]) -> list[str]:
    """Every line of theirs and of mine, what they share once."""
    found: list[str] = []
    for what, first, last, begins, ends in SequenceMatcher(a=there, b=here, autojunk=False).get_opcodes():
        found += there[first:last]
        if what != "equal":
            found += here[begins:ends]
    return found


def _shared(was: list[str], here: list[str], there: list[str]) -> list[Block]:
    """Stretches of the base that stand unchanged in both, as (place in base, in mine, in theirs, length)."""
    mine, theirs = _blocks(was, here), _blocks(was, there)
    found, i, j = [], 0, 0
    while i < len(mine) and j < len(theirs):
        (base_a, mine_at, length_a), (base_b, theirs_at, length_b) = mine[i], theirs[j]
        start, end = max(base_a, base_b), min(base_a + length_a, base_b + length_b)
        if start < end:
            found.append((start, mine_at + start - base_a, theirs_at + start - base_b, end - start))
        if base_a + length_a <= base_b + length_b:
            i += 1
        else:
            j += 1
    return [*found, (len(was), len(here), len(there), 0)]


def _blocks(was: list[str], now: list[str]) -> list[tuple[int, int, int]]:
    return [tuple(block) for block in SequenceMatcher(a=was, b=now, autojunk=False).get_matching_blocks() if block.size]


def _kept(woven: list[str], was: list[str], here: list[str], there: list[str]) -> list[str]:
    """The last guard: a line more often written than woven in is added at the end rather than lost."""
    stands, before = Counter(woven), Counter(was)
    for side in (there, here):
        for line, number in (Counter(side) - before).items():
            missing = number - stands[line]
            if missing > 0 and line.strip():
                woven += [line] * missing
                stands[line] += missing
    return woven
