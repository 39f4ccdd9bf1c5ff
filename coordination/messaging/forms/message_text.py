"""A branch's own words for a message."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.messaging.domain import wording
from coordination.people.forms.choices import UnitField, head_of, units_for
from coordination.people.models import User


class TextForm(forms.Form):
    subject = GuardedCharField(label=_("Subject"), max_length=wording.MOST_SUBJECT)
    body = GuardedTextField(
        label=pgettext_lazy("message text", "Text"),
        max_length=wording.MOST_BODY,
        help_text=_("The words in double braces are filled in for each reader. Keep them as they are."),
        widget=forms.Textarea(attrs={"rows": 18, "class": "input"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: object, is_sms: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        # A text message has no subject.
        self.fields["subject"].required = not is_sms


class BranchForm(forms.Form):
    """For which branch the text is written; where one keeps a single branch nothing is asked."""

    yksikko = UnitField(queryset=None, label=_("In the branch"))

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        units = units_for(user)
        self.fields["yksikko"].queryset = units
        self.usual = head_of(units) or units.order_by("path").first()
        self.fields["yksikko"].initial = self.usual
