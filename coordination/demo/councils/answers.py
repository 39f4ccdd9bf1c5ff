"""What those invited have answered: by the link, by calendar, by phone, on the slip; a substitute asked, a guest coming."""

from __future__ import annotations

from coordination.demo.past import days_ago
from coordination.people.actor import CALENDAR, PHONE, POST, Actor
from councils.domain import invitation
from councils.models import Invitation, Meeting, Membership

from .base import Councils

Role, Answer = Invitation.Role, Invitation.Answer
SAID = (
    (Answer.YES, "link", ["diet"], "Ei pähkinää"),
    (Answer.YES, CALENDAR, [], ""),
    (Answer.YES, PHONE, ["lift", "access"], ""),
    (Answer.YES, "link", [], ""),
    (Answer.MAYBE, "link", ["lift"], ""),
    (Answer.YES, POST, ["hearing"], ""),
    (Answer.YES, "link", [], ""),
)


def build(made: Councils) -> None:
    """The meeting told of in the packet. Matti has not answered: it waits for him in the demo."""
    coming = Meeting.objects.upcoming().told().filter(council=made.adult, status=Meeting.Status.OPEN)
    meeting = coming.select_related("council__unit").order_by("starts_at").first()
    with days_ago(2):
        for row in meeting.invitations.filter(role=Role.GUEST).select_related("person"):
            invitation.answer(row, Actor.by_link(row.person), answer=Answer.YES)
        _members(meeting, made)
    with days_ago(1):
        _substitute(meeting, made)
        for row in meeting.invitations.filter(role=Role.STAFF).select_related("person")[:2]:
            invitation.answer(row, Actor.by_link(row.person), answer=Answer.YES)


def _members(meeting: Meeting, made: Councils) -> None:
    """Everybody but Matti and the last ones, in the ways of `SAID`; those who have substitutes cannot come."""
    seated = meeting.invitations.filter(role=Role.MEMBER).exclude(person=made.matti.person)
    stood_in = {row.substitute_for.person_id for row in _stand_ins(made) if row.substitute_for}
    rows = list(seated.exclude(person__in=stood_in).select_related("person").order_by("pk"))
    for row in seated.filter(person__in=stood_in).select_related("person"):
        invitation.answer(row, Actor.by_link(row.person), answer=Answer.NO)
    for row, (answer, via, needs, note) in zip(rows, SAID, strict=False):
        by = Actor(person=row.person, via=via)
        if via in (PHONE, POST):
            by = made.secretary.acting_for(row.person, via=via)
        invitation.answer(row, by, answer=answer, needs=needs, needs_note=note)


def _substitute(meeting: Meeting, made: Councils) -> None:
    """One has been asked; the other waits for the leader's press."""
    asked = next((row for row in _stand_ins(made) if row.substitute_for), None)
    row = meeting.invitations.filter(role=Role.SUBSTITUTE, person=asked.person).first() if asked else None
    if row is not None:
        invitation.call_substitute(row, made.leader)


def _stand_ins(made: Councils) -> list[Membership]:
    rows = made.adult.memberships.open().filter(kind=Membership.Kind.SUBSTITUTE)
    return list(rows.select_related("person", "substitute_for").order_by("pk"))
