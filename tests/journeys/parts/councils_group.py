"""Walks over a developer-client group's pages."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from councils.models import Council
from tests.journeys import pages


def leader(language: str) -> Iterator[pages.Address]:
    key = Council.objects.get(kind=Council.Kind.DEVELOPER_GROUP).pk
    yield pages.at("council_group:page", key)
    yield pages.at("council_group:problems", key)


WALKS: dict[str, pages.Walk] = {"group, leader": (lambda: pages.somebody(cast.ELINA), leader)}
NO_PAGES: dict[str, str] = {
    "council_group:certificate": "a PDF",
    "council_group:export": "a file",
    "council_group:problem": "a press: leads back to the sheet",
    "council_group:press": "a press: leads back to the sheet",
}
