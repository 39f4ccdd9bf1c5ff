"""The ranking: who fits this order, in order, with the reasons a colleague would give (EX-11)."""

from __future__ import annotations

from dataclasses import dataclass, field

from coordination.people.models import User
from experts.models import BookingRequest, Expert, RequestedTime

from . import candidates, need, reasons, stops, warnings, weights
from .facts import Facts, collect
from .need import Need
from .times import fits
from .weights import Weights
from .words import ASKING, REASON, Reason


@dataclass(frozen=True)
class Match:
    """One expert for one order. `score` is for the order of names, never for the screen."""

    expert: Expert
    score: int
    wish: int | None
    pros: list[Reason]
    cons: list[Reason]
    stops: list[Reason] = field(default_factory=list)
    free_times: list[RequestedTime] = field(default_factory=list)

    @property
    def client_chose(self) -> bool:
        return any(reason.code == "client" for reason in self.pros)

    @property
    def needs_reason(self) -> bool:
        return any(reason.needs in (REASON, ASKING) for reason in self.cons)

    @property
    def needs_asking(self) -> bool:
        return any(reason.needs == ASKING for reason in self.cons)

    def as_kept(self) -> dict:
        """The match as the offer keeps it: codes and the weight of each, never names."""
        return {
            "score": self.score,
            "for": [reason.code for reason in self.pros],
            "against": [reason.code for reason in self.cons],
            "overruled": [reason.code for reason in self.cons if reason.needs],
        }


@dataclass(frozen=True)
class Ranking:
    matches: list[Match]
    stopped: list[Match]
    weights: Weights


def rank(order: BookingRequest, user: User, *, limit: int = 20) -> Ranking:
    """The best experts for a sent order among those the coordinator may ask, and those stopped by a hard rule.

    Ordered by score, wish, least work lately and a random key. The orderer's wishes are always among them, however
    they rank. A fixed number of queries whatever the number of experts. Raises nothing: an order nobody fits gives
    empty lists.
    """
    asked, weighed, pool = need.read(order), weights.in_force(order.unit), candidates.pool(user)
    ranked = candidates.ranked(asked, user, weighed, pool)
    best = list(ranked[:limit])
    if missing := set(asked.wishes) - {expert.pk for expert in best}:
        best += list(ranked.filter(pk__in=missing))
    halted = list(candidates.stopped(asked, user, pool)[:limit])
    found = collect(asked, [*best, *halted])
    return Ranking(
        matches=[_match(asked, found[expert.pk], expert.score) for expert in best],
        stopped=[_stopped(asked, found[expert.pk], user) for expert in halted],
        weights=weighed,
    )


def stops_for(order: BookingRequest, expert: Expert, user: User | None = None) -> list[Reason]:
    """The hard stops of one expert for the order: overlapping booking, consent, not active, unit refused, oneself."""
    asked = need.read(order)
    return stops.of(asked, collect(asked, [expert])[expert.pk], user)


def warnings_for(order: BookingRequest, expert: Expert) -> list[Reason]:
    """The warnings whose overruling takes a reason (`needs`): the expert's own limits also the day of asking."""
    asked = need.read(order)
    facts = collect(asked, [expert])[expert.pk]
    return [reason for reason in warnings.of(asked, facts, fits(asked, facts)) if reason.needs]


def match_for(order: BookingRequest, expert: Expert) -> Match:
    """One expert with reasons, outside the ranking (score 0)."""
    asked = need.read(order)
    return _match(asked, collect(asked, [expert])[expert.pk], 0)


def _match(asked: Need, facts: Facts, score: int) -> Match:
    found = fits(asked, facts)
    return Match(
        expert=facts.expert,
        score=score,
        wish=asked.wishes.get(facts.expert.pk),
        pros=reasons.for_asking(asked, facts, found),
        cons=[*warnings.of(asked, facts, found), *reasons.against(asked, facts)],
        free_times=[fit.option.time for fit in found if fit.clear],
    )


def _stopped(asked: Need, facts: Facts, user: User) -> Match:
    return Match(
        expert=facts.expert,
        score=0,
        wish=asked.wishes.get(facts.expert.pk),
        pros=[],
        cons=[],
        stops=stops.of(asked, facts, user),
    )
