"""Verbs of a seat in a council: admit, leave, agree to the ground rules, choose (CC-23, CC-29, GW-06, AN-16, AN-18)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import account
from coordination.people.domain.authority import refuse_unsound
from coordination.people.models import Person
from coordination.records.domain import audit, rule, workflow
from coordination.recruitment.domain import admission
from coordination.recruitment.domain.admission import Grounds
from councils.models import MOST_SEATS, Council, Membership
from councils.permissions import council as permissions

from . import leaving, membership_telling, minutes_public, someone

HOUSE = Actor.worker()
CHOICES = frozenset({"name_to_members", "name_in_public", "wants_papers", "open_subject"})


@transaction.atomic
def admit(
    council: Council,
    person: Person,
    by: Actor,
    *,
    admitted: Grounds,
    kind: str = Membership.Kind.MEMBER,
    substitute_for: Membership | None = None,
) -> Membership:
    """Give the person the next free seat, or make them a substitute; one with an e-mail gets an account.

    `admitted` is the summary of the interview, or what was before interviews were kept here (CC-10). Raises `Refused`:
    not a leader, an ended council, no free seat (CC-23), twice, one of its own leaders, one whom nobody has interviewed.
    """
    permissions.require_leader(by, council)
    current = workflow.locked(council)
    known = admission.grounds(person, by, admitted)
    _refuse_whoever_cannot(current, person)
    is_substitute = kind == Membership.Kind.SUBSTITUTE
    if substitute_for is not None and not _may_be_substituted(current, substitute_for, is_substitute):
        raise Refused(_("A substitute stands in for a member of the same council."), field="substitute_for")
    row = Membership(
        council=current,
        person=person,
        kind=kind,
        seat=None if is_substitute else _free_seat(current),
        substitute_for=substitute_for,
        started_on=clock.today(),
        admitted_on=clock.today(),
        **known,
    )
    refuse_unsound(row)
    row.save()
    if person.email and person.user_id is None:
        # The key goes to the person's own e-mail: the leader gets none of it.
        account.open_account(person, HOUSE)
    audit.log(row, "kuuluviin.made", by, {"council": council.pk, "person": person.pk, "kind": kind})
    membership_telling.greet(row)
    return row


@transaction.atomic
def admit_new(council: Council, by: Actor, facts: dict, **seat: object) -> Membership:
    """A person written down and given a seat at once: where the seat is refused, nobody is written down."""
    return admit(council, someone.write_down(council, by, **facts), by, **seat)


@transaction.atomic
def leave(row: Membership, by: Actor, *, because: str, on: date | None = None) -> Membership:
    """The seat is given up on a day (Helsinki date, default today), for a reason that tells nothing of the person's life.

    Raises `Refused`: neither the person nor a leader, left already, before the beginning.
    """
    current = _own_or_led(row, by)
    day = on or clock.today()
    if current.left_on:
        raise Refused(_("This membership has ended already."), code="left")
    if day < current.started_on or day > clock.today():
        raise Refused(_("The day is between the first day and today."), field="left_on", code="dates")
    if because not in Membership.Reason.values:
        raise Refused(_("Choose why."), field="left_because", code="reason")
    for target in (current, row):
        target.left_on, target.left_because = day, because
    current.save(update_fields=["left_on", "left_because"])
    audit.log(current, "kuuluviin.changed", by, {"left": because})
    leaving.take_back_invitations(current.council, current.person)
    if because == Membership.Reason.TERM:
        admission.mark_completed(current.interview, day, by)
    membership_telling.thank(current)
    return row


@transaction.atomic
def change_role(row: Membership, by: Actor, *, kind: str) -> Membership:
    """Make a member the chair or the vice chair, or an ordinary member again (AN-16)."""
    permissions.require_leader(by, row.council)
    current = workflow.locked(row)
    if current.seat is None or kind == Membership.Kind.SUBSTITUTE or kind not in Membership.Kind.values:
        raise Refused(_("A substitute takes a seat by being admitted to it."), field="kind", code="substitute")
    row.kind = current.kind = kind
    current.save(update_fields=["kind"])
    audit.log(current, "kuuluviin.changed", by, {"kind": kind})
    return row


@transaction.atomic
def agree_rules(row: Membership, by: Actor) -> Membership:
    """A yes to confidentiality and the ground rules as they stand; a leader notes one given by phone or on paper (GW-06)."""
    current = _own_or_led(row, by)
    version = current.council.rules_version
    if not version:
        raise Refused(_("The council has no ground rules yet."), code="no_rules")
    for target in (current, row):
        target.rules_agreed_at, target.rules_version = clock.now(), version
    current.save(update_fields=["rules_agreed_at", "rules_version"])
    audit.log(current, "kuuluviin.changed", by, {"rules": version})
    return row


@transaction.atomic
def choose(row: Membership, by: Actor, **choices: bool) -> Membership:
    """What the member lets others know and how the papers come: `name_to_members`, `name_in_public`, `wants_papers`,
    `open_subject`. A leader writes it down on the member's behalf. Raises `Refused`.
    """
    if strangers := set(choices) - CHOICES:
        raise ValueError(f"no choices of a member: {sorted(strangers)}")
    current = _own_or_led(row, by)
    changed = sorted(name for name, value in choices.items() if getattr(current, name) != value)
    if not changed:
        return row
    for target in (current, row):
        for name in changed:
            setattr(target, name, choices[name])
    current.save(update_fields=changed)
    audit.log(current, "kuuluviin.changed", by, {name: choices[name] for name in changed})
    if "name_in_public" in changed and not current.name_in_public:
        minutes_public.take_down(current.council, current.person, by)
    return row


def seats_of(council: Council) -> int:
    """How many members the council may have: its own seats, the organisation's rule, and never over twenty (CC-23)."""
    return min(council.seats, int(rule.on(council.unit, "council.members_most")), MOST_SEATS)


def _own_or_led(row: Membership, by: Actor) -> Membership:
    current = workflow.locked(row)
    is_own = by.subject is not None and by.on_behalf_of is None and by.subject.pk == current.person_id
    if not is_own:
        permissions.require_leader(by, current.council)
    return current


def _refuse_whoever_cannot(council: Council, person: Person) -> None:
    if council.status == Council.Status.ENDED:
        raise Refused(_("The council has ended. Begin a new term first."), code="ended")
    if council.memberships.open().filter(person=person).exists():
        raise Refused(_("This person is in the council already."), field="person", code="twice")
    if council.staff.open().filter(person=person).exists():
        raise Refused(_("A leader of the council cannot be its member."), field="person", code="leader")
    if person.merged_into_id or person.erased_at or person.is_unconfirmed:
        raise Refused(_("This person's data has been merged or removed."), field="person", code="gone")


def _may_be_substituted(council: Council, member: Membership, is_substitute: bool) -> bool:
    return is_substitute and member.council_id == council.pk and member.seat is not None and member.left_on is None


def _free_seat(council: Council) -> int:
    taken = set(council.memberships.seated().values_list("seat", flat=True))
    most = seats_of(council)
    free = next((number for number in range(1, MOST_SEATS + 1) if number not in taken), None)
    if free is None or len(taken) >= most:
        raise Refused(
            _(
                "All %(count)s seats of the council are taken. Admit the person as a substitute, or wait until a seat is free."
            )
            % {"count": most},
            code="full",
        )
    return free
