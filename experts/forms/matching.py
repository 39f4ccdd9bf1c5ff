"""Whom the coordinator asks: a tick a name, a reason where a warning is overruled, and by when to answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.fields import ClockField, FinnishDateField, GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import rule
from experts.domain import offer as verbs
from experts.domain import seat_role
from experts.domain.booking_seat import open_seats
from experts.domain.matching import Match
from experts.models import BookingRequest, Offer

NOON = 12
ANY = "any"


@dataclass(frozen=True)
class Row:
    """One match with its fields; those a match needs not are None."""

    match: Match
    pick: BoundField
    because: BoundField | None
    asked_on: BoundField | None

    @property
    def has_errors(self) -> bool:
        return any(bound is not None and bound.errors for bound in (self.because, self.asked_on))


class OffersForm(forms.Form):
    """Only the experts of the ranking can be ticked: whoever fits no more has to be looked at again.

    `names` tells by the expert's key the name to show.
    """

    answer_on = FinnishDateField(label=_("Answer by, day"))
    answer_at = ClockField(label=_("Answer by, time"))

    def __init__(
        self,
        *args: object,
        order: BookingRequest,
        by: Actor,
        matches: Sequence[Match],
        names: Mapping[int, str],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.order, self.by, self.matches = order, by, list(matches)
        if roles := _open_roles(order):
            self.fields["seat"] = forms.TypedChoiceField(
                label=_("For which role?"),
                choices=[*roles.items(), (ANY, _("any of the open ones"))],
                coerce=lambda value: None if value == ANY else int(value),
                empty_value=None,
                initial=next(iter(roles)),
            )
        for match in self.matches:
            self._add(match, names[match.expert.pk])
        until = clock.local(usual_answer(order))
        self.initial = {"answer_on": until.date(), "answer_at": until.time(), **self.initial}

    def _add(self, match: Match, name: str) -> None:
        key = match.expert.pk
        self.fields[f"pick_{key}"] = forms.BooleanField(required=False)
        if match.needs_reason:
            self.fields[f"because_{key}"] = GuardedCharField(
                label=_("Why do you ask %(name)s all the same?") % {"name": name},
                required=False,
                max_length=300,
                readers=_("the coordinators"),
            )
        if match.needs_asking:
            self.fields[f"asked_{key}"] = FinnishDateField(
                label=_("When did you ask %(name)s about the limit?") % {"name": name}, required=False
            )

    def rows(self) -> Iterator[Row]:
        for match in self.matches:
            names = (f"pick_{match.expert.pk}", f"because_{match.expert.pk}", f"asked_{match.expert.pk}")
            pick, because, asked = (self[name] if name in self.fields else None for name in names)
            yield Row(match, pick, because, asked)

    def clean(self) -> dict:
        data = super().clean()
        picked = self.picked()
        if not picked and not self.errors:
            raise forms.ValidationError(
                _("Tick at least one expert. If nobody was ticked by you, the list had changed: look again."),
                code="nobody",
            )
        for match in picked:
            self._clean_overruling(match, data)
        return data

    def _clean_overruling(self, match: Match, data: dict) -> None:
        because, asked = f"because_{match.expert.pk}", f"asked_{match.expert.pk}"
        if match.needs_reason and not data.get(because) and because not in self.errors:
            self.add_error(because, _("Tell why you offer in spite of the warning. The reason is kept."))
        if not match.needs_asking or asked in self.errors:
            return
        if data.get(asked) is None:
            self.add_error(asked, _("The limit is the expert's own. Ask first, then write the day here."))
        elif data[asked] > clock.today():
            self.add_error(asked, _("The day is still to come. Ask the expert first."))

    def picked(self) -> list[Match]:
        return [match for match in self.matches if self.cleaned_data.get(f"pick_{match.expert.pk}")]

    def answer_by(self) -> datetime:
        return datetime.combine(self.cleaned_data["answer_on"], self.cleaned_data["answer_at"], clock.HELSINKI)

    def save(self) -> list[Offer]:
        """Make the offers; empty when the domain refused, the reason then stands on the form."""
        data, picked = self.cleaned_data, self.picked()
        overruled = {
            match.expert.pk: (data[f"because_{match.expert.pk}"], data.get(f"asked_{match.expert.pk}"))
            for match in picked
            if match.needs_reason
        }
        try:
            return verbs.make(
                self.order,
                [match.expert for match in picked],
                self.by,
                expires_at=self.answer_by(),
                overruled=overruled,
                seat=data.get("seat"),
            )
        except Refused as refusal:
            refusal.as_form_error(self)
            return []


def _open_roles(order: BookingRequest) -> dict[int, str]:
    """The roles nobody fills yet, by place."""
    roles = seat_role.of(order)
    return {seat: str(roles[seat]) for seat in open_seats(order) if seat in roles} if roles else {}


def usual_answer(order: BookingRequest) -> datetime:
    """Noon after the days of the rule `offer.days`, but no later than the last possible time (aware)."""
    day = clock.today() + timedelta(days=int(rule.on(order.unit, "offer.days")))
    noon = datetime.combine(day, datetime.min.time().replace(hour=NOON), clock.HELSINKI)
    ahead = [each.starts_at for each in verbs.open_times(order)]
    return min([noon, *([max(ahead)] if ahead else [])])
