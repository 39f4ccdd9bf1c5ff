"""The fee of a meeting, where the council pays one: owed to those who were there, or declined (CC-21, EX-12)."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from coordination.fees.domain import fee as ledger
from coordination.fees.domain import price
from coordination.fees.domain.price import Price
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.actor import Actor
from coordination.records.domain import audit
from councils.models import Attendance, Meeting

from . import fare

NOTHING = Decimal(0)


def price_of(meeting: Meeting) -> Price | None:
    """What the meeting is worth by the class of its day; none where the council pays no fee."""
    chosen = meeting.council.meeting_fee
    if chosen is None:
        return None
    day = clock.local(meeting.starts_at).date()
    of_day = price.classes_for(meeting.council.unit, day).filter(code=chosen.code).first()
    minutes = int((meeting.ends_at - meeting.starts_at).total_seconds() // 60)
    return price.snapshot(of_day or chosen, minutes)


@transaction.atomic
def settle(attendance: Attendance, by: Actor, *, declined: bool = False) -> Attendance:
    """The fee of one who was there, on the spot or remotely, stands in the ledger; a declined one as 0 €, with the reason.

    The member's own to say, or a leader's. Raises `Refused`: no fee here, absent, a second time.
    """
    current = fare.locked_own_or_led(attendance, by)
    worth = price_of(current.meeting)
    if worth is None:
        raise Refused(gettext_lazy("This council pays no meeting fee."), code="no_fee")
    if current.state == Attendance.Status.ABSENT:
        raise Refused(gettext_lazy("A meeting fee is for those who were there."), code="absent")
    if current.fee_id:
        raise Refused(gettext_lazy("The meeting fee has been settled already."), code="settled")
    attendance.fee = current.fee = _owe(current, worth, by, declined)
    current.save(update_fields=["fee"])
    audit.log(current.meeting, "kuuluviin.changed", by, {"attendance": current.pk, "declined": declined})
    return attendance


def _owe(row: Attendance, worth: Price, by: Actor, declined: bool):
    council, day = row.meeting.council, clock.local(row.meeting.starts_at).date()
    with override(MAIN_LANGUAGE):
        words = fare.whats(row.meeting, _("Meeting fee, %(day)s"))
        reason = _("The member does not take the fee.") if declined else ""
    return ledger.owe(
        payee=row.person,
        payer=fare.payer_of(council, day),
        unit=council.unit,
        cost_centre=council.cost_centre or council.unit.cost_centre,
        what=words,
        price=worth,
        earned_on=day,
        by=by,
        reason=reason,
        share=NOTHING if declined else ledger.WHOLE,
    )
