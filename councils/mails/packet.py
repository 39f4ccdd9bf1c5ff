"""The packet to one of those invited: date, place, way there and phone in the words themselves (CC-15, AN-09)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.domain.outbox import Enclosure
from coordination.messaging.models import Message
from councils.models import Meeting, PacketCopy

from . import invitation

if TYPE_CHECKING:
    from coordination.people.models import Person

SENT = "councils.packet.sent"


def sent(
    copy: PacketCopy,
    *,
    title: str,
    agenda: list[tuple[str, str]],
    minutes_day: object,
    enclosures: Iterable[Enclosure],
    has_papers: bool,
) -> Message:
    """The invitation with the agenda in short words. `title` is neutral; no member, no topic's author is named.

    It never leaves after the meeting has begun.
    """
    row, meeting = copy.invitation, copy.invitation.meeting
    contact: Person | None = invitation.contact_of(meeting)
    return outbox.queue(
        SENT,
        to=row.person,
        context={
            **invitation.facts(row, title),
            "agenda": agenda,
            "minutes_day": minutes_day,
            "has_papers": has_papers,
            "has_entry": any(each.content_type.startswith("text/calendar") for each in enclosures),
            "address": _address(meeting, row.person),
        },
        about=meeting,
        version=copy.packet.version,
        valid_until=meeting.starts_at,
        names=[contact] if contact and contact != row.person else [],
        enclosures=enclosures,
        reply_to=contact.email if contact else "",
        desk=f"councils.council:{meeting.council_id}",
    )


def _address(meeting: Meeting, to: Person) -> str:
    """Where one reads the papers after signing in: a guest, too, has the meeting's page."""
    with translation.override(to.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse("councils:meeting", args=[meeting.pk])
