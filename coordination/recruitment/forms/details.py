"""Boxes that several forms of an applicant share: who, how to be reached, and what one wants to tell."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts, NameField
from coordination.foundation.phone import e164
from coordination.people.models import Person
from coordination.recruitment.domain.applicant import LONGEST, Said
from coordination.recruitment.models import Applicant, Service

READERS = _("those who recruit here, and nobody else")
UNSAID = ("", _("I would rather not say"))
WAYS = (
    (Person.Channel.EMAIL, _("By e-mail")),
    (Person.Channel.PHONE, pgettext_lazy("way of contact", "By phone")),
    (Person.Channel.SMS, _("By text message")),
    (Person.Channel.POST, _("By post")),
)
FORMATS = (
    (Person.Format.NORMAL, pgettext_lazy("form of papers", "Ordinary")),
    (Person.Format.PLAIN, _("Plain language")),
    (Person.Format.LARGE, _("Large print")),
)
REACH = ("email", "phone", "street", "postcode", "town")


class ReachPart(GuardsTexts, forms.Form):
    """How somebody is reached: one way is enough."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write the whole e-mail address, for example name@example.fi.")},
    )
    phone = GuardedCharField(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "input--date"}),
    )
    street = GuardedCharField(
        label=_("Street address"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    postcode = GuardedCharField(
        label=_("Postcode"),
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "class": "input--short"}),
    )
    town = GuardedCharField(
        label=_("Town"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2", "class": "input--date"}),
    )
    channel = forms.ChoiceField(
        label=_("How do we contact you?"),
        required=False,
        choices=WAYS,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    format = forms.ChoiceField(
        label=_("How do you read best?"),
        required=False,
        choices=FORMATS,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if settings.SMS_BACKEND == "off":
            self.fields["channel"].choices = [way for way in WAYS if way[0] != Person.Channel.SMS]

    def clean_phone(self) -> str:
        number = self.cleaned_data["phone"]
        if number and e164(number) is None:
            raise ValidationError(_("Write the whole phone number, for example 040 123 4567."), code="phone")
        return number

    def reach(self) -> dict[str, Any]:
        """The boxes of a way that were filled in."""
        return {name: self.cleaned_data[name] for name in (*REACH, "channel", "format") if self.cleaned_data.get(name)}


class WhoPart(ReachPart):
    """The name besides."""

    first_name = NameField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Write at least a first name.")},
    )
    last_name = NameField(
        label=_("Last name"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    field_order = ["first_name", "last_name", *REACH, "channel", "format"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in ("email", "phone"):
            # One of them, or an address, is needed: to call each optional would be untrue.
            self.fields[name].is_one_of_many = True

    def who(self) -> dict[str, Any]:
        names = {name: self.cleaned_data[name] for name in ("first_name", "last_name")}
        return {**names, **self.reach()}


class SaidPart(forms.Form):
    """What one may tell of oneself. Nothing here must be filled in."""

    motivation = GuardedTextField(
        label=_("What interests you in this?"),
        help_text=_("A few words are enough. Do not write about your health, or about others by name."),
        readers=READERS,
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    services = forms.MultipleChoiceField(
        label=_("Which services do you have experience of?"),
        choices=Service.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )
    age_band = forms.ChoiceField(
        label=pgettext_lazy("applicant", "Age"),
        choices=[UNSAID, *Applicant.AgeBand.choices],
        required=False,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    area = GuardedCharField(
        label=_("Where do you live?"),
        help_text=_("The municipality or the part of town."),
        max_length=80,
        required=False,
    )
    is_first_timer = forms.TypedChoiceField(
        label=_("Have you taken part in such activity before?"),
        choices=[UNSAID, ("yes", _("No, this would be the first time")), ("no", _("Yes, I have"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
    )
    is_employee = forms.BooleanField(label=_("I work for the organisation"), required=False)
    is_in_body = forms.BooleanField(label=_("I belong to its board, council or another statutory body"), required=False)

    def said(self) -> Said:
        names = (
            "motivation",
            "services",
            "age_band",
            "area",
            "is_first_timer",
            "is_employee",
            "is_in_body",
        )
        return Said(**{name: self.cleaned_data[name] for name in names if name in self.cleaned_data})
