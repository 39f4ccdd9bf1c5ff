"""A developer-client group in situations: Elina and Ville facilitate, its sessions have been held."""

from __future__ import annotations

from councils.models import Attendance, Council, Meeting, Membership, Staff

from . import councils

NAME = "Kehittäjäasiakkaat"


def group() -> Council:
    """The group with its two facilitators; nobody takes part yet."""
    made = councils.council(NAME, kind=Council.Kind.DEVELOPER_GROUP, seats=10, rhythm=Council.Rhythm.WEEKLY)
    for person, is_responsible in ((councils.elina(), True), (councils.ville(), False)):
        facts = {"duty": Staff.Duty.FACILITATOR, "is_responsible": is_responsible}
        Staff.objects.get_or_create(council=made, person=person, ended_on=None, defaults=facts)
    return made


def held(number: int = 6) -> list[Meeting]:
    """So many sessions that have been held."""
    made = group()
    have = list(made.meetings.filter(kind=Meeting.Kind.GROUP, status=Meeting.Status.HELD))
    days = range(-7 * number, -7 * len(have), 7)
    return have + [
        councils.meeting(made, days=day, kind=Meeting.Kind.GROUP, status=Meeting.Status.HELD) for day in days
    ]


def attended(times: int, name: str = "Jäsen0") -> Membership:
    """A participant who was in so many of the six sessions."""
    made = group()
    seat = made.memberships.filter(person__first_name=name).first() or councils.members(1, made)[0]
    for meeting in held()[:times]:
        Attendance.objects.create(meeting=meeting, person=seat.person, state=Attendance.Status.PRESENT)
    return seat
