"""The agreement before a meeting: confidentiality, roles, division of work, from both parties (CM-10)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from experts.mails import agreement as mails
from experts.models import Agreement, Booking
from experts.permissions.agreement import may_speak_for


@transaction.atomic
def tick(booking: Booking, party: str, by: Actor, ticks: Iterable[str], card_version: int | None = None) -> Agreement:
    """Note what a party agrees to, each tick with its moment; a tick stands until the other side changes the card.

    `card_version` is the version of the card the party has read: nobody ticks what was changed meanwhile.
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
    if card_version is not None and card_version != agreement.card_version:
        words = _("The other side changed the card a moment ago. Read it again, then tick.")
        raise Refused(words, field="ticks", code="card")
    new = [f"{party}_{name}_at" for name in wanted if getattr(agreement, f"{party}_{name}_at") is None]
    for column in new:
        setattr(agreement, column, clock.now())
    if new:
        agreement.save(update_fields=new)
        audit.log(agreement, "kuuluviin.changed", by, {"booking": current.pk, "ticks": new})
    return agreement


CARD = ("opens", "not_asked", "pause")


@transaction.atomic
def write_card(booking: Booking, party: str, by: Actor, **texts: str) -> Agreement:
    """Write what the two sides agree on: who opens, what is not asked, how to pause (`opens`, `not_asked`, `pause`).

    Either side writes, both see it. Where the other side had ticked the division of work already, that tick is taken
    back and the other side is told: it agrees to what stands there now. Raises `Refused`.
    """
    if unknown := set(texts) - set(CARD):
        raise TypeError(f"no such lines of the card: {sorted(unknown)}")
    for name, text in texts.items():
        identity_code.refuse(text, field=name)
    current = workflow.locked(booking)
    if not may_speak_for(by, party, current):
        raise Refused(_("Only the sides of the booking write the card."), code="stranger")
    if current.status != Booking.Status.CONFIRMED or current.ends_at <= clock.now():
        raise Refused(_("The card is written before the meeting. This booking is over or cancelled."), code="moved")
    agreement, __ = Agreement.objects.get_or_create(booking=current)
    changed = [name for name, text in texts.items() if getattr(agreement, name) != text.strip()]
    if not changed:
        return agreement
    for name in changed:
        setattr(agreement, name, texts[name].strip())
    agreement.card_version += 1
    agreement.card_by, agreement.card_at = party, clock.now()
    other = next(each for each in Agreement.PARTIES if each != party)
    must_read = getattr(agreement, f"{other}_division_at") is not None
    setattr(agreement, f"{other}_division_at", None)
    agreement.save()
    facts = {"booking": current.pk, "card": changed, "version": agreement.card_version, "ticks_again": must_read}
    audit.log(agreement, "kuuluviin.changed", by, facts)
    if must_read:
        mails.changed(current, other, agreement.card_version)
    return agreement
