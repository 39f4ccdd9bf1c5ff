from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from experts.models import Booking, Expert, ServiceArea, Stopping
from tests.journeys import pages


def carded() -> Booking:
    """The demo's booking with a card that has been filled in."""
    return Booking.objects.filter(agreement__card_version__gt=0).latest("pk")


def public(language: str) -> Iterator[pages.Address]:
    booking = carded()
    pages.Person.objects.filter(pk=booking.expert.person_id).update(language=language)
    token = safe_link.token(booking.link)
    yield pages.at("agreement_card_link", token)
    yield pages.at("briefing_link", token)


def orderer(language: str) -> Iterator[pages.Address]:
    booking = carded()
    yield pages.at("experts:booking", booking.pk)
    yield pages.at("experts:agreement_card", booking.pk)
    yield pages.at("experts:briefing", booking.pk)


def expert(language: str) -> Iterator[pages.Address]:
    """One who has told of heavy things, and has bookings to come."""
    heavy = ServiceArea.objects.get(code="mental-health")
    yield pages.at("experts:stopping")
    yield pages.at("experts:stopping_leave")
    yield pages.at("experts:stopping_end")
    yield pages.at("experts:stopping_consent", "cv_own")
    yield pages.at("experts:stopping_topic", heavy.pk)


def resting(language: str) -> Iterator[pages.Address]:
    """The same one on a break."""
    Expert.objects.filter(person=pages.somebody(cast.GORAN)).update(status=Expert.Status.LEAVE)
    yield pages.at("experts:stopping_back")


def coordinator(language: str) -> Iterator[pages.Address]:
    stopped = Stopping.objects.latest("pk")
    booking = carded()
    yield pages.at("expert:stopping", stopped.expert_id, stopped.pk)
    yield pages.at("expert:page", stopped.expert_id)
    yield pages.at("expert:check", booking.expert_id)
    yield pages.at("booking_request:card", booking.booking_request_id, booking.pk)
    yield pages.at("booking_request:briefing", booking.booking_request_id, booking.pk)


WALKS: dict[str, pages.Walk] = {
    "stopping, in public": (lambda: None, public),
    "stopping, orderer": (lambda: pages.somebody(cast.SARI), orderer),
    "stopping, expert": (lambda: pages.somebody(cast.GORAN), expert),
    "stopping, resting": (lambda: pages.somebody(cast.GORAN), resting),
    "stopping, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
}
NO_PAGES: dict[str, str] = {
    "experts:agreement_card_pdf": "a file",
    "agreement_card_pdf_link": "a file",
    "expert:stopping_seen": "a press",
}
