"""What is arranged, how safe it is and who insures, in words: read by the asked expert, the orderer and the coordinator."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from experts.models import Arrangement, BookingRequest, Expert

from . import insurance

Facts = list[tuple[str, str]]


def of_order(order: BookingRequest) -> Facts:
    """Named facts in the language being shown, empty ones left out. One query, for the insurance."""
    rows = [
        (_("Arranged at the place"), _words(order.arrangements)),
        (_("Interpreter"), order.interpreter),
        (_("Safety of the meeting"), order.safety_note),
        (_("Children or young people"), _("take part") if order.with_minors else ""),
        (pgettext("arrangement", "Insurance"), insurance.words(order.unit)),
    ]
    return [row for row in rows if row[1]]


def needs_of(expert: Expert) -> str:
    """What the expert needs at the place; told to those who arrange it, once the meeting is agreed."""
    return _words(expert.access)


def _words(codes: list[str]) -> str:
    return ", ".join(str(each.label) for each in Arrangement if each.value in codes)
