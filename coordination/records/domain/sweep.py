"""Work that goes through rows by the clock: one that fails never stops those after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def each(keys: Iterable[int], act: Callable[[int], int]) -> int:
    """What `act` counts, summed over the keys, one after another; `act` opens a transaction of its own.

    Raises the first error once all the others have had their turn, so that the worker lists the run as failed.
    """
    count, problems = 0, []
    for key in list(keys):
        try:
            count += act(key)
        except Exception as problem:  # noqa: BLE001 - whatever is wrong with one row, the next one is not kept waiting
            problems.append(problem)
    if problems:
        raise problems[0]
    return count
