"""Questions about another time, and meetings where nobody came by the expert's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from experts.models import BookingRequest, Session, TimeChange, TimeChangeAnswer

SHOWN = 10


def asked_of_expert(person: Person) -> Iterator[Todo]:
    """Of meetings to which the person comes as an expert."""
    return _asked(person, ~Q(change__time__booking_request__orderer=person))


def asked_of_orderer(person: Person) -> Iterator[Todo]:
    """Of meetings the person ordered."""
    return _asked(person, Q(change__time__booking_request__orderer=person))


def _asked(person: Person, which: Q) -> Iterator[Todo]:
    rows = TimeChangeAnswer.objects.filter(which, person=person, answer="", change__status=TimeChange.Status.OPEN)
    rows = rows.filter(change__expires_at__gt=clock.now()).select_related("change__time__booking_request__task_type")
    for row in rows.order_by("change__expires_at")[:SHOWN]:
        change = row.change
        yield Todo(
            title=_("Would another time suit? %(task)s") % {"task": change.time.booking_request.task_type},
            text=formats.span(change.starts_at, change.ends_at),
            url=reverse("experts:time_change", args=[change.pk]),
            button=_("Read and answer"),
            due=change.expires_at,
        )


def claims(user: User) -> Iterator[Todo]:
    """The expert says: I was there, nobody came. The coordinator finds out."""
    orders = BookingRequest.objects.coordinated_by(user)
    rows = Session.objects.planned().filter(claimed_at__isnull=False, booking__booking_request__in=orders)
    rows = rows.select_related("booking__booking_request__task_type", "booking__booking_request__unit")
    for session in rows.select_related("booking__expert__person").order_by("claimed_at")[:SHOWN]:
        order, person = session.booking.booking_request, session.booking.expert.person
        words = {"name": person.full_name, "when": formats.span(session.starts_at, session.ends_at)}
        yield Todo(
            title=f"{order.number} {order.task_type}, {order.unit}",
            text=_("%(name)s was there, nobody came: %(when)s.") % words,
            url=reverse("booking_request:session_tell", args=[order.pk, session.booking_id, session.pk]),
            button=_("Find out and note it"),
            tone="late",
            group=_("Nobody came"),
        )
