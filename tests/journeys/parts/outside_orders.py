"""Walks over ordering without an account, the link of an order, contact persons, and orders told on the phone."""

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Contact, Person, Unit
from experts.domain import arrival
from experts.models import Arrival, Booking, BookingRequest, Expert, OutsideOrder, TaskType
from tests.journeys.pages import Address, Walk, at, somebody


def street(language: str) -> Iterator[Address]:
    """Anybody: the form, the mail's links, the order behind its link."""
    veera = Expert.objects.get(person=somebody(cast.VEERA))
    waiting = OutsideOrder.objects.get()
    came = BookingRequest.objects.get(arrival__way=Arrival.Way.SITE)
    # A link speaks the language of the person it was sent to.
    Person.objects.filter(pk__in=[waiting.person_id, came.orderer_id]).update(language=language)
    token = safe_link.token(came.arrival.link)
    yield at("outside:write", query=f"?toive={veera.public_key}")
    yield at("outside:sent")
    yield at("outside:renew")
    yield at("outside_order_link", safe_link.token(waiting.link))
    yield at("outside_order_link", "no-such-link")
    yield at("order_link", token)
    yield at("order_link", "no-such-link")
    yield at("order_contact_link", token)
    yield at("order_change_link", token)
    yield at("order_cancel_link", token)
    yield at("order_talk_link", token, "koordinaattori")
    booked = Booking.objects.filter(status=Booking.Status.CONFIRMED).first()
    link = safe_link.make("order", booked.booking_request.orderer, came.arrival.link.expires_at)
    Person.objects.filter(pk=booked.booking_request.orderer_id).update(language=language)
    Arrival.objects.update_or_create(booking_request=booked.booking_request, defaults={"way": "phone", "link": link})
    yield at("order_booking_link", safe_link.token(link), booked.pk)
    yield at("order_session_move_link", safe_link.token(link), booked.pk, booked.sessions.first().pk)


def kaisa(language: str) -> Iterator[Address]:
    """The coordinator writes orders down and looks after contact persons."""
    helvi = Contact.objects.get(person__first_name="Helvi")
    begun = arrival.begin(
        helvi.unit, helvi.person, TaskType.objects.get(code="lecture"), "phone", Actor.of(somebody(cast.KAISA).user)
    )
    yield at("booking_request:new")
    yield at("booking_request:new", query="?q=havukum")
    yield at("booking_request:new_body")
    yield at("booking_request:new_contact", helvi.unit_id)
    yield at("booking_request:new_for", helvi.unit_id, helvi.person_id)
    yield at("booking_request:entry", begun.pk)
    yield at("booking_request:page", BookingRequest.objects.get(arrival__way=Arrival.Way.SITE).pk)
    yield at("people_unit:page", Unit.objects.get(pk=helvi.unit_id).pk)
    yield at("people_unit:contact_add", helvi.unit_id)


WALKS: dict[str, Walk] = {
    "outside orders": (lambda: None, street),
    "orders told on the phone": (lambda: somebody(cast.KAISA), kaisa),
}
NO_PAGES: dict[str, str] = {
    "outside:keep": "keeps a draft while one types",
    "outside:empty": "a press",
    "booking_request:entry_discard": "a press",
    "booking_request:order_link": "a press",
    "people_unit:contact_act": "a press",
}
