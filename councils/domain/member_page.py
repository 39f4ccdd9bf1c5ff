"""One member's council on one page, and the same on paper: what comes, what to read, what became of one's ideas (section 5)."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.people.models import Person
from councils.models import Attendance, Bulletin, Council, Invitation, Meeting, Membership, Minutes, Staff

from . import fare, minutes_plain, topic_bank
from .topic_bank import Standing

SHOWN = 5
FARES = 6


@dataclass(frozen=True)
class MemberPage:
    """What a member reads; drafts of the leaders are never among it."""

    membership: Membership
    meeting: Meeting | None
    invitation: Invitation | None
    minutes: Minutes | None
    topics: list[Standing]
    fares: list[fare.Row]
    bulletins: list[Bulletin]
    leader: Person | None

    @property
    def council(self) -> Council:
        return self.membership.council

    @property
    def person(self) -> Person:
        return self.membership.person

    @property
    def waits_for_fare(self) -> bool:
        return any(row.takes_fare and not row.is_confirmed for row in self.fares)

    @property
    def has_plain(self) -> bool:
        """Whether the last minutes can be read in plain language."""
        return self.minutes is not None and minutes_plain.is_ready(self.minutes)


def of(membership: Membership) -> MemberPage:
    """Everything of one seat, in a fixed number of queries."""
    council, person = membership.council, membership.person
    meeting = next_meeting(council)
    invitation = meeting and meeting.invitations.filter(person=person, withdrawn_at=None).first()
    readable = Minutes.objects.filter(meeting__council=council).exclude(status=Minutes.Status.DRAFT)
    return MemberPage(
        membership=membership,
        meeting=meeting,
        invitation=invitation,
        minutes=readable.select_related("meeting").order_by("-meeting__starts_at").first(),
        topics=topic_bank.own(council, person),
        fares=fares_of(person, council)[:FARES],
        bulletins=list(council.bulletins.all()[:SHOWN]),
        leader=leader_of(council),
    )


def next_meeting(council: Council) -> Meeting | None:
    """The next one that members have been told of."""
    coming = Meeting.objects.upcoming().told().filter(council=council)
    return coming.select_related("council").order_by("starts_at").first()


def fares_of(person: Person, council: Council | None = None) -> list[fare.Row]:
    """The person's own fares and meeting fees, the newest first; of one council, or of all."""
    there = Attendance.objects.exclude(state=Attendance.Status.ABSENT).filter(person=person)
    seats = Membership.objects.filter(person=person)
    there = there.filter(meeting__council__in=seats.values("council"))
    if council:
        there = there.filter(meeting__council=council)
    joined = there.select_related("person", "fare", "fee", "meeting__council__unit", "meeting__council__meeting_fee")
    return sorted(fare.rows(joined), key=lambda row: row.attendance.meeting.starts_at, reverse=True)


def leader_of(council: Council) -> Person | None:
    """Whom to call: the responsible leader, else another with a telephone."""
    staff = Staff.objects.open().filter(council=council).select_related("person")
    people = [row.person for row in staff.order_by("-is_responsible", "pk")]
    return next((person for person in people if person.phone), next(iter(people), None))
