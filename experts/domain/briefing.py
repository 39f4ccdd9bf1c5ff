"""The briefing before a client meeting: done and when, never what was said (CM-09)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from experts.models import Booking, Briefing
from experts.permissions.agreement import may_speak_for

PARTIES = ("orderer", "expert")


@transaction.atomic
def tell(booking: Booking, by: Actor, done_on: date) -> Briefing:
    """The client's situation and the goal were talked through on a day (Helsinki date), as either side tells.

    The first one stands: telling it again changes the day. Raises `Refused`.
    """
    current = workflow.locked(booking)
    if not any(may_speak_for(by, party, current) for party in PARTIES):
        raise Refused(_("Only the sides of the booking tell of the talk."), code="stranger")
    if not current.booking_request.client_meeting:
        raise Refused(_("Only a meeting with a client is prepared this way."), code="no_client")
    if current.status not in {Booking.Status.CONFIRMED, Booking.Status.HELD}:
        raise Refused(_("This booking is over or cancelled."), code="moved")
    if done_on > clock.today():
        raise Refused(_("Write the day of the talk: today or earlier."), field="done_on", code="future")
    facts = {"done_on": done_on, "told_by": by.person, "told_at": clock.now()}
    made, __ = Briefing.objects.update_or_create(booking=current, defaults=facts)
    audit.log(current, "kuuluviin.changed", by, {"briefing": done_on.isoformat()})
    return made
