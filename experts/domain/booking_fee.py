"""What a session brings to the ledger: held, or called off too late (EX-12, CM-14)."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from coordination.fees.domain import fee
from coordination.fees.domain.price import Price
from coordination.fees.models import Fee
from coordination.foundation import clock, formats
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.actor import Actor
from coordination.people.models import UnitAgreement
from experts.models import Session

WHOLE = Decimal(1)
MOST_WORDS = 300


def owe(session: Session, by: Actor, *, share: Decimal = WHOLE, reason: str = "") -> Fee | None:
    """The session's price as it was confirmed, owed to the expert by the order's payer; nothing where none is owed.

    `share` (0–1) of it is owed, and `reason` tells why, where the meeting was not held (section 2.7).
    """
    if not session.is_owed:
        return None
    booking = session.booking
    order = booking.booking_request
    agreement = None if order.payer else UnitAgreement.objects.covering(order.unit)
    price = Price(session.price_code, session.price_name, session.rate, session.quantity, session.amount)
    return fee.owe(
        payee=booking.expert.person,
        payer=order.payer or (agreement.payer if agreement else order.unit),
        unit=order.unit,
        cost_centre=order.cost_centre or order.unit.cost_centre,
        what=words_of(session),
        price=price,
        earned_on=clock.local(session.starts_at).date(),
        by=by,
        reason=" ".join(filter(None, [session.amount_reason, reason]))[:MOST_WORDS],
        share=share,
    )


def words_of(session: Session) -> str:
    """In plain words for a voucher: the task, the unit, the day, the order's number. Nothing of the matter itself."""
    order = session.booking.booking_request
    with override(MAIN_LANGUAGE):
        words = {
            "task": order.task_type,
            "unit": order.unit,
            "day": formats.day(session.starts_at),
            "number": order.number,
        }
        return _("%(task)s, %(unit)s, %(day)s (order %(number)s)") % words
