"""Guests about every second meeting, chosen by topic: when there was one last, and on what (CC-17)."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.people.models import Person
from councils.models import Invitation, Meeting

LOOKED_AT, MOST = 60, 20


@dataclass(frozen=True)
class Hint:
    """`since` is the last meeting with a guest before this one, `matters` what it was about and from which service the
    guest came, by title; `is_turn`: the meeting before this one, held or to come, has none, so now would be good.
    """

    since: Meeting | None
    matters: list[str]
    is_turn: bool


def hint(meeting: Meeting) -> Hint:
    """Two or three queries."""
    earlier = Invitation.objects.filter(
        role=Invitation.Role.GUEST,
        withdrawn_at=None,
        meeting__council=meeting.council_id,
        meeting__starts_at__lt=meeting.starts_at,
    ).exclude(meeting__status=Meeting.Status.CANCELLED)
    rows = list(earlier.select_related("meeting", "person").order_by("-meeting__starts_at", "pk")[:10])
    since = rows[0].meeting if rows else None
    matters = [_of_what(row) for row in rows if row.meeting_id == since.pk and row.matter] if since else []
    last = Meeting.objects.filter(council=meeting.council_id, starts_at__lt=meeting.starts_at)
    before = last.exclude(status=Meeting.Status.CANCELLED).order_by("starts_at").last()
    return Hint(since, matters, is_turn=before is not None and (since is None or since.pk != before.pk))


@dataclass(frozen=True)
class Earlier:
    """One who has been a guest of the council before, and the last meeting."""

    person: Person
    last: Meeting


def earlier(meeting: Meeting) -> list[Earlier]:
    """Who may be asked again, the latest first: not those invited to this meeting already. Two queries."""
    here = meeting.invitations.standing().values("person_id")
    rows = Invitation.objects.filter(
        role=Invitation.Role.GUEST, withdrawn_at=None, meeting__council=meeting.council_id, person__erased_at=None
    )
    rows = rows.exclude(meeting=meeting).exclude(person__in=here).exclude(meeting__status=Meeting.Status.CANCELLED)
    found: dict[int, Earlier] = {}
    for row in rows.select_related("person", "meeting").order_by("-meeting__starts_at", "pk")[:LOOKED_AT]:
        found.setdefault(row.person_id, Earlier(row.person, row.meeting))
    return list(found.values())[:MOST]


def _of_what(row: Invitation) -> str:
    return f"{row.matter} ({row.person.title})" if row.person.title else row.matter
