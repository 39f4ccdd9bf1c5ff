"""Sessions in the back office: several told held at once, the rows on a booking's card, the roles of an order."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.foundation import formats
from coordination.people.actor import Actor
from experts.domain import seat_role
from experts.forms.session import HeldForm
from experts.models import Booking, BookingRequest, RequestedTime, Session

from . import booking_request_act as act
from . import booking_request_found as found
from .booking_request_step import Standing

TONES = {
    Session.Status.PLANNED: ("info", "calendar"),
    Session.Status.HELD: ("ok", "check"),
    Session.Status.EXPERT_ABSENT: ("bad", "x"),
    Session.Status.ORDERER_ABSENT: ("warn", "warning"),
    Session.Status.CLIENT_ABSENT: ("warn", "warning"),
    Session.Status.CANCELLED: ("neutral", "x"),
}


@never_cache
def held(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    """Several times of one booking told held: their fees follow, one line each."""
    row = found.booking_to_act(request, pk, booking)
    posted = request.POST if request.method == "POST" else None
    return act.ask(
        request,
        row.booking_request,
        HeldForm(posted, booking=row, by=Actor.of(request.user)),
        lambda sound: sound.save(),
        title=_("Which times were held? %(name)s") % {"name": row.expert.person.full_name},
        intro=_("A fee is written into the ledger for each time that was held."),
        button=pgettext_lazy("outcome", "Keep the answer"),
        done=_("Noted."),
    )


def rows(booking: Booking) -> list[dict]:
    """The sessions of a booking for its card: what, when, the fee, how it ended. Empty where there is but one."""
    sessions = list(booking.sessions.all())
    return [_row(session) for session in sessions] if len(sessions) > 1 else []


def _row(session: Session) -> dict:
    tone, icon = TONES[session.status]
    is_main = session.kind == RequestedTime.Kind.MAIN
    fee = f", {session.fee.get_status_display()}" if session.fee else ""
    return {
        "row": session,
        "what": "" if is_main else session.get_kind_display(),
        "when": formats.span(session.starts_at, session.ends_at),
        "fee": f"{formats.euros(session.amount)}{fee}" if session.is_owed else session.amount_reason,
        "tone": tone,
        "icon": icon,
    }


def roles(order: BookingRequest, stands: Standing) -> list[dict]:
    """Each role: who fills it, who has been asked. Empty where the places are all alike."""
    filled = {booking.seat: booking.expert.person.full_name for booking in stands.standing}
    asked: dict[int | None, list[str]] = {}
    for offer in [*stands.waiting, *stands.accepted]:
        asked.setdefault(offer.seat, []).append(offer.expert.person.full_name)
    return [
        {
            "name": str(role),
            "who": filled.get(seat, ""),
            "is_open": seat not in filled,
            "asked": ", ".join(asked.get(seat, [])),
        }
        for seat, role in seat_role.of(order).items()
    ]
