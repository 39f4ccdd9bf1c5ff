"""Kinds about an expert who takes a break, stops or comes back, and about the card agreed before a meeting."""

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme


def _leave() -> dict:
    return {"until": clock.today()}


PIECES = [Piece("leave_until", _("Last day of the break"), "{{ until|day }}")]
KINDS = [
    Kind(
        "experts.stopping.noted",
        _("The expert's wish has been noted"),
        _("To the expert who takes a break, stops or withdraws a consent."),
        Theme.PERSON,
        pieces="address contact coordinator_name coordinator_phone",
        required="address contact",
    ),
    Kind(
        "experts.stopping.touched",
        _("An expert stops or takes a break"),
        _("To the coordinators, with the page that shows which offers and bookings it concerns."),
        Theme.BOOKING,
        pieces="expert_name address",
        required="expert_name address",
    ),
    Kind(
        "experts.leave.ends",
        _("A break ends soon"),
        _("To the expert, some days before the last day of the break."),
        Theme.PERSON,
        pieces="leave_until address contact coordinator_name coordinator_phone",
        required="leave_until address",
        sample=_leave,
    ),
    Kind(
        "experts.leave.over",
        _("A break is over"),
        _("To the expert, when the break has ended by itself."),
        Theme.PERSON,
        pieces="address contact coordinator_name coordinator_phone",
        required="address",
    ),
    Kind(
        "experts.agreement.changed",
        _("The agreement card has changed"),
        _("To the side that had ticked the agreement before the other side changed the card."),
        Theme.BOOKING,
        pieces="meeting_time meeting_day address contact coordinator_name coordinator_phone",
        required="address",
    ),
]
