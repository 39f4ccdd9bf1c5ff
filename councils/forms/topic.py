"""Forms of the topic bank: the member's own, and those of the leaders."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.feedback.models import Suggestion
from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.people.actor import PHONE, POST
from coordination.people.forms.choices import PersonField, UnitField
from coordination.people.models import Person, Unit
from councils.domain import topic as verbs
from councils.models import Membership, Topic

from .asking_council import AskingCouncil

TITLE = _("What is it about, in a few words?")
ALL_READ = _("the members and leaders of the council. Your name is shown to the leaders only")
ON_PAPER = "post"
WAYS = [
    ("phone", pgettext_lazy("topic", "a member, by phone")),
    (ON_PAPER, pgettext_lazy("topic", "a member, on paper")),
    (Topic.Origin.UNIT, pgettext_lazy("topic", "a unit")),
    (Topic.Origin.MANAGEMENT, pgettext_lazy("topic", "the management")),
    (Topic.Origin.LEADER, pgettext_lazy("topic", "the leaders")),
]


class ProposeForm(AskingCouncil):
    """A member's own proposal: a few words, and more if one likes."""

    title = GuardedCharField(
        label=TITLE,
        readers=ALL_READ,
        max_length=verbs.LONGEST_TITLE,
        error_messages={"required": _("Write in a few words what it is about.")},
    )
    text = GuardedTextField(
        label=pgettext_lazy("topic", "Tell more"),
        help_text=_("What is difficult now? What would help? Do not write anybody's name."),
        required=False,
        max_length=verbs.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def act(self) -> Topic:
        return verbs.propose(self.council, self.by, **self.cleaned_data)


class EnterForm(AskingCouncil):
    """What the leaders write down: said by a member, brought by a unit or the management, their own."""

    way = forms.ChoiceField(
        label=_("Where does it come from?"),
        choices=WAYS,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose where the topic comes from.")},
    )
    member = PersonField(queryset=None, label=_("Which member?"), required=False)
    from_unit = UnitField(queryset=None, label=_("Which unit?"), required=False)
    title = ProposeForm.base_fields["title"]
    text = ProposeForm.base_fields["text"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        seats = Membership.objects.open().filter(council=self.council)
        self.fields["member"].queryset = Person.objects.filter(pk__in=seats.values("person")).order_by("first_name")
        self.fields["member"].help_text = _("Only the leaders see who proposed it.")
        root = self.council.unit.organisation()
        self.fields["from_unit"].queryset = Unit.objects.within([root]).active()
        self.fields["title"].readers = _("the members and leaders of the council")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("way") in (PHONE, ON_PAPER) and not said.get("member"):
            self.add_error("member", _("Choose the member who proposes it."))
        return said

    def act(self) -> Topic:
        said = dict(self.cleaned_data)
        way, member = said.pop("way"), said.pop("member")
        if way in (PHONE, ON_PAPER):
            by = self.by.acting_for(member, PHONE if way == PHONE else POST)
            return verbs.propose(self.council, by, title=said["title"], text=said["text"])
        return verbs.propose(self.council, self.by, origin=way, **said)


class GatherForm(AskingCouncil):
    """Ticked topics under one theme."""

    topics = forms.ModelMultipleChoiceField(
        queryset=None, error_messages={"required": _("Tick the topics first.")}, label=_("Topics to gather")
    )
    theme = forms.ModelChoiceField(
        queryset=None, label=_("An old theme"), required=False, empty_label=_("No theme: they stand alone")
    )
    new_name = GuardedCharField(label=_("or a new theme"), required=False, max_length=80)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].queryset = self.council.topics.all()
        self.fields["theme"].queryset = self.council.themes.all()

    def act(self) -> object:
        said = self.cleaned_data
        theme = None if said["new_name"] else said["theme"]
        return verbs.cluster(self.council, self.by, said["topics"], theme=theme, new_name=said["new_name"])


class TakeForm(AskingCouncil):
    """A waiting suggestion into the bank: a heading is given, the words may be put plainer."""

    title = GuardedCharField(
        label=pgettext_lazy("suggestion", "Heading in the topic bank"),
        max_length=verbs.LONGEST_TITLE,
        error_messages={"required": _("Write a heading of a few words.")},
    )
    text = GuardedTextField(
        label=pgettext_lazy("suggestion", "The idea"),
        help_text=_("Take away anything that tells who said it."),
        readers=_("the members and leaders of the council"),
        required=False,
        max_length=verbs.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: object, suggestion: Suggestion, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.suggestion = suggestion
        self.fields["text"].initial = suggestion.text

    def act(self) -> Topic:
        return verbs.take_suggestion(self.council, self.suggestion, self.by, **self.cleaned_data)


class DismissForm(AskingCouncil):
    because = GuardedCharField(
        label=pgettext_lazy("suggestion", "Why is it put aside?"),
        readers=_("the leaders"),
        max_length=300,
        error_messages={"required": _("Write why it is put aside.")},
    )

    def __init__(self, *args: object, suggestion: Suggestion, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.suggestion = suggestion

    def act(self) -> Suggestion:
        return verbs.dismiss_suggestion(self.council, self.suggestion, self.by, self.cleaned_data["because"])
