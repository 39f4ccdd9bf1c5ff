from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from experts.models import Appearance, Booking, Concern, Conversation, Offer, Post
from tests.journeys import pages

Audience = Conversation.Audience


def talked() -> Post:
    """The demo's order that everybody talks about."""
    return Post.objects.filter(conversation__audience=Audience.ALL).latest("pk")


def talker() -> Booking:
    return talked().conversation.booking_request.bookings.filter(status=Booking.Status.CONFIRMED).first()


def appearing() -> Booking:
    """The demo has no appearance agreed on: the talked-of booking is given one."""
    booking = talker()
    facts = {"words": "Suostun.", "language": "fi", "given_at": booking.confirmed_at, "via": "link"}
    Appearance.objects.get_or_create(offer=booking.offer, defaults=facts)
    return booking


def public(language: str) -> Iterator[pages.Address]:
    asked = Offer.objects.filter(status=Offer.Status.OPEN, link__isnull=False).first()
    booking = appearing()
    pages.Person.objects.filter(pk__in=[asked.expert.person_id, booking.expert.person_id]).update(language=language)
    token = safe_link.token(booking.link)
    yield pages.at("offer_talk_link", safe_link.token(asked.link))
    yield pages.at("agreement_talk_link", token, "kaikki")
    yield pages.at("concern_link", token)
    yield pages.at("appearance_link", token)


def orderer(language: str) -> Iterator[pages.Address]:
    order = talked().conversation.booking_request
    yield pages.at("experts:conversation", order.number, "koordinaattori")
    yield pages.at("experts:conversation", order.number, "kaikki")


def expert(language: str) -> Iterator[pages.Address]:
    booking = appearing()
    yield pages.at("experts:booking", booking.pk)
    yield pages.at("experts:conversation", booking.booking_request.number, "kaikki")
    yield pages.at("experts:concern", booking.pk)
    yield pages.at("experts:appearance", booking.pk)


def coordinator(language: str) -> Iterator[pages.Address]:
    order = talked().conversation.booking_request
    yield pages.at("booking_request:conversation", order.pk, "tilaaja")
    booking = talker()
    yield pages.at("booking_request:concern", booking.booking_request_id, booking.pk)
    yield pages.at("concern:index")
    yield pages.at("concern:page", Concern.objects.first().pk)


WALKS: dict[str, pages.Walk] = {
    "talk, by link": (lambda: None, public),
    "talk, staff": (lambda: pages.somebody(cast.SARI), orderer),
    "talk, expert": (lambda: talker().expert.person, expert),
    "talk, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
}
NO_PAGES: dict[str, str] = {}
