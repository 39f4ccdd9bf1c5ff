"""The year's statement in an envelope: the letter tells that it is there, the sums stand on the paper alone."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.domain.letter import PAPERS
from coordination.messaging.models import Message
from coordination.people.models import Person

from .travel_claim import coordinator_of

KIND = "fees.statement.posted"


def posted(person: Person, year: int, paper: dict[str, Any], *, again: str = "") -> Message:
    """To the payee by post, whatever the channel: one a year, and one more for each `again`."""
    coordinator = coordinator_of(person)
    with translation.override(person.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("fees:mine")
    sheet = {**paper, "kind": "earnings", "version": "", "language": person.language.split("-")[0]}
    return outbox.queue(
        KIND,
        to=person,
        context={"year": year, "address": address, "coordinator": coordinator},
        about=person,
        part=year,
        names=[coordinator] if coordinator else [],
        enclosures=[outbox.Enclosure("papers.json", PAPERS, json.dumps({"papers": [sheet]}).encode())],
        reply_to=coordinator.email if coordinator else "",
        again=again,
        channel=Person.Channel.POST,
    )
