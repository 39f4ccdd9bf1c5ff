"""The messages of an event that becomes a kick-off move to the desk of the recruitment: they tell who has applied."""

from __future__ import annotations

from collections import defaultdict

from coordination.events.models import Event, Registration
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.recruitment.permissions import desk


def gather(event: Event) -> int:
    """What was written of the event lies from now on the desks of its campaigns. Returns how many messages moved."""
    places = Registration.objects.filter(event=event)
    causes = [outbox.cause(event), *(outbox.cause(place) for place in places)]
    written = Message.objects.filter(about__in=causes)
    where = desk.of_event(event, written.order_by().values_list("person", flat=True).distinct())
    people: dict[str, list[int]] = defaultdict(list)
    for person, name in where.items():
        people[name].append(person)
    return sum(written.filter(person__in=keys).exclude(desk=name).update(desk=name) for name, keys in people.items())
