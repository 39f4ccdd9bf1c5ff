"""Inviting a guest: who, what to talk about, and at which item of the agenda."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import guest_hint, someone
from councils.domain import invitation as verbs
from councils.models import AgendaItem, Invitation, Meeting

NONE = ""


class GuestForm(GuardsTexts, Asking):
    """Somebody known by name and e-mail is found again; whoever is new is written down for the council."""

    earlier = forms.ChoiceField(label=_("Has the guest been here before?"), required=False)
    first_name = GuardedCharField(label=_("First name"), max_length=80, required=False)
    last_name = GuardedCharField(label=_("Last name"), max_length=80, required=False)
    title = GuardedCharField(label=_("Job title"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = GuardedCharField(
        label=pgettext_lazy("number", "Phone"),
        max_length=40,
        required=False,
        help_text=_("Without an e-mail the invitation goes onto the call list."),
    )
    matter = GuardedCharField(
        label=_("What does the guest come to talk about?"), max_length=200, readers=_("the guest and everybody invited")
    )
    item = forms.ChoiceField(
        label=_("At which item of the agenda?"), required=False, help_text=_("It gives the guest a time of their own.")
    )

    def __init__(self, *args: object, meeting: Meeting, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.by = meeting, by
        self.items = {str(item.pk): item for item in meeting.items.exclude(kind=AgendaItem.Kind.BREAK)}
        named = [(key, str(item.title)) for key, item in self.items.items()]
        self.fields["item"].choices = [(NONE, _("No item: the whole meeting")), *named]
        self.earlier = {str(each.person.pk): each for each in guest_hint.earlier(meeting)}
        if self.earlier:
            again = [(key, _shown(each)) for key, each in self.earlier.items()]
            self.fields["earlier"].choices = [(NONE, _("No: I write the name below")), *again]
        else:
            del self.fields["earlier"]
            self.fields["first_name"].required = self.fields["last_name"].required = True

    def clean(self) -> dict[str, Any]:
        """A name is asked for of one who has not been a guest before."""
        said = super().clean()
        if not said.get("earlier"):
            for name in ("first_name", "last_name"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return said

    def act(self) -> Invitation:
        data = self.cleaned_data
        item = self.items.get(data["item"])
        return verbs.add_guest(self.meeting, self.by, person=self._person(data), matter=data["matter"], item=item)

    def _person(self, data: dict) -> Person:
        if known := self.earlier.get(data.get("earlier", "")):
            return known.person
        if not (data["email"] or data["phone"]):
            raise Refused(_("Write an e-mail address or a phone number."), field="email", code="reach")
        name = (data["first_name"].lower(), data["last_name"].lower())
        for person in someone.known(self.meeting.council, self.by, data["email"] or data["phone"]):
            if (person.first_name.lower(), person.last_name.lower()) == name:
                return person
        channel = Person.Channel.EMAIL if data["email"] else Person.Channel.PHONE
        facts = {key: data[key] for key in ("first_name", "last_name", "title", "email", "phone")}
        return someone.write_down(self.meeting.council, self.by, **facts, channel=channel)


def _shown(each: guest_hint.Earlier) -> str:
    who = ", ".join(part for part in (each.person.full_name, each.person.title) if part)
    return f"{who} ({formats.day(each.last.starts_at)})"
