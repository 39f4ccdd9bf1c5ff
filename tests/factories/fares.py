"""Fares in situations: a meeting that was held, with its members marked."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from coordination.fees.models import PriceClass
from coordination.foundation import clock
from councils.models import Attendance, Council, Meeting, Membership
from tests.factories import councils

State = Attendance.Status


def present(seat: Membership | None = None, meeting: Meeting | None = None, **fields: object) -> Attendance:
    """Matti, or another member, was on the spot in a meeting that was held."""
    facts = {"state": State.PRESENT, "marked_at": clock.now(), **fields}
    seat = seat or councils.matti()
    return Attendance.objects.create(meeting=meeting or councils.held(), person=seat.person, **facts)


def paying(amount: str = "35.00") -> Council:
    """The youth council pays its members a fee for each meeting."""
    council = councils.staffed()
    council.meeting_fee, __ = PriceClass.objects.get_or_create(
        unit=council.unit.organisation(),
        code="K",
        valid_from=clock.today() - timedelta(days=900),
        defaults={"names": {"fi": "Kokous"}, "amount": Decimal(amount)},
    )
    council.save()
    return council
