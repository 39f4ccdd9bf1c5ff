"""What is written to those invited to a meeting: subjects tell the time alone, bodies the place and whom to ask (CC-15)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.domain.outbox import Enclosure
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.models import Invitation, Meeting

CALLED = "councils.invitation.called"
UNANSWERED = "councils.invitation.unanswered"
REMINDER = "councils.meeting.reminder"
CHANGED = "councils.meeting.changed"
CANCELLED = "councils.meeting.cancelled"
GUEST = "councils.guest.invited"
WITHDRAWN = "councils.guest.withdrawn"


def called(invitation: Invitation, title: str, enclosure: Enclosure | None) -> Message:
    """To a substitute: a member cannot come, can you? The member is not named."""
    version = next_version(CALLED, invitation)
    return queue(CALLED, invitation, title, about=invitation, version=version, enclosure=enclosure)


def guest(invitation: Invitation, title: str, slot: str, enclosure: Enclosure | None) -> Message:
    """To a guest, who is no member: which council asks, when and where, the matter, and one's own time in it."""
    version = next_version(GUEST, invitation)
    context = {"slot": slot, "council_name": invitation.meeting.council.names.in_language(invitation.person.language)}
    return queue(GUEST, invitation, title, about=invitation, version=version, enclosure=enclosure, context=context)


def withdrawn(invitation: Invitation, title: str, enclosure: Enclosure | None) -> Message:
    """To one who had been told: you need not come after all."""
    version = next_version(WITHDRAWN, invitation)
    return queue(WITHDRAWN, invitation, title, about=invitation, version=version, enclosure=enclosure)


def remind(kind: str, invitation: Invitation, title: str, part: int) -> Message:
    """To one who has not answered, or who comes; never after the meeting has begun."""
    meeting = invitation.meeting
    until = meeting.starts_at
    return queue(kind, invitation, title, about=invitation, version=meeting.version, part=part, valid_until=until)


def queue(
    kind: str,
    invitation: Invitation,
    title: str,
    *,
    about: models.Model,
    version: int,
    enclosure: Enclosure | None = None,
    context: dict[str, Any] | None = None,
    **more: object,
) -> Message:
    """One message of a meeting to one invited, with the link and the code to answer by."""
    meeting = invitation.meeting
    contact = contact_of(meeting)
    return outbox.queue(
        kind,
        to=invitation.person,
        context={**facts(invitation, title), **(context or {})},
        about=about,
        version=version,
        names=[contact] if contact and contact != invitation.person else [],
        enclosures=[enclosure] if enclosure else [],
        reply_to=contact.email if contact else "",
        desk=f"councils.council:{meeting.council_id}",
        **more,
    )


def facts(invitation: Invitation, title: str) -> dict[str, Any]:
    """What the texts of a meeting are given; the packet's may use it as well."""
    meeting = invitation.meeting
    return {
        "title": title,
        "meeting": meeting,
        "council": meeting.council,
        "invitation": invitation,
        "leader": contact_of(meeting),
        "link": safe_link.placeholder(invitation.link) if invitation.link else "",
        "code": safe_link.code_placeholder(invitation.link) if invitation.link else "",
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
    }


def contact_of(meeting: Meeting) -> Person | None:
    """Whom the invited call: the responsible leader, else the chair."""
    staff = meeting.council.staff.open().select_related("person").first()
    return staff.person if staff else meeting.chair


def next_version(kind: str, invitation: Invitation) -> int:
    """One above those written so far, so that an answer taken back and given again is told of again."""
    last = Message.objects.filter(about=outbox.cause(invitation), kind=kind).aggregate(last=models.Max("version"))
    return 0 if last["last"] is None else last["last"] + 1
