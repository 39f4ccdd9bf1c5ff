"""Situations made once and then remembered: the same rows again without asking the same questions again.

`@remembered` on a factory notes what it wrote the first time. When another test begins with the same call, in a house
as untouched as it was then, those writes are made again as they stand and the same answer is given back; the reading,
matching and rendering between them is left out. Anything else makes the situation from its verbs as ever: a row that
somebody else wrote before it in the same test, another day of the clock, another language or setting, another database
than SQLite (whose sequences go back with a rollback), a test that commits.
"""

from __future__ import annotations

import pickle
import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from django.conf import UserSettingsHolder, settings
from django.db import connection, models
from django.utils.translation import get_language

from coordination.foundation import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
R = TypeVar("R")

MOST_KEPT = 400
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
TAKEN_BACK = re.compile(r"\s*ROLLBACK\b", re.IGNORECASE)


@dataclass
class Situation:
    """What a factory wrote, its answer with the changes to its arguments, and the name of the house after it."""

    writes: list[tuple[str, object]]
    answer: bytes
    house: str


class Memory:
    """What is kept, and how the running test's house stands; `house` is None once somebody else has written to it."""

    def __init__(self) -> None:
        self.kept: OrderedDict[str, Situation] = OrderedDict()
        self.house: str | None = None
        self.changes = 0
        self.is_making = False
        self.bases = count()
        self.base = 0

    def begin(self, module: str) -> None:
        """A test begins: in an untouched house, or in what its module has prepared for all its tests."""
        if not connection.in_atomic_block:
            self.base = next(self.bases)
        self.house = f"{module} {self.base}" if connection.in_atomic_block else "untouched"
        self.changes = _changes()
        self.is_making = False

    def applies(self) -> bool:
        if connection.vendor != "sqlite" or self.is_making or self.house is None:
            return False
        if not any(block._from_testcase for block in connection.atomic_blocks):
            return False
        if self.changes != _changes():
            self.house = None
        return self.house is not None

    def keep(self, key: str, situation: Situation) -> None:
        self.kept[key] = situation
        if len(self.kept) > MOST_KEPT:
            self.kept.popitem(last=False)


MEMORY = Memory()


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """The factory whose situations are remembered; its answer and arguments are rows, dates, texts and the like."""

    @wraps(make)
    def again(*args: P.args, **kwargs: P.kwargs) -> R:
        key = _key(make, args, kwargs) if MEMORY.applies() else None
        if key is None:
            return make(*args, **kwargs)
        rows = list(_rows([*args, *kwargs.values()]))
        if found := MEMORY.kept.get(key):
            MEMORY.kept.move_to_end(key)
            return _replayed(found, rows)
        return _made(key, lambda: make(*args, **kwargs), rows)

    return again


def _made(key: str, make: Callable[[], R], rows: list[models.Model]) -> R:
    writes: list[tuple[str, object]] = []
    is_plain = True

    def note(execute: Callable, sql: str, params: object, many: bool, context: dict) -> object:
        nonlocal is_plain
        if WRITES.match(sql):
            writes.append((sql, params))
            is_plain = is_plain and not many
        is_plain = is_plain and not TAKEN_BACK.match(sql)
        return execute(sql, params, many, context)

    house, MEMORY.house, MEMORY.is_making = MEMORY.house, None, True
    try:
        with connection.execute_wrapper(note):
            answer = make()
    finally:
        MEMORY.is_making = False
    kept = _packed((answer, [row.__dict__ for row in rows]), rows)
    if is_plain and kept is not None:
        MEMORY.house = _digest(key) if writes else house
        MEMORY.changes = _changes()
        MEMORY.keep(key, Situation(writes, kept, MEMORY.house))
    return answer


def _replayed(found: Situation, rows: list[models.Model]) -> Any:
    with connection.cursor() as cursor:
        for sql, params in found.writes:
            cursor.execute(sql, params)
            if cursor.description:
                cursor.fetchall()
    answer, facts = _Unpickler(BytesIO(found.answer), rows).load()
    for row, now in zip(rows, facts, strict=True):
        row.__dict__.clear()
        row.__dict__.update(now)
    MEMORY.house, MEMORY.changes = found.house, _changes()
    return answer


def _key(make: Callable, args: tuple, kwargs: dict) -> str | None:
    packed = _packed((args, sorted(kwargs.items())), [])
    if packed is None:
        return None
    outside = f"{clock.today()} {get_language()} {sorted(_overridden())}"
    return _digest(f"{MEMORY.house} {make.__module__}.{make.__qualname__} {outside} {sha256(packed).hexdigest()}")


def _overridden() -> Iterator[str]:
    holder = settings._wrapped
    while isinstance(holder, UserSettingsHolder):
        yield from (f"{name}={value!r}" for name, value in vars(holder).items() if name.isupper())
        holder = holder.default_settings


def _rows(values: list) -> Iterator[models.Model]:
    for value in values:
        if isinstance(value, models.Model):
            yield value
        elif isinstance(value, list | tuple):
            yield from _rows(value)
        elif isinstance(value, dict):
            yield from _rows(list(value.values()))


def _changes() -> int:
    """How many rows this connection has written so far, taken back or not."""
    return getattr(connection.connection, "total_changes", 0)


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


class _Pickler(pickle.Pickler):
    """A row that the caller handed in stays the caller's own row."""

    def __init__(self, file: BytesIO, rows: list[models.Model]) -> None:
        super().__init__(file)
        self.places = {id(row): place for place, row in enumerate(rows)}

    def persistent_id(self, value: object) -> int | None:
        return self.places.get(id(value))


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BytesIO, rows: list[models.Model]) -> None:
        super().__init__(file)
        self.rows = rows

    def persistent_load(self, place: int) -> models.Model:
        return self.rows[place]


def _packed(value: object, rows: list[models.Model]) -> bytes | None:
    """None where something cannot be kept, such as a function."""
    file = BytesIO()
    try:
        _Pickler(file, rows).dump(value)
    except (pickle.PicklingError, TypeError, AttributeError):
        return None
    return file.getvalue()
