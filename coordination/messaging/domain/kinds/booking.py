"""Kinds about a booking, to the expert and to the orderer."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Piece, Theme

_PLACE = '{% include "messages/experts/booking/_{}.txt" %}'
_BOTH = "task unit meeting_time details address contact coordinator_name coordinator_phone"

PIECES = [
    Piece("before_meeting", _("What to do on the page: agree, or look"), _PLACE.replace("{}", "before_meeting")),
    Piece(
        "before_meeting_plain",
        _("What to do on the page, in plain language"),
        _PLACE.replace("{}", "before_meeting_plain"),
    ),
    Piece("invitation_note", _("That the calendar invitation is attached"), _PLACE.replace("{}", "invitation_note")),
    Piece("removal_note", _("That the attachment takes it out of the calendar"), _PLACE.replace("{}", "removal_note")),
]
KINDS = [
    Kind(
        "experts.booking.confirmed",
        _("The meeting is confirmed"),
        _("To the expert and the orderer, when the coordinator confirms the time."),
        Theme.BOOKING,
        pieces=f"{_BOTH} before_meeting before_meeting_plain invitation_note",
        required="details address contact",
    ),
    Kind(
        "experts.booking.changed",
        _("New details of the meeting"),
        _("To the expert and the orderer, when the way there or the place changes."),
        Theme.BOOKING,
        pieces=f"{_BOTH} changes",
        required="changes details address contact",
        settles=True,
    ),
    Kind(
        "experts.booking.cancelled",
        _("The meeting has been cancelled"),
        _("To the expert and the orderer."),
        Theme.BOOKING,
        pieces="task unit meeting_time removal_note due_note due_note_plain contact coordinator_name coordinator_phone",
        required="meeting_time contact",
        sample={"due": Decimal("25.00")},
    ),
    Kind(
        "experts.booking.open_place",
        _("The expert cannot come after all"),
        _("To the coordinator, when a confirmed expert cancels."),
        Theme.BOOKING,
        pieces="number task expert_name meeting_time address",
        required="address",
    ),
    Kind(
        "experts.booking.reminder",
        _("Reminder before the meeting"),
        _("To the expert and the orderer, some days or hours before."),
        Theme.BOOKING,
        pieces=f"{_BOTH} before_meeting before_meeting_plain",
        required="details address contact",
    ),
]
