"""The verbs of telling of bad treatment: the expert tells the coordinator alone, the coordinator tells what was done."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit, User
from coordination.records.domain import audit, workflow
from experts.mails import concern as mails
from experts.models import Booking, Concern
from experts.permissions import concern as permissions

Kind, Wish, Status = Concern.Kind, Concern.Wish, Concern.Status
LONGEST = 4000


@transaction.atomic
def tell(booking: Booking, by: Actor, *, kind: str, wish: str, words: str = "", to: Person | None = None) -> Concern:
    """Keep what the expert tells and let the coordinator know that something waits, no more.

    `to` is another coordinator of the unit, where it concerns the order's own: it is then kept from that one. By phone
    a coordinator writes it down for the expert, and is told it unless the expert names another. The orderer and the
    unit are told nothing. Raises `Refused`.
    """
    identity_code.refuse(words, field="words")
    if not permissions.may_tell(by, booking):
        raise Refused(_("Only the expert of this booking can tell. Sign in, or call the coordinator."), code="stranger")
    if kind not in Kind.values or wish not in Wish.values:
        raise Refused(_("Choose what happened and what you wish for."), field="kind", code="choice")
    if len(words) > LONGEST:
        raise Refused(_("Write at most 4,000 characters."), field="words", code="long")
    usual, told = booking.booking_request.coordinator, whom(booking)
    chosen = to or next((person for person in told if person == by.person), None) or next(iter(told), None)
    if chosen not in told:
        raise Refused(_("Choose a coordinator of the unit."), field="to", code="coordinator")
    made = Concern.objects.create(
        booking=booking,
        teller=booking.expert.person,
        coordinator=chosen,
        kept_from=usual if usual and usual != chosen and usual.pk != booking.expert.person_id else None,
        kind=kind,
        wish=wish,
        words=words.strip(),
        told_at=clock.now(),
    )
    audit.log(made, "kuuluviin.made", by, {"booking": booking.pk})
    if chosen != by.person:
        mails.told(made)
    return made


@transaction.atomic
def handle(concern: Concern, by: Actor, done: str) -> Concern:
    """Tell what was done. The expert is told that there is an answer to read. Raises `Refused`."""
    identity_code.refuse(done, field="done")
    is_theirs = by.user is not None and Concern.objects.told_to(by.user).filter(pk=concern.pk).exists()
    if not is_theirs or not permissions.may_handle(by, concern):
        raise Refused(_("Only the coordinator who was told sees to this."), code="stranger")
    if not done.strip():
        raise Refused(_("Write what was done."), field="done", code="done")
    workflow.move(concern, Status.HANDLED, by, done=done.strip(), handled_at=clock.now(), handled_by=by.user)
    mails.handled(concern)
    return concern


def whom(booking: Booking) -> list[Person]:
    """The coordinators one may tell: the order's own first, while still a coordinator of the unit; never oneself."""
    order = booking.booking_request
    found = permissions.coordinators_of(order.unit, but=booking.expert.person)
    return sorted(found, key=lambda person: person.pk != order.coordinator_id)


def counts_by_unit(user: User) -> list[tuple[Unit, int, int]]:
    """How many have been told to the user of each unit, and how many of them wait: most first."""
    rows = _of_units(Concern.objects.told_to(user))
    waiting = dict(_of_units(Concern.objects.told_to(user).filter(status=Status.OPEN)))
    units = Unit.objects.in_bulk([key for key, __ in rows])
    found = [(units[key], count, waiting.get(key, 0)) for key, count in rows]
    return sorted(found, key=lambda row: (-row[1], row[0].path))


def _of_units(rows: QuerySet[Concern]) -> list[tuple[int, int]]:
    return list(rows.order_by().values_list("booking__booking_request__unit").annotate(count=Count("pk")))
