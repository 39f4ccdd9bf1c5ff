"""An expert by experience invited to an event: an order begun with what the event knows (WT-01, OW-05)."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from coordination.events.models import Event
from coordination.foundation import clock
from coordination.people.models import Role, User

MAY = (Role.Kind.STAFF, Role.Kind.COORDINATOR)
"""An employee orders, a coordinator writes the order down for one."""


def begun(user: User, event: Event) -> dict:
    """Where the order is begun, and what the event tells of it, to be posted there: the wings are not known here.

    Empty for one who may not, and once the event is over or has begun.
    """
    planned = event.status in (Event.Status.DRAFT, Event.Status.OPEN, Event.Status.CLOSED)
    if not planned or event.starts_at <= clock.now() or not user.has_role(*MAY):
        return {}
    begins, ends = clock.local(event.starts_at), clock.local(event.ends_at)
    known = {
        "aihe": str(event.names),
        "paikka": event.place,
        "alkaa": begins.strftime("%Y-%m-%dT%H:%M"),
        "loppuu": ends.strftime("%Y-%m-%dT%H:%M"),
    }
    try:
        return {"url": reverse("experts:order_begin"), "known": known}
    except NoReverseMatch:
        return {}
