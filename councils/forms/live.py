"""What the secretary writes of an item: the notes, and what came of it."""

from __future__ import annotations

import hashlib

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import ComingDateField, GuardedCharField, GuardedTextField
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import action, attendance, live, naming, outcome
from councils.domain.live import Noted
from councils.models import AgendaItem, Meeting

SIGN = r"[0-9a-f]{16}"
READERS = _("the members, once the minutes are offered to them")
DETAILS = {
    AgendaItem.Outcome.ACTION: _("who and by when"),
    AgendaItem.Outcome.FORWARDED: _("to the management, to decision-makers"),
    AgendaItem.Outcome.POSTPONED: _("tell why"),
}


class NamedChoice(forms.ModelChoiceField):
    """People by the short names that may stand on a shared screen."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **{"empty_label": _("Choose from the list"), **kwargs})

    def label_from_instance(self, obj: Person) -> str:
        return naming.short(obj)


class NotesForm(forms.Form):
    """The notes of one item, with the text and the version the writer began from."""

    notes = GuardedTextField(
        label=pgettext_lazy("live", "Notes"),
        help_text=_("Write what was said, not who said it."),
        required=False,
        max_length=live.LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        readers=READERS,
    )
    base = GuardedCharField(required=False, widget=forms.HiddenInput, strip=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: object, item: AgendaItem, by: Actor, language: str, **kwargs: object) -> None:
        self.item, self.by, self.language = item, by, language
        text = item.notes.get(language, "")
        first = {"notes": text, "base": text, "version": item.notes_version}
        super().__init__(*args, initial={**first, **kwargs.pop("initial", {})}, **kwargs)

    def keep(self) -> Noted:
        """Keep the notes, joined with another's. Raises `Refused`."""
        told = self.cleaned_data
        return live.note(
            self.item,
            self.by,
            version=told["version"],
            language=self.language,
            text=told["notes"],
            base=told.get("base"),
        )


class ItemForm(NotesForm):
    """The notes and the outcome: what is asked besides depends on the outcome chosen."""

    outcome = forms.ChoiceField(
        label=pgettext_lazy("live", "What came of it?"), required=False, widget=forms.RadioSelect
    )
    text = GuardedCharField(label=_("What was agreed?"), required=False, max_length=300)
    owner = NamedChoice(label=_("Who does it?"), queryset=Person.objects.none(), required=False)
    whom = GuardedCharField(label=_("To whom is it taken?"), required=False, max_length=200)
    by_when = ComingDateField(label=pgettext_lazy("live", "By when?"), required=False)
    because = GuardedCharField(label=_("Why is it postponed?"), required=False, max_length=300)
    seen = forms.RegexField(SIGN, required=False, widget=forms.HiddenInput)
    shown = forms.RegexField(SIGN, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, item: AgendaItem, by: Actor, language: str, **kwargs: object) -> None:
        first = {
            "outcome": item.outcome,
            "text": item.outcome_text.get(language, ""),
            "whom": item.outcome_whom,
            "by_when": item.outcome_by,
            "because": item.postponed_because,
            "seen": outcome.mark(item),
        }
        last = action.of_item(item).last()
        first["owner"] = last.owner_id if last else None
        first["shown"] = _sign(first)
        super().__init__(*args, item=item, by=by, language=language, initial=first, **kwargs)
        self.fields["outcome"].choices = [
            (value, _label(value, label)) for value, label in AgendaItem.Outcome.choices if value
        ]
        self.fields["owner"].queryset = people(item.meeting)

    def tells_outcome(self) -> bool:
        """Whether an outcome is chosen that differs from the one the page showed, whatever stands by now."""
        return bool(self.cleaned_data.get("outcome")) and self.sign != self.cleaned_data.get("shown")

    @property
    def sign(self) -> str:
        """A short sign of the outcome as it is filled in."""
        owner = self.cleaned_data.get("owner")
        return _sign({**self.cleaned_data, "owner": owner.pk if owner else None})

    def keep_outcome(self) -> AgendaItem:
        """Tell what came of it. Raises `Refused`."""
        told = self.cleaned_data
        return outcome.set_(
            self.item,
            self.by,
            outcome=told["outcome"],
            language=self.language,
            text=told["text"],
            whom=told["whom"],
            by_when=told["by_when"],
            because=told["because"],
            owner=told["owner"],
            seen=told["seen"] or None,
        )


class ActionForm(Asking):
    """Something that somebody takes on besides the item's outcome."""

    what = GuardedCharField(label=_("What is done?"), max_length=300)
    owner = NamedChoice(label=_("Who does it?"), queryset=Person.objects.none())
    due_on = ComingDateField(label=pgettext_lazy("live", "By when?"))

    def __init__(self, *args: object, item: AgendaItem, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.by = item, by
        self.fields["owner"].queryset = people(item.meeting)

    def act(self) -> object:
        told = self.cleaned_data
        return action.take(self.item, self.by, what=told["what"], owner=told["owner"], due_on=told["due_on"])


def _label(value: str, label: str) -> str:
    words = str(label)
    words = words[:1].upper() + words[1:]
    return f"{words}: {DETAILS[value]}" if value in DETAILS else words


def _sign(values: dict) -> str:
    parts = [values.get(name) or "" for name in ("outcome", "text", "whom", "by_when", "because", "owner")]
    return hashlib.sha256(repr([str(part) for part in parts]).encode()).hexdigest()[:16]


def people(meeting: Meeting):
    """Who may take something on: the council's people and the meeting's guests."""
    keys = [seat.person.pk for seat in attendance.roll(meeting)]
    return Person.objects.filter(pk__in=keys).order_by("first_name", "last_name")
