"""What an event's people are told together: changes once, a cancellation, thanks."""

from __future__ import annotations

from datetime import timedelta

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.mails import event as mails
from coordination.events.models import Event, Registration
from coordination.foundation import clock, formats
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.domain.change import Change
from coordination.people.models import Person

from . import entry
from .registration import Status, expires_at

PLACE = ("mode", "place", "directions", "venue_access", "online_url")
TOLD = ("starts_at", "ends_at", *PLACE)
LABELS = {
    "place": _("Place"),
    "directions": _("How to get there"),
    "venue_access": _("Accessibility of the place"),
    "online_url": _("Remote link"),
}
CONCERNED = (Status.INVITED, Status.REGISTERED, Status.WAITING)
NEAR = timedelta(days=1)
_span = lazy(formats.span, str)


def concerned(event: Event) -> list[Registration]:
    """Everybody a change or the cancelling is told to: invited, coming, waiting. One query."""
    rows = event.registrations.filter(status__in=CONCERNED).select_related("person__unit", "link")
    return list(rows.order_by("pk"))


def state(event: Event) -> dict:
    return {name: getattr(event, name) for name in TOLD}


def tell_changes(event: Event, was: dict) -> None:
    """Each one in one message of all the changes of a short while; what tells an older state never leaves."""
    changes = _differences(event, was)
    if not changes:
        return
    event.version += 1
    event.save(update_fields=["version"])
    rows = concerned(event)
    if rows:
        entry.put(event)
    desks = mails.desks(event, rows)
    for row in rows:
        row.event = event
        safe_link.extend(row.link, expires_at(event))
        for kind in (mails.REMINDER, mails.UNANSWERED):
            outbox.supersede(row, kind=kind)
        mails.queue(
            mails.CHANGED,
            row,
            entry.neutral(event).in_language(row.person.language),
            desks,
            about=event,
            version=event.version,
            enclosure=entry.enclosure_for(event, row.person) if row.status != Status.WAITING else None,
            changes=changes,
            urgent=event.starts_at - clock.now() < NEAR,
            valid_until=event.ends_at,
        )


def tell_cancelled(event: Event) -> None:
    entry.cancel(event)
    outbox.supersede(event)
    rows = concerned(event)
    desks = mails.desks(event, rows)
    for row in rows:
        row.event = event
        outbox.supersede(row)
        mails.queue(
            mails.CANCELLED,
            row,
            entry.neutral(event).in_language(row.person.language),
            desks,
            about=event,
            version=event.version,
            enclosure=entry.enclosure_for(event, row.person, entry.CANCEL) if row.status != Status.WAITING else None,
            urgent=True,
        )


def thank(event: Event) -> None:
    """To those who were there. Nobody is rung up to be thanked: whoever hears by phone was thanked at the door."""
    rows = event.registrations.filter(status=Status.ATTENDED).exclude(person__channel=Person.Channel.PHONE)
    there = list(rows.select_related("person__unit", "link").order_by("pk"))
    desks = mails.desks(event, there)
    for row in there:
        row.event = event
        title = entry.neutral(event).in_language(row.person.language)
        mails.queue(mails.THANKS, row, title, desks, about=row, version=event.version)


def _differences(event: Event, was: dict) -> list[Change]:
    found = []
    if (was["starts_at"], was["ends_at"]) != (event.starts_at, event.ends_at):
        old, new = _span(was["starts_at"], was["ends_at"]), _span(event.starts_at, event.ends_at)
        found.append(Change("time", pgettext_lazy("change", "Time"), old, new))
    if was["mode"] != event.mode:
        modes = dict(Event.Mode.choices)
        found.append(Change("mode", _("On the spot or remotely"), modes[was["mode"]], modes[event.mode]))
    for name, label in LABELS.items():
        if was[name] != getattr(event, name):
            found.append(Change(name, label, was[name], getattr(event, name)))
    return found
