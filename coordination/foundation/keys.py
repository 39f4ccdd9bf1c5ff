"""Keys of rows as a request carries them: what is no key of ours is nobody's."""

from __future__ import annotations

from collections.abc import Iterable

MOST_DIGITS = 18
"""Longer ones fit into no database's key."""


def ticked(said: Iterable[str]) -> list[int]:
    """The keys among what was ticked, in their order; anything else is left out."""
    return [int(key) for key in said if key.isascii() and key.isdecimal() and len(key) <= MOST_DIGITS]
