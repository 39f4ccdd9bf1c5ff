"""Trips of those who were at a meeting on the spot, and whose claims a leader may decide on (CC-21)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from coordination.fees.models.trip import NOT_THERE, Trip
from coordination.foundation import clock, formats
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.models import Person, Role, User
from councils.models import Attendance, Meeting, Membership

from .fare import payer_of, whats

DAYS_BACK = 400


def trips_of(person: Person, first: date, last: date) -> Iterator[Trip]:
    """The trips between two Helsinki days, both included. A fare confirmed on the meeting's own sheet settles
    one, and so does not having been there on the spot.
    """
    marked = Attendance.objects.filter(person=person)
    days = marked.filter(meeting__starts_at__date__range=(first, last))
    seats = {seat.council_id: seat for seat in Membership.objects.filter(person=person).order_by("pk")}
    for row in days.select_related("fare", "meeting__council__unit", "meeting__council__payer"):
        yield _told(row, seats.get(row.meeting.council_id))


def key_of(meeting: Meeting) -> str:
    return f"councils.meeting:{meeting.pk}"


def led_keys(user: User) -> list[str]:
    """The meetings of the last year whose travel claims the leader decides on; a coordinator sees them by the branch."""
    if not user.has_role(Role.Kind.LEADER):
        return []
    since = clock.now() - timedelta(days=DAYS_BACK)
    led = Meeting.objects.led_by(user).filter(starts_at__gte=since)
    return [f"councils.meeting:{pk}" for pk in led.order_by().values_list("pk", flat=True)]


def _told(row: Attendance, seat: Membership | None) -> Trip:
    meeting, council = row.meeting, row.meeting.council
    day = clock.local(meeting.starts_at).date()
    with override(MAIN_LANGUAGE):
        words = whats(meeting, _("Travel to a meeting on %(day)s"))
    return Trip(
        about=key_of(meeting),
        day=day,
        title=str(council.names),
        words=words,
        payer=payer_of(council, day),
        unit=council.unit,
        cost_centre=council.cost_centre or council.unit.cost_centre,
        settled=_settled(row),
        usual=seat.usual_fare if seat else None,
    )


def _settled(row: Attendance) -> str | Promise:
    if row.fare:
        words = gettext_lazy(
            "Your fare of %(sum)s to this meeting has been confirmed already. If it is wrong, ask a leader to correct it."
        )
        return words % {"sum": formats.euros(row.fare.amount)}
    return "" if row.state == Attendance.Status.PRESENT else NOT_THERE
