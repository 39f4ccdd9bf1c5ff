"""Walks over the topic bank, for a member and for the leaders, and the street's form for ideas."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.feedback.models import Suggestion
from councils.models import Council, Topic
from tests.journeys import pages


def council() -> Council:
    return Topic.objects.filter(status=Topic.Status.PARKED).first().council


def street(language: str) -> Iterator[pages.Address]:
    yield pages.at("council_street:suggest", council().pk)
    yield pages.at("council_street:suggest_any")
    yield pages.at("council_street:suggested")


def member(language: str) -> Iterator[pages.Address]:
    yield pages.at("councils:topics")


def leader(language: str) -> Iterator[pages.Address]:
    key = council().pk
    yield pages.at("council_topic:index", key)
    yield pages.at("council_topic:new", key)
    for status in (Topic.Status.PROPOSED, Topic.Status.PARKED):
        yield pages.at("council_topic:page", key, Topic.objects.filter(council=key, status=status).first().pk)
    yield pages.at("council_topic:suggestion", key, Suggestion.objects.waiting().first().pk)


WALKS: dict[str, pages.Walk] = {
    "topics, street": (lambda: None, street),
    "topics, member": (lambda: pages.somebody(cast.MATTI), member),
    "topics, leader": (lambda: pages.somebody(cast.ELINA), leader),
}
NO_PAGES: dict[str, str] = {
    "councils:topic_support": "a press: leads back to the bank",
    "council_topic:press": "a press: leads back to the topic",
}
