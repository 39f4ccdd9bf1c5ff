"""“Tell your idea”: a few words from anybody, without a name (CC-01, TD-06)."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.feedback.domain import suggestion as verbs
from coordination.feedback.models import Suggestion
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedTextField
from coordination.foundation.street import StreetForm
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import Actor
from councils.models import Council

ANYBODY = "any"


class SuggestForm(Asking, StreetForm):
    """The idea, and which council it is for where there are several."""

    text = GuardedTextField(
        label=pgettext_lazy("suggestion", "Your idea"),
        help_text=_("A few words are enough. What works badly? What would make it better?"),
        readers=_("the leaders of the council; it may come to a meeting"),
        max_length=verbs.LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write your idea first. A few words are enough.")},
    )
    council = forms.ChoiceField(
        label=_("For which council?"),
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
        initial=ANYBODY,
        error_messages={"required": _("Choose one. You may choose “I do not know”.")},
    )

    def __init__(self, *args: object, councils: Sequence[Council], chosen: Council | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.councils, self.chosen = {str(row.pk): row for row in councils}, chosen
        names = [(key, str(row.names)) for key, row in self.councils.items()]
        self.fields["council"].choices = [*names, (ANYBODY, _("I do not know, or it is for all of them"))]
        if chosen:
            del self.fields["council"]
        self.order_fields(["council", "text"])

    def act(self) -> Suggestion:
        council = self.chosen or self.councils.get(self.cleaned_data["council"])
        unit = council.unit if council else next(iter(self.councils.values())).unit.organisation()
        meant_for = cause(council) if council else ""
        facts = {"origin": Suggestion.Origin.SITE, "text": self.cleaned_data["text"], "meant_for": meant_for}
        return verbs.leave(unit, Actor(), **facts)
