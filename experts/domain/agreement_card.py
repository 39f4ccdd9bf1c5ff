"""The card as it is read and printed: plain words for the client, and nothing of who the client is (CM-10, L-12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from coordination.foundation import formats
from experts.models import Agreement, Audience, Booking, BookingRequest

from .audience import shown_as


@dataclass(frozen=True)
class Card:
    """Who comes and when; what the sides have agreed; what the client may always do."""

    comes: list[tuple[str, str]]
    agreed: list[tuple[str, str]]
    rights: list[str]
    made_at: datetime
    is_filled: bool

    def as_data(self) -> dict:
        """For the PDF: texts only."""
        return {
            "heading": _("Before we meet"),
            "comes": self.comes,
            "agreed_title": _("We have agreed"),
            "agreed": self.agreed,
            "rights_title": _("You may always"),
            "rights": self.rights,
        }


def of(booking: Booking) -> Card:
    """The card of a booking in the language being shown. No queries beyond the booking's own rows and the audience."""
    agreement = Agreement.objects.filter(booking=booking).first()
    lines = [
        (_("Who opens"), agreement.opens if agreement else ""),
        (_("What is not asked"), agreement.not_asked if agreement else ""),
        (_("How we pause"), agreement.pause if agreement else ""),
    ]
    confidential = _("What is said in the meeting stays in the meeting.")
    return Card(
        comes=_comes(booking),
        agreed=[(_("Confidentiality"), confidential), *((name, text) for name, text in lines if text)],
        rights=[
            _("stop at any time: you need not say why"),
            _("leave a question without an answer"),
            _("take your permission back: tell the worker, that is enough"),
            _("ask what this paper means"),
        ],
        made_at=agreement.card_at if agreement and agreement.card_at else booking.confirmed_at,
        is_filled=any(text for __, text in lines),
    )


def _comes(booking: Booking) -> list[tuple[str, str]]:
    order = booking.booking_request
    who = _known_as(booking)
    rows = [
        (_("Who comes"), _("%(name)s, expert by experience") % {"name": who}),
        (_("When"), formats.span(booking.starts_at, booking.ends_at)),
    ]
    if order.mode != BookingRequest.Mode.REMOTE and order.place:
        rows.append((_("Where"), order.place))
    contact = ", ".join(part for part in (order.orderer.full_name, formats.phone(order.orderer.phone)) if part)
    return [*rows, (_("Your worker"), contact)]


def _known_as(booking: Booking) -> str:
    """The expert's name as the orderer's organisation may see it (L-02)."""
    own = booking.expert.unit.organisation_path == booking.booking_request.unit.organisation_path
    return shown_as(booking.expert, Audience.Kind.OWN if own else Audience.Kind.PARTNERS).name
