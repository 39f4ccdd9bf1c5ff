"""In the meeting: begin, write, mark who is there, end."""

from __future__ import annotations

import pytest

from coordination.foundation.refused import Refused
from councils.domain import attendance, live, writer
from councils.models import Attendance, Meeting, Minutes
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def actor(person):
    return people.actor(person)


@pytest.fixture
def ville():
    return actor(councils.ville())


@pytest.fixture
def meeting(ville):
    made = councils.opened(days=0)
    live.begin(made, ville)
    return Meeting.objects.get(pk=made.pk)


def note(item, by, text, **facts):
    return live.note(item, by, **{"version": item.notes_version, "language": "fi", "text": text, **facts})


def test_beginning_makes_the_minutes_once(ville):
    meeting = councils.opened(days=0)

    first, again = live.begin(meeting, ville), live.begin(meeting, ville)

    assert (first.pk, first.status) == (again.pk, Minutes.Status.DRAFT)


def test_a_meeting_nobody_has_been_told_of_does_not_begin(ville):
    with pytest.raises(Refused) as refusal:
        live.begin(councils.meeting(), ville)

    assert refusal.value.code == "planned"


@pytest.mark.parametrize("who", [councils.other_leader, people.matti, people.sari])
def test_only_the_leaders_write(meeting, who):
    with pytest.raises(Refused) as refusal:
        note(meeting.items.get(), actor(who()), "Ovi on raskas.")

    assert refusal.value.code == "not_leader"


def test_two_who_write_the_same_item_lose_nothing(meeting, ville):
    item = meeting.items.get()
    note(item, ville, "Ovi on raskas.")
    mine, theirs = meeting.items.get(), meeting.items.get()
    note(theirs, actor(councils.elina()), "Ovi on raskas.\nTuolit puuttuvat.", base="Ovi on raskas.")

    told = note(mine, ville, "Eteinen on ahdas.\nOvi on raskas.", base="Ovi on raskas.")

    assert (told.text, told.joined) == ("Eteinen on ahdas.\nOvi on raskas.\nTuolit puuttuvat.", True)
    assert meeting.items.get().notes["fi"] == told.text


def test_a_save_without_its_beginning_joins_every_line(meeting, ville):
    note(meeting.items.get(), ville, "Ovi on raskas.")

    told = live.note(meeting.items.get(), ville, version=0, language="fi", text="Tuolit puuttuvat.")

    assert told.text == "Ovi on raskas.\nTuolit puuttuvat."


def test_the_languages_of_an_item_do_not_meet(meeting, ville):
    note(meeting.items.get(), ville, "Ovi on raskas.")
    note(meeting.items.get(), ville, "Dörren är tung.", language="sv", base="")

    assert dict(meeting.items.get().notes) == {"fi": "Ovi on raskas.", "sv": "Dörren är tung."}


def test_an_identity_code_is_refused(meeting, ville):
    with pytest.raises(Refused):
        note(meeting.items.get(), ville, "Hän on 131052-308T.")

    assert meeting.items.get().notes == {}


@pytest.mark.parametrize("more", [{"text": "\n" * 1_001 + "a"}, {"text": "a", "base": "\n" * 1_001}])
def test_what_would_take_the_server_minutes_to_join_is_refused(meeting, ville, more):
    with pytest.raises(Refused) as refusal:
        live.note(meeting.items.first(), ville, version=0, language="fi", **more)

    assert refusal.value.code == "long"


def test_attendance_is_marked_for_members_leaders_and_those_invited(meeting, ville):
    matti = councils.matti().person
    attendance.mark(meeting, matti, Attendance.Status.REMOTE, ville)

    seats = {seat.name: (seat.role, seat.state) for seat in attendance.roll(meeting)}

    assert seats == {
        "Irja K.": ("member", ""),
        "Matti M.": ("member", "remote"),
        "Elina E.": ("staff", ""),
        "Ville K.": ("staff", ""),
    }
    with pytest.raises(Refused) as refusal:
        attendance.mark(meeting, people.olli(), Attendance.Status.PRESENT, ville)
    assert refusal.value.code == "not_invited"


def test_ending_marks_the_rest_absent(meeting, ville):
    attendance.mark(meeting, councils.matti().person, Attendance.Status.PRESENT, ville)

    live.end_(meeting, ville)

    assert meeting.status == Meeting.Status.HELD
    assert attendance.counts(meeting) == {"member": 1, "substitute": 0, "staff": 0, "guest": 0, "remote": 0}
    assert Attendance.objects.filter(state="absent").count() == 3


def test_who_writes_where_is_known_for_a_moment(meeting, ville):
    item = meeting.items.get()
    writer.note(item, ville)

    assert writer.others(meeting, actor(councils.elina())) == [("Ville", item.pk)]
    assert writer.others(meeting, ville) == []
