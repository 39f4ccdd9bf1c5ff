"""What came of an item: each ends with something, and each answer brings what follows from it (MT-10, MT-11)."""

from __future__ import annotations

import hashlib
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit
from councils.models import AgendaItem, Meeting
from councils.permissions.council import require_leader

from . import action, agenda, minutes_lock

Outcome = AgendaItem.Outcome
QUIET = frozenset({Outcome.DECISION, Outcome.FORWARDED, Outcome.NOTED, Outcome.ESCALATED})
"""Those that bring nothing besides the words: they may be kept while somebody types."""


@transaction.atomic
def set_(
    item: AgendaItem,
    by: Actor,
    *,
    outcome: str,
    language: str,
    text: str = "",
    whom: str = "",
    by_when: date | None = None,
    because: str = "",
    owner: Person | None = None,
    seen: str | None = None,
) -> AgendaItem:
    """Tell what came of an item. An action is written down for its owner; a postponed item goes to the next meeting.

    `seen` is the `mark` of the outcome the writer looked at: where another has told something else meanwhile, it is
    refused rather than overwritten. Raises `Refused`: not a leader, not begun, approved, something missing.
    """
    require_leader(by, item.council)
    facts = _sound(item, outcome, text, whom, by_when, because, owner)
    minutes_lock.to_write(item.meeting)
    if outcome == Outcome.POSTPONED and item.outcome != outcome:
        return _postpone(item, by, because, seen)
    row, __ = minutes_lock.item_to_write(item)
    _refuse_changed(row, seen)
    if row.outcome == Outcome.POSTPONED and row.moved_to.exists():
        raise Refused(_("The item has been moved on. What comes of it is told where it stands now."), code="moved")
    row.outcome_text = Texts({**row.outcome_text, language: facts.pop("text")})
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=["outcome_text", *facts])
    if outcome == Outcome.ACTION:
        action.take(row, by, what=text, owner=owner, due_on=by_when)
    audit.log(row, "kuuluviin.changed", by, {"outcome": outcome})
    for name in ("outcome_text", *facts):
        setattr(item, name, getattr(row, name))
    return item


def mark(item: AgendaItem) -> str:
    """A short sign of the outcome as it stands; another outcome has another sign."""
    parts = (
        item.outcome,
        sorted(item.outcome_text.items()),
        item.outcome_whom,
        item.outcome_by,
        item.postponed_because,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def next_meeting(meeting: Meeting) -> Meeting | None:
    """Where an item that is postponed goes: the council's next meeting still ahead, if there is one."""
    ahead = [Meeting.Status.PLANNED, Meeting.Status.OPEN]
    rows = Meeting.objects.filter(council=meeting.council, starts_at__gt=meeting.starts_at, status__in=ahead)
    return rows.order_by("starts_at").first()


def _postpone(item: AgendaItem, by: Actor, because: str, seen: str | None) -> AgendaItem:
    """The meetings are locked before the item, as the agenda's verbs do."""
    agenda.move(item, by, next_meeting(item.meeting), because=because)
    audit.log(item, "kuuluviin.changed", by, {"outcome": Outcome.POSTPONED})
    return item


def _refuse_changed(row: AgendaItem, seen: str | None) -> None:
    if seen is not None and seen != mark(row):
        raise Refused(
            _("Somebody else has told the outcome of this item meanwhile. Look at it and choose again."), code="changed"
        )


def _sound(
    item: AgendaItem, outcome: str, text: str, whom: str, by_when: date | None, because: str, owner: Person | None
) -> dict:
    for field, words in (("text", text), ("whom", whom), ("because", because)):
        identity_code.refuse(words, field=field)
    if outcome not in Outcome.values:
        raise Refused(_("Choose what came of the item."), field="outcome", code="choice")
    if outcome == Outcome.DECISION and not text.strip() and not any(item.notes.values()):
        raise Refused(_("Write what was decided."), field="text", code="text")
    if outcome == Outcome.FORWARDED and not whom.strip():
        raise Refused(_("Write to whom it is taken."), field="whom", code="whom")
    if outcome == Outcome.POSTPONED and not because.strip():
        raise Refused(_("Write why the item is postponed. Only big decisions wait."), field="because", code="because")
    if outcome == Outcome.ACTION:
        _refuse_unowned(text, owner, by_when)
    has_day = outcome in {Outcome.FORWARDED, Outcome.ACTION}
    return {
        "text": text.strip(),
        "outcome": outcome,
        "outcome_whom": whom.strip() if outcome == Outcome.FORWARDED else "",
        "outcome_by": by_when if has_day else None,
        "postponed_because": because.strip() if outcome == Outcome.POSTPONED else "",
    }


def _refuse_unowned(text: str, owner: Person | None, by_when: date | None) -> None:
    if not text.strip():
        raise Refused(_("Write what will be done."), field="text", code="text")
    if owner is None:
        raise Refused(_("Choose who does it."), field="owner", code="owner")
    if by_when is None:
        raise Refused(_("Write by when it is done."), field="by_when", code="by_when")
