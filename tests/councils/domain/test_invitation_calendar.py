"""What a calendar program makes of our invitations: read by vobject, which knows nothing of the library we write with."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import vobject

from coordination.foundation.texts import Texts
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from councils.domain import invitation, meeting_cancel, meeting_change, meeting_open
from councils.models import Meeting
from tests.factories import councils

pytestmark = pytest.mark.django_db
LONG = "Bussi 4 pysähtyy oven eteen; älä jää kyydistä, vaikka ovi näyttää kiinni olevalta – soita kelloa\nja odota."


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def opened() -> Meeting:
    made = councils.meeting(directions=Texts({"fi": LONG}))
    return meeting_open.open_(made, elina())


def newest(kind: str) -> tuple[str, bytes]:
    """The calendar part of Matti's mail of this kind: its content type and bytes."""
    row = Message.objects.filter(kind=kind, person=councils.matti().person).latest("pk").attachments.get()
    return row.content_type, bytes(row.body)


def read(body: bytes):
    """Strict: CRLF, lines of at most 75 octets, one event; the rest is vobject's."""
    lines = body.split(b"\r\n")
    assert lines[-1] == b""
    assert not [line for line in lines if b"\n" in line or len(line) > 75]
    return vobject.readOne(body.decode())


def facts(calendar) -> tuple:
    event = calendar.vevent
    return calendar.method.value, event.uid.value, int(event.sequence.value), event.status.value


def test_invitation_change_and_cancellation_are_one_entry_to_another_program():
    meeting = opened()
    row = meeting.invitations.get(person=councils.matti().person)
    first = read(invitation.enclosure_for(row).body)

    shift = timedelta(days=1)
    meeting_change.change(meeting, elina(), starts_at=meeting.starts_at + shift, ends_at=meeting.ends_at + shift)
    change_type, change_body = newest("councils.meeting.changed")
    meeting_cancel.cancel(meeting, elina(), reason="Vetäjät ovat sairaana")
    off_type, off_body = newest("councils.meeting.cancelled")
    change, off = read(change_body), read(off_body)

    uid = first.vevent.uid.value
    assert facts(first) == ("REQUEST", uid, 0, "CONFIRMED")
    assert facts(change) == ("REQUEST", uid, 1, "CONFIRMED")
    assert facts(off) == ("CANCEL", uid, 2, "CANCELLED")
    assert (change_type, off_type) == ("text/calendar; method=REQUEST", "text/calendar; method=CANCEL")
    assert change.vevent.dtstart.value == meeting.starts_at
    assert change.vevent.dtend.value - change.vevent.dtstart.value == timedelta(hours=2)


def test_another_program_reads_who_where_and_how_and_finds_no_council_in_it():
    meeting = opened()
    row = meeting.invitations.get(person=councils.matti().person)
    body = invitation.enclosure_for(row).body

    event = read(body).vevent

    attendees = event.contents["attendee"]
    assert [each.value for each in attendees] == [f"mailto:{row.person.email}"]
    assert (attendees[0].params["RSVP"], event.location.value) == (["TRUE"], meeting.place)
    assert event.organizer.value == "mailto:kuuluviin@example.org"
    assert event.dtstart.value.utcoffset() == meeting.starts_at.astimezone(event.dtstart.value.tzinfo).utcoffset()
    assert LONG in event.description.value
    assert event.contents["class"][0].value == "PRIVATE"
    assert str(meeting.council).encode() not in body


def test_the_entry_of_a_meeting_cannot_be_guessed_by_one_who_would_answer_for_another():
    meeting = opened()

    assert re.fullmatch(rf"meeting-{meeting.pk}-[0-9a-f]{{24}}@kuuluviin", meeting.entry.uid)
