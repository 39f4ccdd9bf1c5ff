"""Walks over invitations: behind a personal link, in the portal, and the leaders' pages of who comes."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from councils.models import Invitation, Meeting
from tests.journeys import pages


def coming() -> Meeting:
    """The demo's open meeting that people have answered to."""
    open_ones = Meeting.objects.upcoming().told().filter(invitations__role=Invitation.Role.GUEST)
    return open_ones.distinct().latest("starts_at")


def invited(**facts: str) -> Invitation:
    return coming().invitations.filter(**facts).select_related("link", "person").order_by("pk").first()


def public(language: str) -> Iterator[pages.Address]:
    for row in (invited(role="member", answer="yes"), invited(role="guest"), invited(role="substitute")):
        pages.Person.objects.filter(pk=row.person_id).update(language=language)
        yield pages.at("meeting_link", safe_link.token(row.link))


def matti(language: str) -> Iterator[pages.Address]:
    yield pages.at("councils:answer", invited(person__first_name="Matti").pk)


def elina(language: str) -> Iterator[pages.Address]:
    meeting = coming()
    yield pages.at("meeting_answers:page", meeting.pk)
    yield pages.at("meeting_answers:guest", meeting.pk)
    yield pages.at("meeting_answers:enter", meeting.pk, invited(role="member").pk)
    yield pages.at("meeting_change:page", meeting.pk)
    yield pages.at("meeting_cancel:page", meeting.pk)


WALKS: dict[str, pages.Walk] = {
    "invited, by link": (lambda: None, public),
    "member, invited": (lambda: pages.somebody(cast.MATTI), matti),
    "leader, who comes": (lambda: pages.somebody(cast.ELINA), elina),
}
NO_PAGES: dict[str, str] = {
    "meeting_link_file": "a calendar file",
    "councils:answer_file": "a calendar file",
    "meeting_answers:call": "only takes a press",
    "meeting_answers:press": "only takes a press",
}
