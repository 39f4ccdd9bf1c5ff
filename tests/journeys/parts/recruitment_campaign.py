"""Walks over recruitments: the public pages, and the screens of those who recruit."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.recruitment.models import Campaign
from tests.journeys.pages import Address, Walk, at, somebody


def _named(status: str, kind: str = "experts") -> Campaign:
    return Campaign.objects.get(status=status, kind=kind)


def reader(language: str) -> Iterator[Address]:
    """Everybody: the list, one that is open, one that is over."""
    yield at("recruitment_street:index")
    yield at("recruitment_street:index", query="?eiloydy=1")
    yield at("recruitment_street:campaign", _named("open").pk)
    yield at("recruitment_street:campaign", _named("closed").pk)


def kaisa(language: str) -> Iterator[Address]:
    yield at("campaign:index")
    yield at("campaign:new")
    yield at("expert_recruiting:begin")
    yield at("campaign:page", _named("closed").pk)
    pk = _named("open").pk
    yield at("campaign:page", pk)
    yield at("campaign:words", pk, language)
    yield at("campaign:frame", pk)
    yield at("campaign:recruiters", pk)
    yield at("campaign:move", pk, "sulje")
    yield at("campaign:ways", pk)


def elina(language: str) -> Iterator[Address]:
    pk = _named("open", "council").pk
    yield at("campaign:page", pk)
    yield at("campaign:guide", pk)  # nobody has been interviewed yet: the questions are open


def sari(language: str) -> Iterator[Address]:
    yield at("recruitment:open")


WALKS: dict[str, Walk] = {
    "reader, recruitments": (lambda: None, reader),
    "coordinator, recruitments": (lambda: somebody(cast.KAISA), kaisa),
    "leader, recruitments": (lambda: somebody(cast.ELINA), elina),
    "staff, recruitments": (lambda: somebody(cast.SARI), sari),
}
NO_PAGES: dict[str, str] = {
    "campaign:index_results": "a part of the list",
    "campaign:way_remove": "answers a press",
    "campaign:paper": "a PDF",
    "recruitment:advert": "a PDF",
    "campaign_short": "leads on to the campaign's page",
    "council_recruiting:begin": "answers a press",
}
