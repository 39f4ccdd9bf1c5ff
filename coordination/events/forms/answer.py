"""“Are you coming?”: the answer of one who is invited, and registering from the public site."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from coordination.events.domain import newcomer
from coordination.events.domain import registration as verbs
from coordination.events.models import Event, Registration
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField, GuardsTexts, NameField
from coordination.foundation.refused import Refused
from coordination.foundation.street import StreetForm
from coordination.people.actor import Actor
from coordination.people.models import Person

READERS = _("those who arrange the event")
YES, NO = "yes", "no"
FEWEST_DIGITS = 5


class NeedsForm(forms.Form):
    """What one needs there; nobody has to say why."""

    needs = forms.MultipleChoiceField(
        label=_("Do you need something?"),
        choices=Registration.Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )
    needs_note = GuardedCharField(
        label=_("Something else that you need"), required=False, max_length=200, readers=READERS
    )

    def said_needs(self) -> dict[str, Any]:
        return {"needs": self.cleaned_data["needs"], "needs_note": self.cleaned_data["needs_note"]}


class AnswerForm(GuardsTexts, Asking, NeedsForm):
    """Comes or does not; until the event begins the answer may be changed."""

    answer = forms.ChoiceField(
        label=_("Are you coming?"),
        choices=[(YES, pgettext_lazy("answer", "I come")), (NO, pgettext_lazy("answer", "I do not come"))],
        widget=forms.RadioSelect(attrs={"class": "choices--big"}),
        error_messages={"required": _("Choose one of the answers.")},
    )
    field_order = ["answer", "needs", "needs_note"]

    def __init__(
        self, *args: object, event: Event, person: Person, row: Registration | None, by: Actor, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.person, self.row, self.by = event, person, row, by
        if row is not None:
            self.initial |= {"needs": row.needs, "needs_note": row.needs_note, "answer": _answer_of(row)}

    def act(self) -> Registration:
        if self.cleaned_data["answer"] == YES:
            return verbs.register(self.event, self.person, self.by, **self.said_needs())
        if self.row is None:
            raise Refused(_("You have not been registered, so you need not do anything."), code="none")
        return verbs.decline(self.row, self.by)


class RegisterForm(Asking, NeedsForm, StreetForm):
    """Registering without an account: a name and one way to reach one."""

    first_name = NameField(
        label=_("First name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = NameField(
        label=_("Last name"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("An e-mail address or a phone number is enough."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = GuardedCharField(
        label=_("Phone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    field_order = ["first_name", "last_name", "email", "phone", "needs", "needs_note"]

    def __init__(self, *args: object, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        phone = cleaned.get("phone") or ""
        if phone and sum(sign.isdigit() for sign in phone) < FEWEST_DIGITS:
            self.add_error("phone", ValidationError(_("Write the whole phone number."), code="phone"))
        elif not (phone or cleaned.get("email") or "email" in self.errors):
            self.add_error(
                "email", ValidationError(_("Write an e-mail address or a phone number: we tell you of changes."))
            )
        return cleaned

    def act(self) -> Registration:
        said = self.cleaned_data
        channel = Person.Channel.EMAIL if said["email"] else Person.Channel.PHONE
        who = {name: said[name] for name in ("first_name", "last_name", "email", "phone")}
        language = (get_language() or "fi").split("-")[0]
        return newcomer.register(self.event, **self.said_needs(), **who, channel=channel, language=language)


def _answer_of(row: Registration) -> str:
    coming = (Registration.Status.REGISTERED, Registration.Status.WAITING, Registration.Status.ATTENDED)
    if row.status in coming:
        return YES
    return NO if row.status == Registration.Status.DECLINED else ""
