"""The catalogue of kinds: everything that may leave the house, by theme."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from django.conf import settings

from . import kinds, piece
from .kind import Kind, Piece

ENDING = ".txt"
# Parts of several texts, and what frames them: no messages by themselves.
FRAGMENTS = {
    "experts/booking/details",
    "experts/booking_request/contact",
    "experts/booking_request/times",
    "experts/offer/times",
}


@cache
def _found() -> tuple[dict[str, Kind], dict[str, Piece]]:
    rows: dict[str, Kind] = {}
    pieces = {each.name: each for each in piece.PIECES}
    for found in pkgutil.iter_modules(kinds.__path__):
        module = import_module(f"{kinds.__name__}.{found.name}")
        rows |= {each.name: each for each in module.KINDS}
        pieces |= {each.name: each for each in getattr(module, "PIECES", [])}
    return rows, pieces


def everything() -> dict[str, Kind]:
    return _found()[0]


def of(name: str) -> Kind | None:
    """The kind by this name; None for one nobody has catalogued, which is treated as a service message."""
    return _found()[0].get(name)


def settles(name: str) -> bool:
    kind = of(name)
    return kind is not None and kind.settles


def pieces_of(kind: Kind) -> list[Piece]:
    return [_found()[1][name] for name in kind.places]


def templates() -> set[str]:
    """The names of the kinds that have a template of the product's."""
    root = Path(settings.BASE_DIR) / "templates" / "messages"
    stems = {path.relative_to(root).as_posix().removesuffix(ENDING) for path in root.rglob(f"*{ENDING}")}
    plain = {stem.partition(".")[0] for stem in stems if "/_" not in f"/{stem}"}
    return {stem.replace("/", ".") for stem in plain - FRAGMENTS}
