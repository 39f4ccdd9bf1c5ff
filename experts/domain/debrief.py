"""The short talk after a meeting: whether there was one, how it felt, what next (CM-11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, rule, sweep, workflow
from experts.mails import debrief as mails
from experts.models import Booking, Debrief
from experts.permissions.agreement import may_speak_for
from experts.permissions.debrief import may_handle

from . import booking_settle
from .booking_clash import refusing_clashes
from .offer_lock import lock_with

Feeling, Next, Side = Debrief.Feeling, Debrief.Next, Debrief.Side
ASKING = {Next.SUPERVISION, Next.CALL}
# Whoever has not told in a month is called instead: the row stays on the coordinator's list.
REMINDED_FOR = timedelta(days=30)


@transaction.atomic
def record(
    booking: Booking,
    side: str,
    by: Actor,
    talked: bool,
    feeling: str,
    next: str = Next.NOTHING,
    note: str = "",
) -> Debrief:
    """Keep how it went for one side, once. What was said of the client is never written here.

    A wish for supervision or a call, and a heavy feeling, wait for the coordinator. When both sides of a held order are
    in, the order is closed. Raises `Refused`.
    """
    identity_code.refuse(note, field="note")
    order = lock_with(booking)
    if not may_speak_for(by, side, booking):
        raise Refused(_("Each side tells for itself. Sign in as that side, or call the coordinator."), code="stranger")
    if booking.status not in {Booking.Status.CONFIRMED, Booking.Status.HELD} or booking.ends_at > clock.now():
        raise Refused(_("The debrief is recorded after the meeting."), code="early")
    if feeling not in Feeling.values or next not in Next.values:
        raise Refused(_("Choose how it felt and what next."), field="feeling", code="choice")
    with refusing_clashes():
        made = Debrief.objects.create(
            booking=booking,
            side=side,
            talked=talked,
            feeling=feeling,
            next=next,
            note=note.strip(),
            recorded_at=clock.now(),
        )
    audit.log(made, "kuuluviin.made", by, {"booking": booking.pk, "side": side})
    mails.no_longer_missing(made)
    if waits_for_coordinator(made):
        mails.waits(made)
    booking_settle.close_if_debriefed(order, by)
    return made


@transaction.atomic
def handle(debrief: Debrief, by: Actor) -> Debrief:
    """The coordinator has called, arranged supervision or otherwise seen to it. Raises `Refused`."""
    current = workflow.locked(debrief)
    if not may_handle(by, current):
        raise Refused(_("Only the coordinator of the unit sees to this, and not for oneself."), code="stranger")
    if current.handled_at is not None:
        raise Refused(_("Somebody has seen to this already."), code="handled")
    debrief.handled_at = current.handled_at = clock.now()
    current.save(update_fields=["handled_at"])
    audit.log(current, "kuuluviin.changed", by, {"handled": True})
    return debrief


def waits_for_coordinator(debrief: Debrief) -> bool:
    """Whether somebody asked for something, or it was heavy, and nobody has seen to it."""
    return debrief.handled_at is None and (debrief.next in ASKING or debrief.feeling == Feeling.HEAVY)


def missing_sides(booking: Booking) -> Iterator[tuple[str, Person]]:
    """The sides that have not recorded their debrief, with their persons."""
    told = set(booking.debriefs.values_list("side", flat=True))
    for side, person in ((Side.ORDERER, booking.booking_request.orderer), (Side.EXPERT, booking.expert.person)):
        if side not in told:
            yield side, person


def remind(now: datetime | None = None) -> int:
    """Ask the sides whose debrief is overdue by the rule `debrief.overdue_days`, each once. Returns how many bookings."""
    moment = now or clock.now()
    over = Booking.objects.debrief_overdue(days=0).filter(ends_at__lte=moment, ends_at__gt=moment - REMINDED_FOR)
    late = {
        row.pk: row for row in over.select_related("booking_request__unit", "expert__person") if _is_late(row, moment)
    }
    return sweep.each(sorted(late), lambda key: _ask(late[key]))


@transaction.atomic
def _ask(booking: Booking) -> int:
    for __, person in missing_sides(booking):
        mails.missing(booking, person)
    return 1


def _is_late(booking: Booking, moment: datetime) -> bool:
    return (moment - booking.ends_at).days >= rule.on(booking.booking_request.unit, "debrief.overdue_days")
