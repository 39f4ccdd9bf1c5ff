"""An item of an agenda, and where it moves to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import agenda as verbs
from councils.domain import meeting_people
from councils.models import AgendaItem, Council, Meeting

from .in_languages import InLanguages

READERS = _("everybody who is invited, once the meeting is opened")
TEXTS = ("title", "text", "plain_text")
FACTS = ("kind", "is_main", "minutes", "method", "mandate", "mandate_text")
BACKLOG = "backlog"


class ItemForm(InLanguages, forms.Form):
    """One item: what, how long, who, how, who may decide. `meeting` None makes one for the backlog."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("agenda item", "Kind"),
        choices=AgendaItem.Kind.choices,
        initial=AgendaItem.Kind.DISCUSSION,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    is_main = forms.BooleanField(
        label=_("Main topic"), required=False, help_text=_("One or two main topics are good for one meeting.")
    )
    minutes = forms.IntegerField(
        label=pgettext_lazy("agenda item", "Minutes of time"),
        min_value=1,
        max_value=verbs.LONGEST,
        initial=10,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    presenter = forms.ChoiceField(label=_("Who presents"), required=False)
    method = forms.ChoiceField(
        label=pgettext_lazy("agenda item", "How it is worked on"), choices=AgendaItem.Method.choices
    )
    mandate = forms.ChoiceField(
        label=_("Who may decide?"),
        choices=AgendaItem.Mandate.choices,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
    )
    mandate_text = GuardedCharField(
        label=_("Who decides, or where it goes"),
        help_text=_("For example: the management group of social services."),
        required=False,
        max_length=200,
        readers=READERS,
    )

    def __init__(
        self,
        *args: object,
        council: Council,
        by: Actor,
        meeting: Meeting | None = None,
        item: AgendaItem | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by, self.meeting, self.item = council, by, meeting, item
        if item:
            self.initial |= {name: getattr(item, name) for name in FACTS} | {"presenter": str(item.presenter_id or "")}
        self._name_presenters()
        values = {name: getattr(item, name) if item else None for name in TEXTS}
        self.add_texts(
            "title", _("What is it about?"), value=values["title"], required=True, max_length=150, readers=READERS
        )
        self.add_texts("text", _("What is talked about"), value=values["text"], rows=4, readers=READERS)
        self.add_texts(
            "plain_text",
            _("The same in plain language"),
            value=values["plain_text"],
            rows=4,
            readers=_("those who chose plain language"),
            help_text=_("Short sentences. Where this is empty, they get the text above."),
        )
        self.order_fields([f"{name}_{code}" for name in ("title", "text") for code in self._codes()])

    def save(self) -> AgendaItem | None:
        """None where the verb refused; the reason stands on the form."""
        facts = self._facts()
        try:
            if self.item:
                return verbs.change(self.item, self.by, **facts)
            if self.meeting:
                return verbs.add(self.meeting, self.by, **facts)
            return verbs.wait(self.council, self.by, **facts)
        except Refused as refusal:
            field = self.box(refusal.field) if refusal.field in TEXTS else refusal.field
            Refused(refusal.message, field=field, code=refusal.code).as_form_error(self)
            return None

    def _facts(self) -> dict[str, Any]:
        facts = {name: self.texts(name) for name in TEXTS} | {name: self.cleaned_data[name] for name in FACTS}
        return {**facts, "presenter": self.people.get(self.cleaned_data["presenter"])}

    def _name_presenters(self) -> None:
        groups = {
            _("Leaders"): meeting_people.leaders(self.council),
            _("Guests"): meeting_people.guests(self.meeting) if self.meeting else [],
            _("Members"): meeting_people.members(self.council),
        }
        self.people: dict[str, Person] = {str(person.pk): person for rows in groups.values() for person in rows}
        named = [
            (label, [(str(person.pk), person.full_name) for person in rows]) for label, rows in groups.items() if rows
        ]
        self.fields["presenter"].choices = [("", _("Nobody in particular")), *named]


class QuickForm(forms.Form):
    """A title and minutes, on the agenda itself."""

    title = GuardedCharField(label=_("What is it about?"), max_length=150)
    minutes = forms.IntegerField(
        label=pgettext_lazy("agenda item", "Minutes of time"),
        min_value=1,
        max_value=verbs.LONGEST,
        initial=15,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )


class MoveForm(Asking):
    """Where the item goes; why, where its agenda has been sent."""

    to = forms.ChoiceField(label=_("Where to?"), widget=forms.RadioSelect(attrs={"class": "choices--one"}))
    because = GuardedCharField(
        label=_("Why?"), max_length=300, help_text=_("Stands on the agenda in the item's place."), readers=READERS
    )

    def __init__(self, *args: object, item: AgendaItem, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.by = item, by
        ahead = (
            Meeting.objects.upcoming().filter(council=item.council).exclude(pk=item.meeting_id).order_by("starts_at")
        )
        self.meetings = {str(meeting.pk): meeting for meeting in ahead}
        choices = [(key, formats.span(row.starts_at, row.ends_at)) for key, row in self.meetings.items()]
        if item.meeting_id:
            choices.append((BACKLOG, _("The backlog: it waits for a meeting")))
        self.fields["to"].choices = choices
        self.fields["to"].initial = choices[0][0] if choices else None
        if item.meeting is None or item.meeting.status == Meeting.Status.PLANNED:
            del self.fields["because"]

    def act(self) -> object:
        to = self.meetings.get(self.cleaned_data["to"])
        return verbs.move(self.item, self.by, to, because=self.cleaned_data.get("because", ""))
