"""An expert by experience invited to an event: an order begun with what the event knows (WT-01, OW-05)."""

from __future__ import annotations

from datetime import datetime

from django.urls import NoReverseMatch, reverse

from coordination.events.models import Event
from coordination.foundation import clock
from coordination.people.models import Role, User

MAY = (Role.Kind.STAFF, Role.Kind.COORDINATOR)
"""An employee orders, a coordinator writes the order down for one."""

MINUTE = "%Y-%m-%dT%H:%M"


def begun(user: User, event: Event) -> dict:
    """Where the order is begun, and what the event tells of it, to be posted there: the wings are not known here.

    Empty for one who may not, and once the event is over or has begun.
    """
    planned = event.status in (Event.Status.DRAFT, Event.Status.OPEN, Event.Status.CLOSED)
    if not planned or event.starts_at <= clock.now() or not user.has_role(*MAY):
        return {}
    return of(topic=str(event.names), place=event.place, starts_at=event.starts_at, ends_at=event.ends_at)


def of(*, topic: str, place: str, starts_at: datetime, ends_at: datetime) -> dict:
    """The same of anything with a topic, a place and its times, a meeting of a council too; in Helsinki time.

    Empty where there is no wing that takes orders. Who may is asked elsewhere (`MAY`).
    """
    known = {
        "aihe": topic,
        "paikka": place,
        "alkaa": clock.local(starts_at).strftime(MINUTE),
        "loppuu": clock.local(ends_at).strftime(MINUTE),
    }
    try:
        return {"url": reverse("experts:order_begin"), "known": known}
    except NoReverseMatch:
        return {}
