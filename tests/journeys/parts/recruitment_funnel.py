"""Walks over the steps of recruitments and who is erased, on the demo's rows."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.recruitment.models import Campaign
from tests.journeys.pages import Address, Walk, at, somebody


def coordinator(language: str) -> Iterator[Address]:
    yield at("recruitment_funnel:index")
    last = Campaign.objects.get(status="ended", kind="experts")
    yield at("recruitment_funnel:index", query=f"?vuosi={last.starts_on.year}")
    for status in ("ended", "closed", "open"):
        pk = Campaign.objects.get(status=status, kind="experts").pk
        yield at("campaign_funnel:page", pk)
        yield at("campaign_funnel:forgetting", pk)


WALKS: dict[str, Walk] = {"steps, coordinator": (lambda: somebody(cast.KAISA), coordinator)}
NO_PAGES: dict[str, str] = {
    "campaign_funnel:file": "a file",
    "recruitment_funnel:file": "a file",
}
