"""What is written of events: subjects neutral, bodies when and where, and what the event is only if everybody may know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.module_loading import import_string

from coordination.events.models import Event, Registration
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.domain.outbox import Enclosure
from coordination.messaging.models import Message

INVITED = "events.event.invited"
SERIES_INVITED = "events.series.invited"
CONFIRMED = "events.registration.confirmed"
WAITING = "events.registration.waiting"
MOVED_UP = "events.registration.moved_up"
REMINDER = "events.event.reminder"
UNANSWERED = "events.event.unanswered"
CHANGED = "events.event.changed"
CANCELLED = "events.event.cancelled"
THANKS = "events.event.thanks"
# Whose desks the messages of a recruitment's first event lie on. Campaigns stand above, so it is named, not imported.
DESK = "coordination.recruitment.permissions.desk.of_event"


Desks = Mapping[int, str]
"""By the keys of people: on which desk what is written to each of them lies."""


def desks(event: Event, registrations: Iterable[Registration]) -> Desks:
    """Asked once for all who are written to, since it takes queries."""
    return import_string(DESK)(event, [row.person_id for row in registrations])


def answer(
    kind: str, registration: Registration, title: str, lie_on: Desks, enclosure: Enclosure | None = None
) -> Message:
    """What became of an invitation or a registration; told again each time it turns out anew."""
    version = next_version(kind, registration)
    return queue(kind, registration, title, lie_on, about=registration, version=version, enclosure=enclosure)


def series(
    registration: Registration, title: str, lie_on: Desks, events: Sequence[Event], enclosure: Enclosure | None
) -> Message:
    """One invitation to all the times of a series."""
    version = next_version(SERIES_INVITED, registration)
    return queue(
        SERIES_INVITED,
        registration,
        title,
        lie_on,
        about=registration,
        version=version,
        enclosure=enclosure,
        context={"events": events},
    )


def remind(kind: str, registration: Registration, title: str, lie_on: Desks, part: int) -> Message:
    """To one who has not answered, or who comes; never after the event has begun."""
    event = registration.event
    until = event.starts_at
    told = {"about": registration, "version": event.version, "part": part, "valid_until": until}
    return queue(kind, registration, title, lie_on, **told)


def queue(
    kind: str,
    registration: Registration,
    title: str,
    lie_on: Desks,
    *,
    about: models.Model,
    version: int,
    enclosure: Enclosure | None = None,
    context: dict[str, Any] | None = None,
    **more: object,
) -> Message:
    """One message of an event to one person, with the link and the code to answer by."""
    event = registration.event
    contact = event.coordinator
    return outbox.queue(
        kind,
        to=registration.person,
        context={**facts(registration, title), **(context or {})},
        about=about,
        version=version,
        names=[contact] if contact != registration.person else [],
        enclosures=[enclosure] if enclosure else [],
        reply_to=contact.email,
        desk=lie_on[registration.person_id],
        **more,
    )


def facts(registration: Registration, title: str) -> dict[str, Any]:
    """What the texts of an event are given."""
    link = registration.link
    return {
        "title": title,
        "event": registration.event,
        "registration": registration,
        "holder": registration.event.coordinator,
        "link": safe_link.placeholder(link) if link else "",
        "code": safe_link.code_placeholder(link) if link else "",
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
    }


def next_version(kind: str, registration: Registration) -> int:
    """One above those written so far, so that a place given back and taken again is told of again."""
    last = Message.objects.filter(about=outbox.cause(registration), kind=kind).aggregate(last=models.Max("version"))
    return 0 if last["last"] is None else last["last"] + 1
