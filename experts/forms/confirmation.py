"""Confirming an order: one of the times the experts accepted, and who comes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation import formats
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import booking as verbs
from experts.domain import offer as offer_verbs
from experts.domain import seat_role
from experts.domain.booking_seat import fill, open_seats
from experts.domain.offer_close import unbooked
from experts.models import Booking, BookingRequest, Offer, OfferTime, RequestedTime


class ConfirmForm(forms.Form):
    """Times that somebody accepted, each with who could come; those who could be ticked are."""

    time = forms.ChoiceField(label=_("Which time?"), widget=forms.RadioSelect(attrs={"class": "choices--one"}))
    offers = forms.MultipleChoiceField(
        label=_("Who comes?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
        error_messages={"required": _("Tick who comes.")},
    )
    fewer = forms.ChoiceField(
        label=_("If fewer come than were ordered, why?"),
        choices=[("", _("as many as were ordered")), *verbs.Fewer.choices],
        required=False,
    )

    def __init__(self, *args: object, order: BookingRequest, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.order, self.by = order, by
        self.seats = len(open_seats(order))
        self.offers = {offer.pk: offer for offer in unbooked(order) if offer.status == Offer.Status.ACCEPTED}
        self.times = {time.pk: time for time in offer_verbs.open_times(order)}
        self.roles = seat_role.of(order)
        self.willing = self._willing()
        self.fields["time"].choices = [(pk, self._time_words(pk)) for pk, able in self.willing.items() if able]
        self.fields["offers"].choices = [(pk, self._name(offer)) for pk, offer in self.offers.items()]
        if self.seats == 1 or self.roles:
            del self.fields["fewer"]
        self.initial = {**self._usual(), **self.initial}

    def _name(self, offer: Offer) -> str:
        name = offer.expert.person.full_name
        return f"{name}: {self.roles[offer.seat]}" if offer.seat in self.roles else name

    def _willing(self) -> dict[int, list[Offer]]:
        ticked = OfferTime.objects.filter(offer__in=self.offers, time__in=self.times).order_by(
            "offer__answered_at", "offer"
        )
        found: dict[int, list[Offer]] = {pk: [] for pk in self.times}
        for offer, time in ticked.values_list("offer", "time"):
            found[time].append(self.offers[offer])
        return found

    def _time_words(self, pk: int) -> str:
        time, able = self.times[pk], self.willing[pk]
        names = ", ".join(offer.expert.person.full_name for offer in able)
        return _("%(time)s: can come %(names)s") % {"time": formats.span(time.starts_at, time.ends_at), "names": names}

    def _usual(self) -> dict:
        """The first time for which the places fill up, and those who answered first."""
        full = next((pk for pk, able in self.willing.items() if len(able) >= self.seats), None)
        best = full or max(self.willing, key=lambda pk: len(self.willing[pk]), default=None)
        able = fill(self.order, self.willing.get(best, [])).values()
        return {"time": best, "offers": [offer.pk for offer in able]}

    def chosen_time(self) -> RequestedTime:
        return self.times[int(self.cleaned_data["time"])]

    def save(self) -> list[Booking]:
        """Confirm; empty when the domain refused, the reason then stands on the form."""
        offers = [self.offers[int(pk)] for pk in self.cleaned_data["offers"]]
        try:
            return verbs.confirm(
                self.order, self.chosen_time(), offers, self.by, fewer=self.cleaned_data.get("fewer", "")
            )
        except Refused as refusal:
            refusal.as_form_error(self)
            return []
