"""How far a voice has reached: proposed, taken further, answered, seen in the service. Facts only, no words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coordination.foundation import clock

PROPOSED, TAKEN_FURTHER, ANSWERED, SEEN = range(4)


@dataclass(frozen=True)
class Step:
    """One step of the path: what ("made", "sent", "answered", "in_use", "closed"), on which Finnish date, with whom."""

    what: str
    on: date
    way: Waited | None = None


class Heard:
    """What a statement tells of its way, for a row whose forwardings have been fetched with it."""

    @cached_property
    def ways(self) -> list[Waited]:
        """Those it was taken to, in the order of time."""
        return list(self.forwardings.all())

    @property
    def answers(self) -> list[Waited]:
        return [way for way in self.ways if way.answer]

    @property
    def public_answers(self) -> list[Waited]:
        return [way for way in self.answers if way.answer_public]

    @property
    def silent(self) -> list[Waited]:
        """Those who have let the promised day pass."""
        return [way for way in self.ways if way.status == "silent"]

    @property
    def hearing(self) -> int:
        """Rings of the mark: 0 proposed, 1 taken further, 2 answered, 3 seen in the service."""
        if self.status == "in_use":
            return SEEN
        if self.answers:
            return ANSWERED
        return TAKEN_FURTHER if self.ways else PROPOSED

    @property
    def stands(self) -> str:
        """Where it stands: draft, waiting, silent, answered, in_use or closed. Silence does not hide behind an answer."""
        if self.status in ("draft", "in_use", "closed"):
            return self.status
        if self.silent:
            return "silent"
        return "answered" if all(way.answer or way.status == "closed" for way in self.ways) else "waiting"

    @property
    def path(self) -> list[Step]:
        """Its steps so far, in the order of time."""
        steps = [Step("sent", way.sent_on, way) for way in self.ways]
        steps += [Step("answered", way.answered_on, way) for way in self.answers]
        if self.outcome_on:
            steps.append(Step("in_use", self.outcome_on))
        elif self.status == "closed":
            steps.append(Step("closed", clock.local(self.moved_at).date()))
        return [Step("made", self.made_on), *sorted(steps, key=lambda step: step.on)]

    @property
    def answered_on(self) -> date | None:
        """The Finnish date of the last answer."""
        return max((way.answered_on for way in self.answers), default=None)


class Waited:
    """What the taking of a statement to one recipient tells of its days."""

    @property
    def answered_on(self) -> date | None:
        return clock.local(self.answered_at).date() if self.answered_at else None

    @property
    def days(self) -> int:
        """Days from taking it further to the answer, or to today while none has come."""
        return ((self.answered_on or clock.today()) - self.sent_on).days

    @property
    def is_waiting(self) -> bool:
        return self.status in ("sent", "silent")

    @property
    def is_late(self) -> bool:
        """The promised day has passed without an answer."""
        return self.is_waiting and self.promised_on is not None and self.promised_on < clock.today()
