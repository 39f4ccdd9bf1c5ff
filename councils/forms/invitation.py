"""Answering an invitation: whether one comes, and what one needs; the same for the invited and for whoever writes it down."""

from __future__ import annotations

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedCharField
from coordination.people.actor import PHONE, POST, Actor
from councils.domain import invitation as verbs
from councils.models import Invitation

ANSWERS = [(value, capfirst(label)) for value, label in Invitation.Answer.choices if value]
NEEDS = [(value, capfirst(label)) for value, label in Invitation.Need.choices]


class AnswerForm(Asking):
    """What stands in `templates/councils/invitation/_form.html`, for the invited themselves."""

    answer = forms.ChoiceField(choices=ANSWERS, error_messages={"required": _("Choose one of the answers.")})
    needs = forms.MultipleChoiceField(choices=NEEDS, required=False)
    needs_note = GuardedCharField(max_length=200, required=False)

    def __init__(self, *args: object, invitation: Invitation, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.invitation, self.by = invitation, by

    def act(self) -> object:
        return verbs.answer(self.invitation, self.actor(), **self.facts())

    def actor(self) -> Actor:
        return self.by

    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("answer", "needs", "needs_note")}

    @property
    def problem(self) -> str:
        """The first thing that is wrong, for the short form that draws no field errors of its own."""
        return next((rows[0] for rows in self.errors.values()), "")


class WrittenDownForm(AnswerForm):
    """An answer told on the phone, or come back on the paper slip, written down by a leader."""

    via = forms.ChoiceField(
        label=_("How did the answer come?"),
        choices=[(PHONE, _("By phone, or said")), (POST, _("On the paper slip"))],
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        initial=PHONE,
    )
    field_order = ["answer", "needs", "needs_note", "via"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        row, fields = self.invitation, self.fields
        fields["answer"].widget = forms.RadioSelect(choices=ANSWERS)
        fields["answer"].label = pgettext_lazy("invitation", "What did the person answer?")
        fields["needs"].widget = forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}, choices=NEEDS)
        fields["needs"].label = pgettext_lazy("invitation", "What is needed?")
        fields["needs_note"].label = _("Something else that is needed")
        fields["needs_note"].readers = _("the leaders of the council")
        self.initial = {"answer": row.answer, "needs": row.needs, "needs_note": row.needs_note, "via": PHONE}

    def actor(self) -> Actor:
        return self.by.acting_for(self.invitation.person, via=self.cleaned_data["via"])
