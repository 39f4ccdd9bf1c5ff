"""The parts of a room, found by themselves: a part's file is enough, no list names it."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def parts_of(room: ModuleType) -> list[ModuleType]:
    """The modules of a room in the order of their names."""
    return [import_module(f"{room.__name__}.{name}") for name in sorted(m.name for m in iter_modules(room.__path__))]
