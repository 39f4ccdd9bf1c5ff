"""What was taken on in the meetings of a council, over all of them: the overdue first (MT-10, CC-26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from coordination.calendar.domain import action as actions
from coordination.calendar.models import Action
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.models import AgendaItem, Council, Meeting
from councils.permissions.council import leads, require_leader

LABEL = AgendaItem._meta.label_lower


@dataclass(frozen=True)
class Line:
    """An action with the item it came of, and whether its day has gone."""

    action: Action
    item: AgendaItem | None
    is_late: bool


@transaction.atomic
def take(item: AgendaItem, by: Actor, *, what: str, owner: Person, due_on: date) -> Action:
    """Write down who does what by when, as it was agreed on an item. Raises `Refused`."""
    council = item.council
    require_leader(by, council)
    return actions.take(about=item, unit=council.unit, what=what, owner=owner, due_on=due_on, by=by)


def finish(action: Action, by: Actor, *, note: str = "") -> Action:
    """It has been done: told by its owner or a leader. Raises `Refused`."""
    return actions.finish(action, by, note=note, let_in=_leads(action, by))


def drop(action: Action, by: Actor, *, note: str) -> Action:
    """It will not be done. Raises `Refused`."""
    return actions.drop(action, by, note=note, let_in=_leads(action, by))


def reopen(action: Action, by: Actor) -> Action:
    """It is to be done after all. Raises `Refused`."""
    return actions.reopen(action, by, let_in=_leads(action, by))


def of_council(council: Council) -> QuerySet[Action]:
    """Every action of the council's items, those with the nearest day first."""
    return _about(AgendaItem.objects.filter(council=council))


def of_meeting(meeting: Meeting) -> QuerySet[Action]:
    return _about(AgendaItem.objects.filter(meeting=meeting))


def of_item(item: AgendaItem) -> QuerySet[Action]:
    return Action.objects.filter(about=actions.cause(item)).select_related("owner")


def of_councils(councils: QuerySet[Council]) -> QuerySet[Action]:
    return _about(AgendaItem.objects.filter(council__in=councils))


def lines(rows: QuerySet[Action]) -> list[Line]:
    """The rows with their items, in two queries."""
    found = list(rows)
    keys = {_item_key(row) for row in found}
    items = AgendaItem.objects.select_related("meeting", "council").in_bulk([key for key in keys if key])
    today = clock.today()
    return [
        Line(row, items.get(_item_key(row)), row.status == Action.Status.OPEN and row.due_on < today) for row in found
    ]


def item_of(action: Action) -> AgendaItem | None:
    key = _item_key(action)
    return AgendaItem.objects.select_related("council", "meeting").filter(pk=key).first() if key else None


def _about(items: QuerySet[AgendaItem]) -> QuerySet[Action]:
    keys = items.order_by().values_list(Concat(Value(f"{LABEL}:"), Cast("pk", CharField())), flat=True)
    return Action.objects.filter(about__in=keys).select_related("owner").order_by("due_on", "pk")


def _item_key(action: Action) -> int | None:
    label, __, key = action.about.partition(":")
    return int(key) if label == LABEL and key.isdigit() else None


def _leads(action: Action, by: Actor) -> bool:
    item = item_of(action)
    return item is not None and leads(by.user, item.council)
