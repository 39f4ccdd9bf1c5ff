"""What waits for a coordinator: groups of the same kind of work, oldest first, counts that do not grow with the rows shown."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from experts.models import Booking, BookingRequest, CVRevision, Debrief, Expert, Offer, RequestedTime, language_names

from . import contacts, moving, remark, stopping, support, talk

SHOWN = 10


def for_coordinator(user: User) -> list[Todo]:
    """The work of the branches the user coordinates. Due times are aware."""
    return [
        *talk.concerns(user),
        *moving.claims(user),
        *_orders_to_match(user),
        *_answers_in(user),
        *talk.unread_of_coordinator(user),
        *talk.appearances_gone(user),
        *stopping.for_coordinator(user),
        *_debriefs_asking(user),
        *_debriefs_late(user),
        *_cvs_waiting(user),
        *remark.for_coordinator(user),
        *contacts.to_check(user),
        *support.for_coordinator(user),
    ]


def _order_url(order: BookingRequest) -> str:
    return reverse("booking_request:page", args=[order.pk])


def _named(order: BookingRequest) -> str:
    return f"{order.number} {order.task_type}, {order.unit}"


def _when(order: BookingRequest) -> str:
    """The first time asked for, short: the sooner it is, the sooner somebody must be found."""
    mains = [each for each in order.times.all() if each.kind == RequestedTime.Kind.MAIN]
    first = min(mains, key=lambda each: each.starts_at, default=None)
    return formats.span(first.starts_at, first.ends_at) if first else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _orders_to_match(user: User) -> Iterator[Todo]:
    rows = BookingRequest.objects.coordinated_by(user).waiting().select_related("task_type", "unit").order_by("sent_at")
    for order in rows.prefetch_related("times")[:SHOWN]:
        arrived = _("Arrived %(moment)s") % {"moment": formats.moment(order.sent_at)}
        yield Todo(
            title=_named(order),
            text=_joined(order.topic, _when(order), arrived),
            url=_order_url(order),
            button=_("Find an expert"),
            group=_("Find an expert"),
        )


def _answers_in(user: User) -> Iterator[Todo]:
    accepted = Offer.objects.filter(booking_request=OuterRef("pk"), status=Offer.Status.ACCEPTED)
    rows = BookingRequest.objects.coordinated_by(user).filter(Exists(accepted), status=BookingRequest.Status.OFFERED)
    for order in rows.select_related("task_type", "unit").prefetch_related("times").order_by("sent_at")[:SHOWN]:
        yield Todo(
            title=_named(order),
            text=_joined(order.topic, _when(order), _("An expert has accepted.")),
            url=_order_url(order),
            button=_("Confirm a time"),
            group=_("Confirm a time"),
        )


def _debriefs_asking(user: User) -> Iterator[Todo]:
    asking = [Debrief.Next.CALL, Debrief.Next.SUPERVISION]
    rows = Debrief.objects.filter(
        Q(next__in=asking) | Q(feeling=Debrief.Feeling.HEAVY),
        handled_at=None,
        booking__booking_request__in=BookingRequest.objects.coordinated_by(user),
    )
    for debrief in rows.select_related(
        "booking__booking_request__task_type",
        "booking__booking_request__unit",
        "booking__booking_request__orderer",
        "booking__expert__person",
    ).order_by("recorded_at")[:SHOWN]:
        order = debrief.booking.booking_request
        said = debrief.get_next_display() if debrief.next in asking else debrief.get_feeling_display()
        text = f"{_teller(debrief).full_name}: {said}"
        yield Todo(
            title=_named(order),
            text=text,
            url=_order_url(order),
            button=_("Take care of it"),
            group=_("Somebody asked for you"),
        )


def _teller(debrief: Debrief) -> Person:
    booking = debrief.booking
    return booking.expert.person if debrief.side == Debrief.Side.EXPERT else booking.booking_request.orderer


def _debriefs_late(user: User) -> Iterator[Todo]:
    rows = Booking.objects.debrief_overdue().filter(booking_request__in=BookingRequest.objects.coordinated_by(user))
    for booking in rows.select_related("booking_request__task_type", "booking_request__unit").order_by("ends_at")[
        :SHOWN
    ]:
        yield Todo(
            title=_named(booking.booking_request),
            text=_("Held %(day)s, the debrief is missing.") % {"day": formats.day(clock.local(booking.ends_at))},
            url=_order_url(booking.booking_request),
            button=_("Look"),
            tone="late",
            group=_("Debrief overdue"),
        )


def _cvs_waiting(user: User) -> Iterator[Todo]:
    experts = Expert.objects.coordinated_by(user)
    rows = CVRevision.objects.filter(status=CVRevision.Status.SUBMITTED, cv__expert__in=experts).select_related(
        "cv__expert__person"
    )
    for revision in rows.order_by("submitted_at")[:SHOWN]:
        yield Todo(
            title=revision.cv.expert.person.full_name,
            text=_("A CV waits for you to read it (%(language)s).")
            % {"language": language_names.name(revision.cv.language)},
            url=reverse("expert:cv_approval", args=[revision.pk]),
            button=_("Read and approve"),
            group=_("CVs to approve"),
        )
