"""The rows a developer-client group writes: problem, why it is one, solution, can it be done (DG-08). Order by the group."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from councils.models import Council, Meeting, Problem
from councils.permissions import council as permissions

TEXTS = ("problem", "why", "solution")
LONGEST = 2000


@transaction.atomic
def add(council: Council, by: Actor, *, problem: str, meeting: Meeting | None = None, **facts: str) -> Problem:
    """A row at the end of the sheet. `facts`: why, solution, feasible. Raises `Refused`."""
    held = _held(council, by)
    given = _sound({"problem": problem, **facts})
    made = Problem.objects.create(council=held, meeting=meeting, position=held.problems.count(), **given)
    audit.log(held, "kuuluviin.changed", by, {"problem_added": made.pk})
    return made


@transaction.atomic
def change(row: Problem, by: Actor, **facts: str) -> Problem:
    """Write a row anew. Only what is given changes. Raises `Refused`."""
    held = _held(row.council, by)
    current = _current(row)
    for name, value in _sound(facts).items():
        setattr(current, name, value)
    current.save(update_fields=[*facts])
    audit.log(held, "kuuluviin.changed", by, {"problem": current.pk})
    return current


@transaction.atomic
def shift(row: Problem, by: Actor, steps: int) -> None:
    """Move a row so many places down, or up with minus; at the ends it stays."""
    held = _held(row.council, by)
    rows = list(held.problems.all())
    if row not in rows:
        raise Refused(_("The row is not on the sheet any more. Open the page again."), code="gone")
    place = rows.index(row)
    rows.insert(min(max(place + steps, 0), len(rows) - 1), rows.pop(place))
    _number(rows)


@transaction.atomic
def choose(row: Problem, by: Actor, *, is_chosen: bool) -> Problem:
    """Choose a row for the discussion event, or leave it out."""
    held = _held(row.council, by)
    current = _current(row)
    current.is_chosen = is_chosen
    current.save(update_fields=["is_chosen"])
    audit.log(held, "kuuluviin.changed", by, {"problem": current.pk, "chosen": is_chosen})
    return current


@transaction.atomic
def combine(rows: Sequence[Problem], by: Actor) -> Problem:
    """Make one row of several: their texts one after the other, in the place of the first. Raises `Refused`."""
    if len({row.council_id for row in rows}) != 1 or len(rows) < 2:
        raise Refused(_("Tick at least two rows that belong together."), code="few")
    held = _held(rows[0].council, by)
    found = list(held.problems.filter(pk__in=[row.pk for row in rows]))
    if len(found) != len(rows):
        raise Refused(_("One of the rows is not on the sheet any more. Open the page again."), code="gone")
    first, *others = found
    for name in TEXTS:
        texts = list(dict.fromkeys(text for row in found if (text := getattr(row, name).strip())))
        if len("\n".join(texts)) > LONGEST:
            raise Refused(_("Together the texts are too long. Shorten one of the rows first."), code="long")
        setattr(first, name, "\n".join(texts))
    first.is_chosen = any(row.is_chosen for row in found)
    first.save(update_fields=[*TEXTS, "is_chosen"])
    Problem.objects.filter(pk__in=[row.pk for row in others]).delete()
    _number(list(held.problems.all()))
    audit.log(held, "kuuluviin.changed", by, {"problem": first.pk, "combined": len(found)})
    return first


@transaction.atomic
def remove(row: Problem, by: Actor) -> None:
    held = _held(row.council, by)
    audit.log(held, "kuuluviin.changed", by, {"problem_removed": row.pk})
    Problem.objects.filter(pk=row.pk).delete()
    _number(list(held.problems.all()))


def _held(council: Council, by: Actor) -> Council:
    """The group, locked: rows are added, combined and put in order one after the other."""
    permissions.require_leader(by, council)
    if council.kind != Council.Kind.DEVELOPER_GROUP:
        raise Refused(_("Only a developer-client group writes such rows."), code="kind")
    return workflow.locked(council)


def _current(row: Problem) -> Problem:
    current = Problem.objects.filter(pk=row.pk).first()
    if current is None:
        raise Refused(_("The row is not on the sheet any more. Open the page again."), code="gone")
    return current


def _sound(facts: dict[str, str]) -> dict[str, str]:
    given = {name: value.strip() for name, value in facts.items()}
    for name in TEXTS:
        identity_code.refuse(given.get(name, ""), field=name)
        if len(given.get(name, "")) > LONGEST:
            raise Refused(_("The text is too long. Write it shorter."), field=name, code="long")
    if "problem" in given and not given["problem"]:
        raise Refused(_("Write the problem first. A few words are enough."), field="problem", code="empty")
    if given.get("feasible", "") not in Problem.Feasible.values:
        raise Refused(_("Choose from the list whether it can be done."), field="feasible", code="choice")
    return given


def _number(rows: list[Problem]) -> None:
    """Positions without a gap."""
    for place, row in enumerate(rows):
        row.position = place
    Problem.objects.bulk_update(rows, ["position"])
