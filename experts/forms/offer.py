"""The expert's answer to an offer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation import formats
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import offer as verbs
from experts.models import Expert, Offer, RequestedTime


class TimesField(forms.ModelMultipleChoiceField):
    """Possible times as people read them."""

    def label_from_instance(self, time: RequestedTime) -> str:
        return formats.span(time.starts_at, time.ends_at)


class AnswerForm(forms.Form):
    """Which times suit, and fee or costs only. With one possible time it is ticked already."""

    times = TimesField(
        label=_("Which times suit you?"), queryset=RequestedTime.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one time that suits you, or answer that you do not come this time.")},
    )  # fmt: skip
    fee_choice = forms.ChoiceField(
        label=_("Fee or costs only?"),
        choices=[(Expert.FeeMode.FEE, _("Fee and costs")), (Expert.FeeMode.COSTS_ONLY, _("Costs only, no fee"))],
        widget=forms.RadioSelect,
        help_text=_("A fee may affect benefits. Ask whoever pays your benefits before you choose."),
    )

    def __init__(self, *args: object, offer: Offer, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.offer, self.by = offer, by
        times = verbs.open_times(offer.booking_request)
        self.fields["times"].queryset = RequestedTime.objects.filter(pk__in=[time.pk for time in times])
        self.initial.setdefault("times", [time.pk for time in times] if len(times) == 1 else [])
        self.initial.setdefault("fee_choice", offer.expert.fee_mode)
        if by.on_behalf_of is not None:
            self.fields["times"].label = _("Which times suit the expert?")
            self.fields["times"].error_messages["required"] = _(
                "Tick at least one time, or note that the expert does not come this time."
            )
        if offer.expert.fee_mode == Expert.FeeMode.COSTS_ONLY:
            self.fields["fee_choice"].help_text = _(
                "You have chosen costs only in your limits. You may choose otherwise here."
            )

    def save(self) -> bool:
        """Accept; False when the domain refused, the reason then stands on the form."""
        try:
            verbs.accept(self.offer, self.by, self.cleaned_data["times"], self.cleaned_data["fee_choice"])
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
