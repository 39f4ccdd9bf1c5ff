"""Many people pressing in the same instant: threads at a barrier, each with a connection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from coordination.foundation.refused import Refused

DONE = "done"


def at_once(*presses: Callable[[], object]) -> list[str]:
    """What became of each: "done", or the code of its refusal. Any other exception fails the test."""
    barrier = Barrier(len(presses))
    with ThreadPoolExecutor(len(presses)) as pool:
        return list(pool.map(lambda press: _press(press, barrier), presses))


def tally(outcomes: Sequence[str]) -> tuple[int, set[str]]:
    """How many were done, and the codes of the refusals."""
    counted = Counter(outcomes)
    return counted.pop(DONE, 0), set(counted)


def _press(press: Callable[[], object], barrier: Barrier) -> str:
    try:
        connection.ensure_connection()
        barrier.wait(30)
        press()
    except Refused as refusal:
        return refusal.code
    finally:
        connection.close()
    return DONE
