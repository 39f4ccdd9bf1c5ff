"""Planning an event: a new one, its facts, another time, why it is off."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.domain import event as verbs
from coordination.events.domain import owner
from coordination.events.models import Event
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import ClockField, ComingDateField, FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.foundation.refused import Refused
from coordination.foundation.texts_form import LongTextsWidget, TextsFormField
from coordination.people.actor import Actor
from coordination.people.forms.choices import PersonField, UnitField, coordinators_for, head_of
from coordination.people.models import Person, Role, Unit, User

READERS = _("everybody who sees the event")


class WhenForm(GuardsTexts, Asking):
    """The day and the hours; a refusal of the time stands beside its box."""

    day = FinnishDateField(label=pgettext_lazy("event", "Day"))
    begins = ClockField(label=pgettext_lazy("event", "Begins"))
    ends = ClockField(label=pgettext_lazy("event", "Ends"))

    def when(self) -> dict[str, datetime]:
        day = self.cleaned_data["day"]
        return {name: at(day, self.cleaned_data[box]) for name, box in (("starts_at", "begins"), ("ends_at", "ends"))}

    def refuse(self, refusal: Refused) -> None:
        boxes = {"starts_at": "begins", "ends_at": "ends", "registration_until": "register_by"}
        field = boxes.get(refusal.field or "", refusal.field)
        Refused(refusal.message, field=field, code=refusal.code).as_form_error(self)

    def fill_when(self, event: Event) -> None:
        begins, ends = clock.local(event.starts_at), clock.local(event.ends_at)
        self.initial |= {"day": begins.date(), "begins": begins.time(), "ends": ends.time()}


class WhoseForm(WhenForm):
    """For which council it is, asked of those who lead one. An event of a council one does not lead stays its."""

    meant_for = forms.ChoiceField(
        label=_("For which council?"),
        required=False,
        help_text=_("The ideas noted at the event go to it. Otherwise they wait for any council."),
    )

    def offer_owners(self, user: User, now: str = "") -> None:
        found = {each.key: each.name for each in owner.led_by(user)}
        if now:
            found.setdefault(now, owner.named(now) or now)
        if found:
            self.fields["meant_for"].choices = [("", _("For no council alone")), *found.items()]
        else:
            del self.fields["meant_for"]


class NewForm(WhoseForm):
    """What, where in the tree, when: the rest is filled in on the event's page before it is opened."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("event", "Kind"),
        choices=Event.Kind.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    names = TextsFormField(label=pgettext_lazy("event", "Name"))
    unit = UnitField(queryset=None, label=pgettext_lazy("field", "Unit"))
    day = ComingDateField(label=pgettext_lazy("event", "Day"))
    place = GuardedCharField(label=_("Place"), required=False, max_length=200, readers=READERS)
    is_public = forms.BooleanField(label=_("Everybody may see it and register"), required=False)

    field_order = ["kind", "names", "meant_for", "unit", "day", "begins", "ends", "place", "is_public"]

    def __init__(self, *args: object, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        units = Unit.objects.within(user.branches(Role.Kind.COORDINATOR, Role.Kind.LEADER)).active()
        self.fields["unit"].queryset, self.fields["unit"].initial = units, head_of(units)
        self.offer_owners(user)

    def act(self) -> Event:
        said = self.cleaned_data
        facts = {name: said[name] for name in self.fields if name not in ("unit", "day", "begins", "ends")}
        return verbs.plan(said["unit"], Actor.of(self.user), **facts, **self.when())


class FactsForm(WhoseForm):
    """Everything the public or the invited read, how many places, who holds the strings."""

    kind = forms.ChoiceField(label=pgettext_lazy("event", "Kind"), choices=Event.Kind.choices)
    names = TextsFormField(label=pgettext_lazy("event", "Name"))
    leads = TextsFormField(label=_("In a sentence or two"), required=False, widget=LongTextsWidget)
    descriptions = TextsFormField(label=_("What happens there"), required=False, widget=LongTextsWidget)
    mode = forms.ChoiceField(label=_("On the spot or remotely"), choices=Event.Mode.choices, widget=forms.RadioSelect)
    place = GuardedCharField(label=_("Place"), required=False, max_length=200, readers=READERS)
    directions = TextsFormField(label=_("How to get there"), required=False)
    venue_access = TextsFormField(label=_("Accessibility of the place"), required=False)
    online_url = forms.URLField(label=_("Remote link"), required=False, assume_scheme="https")
    capacity = forms.IntegerField(
        label=_("Places"), required=False, min_value=1, max_value=2000, help_text=_("Empty: as many as come.")
    )
    register_by = FinnishDateField(label=_("Last day to register"), required=False)
    is_public = forms.BooleanField(
        label=_("Everybody may see it and register"), required=False, help_text=_("Otherwise only those you invite.")
    )
    collects_interest = forms.BooleanField(
        label=_("At the end, those who are interested leave their contact details"), required=False
    )
    neutral_title = TextsFormField(
        label=_("What the calendar and the subject of a mail say"),
        required=False,
        help_text=_("Neutral: somebody may look over the shoulder. Empty: “Event”."),
    )
    coordinator = PersonField(
        queryset=None,
        label=_("Who holds the strings"),
        help_text=_("Keeps contact, books the place, sees to who does what."),
    )

    PLAIN = ("kind", "names", "leads", "descriptions", "mode", "place", "directions", "venue_access", "online_url")
    GROUPS = (
        (_("What and when"), ("kind", "names", "leads", "descriptions")),
        (_("Where"), ("mode", "place", "directions", "venue_access", "online_url")),
        (_("Who may come"), ("is_public", "capacity", "register_by", "collects_interest")),
        (_("Who holds the strings, and what a calendar says"), ("meant_for", "coordinator", "neutral_title")),
    )

    def __init__(self, *args: object, event: Event, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.user = event, user
        self.fill_when(event)
        own = (*self.PLAIN, "capacity", "is_public", "collects_interest", "neutral_title", "coordinator")
        self.initial |= {name: getattr(event, name) for name in own}
        if event.registration_until:
            self.initial["register_by"] = clock.local(event.registration_until).date()
        named = {event.coordinator_id, *coordinators_for(user).values_list("pk", flat=True)}
        if me := user.as_person():
            named.add(me.pk)
        self.fields["coordinator"].queryset = Person.objects.filter(pk__in=named)
        self.initial["meant_for"] = event.meant_for
        self.offer_owners(user, event.meant_for)

    def groups(self) -> list[tuple[object, list[forms.BoundField]]]:
        return [(label, [self[name] for name in names if name in self.fields]) for label, names in self.GROUPS]

    def act(self) -> Event:
        said = self.cleaned_data
        facts = {name: said[name] for name in self.fields if name not in ("day", "begins", "ends", "register_by")}
        last = said["register_by"]
        facts["registration_until"] = min(at(last, time(23, 59)), self.when()["ends_at"]) if last else None
        return verbs.change(self.event, Actor.of(self.user), **facts, **self.when())


class CopyForm(WhenForm):
    """The same again at another time."""

    def __init__(self, *args: object, event: Event, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.by = event, by
        self.fill_when(event)
        self.initial.pop("day")

    def act(self) -> Event:
        return verbs.copy(self.event, self.by, **self.when())


class CancelForm(Asking):
    """The reason, as everybody reads it."""

    reason = GuardedCharField(
        label=_("Why is the event cancelled?"),
        help_text=_("One sentence. Nobody's health, nobody's name."),
        readers=_("everybody invited"),
        max_length=verbs.MOST_WORDS,
        error_messages={"required": _("Tell why: everybody invited reads it.")},
    )

    def __init__(self, *args: object, event: Event, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.by = event, by

    def act(self) -> Event:
        return verbs.cancel(self.event, self.by, reason=self.cleaned_data["reason"])


def at(day: object, hour: time) -> datetime:
    """A day and a Finnish wall clock as an aware datetime."""
    return datetime.combine(day, hour.replace(tzinfo=None), tzinfo=clock.HELSINKI)
