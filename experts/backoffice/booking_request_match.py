"""The match panel: who fits, why and why not, and the offers the coordinator makes from it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coordination.people.actor import Actor
from experts.domain import matching
from experts.domain.audience import shown_as
from experts.forms.matching import OffersForm, Row
from experts.models import Audience, BookingRequest, Expert
from experts.permissions.booking_request import coordinates

Status = BookingRequest.Status
FIRST = 5


@dataclass(frozen=True)
class Card:
    """One name of the panel as it is drawn."""

    rank: int
    name: str
    url: str
    key: str
    match: matching.Match
    row: Row | None = None

    @property
    def is_open(self) -> bool:
        """Shown although it stands below the fold: ticked, or something to mend."""
        return self.row is not None and (self.row.has_errors or bool(self.row.pick.value()))


@dataclass(frozen=True)
class Panel:
    form: OffersForm
    first: list[Card]
    rest: list[Card]
    stopped: list[Card]
    weights: list[tuple[str, int]]
    rules_url: str

    @property
    def count(self) -> int:
        return len(self.first) + len(self.rest)

    @property
    def rest_is_open(self) -> bool:
        return any(card.is_open for card in self.rest)

    @property
    def subjects(self) -> list[str]:
        return [card.key for card in [*self.first, *self.rest, *self.stopped]]


def panel(request: HttpRequest, order: BookingRequest) -> Panel:
    """The ranking of the moment with its form, bound to what was posted."""
    ranking = matching.rank(order, request.user)
    everybody = [match.expert for match in [*ranking.matches, *ranking.stopped]]
    prefetch_related_objects(
        [expert for expert in everybody if not coordinates(request.user, expert.unit)], "audiences"
    )
    shown = {expert.pk: _shown(request, expert) for expert in everybody}
    data = request.POST if request.method == "POST" else None
    names = {pk: name for pk, (name, url) in shown.items()}
    form = OffersForm(data, order=order, by=Actor.of(request.user), matches=ranking.matches, names=names)
    cards = [_card(shown, rank, row.match, row) for rank, row in enumerate(form.rows(), start=1)]
    return Panel(
        form=form,
        first=cards[:FIRST],
        rest=cards[FIRST:],
        stopped=[_card(shown, 0, match) for match in ranking.stopped],
        weights=_weights(ranking.weights),
        rules_url=reverse("records_rule:choose"),
    )


def _card(shown: dict[int, tuple[str, str]], rank: int, match: matching.Match, row: Row | None = None) -> Card:
    name, url = shown[match.expert.pk]
    return Card(rank=rank, name=name, url=url, key=match.expert.staff_key, match=match, row=row)


def _shown(request: HttpRequest, expert: Expert) -> tuple[str, str]:
    """One's own experts by their whole name, a partner's as partners see them."""
    if coordinates(request.user, expert.unit):
        return expert.person.full_name, reverse("expert:page", args=[expert.pk])
    return shown_as(expert, Audience.Kind.PARTNERS).name, ""


def _weights(weights: matching.Weights) -> list[tuple[str, int]]:
    """Shares of the whole in per cent, rounded."""
    sides = [
        (_("Experience answers the need"), weights.experience),
        (_("The time suits"), weights.time),
        (_("Little work lately"), weights.fairness),
        (_("Place, language and a familiar unit"), weights.nearness),
    ]
    return [(words, round(100 * weight / (weights.total or 1))) for words, weight in sides]
