"""What a calendar program answers to an invitation: iTIP `METHOD:REPLY` (RFC 5546), one attendee a reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage

from icalendar import Calendar

from coordination.messaging.domain import received

TYPES = {"text/calendar", "application/ics"}


@dataclass(frozen=True)
class Reply:
    """`address` said `answer` ("accepted", "declined", "tentative") to the entry `uid` as it stood at `sequence`.

    `at` is when the calendar program wrote it (aware), None where it does not tell.
    """

    uid: str
    address: str
    answer: str
    sequence: int
    at: datetime | None


def of(mail: EmailMessage) -> Reply | None:
    """The reply in a mail; None where there is none.

    The sender must be the attendee: who answers for another is not heard.
    """
    sender = received.sender(mail)
    for part in mail.walk():
        if part.get_content_type() in TYPES and (found := _read(part)):
            return found if sender and found.address == sender else None
    return None


def _read(part: EmailMessage) -> Reply | None:
    try:
        frame = Calendar.from_ical(part.get_payload(decode=True) or b"")
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    if str(frame.get("METHOD", "")).upper() != "REPLY":
        return None
    event = next(iter(frame.walk("VEVENT")), None)
    attendee = event.get("ATTENDEE") if event is not None else None
    if attendee is None or isinstance(attendee, list):
        return None
    answer = str(attendee.params.get("PARTSTAT", "")).lower()
    address = str(attendee).lower().removeprefix("mailto:")
    return Reply(str(event.get("UID", "")), address, answer, int(event.get("SEQUENCE", 0)), _stamp(event))


def _stamp(event) -> datetime | None:
    stamp = event.get("DTSTAMP")
    moment = getattr(stamp, "dt", None)
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
