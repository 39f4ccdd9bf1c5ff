"""Walks over events: the site, a personal link, one's own, the door, planning and who comes in the back office."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.events.models import Event, EventSeries, Registration
from coordination.messaging.domain import safe_link
from coordination.people.models import Person
from tests.journeys import pages

Kind = Event.Kind


def of(kind: str) -> Event:
    return Event.objects.filter(kind=kind, series=None).latest("starts_at")


def street(language: str) -> Iterator[pages.Address]:
    """Anybody: the list, events open, full and past, registering, an idea, the link of one who waits."""
    evening = of(Kind.INFO)
    waiting = evening.registrations.waiting().first()
    Person.objects.filter(pk=waiting.person_id).update(language=language)
    token = safe_link.token(waiting.link)
    yield pages.at("event_street:index")
    yield pages.at("event_street:event", of(Kind.NETWORK_DAY).pk)
    yield pages.at("event_street:event", of(Kind.THEME_DAY).pk)
    yield pages.at("event_street:register", evening.pk)
    yield pages.at("event_street:thanks", evening.pk)
    yield pages.at("event_street:ideas", of(Kind.THEME_DAY).pk)
    yield pages.at("event_link", token)
    yield pages.at("event_link", "no-such-link")
    yield pages.at("event_link_idea", token)


def matti(language: str) -> Iterator[pages.Address]:
    yield pages.at("events:mine")
    yield pages.at("events:event", of(Kind.KICK_OFF).pk)


def sari(language: str) -> Iterator[pages.Address]:
    """The door, with the list marked and unmarked."""
    yield pages.at("events:door", of(Kind.THEME_DAY).pk)
    yield pages.at("events:door", of(Kind.INFO).pk)


def kaisa(language: str) -> Iterator[pages.Address]:
    kick_off, evening = of(Kind.KICK_OFF), of(Kind.INFO)
    row = Registration.objects.filter(event=evening).first()
    yield pages.at("event:index")
    yield pages.at("event:new")
    yield pages.at("event:figures")
    yield pages.at("event:forgetting")
    yield pages.at("event:page", kick_off.pk)
    yield pages.at("event:change", kick_off.pk)
    yield pages.at("event:copy", kick_off.pk)
    yield pages.at("event:cancel", kick_off.pk)
    yield pages.at("event:programme", kick_off.pk)
    yield pages.at("event:task", kick_off.pk)
    yield pages.at("event:organiser", kick_off.pk)
    yield pages.at("event:people", evening.pk)
    yield pages.at("event:invite", evening.pk)
    yield pages.at("event:write_down", evening.pk)
    yield pages.at("event:enter", evening.pk, row.pk)
    series = EventSeries.objects.filter(kind=Kind.SUPERVISION).first()
    yield pages.at("event_series:index")
    yield pages.at("event_series:new")
    yield pages.at("event_series:page", series.pk)
    yield pages.at("event_series:add", series.pk)
    yield pages.at("event_series:invite", series.pk)


WALKS: dict[str, pages.Walk] = {
    "events, anybody": (lambda: None, street),
    "member, events": (lambda: pages.somebody(cast.MATTI), matti),
    "staff, the door": (lambda: pages.somebody(cast.SARI), sari),
    "coordinator, events": (lambda: pages.somebody(cast.KAISA), kaisa),
}
PRESS, FILE = "only takes a press", "a file"
NO_PAGES: dict[str, str] = {
    "event_link_file": "a calendar file",
    "events:file": "a calendar file",
    "event_feed:calendar": "a calendar file",
    "event_feed:event": "a calendar file",
    "event:list": FILE,
    "event:press": PRESS,
    "event:programme_remove": PRESS,
    "event:task_tick": PRESS,
    "event:organiser_remove": PRESS,
    "event_series:press": PRESS,
    "events:door_press": PRESS,
    "events:door_walk_in": PRESS,
    "events:door_idea": PRESS,
    "events:door_held": PRESS,
}
