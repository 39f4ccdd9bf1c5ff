from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import GuardedCharField
from coordination.people.actor import Actor
from experts.domain import out_of_date
from experts.domain.out_of_date import About
from experts.models import OutOfDate


class ReportForm(forms.Form):
    """What is not up to date; the words are free to leave out."""

    wrong = forms.ChoiceField(
        label=_("What is not up to date?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is not up to date.")},
    )
    words = GuardedCharField(
        label=_("In your own words"),
        help_text=_("Do not write anything of a client."),
        readers=_("the one who mends it, and the coordinator"),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: object, about: About, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        self.fields["wrong"].choices = about.choices

    def save(self, by: Actor) -> OutOfDate:
        return out_of_date.report(self.about, by, **self.cleaned_data)


class HandleForm(forms.Form):
    """Mended, or it was so; and a word to the one who told."""

    fixed = forms.TypedChoiceField(
        label=_("What did you find?"),
        choices=[("yes", _("I have mended it")), ("no", _("It was up to date"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found.")},
    )
    answer = GuardedCharField(
        label=_("A word to the one who told"),
        readers=_("the one who told, and the coordinator"),
        max_length=300,
        required=False,
    )

    def save(self, row: OutOfDate, by: Actor) -> OutOfDate:
        return out_of_date.handle(row, by, **self.cleaned_data)
