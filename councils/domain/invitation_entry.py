"""The meeting in people's calendars: one entry with a neutral title, an invitation of one's own in the mail (AN-09)."""

from __future__ import annotations

import secrets

from coordination.calendar.domain import entry as entries
from coordination.calendar.domain import invitation as calendar_invitation
from coordination.calendar.models import Entry
from coordination.foundation.texts import Texts
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.models import Person
from councils.models import Invitation, Meeting

from . import neutral

PREFIX = "meeting-"
REQUEST, CANCEL = calendar_invitation.REQUEST, calendar_invitation.CANCEL


def uid_of(meeting: Meeting) -> str:
    """Stays the same for the meeting's whole life: calendar programs know it by this.

    It cannot be guessed: a mail that answers in the name of somebody invited must name it, and a sender is easily forged.
    """
    if meeting.entry_id:
        return meeting.entry.uid
    return f"{PREFIX}{meeting.pk}-{secrets.token_hex(12)}@kuuluviin"


def put(meeting: Meeting) -> Entry:
    """Write the entry as the meeting stands; in the calendars of those expected who have not said no.

    The caller has locked the meeting. SEQUENCE rises by itself when time, place or directions have changed.
    """
    rows = meeting.invitations.standing().exclude(answer=Invitation.Answer.NO).select_related("person")
    made = entries.put(
        uid_of(meeting),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        titles=neutral.neutral(meeting.council),
        guests=[row.person for row in rows if row.is_expected],
        place=meeting.place,
        online_url=meeting.online_url,
        descriptions=_way_there(meeting),
        url_name="councils:meeting",
        object_key=str(meeting.pk),
        contact_name=meeting.chair.full_name if meeting.chair else "",
    )
    is_new = meeting.entry_id != made.pk
    meeting.entry = made
    if is_new:
        meeting.save(update_fields=["entry"])
    return made


def cancel(meeting: Meeting) -> None:
    """Off in every calendar; a meeting that was never opened has no entry."""
    if meeting.entry_id:
        meeting.entry = entries.cancel(uid_of(meeting))


def enclosure_for(invitation: Invitation, method: str = REQUEST) -> Enclosure | None:
    """The calendar invitation as it goes along with a mail to the invited; None where nothing goes by e-mail.

    Its title is neutral, unless the member chose that the council may be named.
    """
    person, meeting = invitation.person, invitation.meeting
    if person.channel != Person.Channel.EMAIL or meeting.entry_id is None:
        return None
    title = neutral.title(meeting.council, person)
    return calendar_invitation.enclosure(meeting.entry, person, method, title=title)


def file_for(invitation: Invitation) -> Enclosure | None:
    """The entry as a file to put into one's calendar by hand; None before the meeting is opened, or once it is off."""
    entry = invitation.meeting.entry
    if entry is None or entry.cancelled_at:
        return None
    return calendar_invitation.enclosure_of_many([entry], invitation.person)


def _way_there(meeting: Meeting) -> Texts:
    """Directions and accessibility in each language that has them."""
    words = Texts()
    for code in {*meeting.directions, *meeting.venue_access}:
        parts = (meeting.directions.get(code), meeting.venue_access.get(code))
        words[code] = "\n".join(part for part in parts if part)
    return words
