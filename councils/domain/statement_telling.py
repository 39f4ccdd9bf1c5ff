"""Who hears of a statement: whoever answers, the council's people, and whoever proposed the topic, each by their own channel."""

from __future__ import annotations

from django.utils import translation
from django.utils.text import capfirst

from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit
from councils.mails import statement as mails
from councils.models import Council, Forwarding, Membership, Staff, Statement

from . import neutral


def ask(way: Forwarding, by: Actor) -> None:
    """The recipient gets the words and the link, from the leader who took them further."""
    mails.received(way, _asker(way.statement.council, way.recipient), _sender(way.statement.council, by))


def remind(way: Forwarding) -> None:
    council = way.statement.council
    mails.reminder(way, _asker(council, way.recipient), _sender(council, None))


def ask_to_call(way: Forwarding) -> None:
    """The coordinators of the branch, the nearest first; where there is none, the responsible leader."""
    council = way.statement.council
    people = coordinators_of(council.unit) or [person for person in [_sender(council, None)] if person]
    for person in people:
        mails.call(way, person, neutral.title(council, person))


def everybody(statement: Statement, by: Actor, what: Texts) -> None:
    """Members and substitutes of today, the leaders, and the proposer, who may have left; not whoever did it."""
    council, proposer = statement.council, _proposer(statement)
    sender = _sender(council, None)
    seated = Membership.objects.open().filter(council=council).select_related("person")
    members = {row.person_id: row.person for row in seated}
    leaders = {
        row.person_id: row.person for row in Staff.objects.open().filter(council=council).select_related("person")
    }
    if proposer:
        mails.to_proposer(
            statement, proposer, neutral.title(council, proposer), what, sender, is_member=proposer.pk in members
        )
    told = {**members, **leaders}
    for person in (proposer, by.person):
        told.pop(person.pk if person else None, None)
    for person in told.values():
        mails.moved(statement, person, neutral.title(council, person), what, sender, is_leader=person.pk in leaders)


def coordinators_of(unit: Unit) -> list[Person]:
    """The coordinators of the unit today, those of the nearest branch."""
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=unit.paths_up())
    rows = list(roles.select_related("person", "unit").order_by("-unit__depth", "pk"))
    nearest = [role for role in rows if role.unit.depth == rows[0].unit.depth]
    return list({role.person_id: role.person for role in nearest}.values())


def _asker(council: Council, recipient: Person) -> str:
    """Whoever answers was called to no meeting, and being asked tells nothing of them: a council asks, unnamed."""
    with translation.override(recipient.language):
        return capfirst(council.get_kind_display())


def _proposer(statement: Statement) -> Person | None:
    found = statement.topic.proposed_by if statement.topic else None
    return found if found and found.erased_at is None else None


def _sender(council: Council, by: Actor | None) -> Person | None:
    """Whom to ask: the leader who did it, else the responsible one, else any leader."""
    rows = [row.person for row in Staff.objects.open().filter(council=council).select_related("person")]
    if by is not None and by.person in rows:
        return by.person
    return rows[0] if rows else None
