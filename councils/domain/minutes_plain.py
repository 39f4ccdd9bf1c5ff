"""The minutes in plain language: item by item, checked by a list, read by a member before they go out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from councils.models import AgendaItem, Minutes
from councils.permissions.council import require_leader

from .merge import normal


class Check(TextChoices):
    """What makes a text easy to read."""

    SHORT = "short", _("The sentences are short.")
    WORDS = "words", _("The words are everyday words, and hard ones are explained.")
    ABBREVIATIONS = "abbreviations", _("There are no abbreviations.")
    ONE_MATTER = "one_matter", _("One paragraph tells one matter.")
    DATES = "dates", _("Dates and times are written out.")
    WHO_DOES = "who_does", _("It tells who does what and by when.")
    ALOUD = "aloud", _("It has been read aloud.")


@transaction.atomic
def write(item: AgendaItem, by: Actor, *, language: str, text: str) -> AgendaItem:
    """Keep the plain-language text of an item; a text that changes must be read by a member again. Raises `Refused`."""
    require_leader(by, item.council)
    identity_code.refuse(text, field="plain_notes")
    minutes = _unpublished(item.meeting.record)
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    stands = normal(text).strip()
    if stands != row.plain_notes.get(language, ""):
        row.plain_notes = item.plain_notes = Texts({**row.plain_notes, language: stands})
        row.save(update_fields=["plain_notes"])
        minutes.plain_read_on = None
        minutes.save(update_fields=["plain_read_on"])
    return item


@transaction.atomic
def check(minutes: Minutes, by: Actor, *, ticked: Iterable[str], read_on: date | None) -> Minutes:
    """Keep what has been checked, and the day a member read the text. Raises `Refused` for a day still to come."""
    require_leader(by, minutes.meeting.council)
    current = _unpublished(minutes)
    if read_on and read_on > clock.today():
        raise Refused(
            _("The day is still to come. Write it when a member has read the text."), field="read_on", code="future"
        )
    current.plain_checks = [key for key in Check.values if key in set(ticked)]
    current.plain_read_on = read_on
    current.save(update_fields=["plain_checks", "plain_read_on"])
    audit.log(current, "kuuluviin.changed", by, {"plain": len(current.plain_checks)})
    minutes.plain_checks, minutes.plain_read_on = current.plain_checks, read_on
    return minutes


def is_ready(minutes: Minutes) -> bool:
    """Whether the text may be read: written, every point checked, read by a member."""
    return bool(minutes.plain_read_on) and set(minutes.plain_checks) >= set(Check.values) and is_written(minutes)


def is_written(minutes: Minutes) -> bool:
    return any(text for item in minutes.meeting.items.all() for text in item.plain_notes.values())


def refuse_unready(minutes: Minutes) -> None:
    """Raise `Refused` where somebody reads plain language, or a text stands begun, and it is not ready."""
    if is_ready(minutes):
        return
    if is_written(minutes):
        raise Refused(
            _("The plain-language text is not ready: tick the list, and let a member read it first."),
            code="plain_unread",
        )
    if minutes.meeting.council.memberships.open().filter(person__format=Person.Format.PLAIN).exists():
        raise Refused(_("Somebody here reads plain language, and there is no such text yet."), code="plain_missing")


def _unpublished(minutes: Minutes) -> Minutes:
    """Raises `Refused` once the minutes are on the public page."""
    current = workflow.locked(minutes)
    if current.published_at:
        raise Refused(_("The minutes are on the public page. Take them down before you change them."), code="published")
    return current
