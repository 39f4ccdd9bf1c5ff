"""Who is there: members, substitutes, leaders and guests, on the spot or remotely (MT-02)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit
from councils.models import Attendance, Invitation, Meeting
from councils.permissions.council import require_leader

from . import minutes_lock, naming

Role, Status = Invitation.Role, Attendance.Status
THERE = (Status.PRESENT, Status.REMOTE)
STANDS = gettext_lazy(
    "The fee of this meeting stands in the ledger. Ask those who handle the money to strike it out, then mark again."
)
ORDER = [Role.MEMBER, Role.SUBSTITUTE, Role.STAFF, Role.GUEST]


@dataclass(frozen=True)
class Seat:
    """One who may be there: a short name, what the secretary should know, the answer given before, and whether there now."""

    person: Person
    role: str
    name: str
    note: str
    answer: str
    state: str

    @property
    def is_there(self) -> bool:
        return self.state in THERE


@transaction.atomic
def mark(meeting: Meeting, person: Person, state: str, by: Actor) -> Attendance:
    """Mark one of the invited as there, there remotely or absent. Raises `Refused`: not begun, approved, not of the meeting, and one
    whose fare or meeting fee stands in the ledger as not having been there.
    """
    require_leader(by, meeting.council)
    minutes_lock.to_write(meeting)
    if state not in Status.values:
        raise Refused(gettext_lazy("Choose present, remotely or absent."), field="state", code="choice")
    if not _belongs(meeting, person):
        raise Refused(gettext_lazy("Only those invited are marked. Invite the guest first."), code="not_invited")
    _refuse_paid(meeting, person, state)
    facts = {"state": state, "marked_at": clock.now()}
    row, __ = Attendance.objects.update_or_create(meeting=meeting, person=person, defaults=facts)
    audit.log(meeting, "kuuluviin.changed", by, {"attendance": row.pk, "state": state})
    return row


@transaction.atomic
def mark_all(meeting: Meeting, people: Iterable[Person], state: str, by: Actor) -> int:
    """Mark those of the meeting's people who are not marked yet, all alike; how many. Raises `Refused`."""
    require_leader(by, meeting.council)
    minutes_lock.to_write(meeting)
    wanted = {person.pk for person in people}
    free = [seat.person for seat in roll(meeting) if not seat.state and seat.person.pk in wanted]
    now = clock.now()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=person, state=state, marked_at=now) for person in free
    )
    if free:
        audit.log(meeting, "kuuluviin.changed", by, {"attendances": len(free), "state": state})
    return len(free)


def waited_for(meeting: Meeting) -> list[Person]:
    """Those nobody has marked who may be taken to be there: everybody but substitutes and those who said they cannot come."""
    free = [seat for seat in roll(meeting) if not seat.state and seat.answer != Invitation.Answer.NO]
    return [seat.person for seat in free if seat.role != Role.SUBSTITUTE]


def roll(meeting: Meeting) -> list[Seat]:
    """Everybody invited or of the council, members first; in a fixed number of queries."""
    states = dict(meeting.attendances.values_list("person_id", "state"))
    invited = {row.person_id: row for row in meeting.invitations.select_related("person").filter(withdrawn_at=None)}
    people = {row.person_id: (row.person, row.role) for row in invited.values()}
    notes: dict[int, str] = {}
    members = meeting.council.memberships.open().select_related("person", "substitute_for__person")
    for seat in members:
        people.setdefault(seat.person_id, (seat.person, Role.MEMBER if seat.seat else Role.SUBSTITUTE))
        notes[seat.person_id] = _note(seat)
    for staff in meeting.council.staff.open().select_related("person"):
        people.setdefault(staff.person_id, (staff.person, Role.STAFF))
    found = [
        Seat(
            person,
            role,
            naming.short(person),
            notes.get(key) or ("" if role == Role.MEMBER else str(Role(role).label)),
            invited[key].answer if key in invited else "",
            states.get(key, ""),
        )
        for key, (person, role) in people.items()
    ]
    return sorted(found, key=lambda seat: (ORDER.index(seat.role), seat.name.casefold(), seat.person.pk))


def was_there(meeting: Meeting, person: Person | None) -> bool:
    return person is not None and meeting.attendances.filter(person=person, state__in=THERE).exists()


def counts(meeting: Meeting) -> dict[str, int]:
    """How many were there by role and how many of them remotely: what may be told without names."""
    there = [seat for seat in roll(meeting) if seat.is_there]
    found = {str(role): sum(seat.role == role for seat in there) for role in ORDER}
    return found | {"remote": sum(seat.state == Status.REMOTE for seat in there)}


def _belongs(meeting: Meeting, person: Person) -> bool:
    return (
        meeting.invitations.filter(person=person, withdrawn_at=None).exists()
        or meeting.council.memberships.open().filter(person=person).exists()
        or meeting.council.staff.open().filter(person=person).exists()
    )


def _refuse_paid(meeting: Meeting, person: Person, state: str) -> None:
    """Money owed for being there comes away first, by those who may."""
    # Fees are read after the lock, not with it: one made while this waited would be seen as none.
    row = Attendance.objects.select_for_update(no_key=True).filter(meeting=meeting, person=person).first()
    if row is None:
        return
    if state != Status.PRESENT and row.fare and row.fare.comes_to:
        if row.fare.status == Fee.Status.OWED:
            raise Refused(
                gettext_lazy("A fare to this meeting stands in the ledger. Correct it to 0 € first, then mark again."),
                code="fare",
            )
        raise Refused(STANDS, code="fare_settled")
    if state == Status.ABSENT and row.fee and row.fee.comes_to:
        raise Refused(STANDS, code="fee")


def _note(seat: object) -> str:
    if seat.substitute_for:
        return _("substitute for %(name)s") % {"name": naming.short(seat.substitute_for.person)}
    if not seat.seat:
        return str(Role.SUBSTITUTE.label)
    return "" if seat.person.format == Person.Format.NORMAL else str(seat.person.get_format_display())
