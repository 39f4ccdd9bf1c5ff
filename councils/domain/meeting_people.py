"""Who may stand in which task of a meeting: leaders always, members may chair, write and present."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.models import Person
from councils.models import Council, Invitation, Meeting, Staff

TASKS = ("chair", "secretary", "presenter", "distributor")
FOR_LEADERS = {"distributor"}
USUAL = {
    "chair": Staff.Duty.CHAIR,
    "secretary": Staff.Duty.SECRETARY,
    "presenter": Staff.Duty.PRESENTER,
    "distributor": Staff.Duty.SECRETARY,
}


def leaders(council: Council) -> list[Person]:
    """The council's staff of today, the responsible one first."""
    return [row.person for row in council.staff.open().select_related("person")]


def members(council: Council) -> list[Person]:
    """Members and substitutes of today, by name. For the leaders' eyes (CC-29)."""
    rows = council.memberships.open().select_related("person").order_by("person__first_name", "person__last_name")
    return [row.person for row in rows]


def guests(meeting: Meeting) -> list[Person]:
    rows = meeting.invitations.filter(role=Invitation.Role.GUEST, withdrawn_at=None).select_related("person")
    return [row.person for row in rows]


def usual(council: Council) -> dict[str, Person | None]:
    """Who does what by the duties of the staff; the responsible leader chairs where nobody else does."""
    staff = list(council.staff.open().select_related("person"))
    found = {task: next((row.person for row in staff if row.duty == duty), None) for task, duty in USUAL.items()}
    found["chair"] = found["chair"] or next((row.person for row in staff if row.is_responsible), None)
    return found


def refuse_strangers(council: Council, facts: dict) -> None:
    """Raise `Refused` for a person in a task who is neither a leader nor, where that is enough, a member."""
    asked = {task: facts[task] for task in TASKS if facts.get(task)}
    if not asked:
        return
    leading = {person.pk for person in leaders(council)}
    belonging = leading | {person.pk for person in members(council)}
    for task, person in asked.items():
        if person.pk not in (leading if task in FOR_LEADERS else belonging):
            raise Refused(_("Choose somebody of this council."), field=task, code="stranger")
