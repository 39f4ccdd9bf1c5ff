"""Forms of the minutes: offering, plain language, the public text, approval, a member's comment."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField, GuardedTextField
from coordination.foundation.texts import Texts
from coordination.people import actor
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import attendance, minutes_comment, minutes_plain, minutes_public
from councils.domain import minutes as verbs
from councils.models import AgendaItem, Meeting, Minutes, MinutesComment


class OfferForm(forms.Form):
    without_plain = forms.BooleanField(label=_("Go on without a plain-language text"), required=False)


class TextsForm(Asking):
    """One box an item, in one language. `label` names each where the item's title stands above; else the title does."""

    rows = 4
    label: Promise | None = None

    def __init__(self, *args: object, minutes: Minutes, by: Actor, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.minutes, self.by, self.language = minutes, by, language
        self.items = list(minutes.meeting.items.select_related("meeting__record", "council"))
        for item in self.items:
            self.fields[f"item_{item.pk}"] = self.box(item)

    def box(self, item: AgendaItem) -> forms.Field:
        attrs = {"rows": self.rows, "lang": self.language}
        if self.label:
            attrs["aria-label"] = f"{self.label}: {item.title}"
        label = self.label or str(item.title)
        return GuardedTextField(
            label=label, required=False, widget=forms.Textarea(attrs=attrs), initial=self.text_of(item)
        )

    def text_of(self, item: AgendaItem) -> str:
        raise NotImplementedError

    def pairs(self) -> Iterator[tuple[AgendaItem, BoundField]]:
        """Each item with its box."""
        for item in self.items:
            yield item, self[f"item_{item.pk}"]

    def changed(self) -> Iterator[tuple[AgendaItem, str]]:
        for item in self.items:
            if f"item_{item.pk}" in self.changed_data:
                yield item, self.cleaned_data[f"item_{item.pk}"]


class PlainForm(TextsForm):
    """The plain-language text, the list of what makes it easy, and the day a member read it."""

    label = pgettext_lazy("minutes", "Text in plain language")

    checks = forms.MultipleChoiceField(
        label=_("What has been checked"),
        required=False,
        choices=minutes_plain.Check.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
    )
    read_on = FinnishDateField(label=_("Read by a member on"), required=False)

    def __init__(self, *args: object, minutes: Minutes, **kwargs: object) -> None:
        first = {"checks": minutes.plain_checks, "read_on": minutes.plain_read_on}
        super().__init__(*args, minutes=minutes, initial=first, **kwargs)

    def text_of(self, item: AgendaItem) -> str:
        return item.plain_notes.get(self.language, "")

    def act(self) -> None:
        """Keeps the texts, then the list."""
        for item, text in self.changed():
            minutes_plain.write(item, self.by, language=self.language, text=text)
        told = self.cleaned_data
        minutes_plain.check(self.minutes, self.by, ticked=told["checks"], read_on=told["read_on"])


class PublicForm(TextsForm):
    """The text without names; where nothing is written yet, the proposal stands in the box."""

    label = pgettext_lazy("minutes", "Text for everybody")

    def __init__(self, *args: object, minutes: Minutes, **kwargs: object) -> None:
        self.proposals: dict[int, Texts] = minutes_public.proposed(minutes)
        super().__init__(*args, minutes=minutes, **kwargs)

    def text_of(self, item: AgendaItem) -> str:
        return item.public_notes.get(self.language) or self.proposals[item.pk].get(self.language, "")

    def act(self) -> None:
        """Keeps every text as it stands in the boxes: what a person sent has been read."""
        for item in self.items:
            text = self.cleaned_data[f"item_{item.pk}"]
            if text != item.public_notes.get(self.language, ""):
                minutes_public.write(item, self.by, language=self.language, text=text)


class PublishForm(forms.Form):
    names_read = forms.BooleanField(
        label=_("I have looked at the words found: they are nobody's names, or the person is told of in public"),
        required=False,
    )


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Meeting) -> str:
        return f"{formats.day(obj.starts_at)} ({obj.get_status_display()})"


class ApproveForm(TextsForm):
    """In which meeting, and what was corrected there."""

    rows = 2
    in_meeting = MeetingChoice(
        label=_("In which meeting are the minutes approved?"), queryset=Meeting.objects.none(), empty_label=None
    )
    general = GuardedTextField(
        label=_("Corrections to the whole"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: object, minutes: Minutes, **kwargs: object) -> None:
        super().__init__(*args, minutes=minutes, **kwargs)
        self.fields["in_meeting"].queryset = verbs.may_approve_in(minutes)

    def text_of(self, item: AgendaItem) -> str:
        return ""

    def act(self) -> Minutes:
        told = self.cleaned_data
        corrections = [(None, told["general"]), *((item.pk, text) for item, text in self.changed())]
        return verbs.approve(self.minutes, self.by, in_meeting=told["in_meeting"], corrections=corrections)


class ItemChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: AgendaItem) -> str:
        return str(obj.title)


class CommentForm(Asking):
    """A wish for a correction, by one who was there."""

    item = ItemChoice(
        label=_("Which item?"), queryset=AgendaItem.objects.none(), required=False, empty_label=_("The whole of it")
    )
    text = GuardedTextField(
        label=pgettext_lazy("minutes", "What should be corrected?"),
        max_length=minutes_comment.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        readers=_("the leaders of your council"),
    )

    def __init__(self, *args: object, minutes: Minutes, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.minutes, self.by = minutes, by
        self.fields["item"].queryset = minutes.meeting.items.exclude(kind=AgendaItem.Kind.BREAK)

    def act(self) -> MinutesComment:
        told = self.cleaned_data
        return minutes_comment.comment(self.minutes, self.teller(), text=told["text"], item=told["item"])

    def teller(self) -> Actor:
        return self.by


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Person) -> str:
        return obj.full_name


class HeardForm(CommentForm):
    """A wish that a leader writes down for one who was there and told it on the phone or on paper."""

    person = PersonChoice(label=_("Who told it?"), queryset=Person.objects.none())
    via = forms.ChoiceField(
        label=pgettext_lazy("comment", "How was it told?"),
        choices=[
            (actor.PHONE, pgettext_lazy("comment", "on the phone")),
            (actor.POST, pgettext_lazy("comment", "on paper")),
        ],
        initial=actor.PHONE,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    field_order = ["person", "via", "item", "text"]

    def __init__(self, *args: object, minutes: Minutes, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, minutes=minutes, by=by, **kwargs)
        there = minutes.meeting.attendances.filter(state__in=attendance.THERE).values("person_id")
        self.fields["person"].queryset = Person.objects.filter(pk__in=there).order_by("first_name", "last_name")

    def teller(self) -> Actor:
        return self.by.acting_for(self.cleaned_data["person"], via=self.cleaned_data["via"])
