"""The minutes without names, for everybody: proposed by the machine, read by a person, then published (L-14)."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from councils.models import AgendaItem, Council, Minutes
from councils.permissions.council import require_leader

from . import minutes_names, minutes_revision, naming
from .merge import normal


def proposed(minutes: Minutes) -> dict[int, Texts]:
    """A text without names for each item, from what was said and what was agreed; by the item's key."""
    names = minutes_names.Names(minutes.meeting.council, in_public=True)
    return {item.pk: _proposal(item, names) for item in minutes.meeting.items.all()}


@transaction.atomic
def write(item: AgendaItem, by: Actor, *, language: str, text: str) -> AgendaItem:
    """Keep the public text of an item, as a person accepted it. Raises `Refused` once published."""
    require_leader(by, item.council)
    identity_code.refuse(text, field="public_notes")
    minutes = workflow.locked(item.meeting.record)
    if minutes.published_at:
        raise Refused(
            gettext_lazy("The minutes are on the public page. Take them down before you change them."), code="published"
        )
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    row.public_notes = item.public_notes = Texts({**row.public_notes, language: normal(text).strip()})
    row.save(update_fields=["public_notes"])
    return item


@transaction.atomic
def publish(minutes: Minutes, by: Actor, *, names_read: bool = False) -> Minutes:
    """Put the approved minutes on the council's public page. `names_read`: a person has looked at the words found.

    Raises `Refused`: not approved, nothing written, a mark left where a name was, words that look like names.
    """
    require_leader(by, minutes.meeting.council)
    current = workflow.locked(minutes)
    if current.status != Minutes.Status.APPROVED:
        raise Refused(gettext_lazy("Only approved minutes are published."), code="not_approved")
    if current.published_at:
        raise Refused(gettext_lazy("The minutes are on the public page already."), code="published")
    items = list(current.meeting.items.all())
    if not any(any(item.public_notes.values()) for item in items):
        raise Refused(gettext_lazy("Write the public text first."), code="empty")
    if any(minutes_names.is_marked(item.public_notes) for item in items):
        raise Refused(
            gettext_lazy("A mark stands where a name was. Write the sentence anew so that it needs no name."),
            code="mark",
        )
    if not names_read and (found := minutes_names.in_public(current)):
        words = ", ".join(sorted({row.word for row in found}))
        raise Refused(gettext_lazy("These words look like members' names: %(words)s.") % {"words": words}, code="names")
    minutes.published_at = current.published_at = clock.now()
    current.save(update_fields=["published_at"])
    audit.log(current, "kuuluviin.changed", by, {"published": True})
    minutes_revision.keep(current, by)
    return minutes


@transaction.atomic
def withdraw(minutes: Minutes, by: Actor) -> Minutes:
    """Take the minutes from the public page. Raises `Refused`."""
    require_leader(by, minutes.meeting.council)
    current = workflow.locked(minutes)
    if not current.published_at:
        raise Refused(gettext_lazy("The minutes are not on the public page."), code="not_published")
    minutes.published_at = current.published_at = None
    current.save(update_fields=["published_at"])
    audit.log(current, "kuuluviin.changed", by, {"published": False})
    return minutes


@transaction.atomic
def take_down(council: Council, person: Person, by: Actor) -> int:
    """Take down the published minutes whose words name somebody who has taken the yes to it back; how many.

    A leader writes them anew and publishes them again: consent that was given is consent that can be withdrawn.
    """
    name, taken = naming.short(person), 0
    for minutes in Minutes.objects.public().filter(meeting__council=council).select_related("meeting__council"):
        if any(found.name == name for found in minutes_names.in_public(minutes)):
            current = workflow.locked(minutes)
            current.published_at = None
            current.save(update_fields=["published_at"])
            audit.log(current, "kuuluviin.changed", by, {"published": False})
            taken += 1
    return taken


def _proposal(item: AgendaItem, names: minutes_names.Names) -> Texts:
    languages = list(item.notes) or list(item.outcome_text) or [item.council.main_language]
    return Texts({code: names.blanked(_words(item, code), code) for code in languages})


def _words(item: AgendaItem, language: str) -> str:
    with translation.override(language):
        agreed = item.outcome_text.in_language(language)
        outcome = item.get_outcome_display() if item.outcome else ""
        last = (
            _("Outcome: %(outcome)s") % {"outcome": ". ".join(filter(None, [str(outcome), agreed]))} if outcome else ""
        )
        return "\n".join(filter(None, [item.notes.in_language(language), last]))
