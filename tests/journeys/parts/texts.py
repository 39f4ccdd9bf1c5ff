"""Walks by the texts of messages, wishes for notices, sending again and a new coordinator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from coordination.demo import cast
from coordination.foundation import clock
from coordination.messaging.domain import notice, safe_link
from coordination.messaging.models import Message
from coordination.people.models import Role, UnitAgreement
from experts.models import BookingRequest
from tests.journeys.pages import Address, Walk, at, somebody


def by_link(language: str) -> Iterator[Address]:
    veera = somebody(cast.VEERA)
    type(veera).objects.filter(pk=veera.pk).update(language=language)
    link = safe_link.make(notice.PURPOSE, veera, clock.now() + timedelta(days=9))
    yield at("messaging:notice", safe_link.token(link), query="?ryhma=cv")
    yield at("messaging:notice", "no-such-link")


def veera(language: str) -> Iterator[Address]:
    yield at("portal:notices")


def ended_role() -> Role:
    """Sari coordinated until yesterday; Kaisa goes on."""
    sari, yesterday = somebody(cast.SARI), clock.today() - timedelta(days=1)
    days = {"starts_on": yesterday - timedelta(days=9), "ends_on": yesterday}
    return Role.objects.get_or_create(person=sari, kind=Role.Kind.COORDINATOR, unit=sari.unit, defaults=days)[0]


def kaisa(language: str) -> Iterator[Address]:
    veera = somebody(cast.VEERA)
    sent = Message.objects.filter(person=veera, status=Message.Status.SENT, secret=False).first()
    order = BookingRequest.objects.filter(status=BookingRequest.Status.CONFIRMED).first()
    yield at("message_text:index")
    yield at("message_text:page", "experts.offer.ask", query=f"?henkilo={veera.pk}&kuka=V&kieli={language}")
    yield at("notices:person", veera.pk)
    yield at("outbox:again", sent.pk)
    yield at("booking_request:again", order.pk)
    yield at("coordinator_change:agreement", UnitAgreement.objects.first().pk)
    yield at("coordinator_change:ended", ended_role().pk)
    yield at("coordinator_change:role", Role.objects.filter(kind=Role.Kind.COORDINATOR).first().pk)


WALKS: dict[str, Walk] = {
    "notices by link": (lambda: None, by_link),
    "notices of one's own": (lambda: somebody(cast.VEERA), veera),
    "texts of messages": (lambda: somebody(cast.KAISA), kaisa),
}
NO_PAGES: dict[str, str] = {"messaging:notice_off": "for the mail program; looked at, it leads to the page of wishes"}
