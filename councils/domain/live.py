"""In the meeting: begin, write down what was said, end. Two may write at once (MT-10, CC-24)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from councils.models import AgendaItem, Attendance, Invitation, Meeting, Minutes
from councils.permissions.council import require_leader

from . import minutes_lock
from .merge import merged, normal

LONGEST = 20_000
# Two texts are joined line by line, and what that takes grows with the square of the lines.
MOST_LINES = 1_000


@dataclass(frozen=True)
class Noted:
    """What stands after a save: the text, its version, and whether another's lines were joined to one's own."""

    text: str
    version: int
    joined: bool


@transaction.atomic
def begin(meeting: Meeting, by: Actor) -> Minutes:
    """Begin an open meeting: its minutes are made. Beginning again gives the same. Raises `Refused`."""
    current = workflow.locked(meeting)
    require_leader(by, current.council)
    if current.status == Meeting.Status.PLANNED:
        raise Refused(_("The meeting has not been opened. Send the invitations first."), code="planned")
    if current.status == Meeting.Status.CANCELLED:
        raise Refused(_("The meeting has been cancelled."), code="cancelled")
    minutes, made = Minutes.objects.get_or_create(meeting=current)
    if current.began_at is None:
        meeting.began_at = current.began_at = clock.now()
        current.save(update_fields=["began_at"])
    if made:
        audit.log(minutes, "kuuluviin.made", by, {"meeting": current.pk})
    return minutes


@transaction.atomic
def note(item: AgendaItem, by: Actor, *, version: int, language: str, text: str, base: str | None = None) -> Noted:
    """Keep what was written of an item in a language, joined with what another wrote meanwhile.

    `version` is the one the writer began from and `base` the text it had; without `base` every line of both stays.
    Raises `Refused`: not a leader, not begun, approved, an identity code, too long.
    """
    require_leader(by, item.council)
    identity_code.refuse(text, field="notes")
    row, __ = minutes_lock.item_to_write(item)
    now, mine = row.notes.get(language, ""), normal(text).rstrip()
    if base is None:
        base = now if version == row.notes_version else ""
    _refuse_long(normal(base), mine)
    stands = merged(normal(base).rstrip(), mine, now)
    _refuse_long(stands)
    if stands != now:
        row.notes = Texts({**row.notes, language: stands})
        row.notes_version += 1
        row.save(update_fields=["notes", "notes_version"])
    item.notes, item.notes_version = row.notes, row.notes_version
    return Noted(stands, row.notes_version, joined=stands != mine)


@transaction.atomic
def end_(meeting: Meeting, by: Actor) -> Meeting:
    """End the meeting: whoever of the invited was not marked was absent. Raises `Refused` where it has not begun."""
    minutes_lock.locked(meeting)
    current = workflow.locked(meeting)
    require_leader(by, current.council)
    if current.began_at is None:
        raise Refused(_("The meeting has not begun."), code="not_begun")
    workflow.move(meeting, Meeting.Status.HELD, by, ended_at=clock.now())
    _mark_the_rest(current)
    return meeting


def _refuse_long(*texts: str) -> None:
    if any(len(text) > LONGEST or text.count("\n") > MOST_LINES for text in texts):
        raise Refused(_("This is too long for one item. Write the main things."), field="notes", code="long")


def _mark_the_rest(meeting: Meeting) -> None:
    """A substitute who was not marked was not expected, so nothing is kept of them."""
    expected = meeting.invitations.filter(withdrawn_at=None).exclude(role=Invitation.Role.SUBSTITUTE)
    marked = meeting.attendances.values("person_id")
    now = clock.now()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person_id=key, state=Attendance.Status.ABSENT, marked_at=now)
        for key in expected.exclude(person_id__in=marked).values_list("person_id", flat=True)
    )
