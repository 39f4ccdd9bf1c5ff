"""What another wing may fill in at an order's start: topic, place, a possible time. Nothing of it is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from coordination.foundation import clock, identity_code
from experts.models import BookingRequest, TaskType

TOPIC, PLACE, BEGINS, ENDS = "aihe", "paikka", "alkaa", "loppuu"
MOMENT = "%Y-%m-%dT%H:%M"
LONGEST_DAY = timedelta(hours=16)


@dataclass(frozen=True)
class Known:
    """Sound values only: what is too long, has passed, or holds an identity code is left out without a word."""

    topic: str = ""
    place: str = ""
    span: tuple[datetime, datetime] | None = None

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Known:
        return cls(_line(said, TOPIC, "topic"), _line(said, PLACE, "place"), _span(said))

    def kept(self) -> dict[str, str]:
        """In plain words, as `of` reads them."""
        moments = [f"{clock.local(moment):{MOMENT}}" for moment in self.span or ()]
        return dict(zip((TOPIC, PLACE, BEGINS, ENDS), (self.topic, self.place, *moments), strict=False))

    def facts(self, task_type: TaskType) -> dict[str, Any]:
        """What the draft begins with beside the form: the place without the unit's own directions, the time."""
        facts: dict[str, Any] = {"place": self.place, "directions": ""} if self.place else {}
        if self.span and not task_type.is_assignment:
            facts["times"] = [self.span]
        return facts


def _line(said: Mapping[str, str], name: str, column: str) -> str:
    text = " ".join(said.get(name, "").split())
    longest = BookingRequest._meta.get_field(column).max_length
    return "" if len(text) > longest or identity_code.find(text) else text


def _span(said: Mapping[str, str]) -> tuple[datetime, datetime] | None:
    begins, ends = _moment(said.get(BEGINS, "")), _moment(said.get(ENDS, ""))
    if begins is None or ends is None or not clock.now() < begins < ends or ends - begins > LONGEST_DAY:
        return None
    return begins, ends


def _moment(text: str) -> datetime | None:
    """A Finnish wall clock, `2026-12-02T13:00`, as an aware datetime."""
    try:
        return datetime.strptime(text, MOMENT).replace(tzinfo=clock.HELSINKI)
    except ValueError:
        return None
