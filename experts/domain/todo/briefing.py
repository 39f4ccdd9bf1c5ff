"""Before a client meeting: has the client's situation been talked through (CM-09)? Before a break ends: do you come back?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person
from experts.models import Booking, Expert

SOON = timedelta(days=7)


def of_orderer(person: Person) -> Iterator[Todo]:
    """Client meetings within a week that nobody has told a talk of. One query; due times are aware."""
    now = clock.now()
    rows = Booking.objects.upcoming().filter(
        booking_request__orderer=person,
        booking_request__client_meeting=True,
        briefing=None,
        starts_at__gt=now,
        starts_at__lte=now + SOON,
    )
    for booking in rows.select_related("booking_request__task_type"):
        yield Todo(
            title=_("Talk with the expert before the meeting"),
            text=f"{booking.booking_request.task_type}, {formats.span(booking.starts_at, booking.ends_at)}",
            url=reverse("experts:briefing", args=[booking.pk]),
            button=_("We have talked"),
            due=booking.starts_at,
        )


def of_leave(expert: Expert) -> Iterator[Todo]:
    """A break whose end has been asked of."""
    if expert.status == Expert.Status.LEAVE and expert.leave_asked_on and expert.leave_until:
        yield Todo(
            title=_("Your break ends on %(day)s. Do you come back?") % {"day": formats.day(expert.leave_until)},
            text=_("If you do nothing, you may be asked again after it."),
            url=reverse("experts:stopping_back"),
            button=_("Tell"),
        )
