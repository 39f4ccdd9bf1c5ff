"""Whether somebody has been asked with a price that is not confirmed yet. Told by the wings, which this floor does not know."""

from __future__ import annotations

from collections.abc import Callable, Collection

Source = Callable[[Collection[int]], bool]

_sources: list[Source] = []


def told_by(source: Source) -> None:
    """A wing tells whether anybody waits for a yes or a confirmation with one of these price classes (keys)."""
    _sources.append(source)


def is_standing(classes: Collection[int]) -> bool:
    return any(source(classes) for source in _sources)
