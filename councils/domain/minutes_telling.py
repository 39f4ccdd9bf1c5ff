"""What a letter or a call tells of the minutes: the words themselves, in the reader's language and form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from coordination.foundation import formats
from coordination.people.models import Person
from councils.models import AgendaItem, Meeting, Minutes

from . import agenda, minutes_plain, taken_on


@dataclass(frozen=True)
class Telling:
    """The minutes as the outbox is given them: the items, and whether the plain-language text may go out."""

    items: list[AgendaItem]
    has_plain: bool

    def for_person(self, person: Person) -> str:
        """Item by item for who gets letters or calls; empty for e-mail, which holds no words of a meeting."""
        if person.channel not in (Person.Channel.POST, Person.Channel.PHONE):
            return ""
        wants_plain = self.has_plain and person.format == Person.Format.PLAIN
        with translation.override(person.language):
            parts = [_item(number, item, wants_plain) for number, item in enumerate(self.items, 1)]
        return "\n\n".join(parts)


def of(minutes: Minutes) -> Telling:
    return Telling(list(minutes.meeting.items.exclude(kind=AgendaItem.Kind.BREAK)), minutes_plain.is_ready(minutes))


def lines(meeting: Meeting) -> list[tuple[agenda.Slot, str, list[str]]]:
    """For a screen of the council's own people: each item on the clock, what came of it, and who does what by when."""
    taken = taken_on.by_item(meeting)
    return [
        (slot, outcome_line(slot.item, taken.get(slot.item.pk, [])), taken.get(slot.item.pk, []))
        for slot in agenda.clock(meeting)
    ]


def outcome_line(item: AgendaItem, taken: Sequence[str] = ()) -> str:
    """“Taken further: Management group, by Fri 15 Jan 2027”, in the language in use; empty where nothing is told.

    An action tells no details where `taken`, the lines of who does what, follow it.
    """
    if not item.outcome:
        return ""
    label = str(item.get_outcome_display())
    label = label[:1].upper() + label[1:]
    if taken and item.outcome == AgendaItem.Outcome.ACTION:
        return label
    parts = [str(item.outcome_text), item.outcome_whom, item.postponed_because]
    if item.outcome_by:
        parts.append(_("by %(day)s") % {"day": formats.day(item.outcome_by)})
    told = ", ".join(filter(None, parts))
    return f"{label}: {told}" if told else label


def _item(number: int, item: AgendaItem, wants_plain: bool) -> str:
    words = str(item.plain_notes) if wants_plain and item.plain_notes else str(item.notes)
    return "\n".join(filter(None, [f"{number}. {item.title}", words, outcome_line(item)]))
