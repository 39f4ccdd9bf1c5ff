"""What an orderer without an account does behind the personal link, and how a new link is asked for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.people.actor import Actor
from coordination.people.domain import person as people
from coordination.people.models import Person
from experts.domain import amendment, order_link
from experts.models import BookingRequest

from .booking_request_change import STANDS_FOR, WEEKLY
from .booking_request_parts import ACCESS, MORE_TIMES, Fold, InParts
from .booking_request_place import PlaceStep
from .outside_order import whole_phone


class AskLinkForm(GuardsTexts, forms.Form):
    order_number = forms.CharField(
        label=_("Number of the order"),
        help_text=_("It stands in our messages: for example 2026-0148."),
        max_length=20,
        widget=forms.TextInput(attrs={"class": "input--date", "autocomplete": "off"}),
        error_messages={"required": _("Write the number of the order.")},
    )
    email = forms.EmailField(
        label=_("E-mail address with which you ordered"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write the e-mail address.")},
    )

    def which(self) -> str:
        """The pair that was asked for, known to us or not."""
        return f"{self.cleaned_data['order_number'].strip()}:{self.cleaned_data['email'].strip().lower()}"

    def save(self) -> None:
        order_link.ask(self.cleaned_data["order_number"], self.cleaned_data["email"])


class ContactDetailsForm(GuardsTexts, forms.ModelForm):
    """One's own details. The address the order was confirmed with stays: a new one would have to be shown anew."""

    phone = GuardedCharField(
        label=_("Phone"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "input--date"}),
        error_messages={"required": _("Write the phone number.")},
    )
    needs = GuardedCharField(
        label=_("What should we take into account?"),
        help_text=_("For example: call in the afternoon. Do not write about anybody's health."),
        readers=_("the coordinator"),
        required=False,
        max_length=300,
    )

    class Meta:
        model = Person
        fields = ["phone", "needs"]

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_phone(self) -> str:
        return whole_phone(self.cleaned_data["phone"])

    def save(self) -> Person:
        """Raises `Refused`."""
        return people.change(Person.objects.get(pk=self.instance.pk), self.by, **self.cleaned_data)


class OutsideChangeForm(InParts, PlaceStep):
    """Times and place, those of them that may still change. Rehearsals and series are agreed on with the coordinator."""

    def prepare(self) -> None:
        super().prepare()
        open_fields = amendment.changeable(self.order)
        closed = [name for name in self.fields if STANDS_FOR.get(name, name) not in open_fields]
        self.drop(*closed, *self.other_names(), *WEEKLY)

    def folds(self) -> list[Fold]:
        return [MORE_TIMES, ACCESS]

    def save(self) -> BookingRequest:
        """Raises `Refused`."""
        return amendment.change(self.order, self.actor, **self.facts())
