"""What waits of events: invitations to answer, doors to mark, tasks one has taken on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.calendar.models import Action
from coordination.events.models import Event, Organiser, Registration
from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User

from . import task

SHOWN = 10


def for_person(person: Person) -> Iterator[Todo]:
    """Invitations without an answer, and today's doors of those who help to arrange."""
    rows = Registration.objects.filter(
        person=person,
        status=Registration.Status.INVITED,
        event__status=Event.Status.OPEN,
        event__starts_at__gt=clock.now(),
        event__series=None,
    )
    for row in rows.select_related("event").order_by("event__starts_at")[:SHOWN]:
        yield Todo(
            title=_("Are you coming? %(name)s") % {"name": row.event.names},
            text=formats.span(row.event.starts_at, row.event.ends_at),
            url=reverse("events:event", args=[row.event_id]),
            button=_("Answer the invitation"),
            due=row.event.registration_until,
        )
    if person.user is not None:
        yield from _doors(Event.objects.filter(pk__in=Organiser.objects.in_service(person.user).values("event")))


def for_arranger(user: User) -> Iterator[Todo]:
    """For the office: doors that nobody has closed, drafts that come near, tasks that are late."""
    led = Event.objects.led_by(user)
    yield from _doors(led)
    person = user.as_person()
    rows = Action.objects.open().filter(owner=person, about__startswith=f"{task.LABEL}:", due_on__lte=clock.today())
    late = list(rows.order_by("due_on")[:SHOWN])
    names = dict(Event.objects.filter(pk__in=[task.event_of(row) for row in late]).values_list("pk", "names"))
    for row in late:
        event, is_late = task.event_of(row), row.due_on < clock.today()
        when = _("Late, was due %(day)s") % {"day": formats.day(row.due_on)} if is_late else pgettext("todo", "Today")
        yield Todo(
            title=row.what,
            text=f"{names.get(event, '')} · {when}",
            url=reverse("event:page", args=[event]) + "#tehtavat",
            button=_("Open the event"),
            due=datetime.combine(row.due_on, time(23, 59), tzinfo=clock.HELSINKI),
            tone="late" if is_late else "act",
            group=pgettext("todo", "Events"),
        )


def _doors(events: object) -> Iterator[Todo]:
    """Events of today and earlier that have not been marked as held."""
    begun = events.filter(status__in=[Event.Status.OPEN, Event.Status.CLOSED])
    for event in begun.filter(starts_at__lte=clock.now()).order_by("starts_at")[:SHOWN]:
        is_over = event.ends_at < clock.now()
        yield Todo(
            title=_("Mark who was there: %(name)s") % {"name": event.names},
            text=formats.span(event.starts_at, event.ends_at),
            url=reverse("events:door", args=[event.pk]),
            button=_("To the door"),
            tone="act" if is_over else "first",
            group=pgettext("todo", "Events"),
        )
