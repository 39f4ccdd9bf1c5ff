"""The parts of an event its organisers see to: programme, tasks, who helps, whom to invite, answers told by phone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.domain import newcomer, organiser, programme, task
from coordination.events.domain import registration as registrations
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.foundation.refused import Refused
from coordination.foundation.texts_form import TextsFormField
from coordination.people.actor import PHONE, POST, Actor
from coordination.people.forms.choices import PersonField
from coordination.people.models import Person, Role

from .answer import NO, READERS, YES, NeedsForm
from .event import at

VIAS = [(PHONE, _("by phone")), (POST, _("on paper"))]


class OfEvent(GuardsTexts, Asking):
    def __init__(self, *args: object, event: Event, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.by = event, by


class ProgrammeForm(OfEvent):
    """A line of the programme on the event's first day."""

    begins = ClockField(label=pgettext_lazy("programme", "From"))
    titles = TextsFormField(label=pgettext_lazy("programme", "What"))
    who = GuardedCharField(label=pgettext_lazy("programme", "Who"), required=False, max_length=160)

    def act(self) -> object:
        said = self.cleaned_data
        starts_at = at(clock.local(self.event.starts_at).date(), said["begins"])
        return programme.add(self.event, self.by, titles=said["titles"], who=said["who"], starts_at=starts_at)

    def refuse(self, refusal: Refused) -> None:
        field = {"starts_at": "begins"}.get(refusal.field or "", refusal.field)
        Refused(refusal.message, field=field, code=refusal.code).as_form_error(self)


class TaskForm(OfEvent):
    what = GuardedCharField(label=pgettext_lazy("task", "What"), max_length=300)
    due_on = FinnishDateField(label=pgettext_lazy("task", "By when"))
    owner = PersonField(queryset=None, label=pgettext_lazy("task", "Who"))

    def __init__(self, *args: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = {self.event.coordinator_id, *self.event.organisers.values_list("person", flat=True)}
        self.fields["owner"].queryset = Person.objects.filter(pk__in=who)
        self.fields["owner"].initial = self.event.coordinator_id

    def act(self) -> object:
        return task.add(self.event, self.by, **self.cleaned_data)


class OrganiserForm(OfEvent):
    """An employee of the event's organisation who can sign in."""

    person = PersonField(queryset=None, label=pgettext_lazy("organiser", "Who"))
    duty = GuardedCharField(label=pgettext_lazy("organiser", "Sees to"), required=False, max_length=120)

    def __init__(self, *args: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = Role.objects.open().filter(kind__in=organiser.KINDS)
        near = Person.objects.living().filter(unit__path__startswith=self.event.unit.organisation().path)
        free = near.filter(roles__in=roles).exclude(pk__in=self.event.organisers.values("person"))
        self.fields["person"].queryset = free.distinct()

    def act(self) -> object:
        return organiser.name(self.event, self.cleaned_data["person"], self.by, duty=self.cleaned_data["duty"])


class FindForm(forms.Form):
    reach = GuardedCharField(
        label=_("Name, e-mail address or phone number"),
        help_text=_("A name finds those you look after; a whole address or number anybody of the organisation."),
        max_length=120,
    )


class WriteDownForm(OfEvent, NeedsForm):
    """Somebody called or sent a paper, and nobody has written them down yet."""

    first_name = GuardedCharField(label=_("First name"), max_length=80)
    last_name = GuardedCharField(label=_("Last name"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = GuardedCharField(label=_("Phone"), max_length=40, required=False)
    street = GuardedCharField(label=_("Street address"), max_length=120, required=False)
    postcode = GuardedCharField(label=_("Postcode"), max_length=10, required=False)
    town = GuardedCharField(label=_("Town"), max_length=80, required=False)
    channel = forms.ChoiceField(
        label=_("Messages come by"),
        choices=Person.Channel.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    via = forms.ChoiceField(label=_("How the answer came"), choices=VIAS, widget=forms.RadioSelect, initial=PHONE)

    field_order = [
        *("first_name", "last_name", "phone", "email", "street", "postcode", "town"),
        *("channel", "needs", "needs_note", "via"),
    ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        wanted = {Person.Channel.EMAIL: "email", Person.Channel.PHONE: "phone", Person.Channel.SMS: "phone"}
        box = wanted.get(cleaned.get("channel"))
        if box and not cleaned.get(box) and box not in self.errors:
            self.add_error(box, _("Write where the messages go, or choose another way."))
        elif cleaned.get("channel") == Person.Channel.POST and not (cleaned.get("street") and cleaned.get("town")):
            self.add_error("street", _("Write where the messages go, or choose another way."))
        return cleaned

    def act(self) -> Registration:
        return newcomer.write_down(self.event, self.by, **self.cleaned_data)


class EnterForm(OfEvent, NeedsForm):
    """An answer told to an organiser, for somebody who is on the list."""

    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(YES, pgettext_lazy("registration", "comes")), (NO, pgettext_lazy("registration", "does not come"))],
        widget=forms.RadioSelect,
    )
    via = forms.ChoiceField(label=_("How the answer came"), choices=VIAS, widget=forms.RadioSelect, initial=PHONE)
    field_order = ["answer", "needs", "needs_note", "via"]

    def __init__(self, *args: object, row: Registration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.initial |= {"needs": row.needs, "needs_note": row.needs_note}
        self.fields["needs_note"].readers = READERS

    def act(self) -> Registration:
        said = self.cleaned_data
        by = self.by.acting_for(self.row.person, via=said["via"])
        if said["answer"] == YES:
            return registrations.register(self.event, self.row.person, by, **self.said_needs())
        return registrations.decline(self.row, by)
