"""Trips of an expert that may be claimed: to sessions held on the spot, and in vain where real costs are paid (section 2.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from coordination.fees.models.trip import NOT_THERE, Trip
from coordination.foundation import clock
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.models import Person, UnitAgreement
from experts.models import Booking, BookingRequest, Session

from .booking_fee import words_of

Status = Session.Status
IN_VAIN = (Status.ORDERER_ABSENT, Status.CLIENT_ABSENT, Status.CANCELLED)
# Planned ones are there once they have begun, though nobody has told yet how they ended.
_THERE = Q(status__in=[Status.HELD, Status.PLANNED]) | Q(status__in=IN_VAIN, costs=True, told_at__isnull=False)
# One that was claimed while it was planned may have ended so since.
_OFF = Q(status=Status.EXPERT_ABSENT) | Q(status__in=IN_VAIN, costs=False)


def trips_of(person: Person, first: date, last: date) -> Iterator[Trip]:
    """The trips between two Helsinki days, both included, that have begun; those that came to nothing tell so. Two queries."""
    own = _of_place(_THERE | _OFF).filter(booking__expert__person=person)
    days = own.filter(starts_at__date__range=(first, last))
    return _told(days)


def keys_of(booking: Booking) -> list[str]:
    """The trips of one booking that may be claimed now."""
    return [_key(session) for session in _of_place(_THERE).filter(booking=booking)]


def _of_place(ended: Q) -> QuerySet[Session]:
    rows = Session.objects.filter(ended, starts_at__lte=clock.now())
    rows = rows.exclude(booking__booking_request__mode=BookingRequest.Mode.REMOTE)
    return rows.exclude(booking__booking_request__task_type__is_assignment=True)


def _told(sessions: QuerySet[Session]) -> Iterator[Trip]:
    order = "booking__booking_request"
    rows = sessions.select_related(f"{order}__task_type", f"{order}__unit", f"{order}__payer")
    agreed: dict[int, UnitAgreement | None] = {}
    for session in rows:
        asked = session.booking.booking_request
        if asked.payer is None and asked.unit_id not in agreed:
            agreed[asked.unit_id] = UnitAgreement.objects.covering(asked.unit)
        agreement = agreed.get(asked.unit_id)
        with override(MAIN_LANGUAGE):
            words = _("Travel: %(what)s") % {"what": words_of(session)}
        yield Trip(
            about=_key(session),
            day=clock.local(session.starts_at).date(),
            title=f"{asked.task_type}, {asked.unit}",
            words=words,
            payer=asked.payer or (agreement.payer if agreement else asked.unit),
            unit=asked.unit,
            cost_centre=asked.cost_centre or asked.unit.cost_centre,
            settled=NOT_THERE if _is_off(session) else "",
        )


def _is_off(session: Session) -> bool:
    return session.status == Status.EXPERT_ABSENT or (session.status in IN_VAIN and not session.costs)


def _key(session: Session) -> str:
    return f"experts.session:{session.pk}"
