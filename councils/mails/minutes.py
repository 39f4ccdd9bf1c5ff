"""What is written of minutes: that they may be read, that they are approved. A mail never holds the words, a letter and a call
do once, when they may first be read.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.models import Minutes

from .invitation import contact_of

__all__ = ["approved", "contact_of", "no_longer_offered", "offered"]

OFFERED, APPROVED = "councils.minutes.offered", "councils.minutes.approved"


def offered(
    minutes: Minutes, to: Person, title: str, words: str, *, contact: Person | None, was_there: bool
) -> Message:
    """To each of the council, the absent too: the minutes may be read. `words` are for letters and calls."""
    meeting = minutes.meeting
    context = {"title": title, "meeting": meeting, "words": words, "was_there": was_there}
    return _queue(OFFERED, minutes, to, context, contact)


def approved(minutes: Minutes, to: Person, title: str, *, contact: Person | None, is_corrected: bool) -> Message:
    """To each of the council, a notice: the minutes are approved, as they were or with corrections."""
    context = {
        "title": title,
        "meeting": minutes.meeting,
        "approved_in": minutes.approved_in,
        "is_corrected": is_corrected,
    }
    return _queue(APPROVED, minutes, to, context, contact)


def _queue(kind: str, minutes: Minutes, to: Person, context: dict, contact: Person | None) -> Message:
    return outbox.queue(
        kind,
        to=to,
        context={**context, "coordinator": contact, "address": address_for(minutes, to)},
        about=minutes,
        version=minutes.version,
        names=[contact] if contact and contact != to else [],
        reply_to=contact.email if contact else "",
        desk=f"councils.council:{minutes.meeting.council_id}",
    )


def no_longer_offered(minutes: Minutes) -> int:
    """What has not left tells of minutes that are a draft again."""
    return outbox.supersede(minutes, kind=OFFERED)


def address_for(minutes: Minutes, to: Person) -> str:
    with translation.override(to.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse("councils:minutes", args=[minutes.pk])
