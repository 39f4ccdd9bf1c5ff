"""The one place that moves a row from state to state."""

from __future__ import annotations

from typing import TypeVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor

from . import audit

Row = TypeVar("Row", bound=models.Model)


def locked(row: Row, *related: str) -> Row:
    """The row as it stands in the database, locked to the end of the transaction, with `related` read along in one query.

    Rows that point to it may be written meanwhile: PostgreSQL looks at commit whether the one pointed to is there, and
    would wait for a full lock, which two who hold one row each do for ever. On SQLite the lock is the transaction's own:
    `BEGIN IMMEDIATE` lets one writer in at a time.
    """
    rows = type(row)._default_manager.select_for_update(of=("self",), no_key=True)
    return (rows.select_related(*related) if related else rows).get(pk=row.pk)


def moved(row: models.Model) -> Refused:
    """To raise where the row's state has gone on and does not allow what is asked."""
    words = _("This is “%(state)s” now, so that cannot be done any more. Open the page again to see how it stands.")
    return Refused(words % {"state": row.get_status_display()}, code="moved")


@transaction.atomic
def move(row: Row, to: str, by: Actor, *, log: bool = True, **facts: object) -> Row:
    """Move a row to a state its model's `MOVES` allows, set the facts that go with it, save and log.

    Locks the row first and judges by what stands in the database, so two who press at once cannot both win;
    the caller's instance gets the new values. Raises `Refused` where the move is not open any more.
    """
    current = locked(row)
    if to not in type(row).MOVES[current.status]:
        raise moved(current)
    origin = current.status
    for target in (row, current):
        target.status = to
        for name, value in facts.items():
            setattr(target, name, value)
    current.save(update_fields=["status", *facts])
    if log:
        audit.log(current, "kuuluviin.moved", by, {"from": origin, "to": to})
    return row
