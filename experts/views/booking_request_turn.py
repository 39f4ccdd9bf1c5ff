"""Whose turn an order is, what to do, and by when: one next step a state."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats
from experts.models import Booking, BookingRequest, Offer

from .booking_request_facts import where

Status = BookingRequest.Status


@dataclass(frozen=True)
class Turn:
    """Whose turn it is, what to do, by when; and the one button, if it is the reader's own turn."""

    label: str
    title: str
    text: str = ""
    button: str = ""
    url: str = ""
    icon: str = "clock"


def turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    """The one next step of the order (whose turn, and by when)."""
    return _TURNS[order.status](order, bookings)


def _coordinator(order: BookingRequest) -> str:
    return order.coordinator.first_name if order.coordinator else _("the coordinator")


def _draft_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    url = reverse("experts:order_edit", args=[order.number, "tarkista"])
    return Turn(
        _("Your turn"),
        _("Finish the order and send it"),
        _("Nobody else sees a draft."),
        _("Go on with the order"),
        url,
        "edit",
    )


def _sent_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    name = _coordinator(order)
    text = _("You will get a message as soon as somebody has been found. You need do nothing now.")
    return Turn(
        _("%(name)s's turn") % {"name": name},
        _("%(name)s looks for a suitable expert") % {"name": name},
        text,
        icon="search",
    )


def _offered_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    answers = order.offers.filter(status=Offer.Status.OPEN).order_by("-expires_at").values_list("expires_at", flat=True)
    latest = answers.first()
    if latest is None:
        name = _coordinator(order)
        return Turn(
            _("%(name)s's turn") % {"name": name}, _("%(name)s confirms the time and the expert") % {"name": name}
        )
    label = _("The expert's turn")
    return Turn(
        label, _("The expert answers by %(moment)s") % {"moment": formats.moment(latest)}, _("You will get a message.")
    )


def _unmatched_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    url = reverse("experts:order_change", args=[order.number])
    text = _("Nobody has been found for these times yet. More possible times help most.")
    return Turn(
        _("Your turn"),
        _("Add possible times, or call %(name)s") % {"name": _coordinator(order)},
        text,
        _("Add times"),
        url,
        "calendar",
    )


def _confirmed_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    if not bookings:
        return _sent_turn(order, bookings)
    coming = min((session for row in bookings for session in row.coming), key=lambda each: each.starts_at)
    span = formats.span(coming.starts_at, coming.ends_at)
    if open_row := next((row for row in bookings if order.client_meeting and not _agreed(row)), None):
        title = _("Agree on confidentiality, roles and division of work")
        text = _("Both of you tick the three things before the meeting, %(span)s.") % {"span": span}
        return Turn(_("Your turn"), title, text, _("Open the agreement"), _booking_url(open_row), "shield")
    if untold := next((row for row in bookings if row.has_untold), None):
        title = _("Tell whether the meeting was held")
        return Turn(_("Your turn"), title, "", _("Open the booking"), _booking_url(untold), "check")
    title = _("You meet %(span)s") % {"span": span}
    return Turn(pgettext("order", "Next"), title, _open_roles(order, bookings) or where(order), icon="calendar")


def _open_roles(order: BookingRequest, bookings: list[Booking]) -> str:
    """What is still looked for, while some of the roles are filled (ET-01)."""
    taken = {row.seat for row in bookings if row.left_at is None}
    roles = [str(role) for role in order.roles.all() if role.seat not in taken]
    if not roles:
        return ""
    return _("%(name)s still looks for: %(roles)s") % {"name": _coordinator(order), "roles": ", ".join(roles)}


def _held_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    if waiting := next((row for row in bookings if not is_debriefed(row)), None):
        return Turn(
            _("Your turn"),
            _("Record the debrief"),
            _("It takes a minute."),
            _("Open the debrief"),
            _booking_url(waiting),
            "chat",
        )
    return _closed_turn(order, bookings)


def _closed_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    return Turn(
        pgettext("order", "Ready"),
        _("Everything is done. Thank you!"),
        _("If you want to meet again, order a follow-up below."),
        icon="check",
    )


def _cancelled_turn(order: BookingRequest, bookings: list[Booking]) -> Turn:
    url = reverse("experts:order_copy", args=[order.number])
    return Turn(
        pgettext("order", "Cancelled"),
        _("This order has been cancelled"),
        order.cancel_reason,
        _("Make a copy of the order"),
        url,
        "x",
    )


def _agreed(row: Booking) -> bool:
    agreement = getattr(row, "agreement", None)
    return agreement is not None and agreement.ticked_by("orderer")


def is_debriefed(row: Booking) -> bool:
    return any(debrief.side == "orderer" for debrief in row.debriefs.all())


def _booking_url(row: Booking) -> str:
    return reverse("experts:booking", args=[row.pk])


_TURNS = {
    Status.DRAFT: _draft_turn,
    Status.SENT: _sent_turn,
    Status.OFFERED: _offered_turn,
    Status.UNMATCHED: _unmatched_turn,
    Status.CONFIRMED: _confirmed_turn,
    Status.HELD: _held_turn,
    Status.CLOSED: _closed_turn,
    Status.CANCELLED: _cancelled_turn,
}
