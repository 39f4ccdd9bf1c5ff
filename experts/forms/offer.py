"""The expert's answer to an offer."""

from __future__ import annotations

from django import forms
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _

from coordination.foundation import formats
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import appearance
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

    appears = forms.BooleanField(
        label=_("I agree to this appearance"),
        error_messages={"required": _("Tick that you agree to this appearance, or answer that you do not come.")},
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
        self._ask_of_appearance(offer)
        if offer.expert.fee_mode == Expert.FeeMode.COSTS_ONLY:
            self.fields["fee_choice"].help_text = _(
                "You have chosen costs only in your limits. You may choose otherwise here."
            )

    def _ask_of_appearance(self, offer: Offer) -> None:
        """A media task asks the consent to this appearance, with its words; by phone they are read aloud (PU-02)."""
        if not appearance.is_asked(offer.booking_request):
            del self.fields["appears"]
            return
        field = self.fields["appears"]
        field.help_text = linebreaksbr(appearance.words_of(offer.booking_request))
        if self.by.on_behalf_of is not None:
            field.label = _("I have read this to the expert, who agrees to this appearance")

    def save(self) -> bool:
        """Accept; False when the domain refused, the reason then stands on the form."""
        try:
            data = self.cleaned_data
            appears = data.get("appears", False)
            verbs.accept(self.offer, self.by, data["times"], data["fee_choice"], appears=appears)
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
