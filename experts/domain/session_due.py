"""What of a session's fee is due when it is called off or somebody does not come (section 2.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from coordination.fees.domain import consequence, consequence_words
from coordination.fees.domain.consequence import Share
from coordination.fees.models import Consequence, Fee
from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.actor import Actor
from experts.models import Session

from .booking_fee import owe

Event = Consequence.Event
ORDERERS = {Event.CANCELLED_BY_ORDERER, Event.PERMISSION_WITHDRAWN}
NOBODY_MET = {Event.ORDERER_ABSENT, Event.CLIENT_ABSENT}


@dataclass(frozen=True)
class Due:
    """One session with what its end brings. `amount` is in euros; nothing is due of what was never owed by itself."""

    session: Session
    event: str
    share: Share

    @property
    def amount(self) -> Decimal:
        return self.share.of(self.session.amount) if self.session.is_owed else Decimal("0.00")


def due(session: Session, event: str, at: datetime | None = None) -> Due:
    """What `event` brings at a moment (aware, default now), by the rules of the order's unit that day."""
    return dues([session], event, at)[0]


def dues(sessions: Sequence[Session], event: str, at: datetime | None = None) -> tuple[Due, ...]:
    """The same for sessions of one order: each table is read once."""
    moment = at or clock.now()
    tables: dict[str, tuple[consequence.Line, ...]] = {}
    found = []
    for each in sessions:
        counted = _counted(each, event, moment)
        if counted not in tables:
            unit = each.booking.booking_request.unit
            tables[counted] = consequence.table_for(unit, counted, clock.local(moment).date())
        found.append(Due(each, counted, consequence.decide(tables[counted], each.starts_at, moment)))
    return tuple(found)


def _counted(session: Session, event: str, at: datetime) -> str:
    """Called off only after its end, a meeting counts as one the orderer did not come to: no late press is cheaper."""
    return Event.ORDERER_ABSENT if event in ORDERERS and session.ends_at <= at else event


def total(dues: Iterable[Due]) -> Decimal:
    return sum((each.amount for each in dues), Decimal("0.00"))


def seal(dues: Sequence[Due]) -> str:
    """What was shown, short: when it is not the same at the press, it is shown again instead of charged silently."""
    parts = [f"{each.session.pk}:{each.amount}:{int(each.share.costs)}" for each in dues]
    return ",".join(sorted(parts)) or "-"


def refuse_unseen(dues: Sequence[Due], seen: str | None) -> None:
    """A deadline passed, or a rule began, between the showing and the press: nobody pays what was not shown."""
    if seen is not None and seen != seal(dues):
        words = _("The consequence has changed since you opened the page: it is %(total)s now. Look again, then press.")
        raise Refused(words % {"total": formats.euros(total(dues))}, code="consequence")


def write(found: Due, by: Actor) -> dict[str, object]:
    """Put what is due into the ledger, and give the facts that the session keeps. The order is locked."""
    fee: Fee | None = None
    if found.amount:
        fee = owe(found.session, by, share=found.share.share, reason=reason(found))
    return {"fee": fee, "share": found.share.share, "costs": found.share.costs, "told_at": clock.now()}


def reason(found: Due) -> str:
    """In plain words for a voucher, in the house's main language; it blames nobody."""
    with override(MAIN_LANGUAGE):
        words = {"due": consequence_words.share(found.share.line), "moment": formats.moment(clock.now())}
        if found.event in NOBODY_MET:
            return _("The expert was there, the meeting was not held: %(due)s.") % words
        return _("Called off %(moment)s: %(due)s.") % words
