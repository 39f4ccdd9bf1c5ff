"""Walks over a council itself: its page, its members, its public face."""

from __future__ import annotations

from collections.abc import Iterator

from django.core import signing

from coordination.demo import cast
from councils.models import Council, Minutes
from tests.journeys.pages import Address, Walk, at, somebody


def _adult() -> Council:
    return Council.objects.get(staff__person=somebody(cast.VILLE), kind="client_council")


def elina(language: str) -> Iterator[Address]:
    """The leader: the overview, everything that can be changed, the members."""
    council = _adult()
    pk = council.pk
    yield at("council:index")
    yield at("council:page", pk)
    for part in ("tiedot", "kokoukset", "raha", "saannot"):
        yield at("council:change", pk, part)
    for name in ("promise", "renew", "end", "staff_add", "members", "member_find", "member_write"):
        yield at(f"council:{name}", pk)
    ville = council.staff.get(person=somebody(cast.VILLE)).pk
    for name in ("staff_change", "staff_end", "staff_hours"):
        yield at(f"council:{name}", pk, ville)
    seat = council.memberships.get(person=somebody(cast.MATTI)).pk
    for name in ("member_role", "member_agree", "member_leave"):
        yield at(f"council:{name}", pk, seat)
    token = signing.dumps([pk, somebody(cast.SARI).pk], salt="councils.found")
    yield at("council:member_admit", pk, token)


def kaisa(language: str) -> Iterator[Address]:
    """The coordinator founds councils, and sees what one lacks."""
    yield at("council:found")
    yield at("council:page", Council.objects.get(names__fi="Digiraati").pk)


def reader(language: str) -> Iterator[Address]:
    """Everybody: the published minutes, official and plain."""
    record = Minutes.objects.public().first()
    if record is not None:
        yield at("council_street:minutes", record.meeting.council_id, record.pk)
        if record.plain_read_on:
            yield at("council_street:plain", record.meeting.council_id, record.pk)


WALKS: dict[str, Walk] = {
    "leader, council": (lambda: somebody(cast.ELINA), elina),
    "coordinator, councils": (lambda: somebody(cast.KAISA), kaisa),
    "reader, councils": (lambda: None, reader),
}
NO_PAGES: dict[str, str] = {
    "council:index_results": "a part of the list",
    "cms:council": "leads on to the council's page",
    "council_feed:calendar": "a file",
    "council_feed:minutes": "a feed",
    "council_feed:minutes_rss": "a feed",
}
