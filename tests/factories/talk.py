"""A media task agreed on: what is made and where is told, and the expert has agreed to appear."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.privacy.models import Purpose
from experts.domain import booking, offer
from experts.models import Booking, BookingRequest, Offer
from tests.factories import experts, orders, people

MEDIA = {
    "medium": BookingRequest.Medium.PRESS,
    "publisher": "Esimerkin Sanomat",
    "published_where": "Lehti ja sen verkkosivu, toistaiseksi",
    "reads_first": BookingRequest.ReadsFirst.YES,
}


def order_of_media(**fields: object) -> BookingRequest:
    return orders.order_sent("media", need="Haastattelu lehteen.", **{**MEDIA, **fields})


def offer_of_media() -> Offer:
    """Aino agrees to media, and Kaisa has asked her."""
    aino = experts.aino()
    experts.consent_for(aino.person, Purpose.MEDIA)
    return orders.offer_open(aino, order_of_media())


def booking_in_media() -> Booking:
    asked = offer_of_media()
    order = asked.booking_request
    said_yes = offer.accept(asked, Actor.by_link(asked.expert.person), offer.open_times(order), appears=True)
    return booking.confirm(order, orders.main_times(order)[0], [said_yes], people.actor(people.kaisa()))[0]
