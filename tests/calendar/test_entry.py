"""Calendar entries, invitations and feeds."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar

from coordination.calendar.domain import entry, feed, invitation
from coordination.calendar.models import Entry
from coordination.foundation import clock
from coordination.foundation.texts import Texts
from tests.factories import people

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)


def put(**changes) -> Entry:
    facts = {
        "starts_at": NOON,
        "ends_at": NOON + timedelta(hours=2),
        "titles": Texts(fi="Tapaaminen", sv="Möte"),
        "guests": [people.sari()],
        "place": "Kuulaspiha",
    }
    return entry.put("booking-1@kuuluviin", **{**facts, **changes})


def only_event(body: bytes):
    return Calendar.from_ical(body).walk("VEVENT")[0]


def test_the_same_entry_again_keeps_its_sequence():
    put()

    assert put().sequence == 0


@pytest.mark.parametrize(
    "change",
    [{"starts_at": NOON + timedelta(hours=1)}, {"place": "Toinen talo"}, {"online_url": "https://video.example.org/1"}],
)
def test_a_new_time_or_place_raises_the_sequence(change):
    put()

    assert put(**change).sequence == 1


def test_cancelling_raises_the_sequence_once():
    put()
    entry.cancel("booking-1@kuuluviin")

    assert entry.cancel("booking-1@kuuluviin").sequence == 1


def test_an_invitation_names_one_attendee_and_the_persons_language():
    sari = people.sari()
    sari.language = "sv"

    enclosure = invitation.enclosure(put(guests=[sari, people.kaisa()]), sari)

    event = only_event(enclosure.body)
    assert (enclosure.content_type, str(event["SUMMARY"]), str(event["ATTENDEE"])) == (
        "text/calendar; method=REQUEST",
        "Möte",
        "mailto:sari@example.org",
    )


def test_an_invitation_is_in_helsinki_time_with_its_zone():
    body = invitation.enclosure(put(), people.sari()).body

    assert only_event(body)["DTSTART"].to_ical() == b"20261125T130000"
    assert [str(zone["TZID"]) for zone in Calendar.from_ical(body).walk("VTIMEZONE")] == ["Europe/Helsinki"]


@pytest.mark.parametrize(
    "starts_at",
    [
        NOON,
        *(datetime(2027, month, day, 10, tzinfo=UTC) for month, day in ((3, 27), (3, 28), (7, 1), (10, 30), (10, 31))),
    ],
)
def test_another_program_reads_the_same_moment_in_winter_and_in_summer(starts_at):
    body = invitation.enclosure(put(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)), people.sari()).body

    assert vobject.readOne(body.decode()).vevent.dtstart.value == starts_at


def test_a_cancellation_keeps_the_uid():
    put()

    event = only_event(invitation.enclosure(entry.cancel("booking-1@kuuluviin"), people.sari(), invitation.CANCEL).body)

    assert (str(event["UID"]), str(event["STATUS"]), event["SEQUENCE"]) == ("booking-1@kuuluviin", "CANCELLED", 1)


def test_the_same_invitation_is_the_same_bytes():
    row = put()

    assert invitation.enclosure(row, people.sari()).body == invitation.enclosure(row, people.sari()).body


def test_a_feed_holds_ones_own_entries_only(client):
    now = clock.now()
    put(starts_at=now, ends_at=now + timedelta(hours=1))
    mine, other = feed.make(people.sari()), feed.make(people.kaisa())

    counts = [
        len(Calendar.from_ical(client.get(f"/kalenteri/{feed.token(row)}.ics").content).walk("VEVENT"))
        for row in (mine, other)
    ]

    assert counts == [1, 0]


def test_an_unchanged_feed_answers_not_modified_in_one_query(client, django_assert_num_queries):
    address = f"/kalenteri/{feed.token(feed.make(people.sari()))}.ics"
    tag = client.get(address)["ETag"]

    with django_assert_num_queries(1):
        answer = client.get(address, headers={"If-None-Match": tag})

    assert answer.status_code == 304


def test_a_change_moves_the_feed_on(client):
    address = f"/kalenteri/{feed.token(feed.make(people.sari()))}.ics"
    tag = client.get(address)["ETag"]
    put()

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_a_revoked_address_is_gone(client):
    address = f"/kalenteri/{feed.token(feed.make(people.sari()))}.ics"
    feed.make(people.sari())

    assert client.get(address).status_code == 404
