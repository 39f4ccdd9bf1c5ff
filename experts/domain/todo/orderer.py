"""What waits for one who ordered: drafts, ticks, whether it was held, the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation.todo import Todo
from coordination.people.models import Person
from experts.models import Booking, BookingRequest, Debrief

from . import briefing, moving


def for_orderer(person: Person) -> list[Todo]:
    """The person's own orders that wait for the person. Due times are aware."""
    return [*moving.asked_of_orderer(person), *briefing.of_orderer(person), *_bookings(person), *_drafts(person)]


def _drafts(person: Person) -> Iterator[Todo]:
    for order in BookingRequest.objects.filter(orderer=person, status=BookingRequest.Status.DRAFT).select_related(
        "task_type"
    ):
        yield Todo(
            title=_("Finish your order: %(task)s") % {"task": order.topic or order.task_type},
            text=_("Nobody else sees it before you send it."),
            url=reverse("experts:order", args=[order.number]),
            button=_("Go on"),
            tone="wait",
        )


def _bookings(person: Person) -> Iterator[Todo]:
    rows = Booking.objects.filter(
        booking_request__orderer=person, status__in=[Booking.Status.CONFIRMED, Booking.Status.HELD]
    )
    for booking in rows.select_related("booking_request__task_type", "agreement").prefetch_related(
        "debriefs", "sessions"
    ):
        todo = _of(booking)
        if todo:
            yield todo


def _of(booking: Booking) -> Todo | None:
    url = reverse("experts:booking", args=[booking.pk])
    text = f"{booking.booking_request.task_type}, {booking.coming.together}"
    if booking.lacks_agreement_of("orderer"):
        title = _("Agree on confidentiality, roles and division of work")
        return Todo(title=title, text=text, url=url, button=_("Read and agree"), due=booking.starts_at)
    if booking.status == Booking.Status.CONFIRMED and booking.has_untold:
        return Todo(title=_("Did the meeting take place?"), text=text, url=url, button=_("Tell"), tone="late")
    told = any(debrief.side == Debrief.Side.ORDERER for debrief in booking.debriefs.all())
    if booking.status == Booking.Status.HELD and not told:
        return Todo(title=_("How did it go?"), text=text, url=url, button=_("Tell"))
    return None
