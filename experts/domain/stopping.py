"""An expert who stops: takes leave, ends, or withdraws a consent. It takes effect at once, no reason is asked (EX-02, L-02)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.privacy.domain import consent
from coordination.privacy.models import Consent
from coordination.records.domain import audit, workflow
from experts.mails import stopping as mails
from experts.models import Booking, Expert, Offer, Stopping, Touched
from experts.permissions import expert as permissions

from . import booking as bookings
from . import contract
from . import expert as states
from . import stopping_touch as touch
from .offer_close import reopen
from .offer_lock import lock_orders_of

Kind = Stopping.Kind
Outcome = Touched.Outcome


@transaction.atomic
def take_leave(
    expert: Expert, by: Actor, *, until: date | None = None, cancelled: Collection[Booking] = ()
) -> Stopping:
    """No offers for now: the open ones close, the bookings in `cancelled` end too, the others the expert still does.

    `until` is the last day of the leave (Helsinki date; None: until the expert comes back). Raises `Refused`.
    """
    acting = _lock(expert, by)
    states.take_leave(expert, acting, until)
    return _stop(expert, acting, Kind.LEAVE, cancelled, until=until)


@transaction.atomic
def end(expert: Expert, by: Actor, *, cancelled: Collection[Booking] = ()) -> Stopping:
    """Stop altogether: the open offers close, what was asked to be signed is taken back, the bookings in `cancelled` end too.

    Raises `Refused`.
    """
    acting = _lock(expert, by)
    states.end(expert, acting)
    contract.take_back_asked(expert, acting)
    return _stop(expert, acting, Kind.END, cancelled)


@transaction.atomic
def withdraw(expert: Expert, purpose: str, by: Actor, *, cancelled: Collection[Booking] = ()) -> Stopping:
    """Withdraw a consent; offers that rest on it close, the bookings in `cancelled` end too.

    Raises `Refused`, also where no such consent stands.
    """
    acting = _lock(expert, by)
    if consent.end(expert.person, purpose, acting if by.on_behalf_of is None else by) is None:
        raise Refused(_("This consent has been withdrawn already. You need not do anything."), code="moved")
    return _stop(expert, acting, Kind.CONSENT, cancelled, purpose=purpose)


def follow_withdrawal(person: Person, purpose: str, by: Actor) -> None:
    """A consent withdrawn elsewhere closes the same offers; bookings stay, and the coordinator sees them."""
    expert = Expert.objects.filter(person=person).select_related("person", "unit").first()
    if expert and Consent.objects.in_force().filter(person=person, purpose=purpose).exists():
        lock_orders_of(expert)
        _stop(expert, permissions.on_behalf(by, expert), Kind.CONSENT, (), purpose=purpose)


@transaction.atomic
def see_to(stopping: Stopping, by: Actor) -> Stopping:
    """The coordinator has looked after what was touched. Raises `Refused`."""
    if not permissions.may_approve(by, stopping.expert):
        raise Refused(_("Another coordinator of the unit sees to this."), code="stranger")
    current = workflow.locked(stopping)
    if current.seen_at is None:
        for row in (current, stopping):
            row.seen_at, row.seen_by = clock.now(), by.person
        current.save(update_fields=["seen_at", "seen_by"])
        audit.log(stopping.expert, "kuuluviin.changed", by, {"stopping": stopping.pk, "seen_to": True})
    return stopping


def _lock(expert: Expert, by: Actor) -> Actor:
    """The locks first, in their order; then the actor as who it is done for."""
    if not permissions.may_keep(by, expert):
        raise Refused(_("Only the expert and the coordinator of the unit can do this."), code="not_yours")
    lock_orders_of(expert)
    return permissions.on_behalf(by, expert)


def _stop(
    expert: Expert,
    by: Actor,
    kind: str,
    cancelled: Collection[Booking],
    *,
    purpose: str = "",
    until: date | None = None,
) -> Stopping:
    """Everybody is locked. The bookings are judged as they stand now: one confirmed a moment ago is there too."""
    found = touch.of(expert, purpose)
    wanted = {row.pk for row in cancelled}
    if not wanted <= {row.pk for row in found.bookings}:
        raise Refused(
            _("One of the bookings is over or cancelled already. Open the page again to see how it stands."),
            code="moved",
        )
    made = Stopping.objects.create(expert=expert, kind=kind, purpose=purpose, until=until, stopped_at=clock.now())
    rows = [_close(made, offer, by) for offer in found.offers]
    rows += [_settle(made, row, by, ends=row.pk in wanted) for row in found.bookings]
    Touched.objects.bulk_create(rows)
    audit.log(expert, "kuuluviin.changed", by, {"stopping": made.pk, "kind": kind, "touched": len(rows)})
    mails.stopped(made, rows)
    return made


def _close(made: Stopping, offer: Offer, by: Actor) -> Touched:
    """The offer ends as a no of the expert's own, and an order with nobody left goes back to the queue."""
    workflow.move(offer, Offer.Status.DECLINED, by, answered_at=clock.now(), answered_via=by.via)
    outbox.supersede(offer)
    reopen(offer.booking_request, by)
    return Touched(stopping=made, booking_request=offer.booking_request, offer=offer, outcome=Outcome.CLOSED)


def _settle(made: Stopping, row: Booking, by: Actor, *, ends: bool) -> Touched:
    if ends:
        bookings.cancel(row, by)
    outcome = Outcome.CANCELLED if ends else Outcome.KEPT
    return Touched(stopping=made, booking_request=row.booking_request, booking=row, outcome=outcome)
