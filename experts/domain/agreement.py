"""The agreement before a meeting: confidentiality, roles, division of work, from both parties (CM-10)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from experts.models import Agreement, Booking
from experts.permissions.agreement import may_speak_for


@transaction.atomic
def tick(booking: Booking, party: str, by: Actor, ticks: Iterable[str]) -> Agreement:
    """Note what a party agrees to, each tick with its moment; a tick once made stands.

    `party` is "orderer" or "expert", `ticks` some of "confidentiality", "roles" and "division". The expert may come by
    link; the coordinator may note what a party said on the phone. Raises `Refused`.
    """
    wanted = [name for name in Agreement.TICKS if name in set(ticks)]
    current = workflow.locked(booking)
    if not may_speak_for(by, party, current):
        raise Refused(_("Each side agrees for itself. Sign in as that side, or call the coordinator."), code="stranger")
    if current.status != Booking.Status.CONFIRMED:
        raise Refused(_("The agreement is made before the meeting. This booking is over or cancelled."), code="moved")
    if not wanted:
        raise Refused(_("Tick what you agree to."), field="ticks", code="ticks")
    agreement, __ = Agreement.objects.get_or_create(booking=current)
    new = [f"{party}_{name}_at" for name in wanted if getattr(agreement, f"{party}_{name}_at") is None]
    for column in new:
        setattr(agreement, column, clock.now())
    if new:
        agreement.save(update_fields=new)
        audit.log(agreement, "kuuluviin.changed", by, {"booking": current.pk, "ticks": new})
    return agreement
