"""Walks over what came of it: the members' page, the leaders' pages, the recipient's link."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from councils.models import Forwarding
from tests.journeys import pages

Status = Forwarding.Status


def way(status: str) -> Forwarding:
    return Forwarding.objects.filter(status=status, link__isnull=False).select_related("statement").first()


def public(language: str) -> Iterator[pages.Address]:
    """A link that waits for its answer, and one behind which there is an answer to correct."""
    for row in (way(Status.SILENT), way(Status.ANSWERED)):
        pages.Person.objects.filter(pk=row.recipient_id).update(language=language)
        yield pages.at("statement_link", safe_link.token(row.link))


def member(language: str) -> Iterator[pages.Address]:
    yield pages.at("councils:follow_up")


def leader(language: str) -> Iterator[pages.Address]:
    row = way(Status.SILENT)
    council, statement = row.statement.council_id, row.statement_id
    yield pages.at("council_statement:index", council)
    yield pages.at("council_statement:figures", council)
    yield pages.at("council_statement:new", council)
    yield pages.at("council_statement:page", council, statement)
    for name in ("change", "forward", "in_use", "close"):
        yield pages.at(f"council_statement:{name}", council, statement)
    for name in ("answer", "called"):
        yield pages.at(f"council_statement:{name}", council, statement, row.pk)


WALKS: dict[str, pages.Walk] = {
    "what came of it, by link": (lambda: None, public),
    "what came of it, member": (lambda: pages.somebody(cast.MATTI), member),
    "what came of it, leader": (lambda: pages.somebody(cast.ELINA), leader),
}
NO_PAGES: dict[str, str] = {"council_statement:publish": "a press that leads back to the statement"}
