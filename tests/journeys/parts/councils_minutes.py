from __future__ import annotations

from collections.abc import Iterator

from coordination.calendar.models import Action
from coordination.demo import cast
from councils.models import Meeting, Minutes
from tests.journeys import pages

Status = Minutes.Status


def latest(status: str) -> Minutes:
    """Of the council that Matti belongs to."""
    found = Minutes.objects.filter(status=status, meeting__council__names__fi="Aikuissosiaalityön asiakasraati")
    return found.select_related("meeting").order_by("meeting__starts_at").last()


def on_now() -> Meeting:
    return Meeting.objects.get(status=Meeting.Status.OPEN, began_at__isnull=False)


def leader(language: str) -> Iterator[pages.Address]:
    waiting, approved = latest(Status.COMMENTABLE).meeting, latest(Status.APPROVED).meeting
    yield pages.at("meeting_minutes:page", waiting.pk)
    yield pages.at("meeting_minutes:page", approved.pk)
    yield pages.at("meeting_minutes:plain", waiting.pk)
    yield pages.at("meeting_minutes:public", approved.pk)
    yield pages.at("meeting_minutes:approve", waiting.pk)
    yield pages.at("meeting_minutes:history", approved.pk)
    yield pages.at("meeting_live:page", approved.pk)
    yield pages.at("council_action:index", waiting.council_id)
    yield pages.at("council_action:end", waiting.council_id, Action.objects.open().first().pk)


def coordinator(language: str) -> Iterator[pages.Address]:
    meeting = on_now()
    yield pages.at("meeting_live:page", meeting.pk)
    yield pages.at("meeting_live:page", meeting.pk, query="?iso=1")
    yield pages.at("meeting_live:end", meeting.pk)


def member(language: str) -> Iterator[pages.Address]:
    yield pages.at("councils:minutes", latest(Status.COMMENTABLE).pk)
    yield pages.at("councils:minutes", latest(Status.APPROVED).pk, query="?selko=1")


def owner(language: str) -> Iterator[pages.Address]:
    yield pages.at("councils:action", Action.objects.open().filter(owner__email=cast.VILLE.email).first().pk)


WALKS: dict[str, pages.Walk] = {
    "minutes, leader": (lambda: pages.somebody(cast.ELINA), leader),
    "minutes, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
    "minutes, member": (lambda: pages.somebody(cast.MATTI), member),
    "minutes, owner": (lambda: pages.somebody(cast.VILLE), owner),
}
NO_PAGES: dict[str, str] = {
    "meeting_live:keep": "answers in JSON while one types",
    "meeting_live:attend": "leads back to the meeting",
    "meeting_live:begin": "leads to the meeting",
    "meeting_live:action": "leads back to the meeting",
    "meeting_minutes:archive": "a file",
    "meeting_minutes:metadata": "a file",
}
