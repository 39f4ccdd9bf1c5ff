from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import invitation, meeting_open, neutral
from councils.models import Invitation, Meeting, Membership
from tests.factories import councils, people

pytestmark = pytest.mark.django_db
Answer, Role = Invitation.Answer, Invitation.Role


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def opened(**fields: object) -> Meeting:
    return meeting_open.open_(councils.meeting(**fields), elina())


def of(meeting: Meeting, person: Person) -> Invitation:
    return Invitation.objects.get(meeting=meeting, person=person)


def substitute() -> Person:
    seat = councils.matti()
    stands_in = people.person("Veikko", "Varalla", unit=people.unit(), email="veikko@example.org")
    councils.seat(stands_in, kind=Membership.Kind.SUBSTITUTE, seat=None, substitute_for=seat)
    return stands_in


def waiting(row: Invitation, kind: str) -> int:
    rows = Message.objects.filter(about=outbox.cause(row), kind=kind, status__in=outbox.UNSENT)
    return rows.count()


def test_opening_invites_members_substitutes_and_leaders_with_a_link_and_a_calendar_entry():
    stands_in = substitute()

    meeting = opened()

    roles = dict(meeting.invitations.values_list("person__first_name", "role"))
    assert roles == {
        "Matti": Role.MEMBER,
        "Irja": Role.MEMBER,
        "Veikko": Role.SUBSTITUTE,
        "Elina": Role.STAFF,
        "Ville": Role.STAFF,
    }
    assert meeting.status == Meeting.Status.OPEN
    assert not meeting.invitations.filter(link=None).exists()
    assert meeting.entry.titles == neutral.neutral(meeting.council)
    assert not meeting.entry.guests.filter(person=stands_in).exists()
    assert meeting.entry.guests.count() == 4


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"chair": None}, "chair"),
        ({"secretary": None}, "secretary"),
        ({"place": ""}, "place"),
        ({"mode": "remote"}, "online"),
        ({"days": -1}, "past"),
    ],
)
def test_nothing_is_opened_before_what_people_need_is_known(fields: dict, code: str):
    meeting = councils.meeting(**fields)

    with pytest.raises(Refused) as refusal:
        meeting_open.open_(meeting, elina())

    assert refusal.value.code == code
    assert Invitation.objects.count() == 0


def test_a_leader_of_another_council_opens_nothing():
    with pytest.raises(Refused) as refusal:
        meeting_open.open_(councils.meeting(), Actor.of(councils.other_leader().user))

    assert refusal.value.code == "not_leader"


def test_an_answer_may_be_given_again_and_moves_the_calendar():
    meeting = opened()
    matti = councils.matti().person
    row = of(meeting, matti)

    invitation.answer(row, Actor.by_link(matti), answer=Answer.YES, needs=["lift", "diet"], needs_note="Vegaani")
    yes = of(meeting, matti)

    assert (yes.answer, yes.answered_via, yes.needs, yes.needs_note) == ("yes", "link", ["diet", "lift"], "Vegaani")

    invitation.answer(row, Actor.of(matti.user), answer=Answer.NO)
    assert not meeting.entry.guests.filter(person=matti).exists()

    invitation.answer(row, Actor.of(matti.user), answer=Answer.YES)
    assert of(meeting, matti).answered_via == "screen"
    assert meeting.entry.guests.filter(person=matti).exists()


def test_a_leader_writes_down_an_answer_told_on_the_phone():
    meeting = opened()
    irja = councils.irja().person

    invitation.answer(of(meeting, irja), elina().acting_for(irja), answer=Answer.MAYBE)

    assert (of(meeting, irja).answer, of(meeting, irja).answered_via) == ("maybe", "phone")


@pytest.mark.parametrize("who", ["another member", "another leader"])
def test_nobody_answers_for_another(who: str):
    row = of(opened(), councils.irja().person)
    by = (
        Actor.by_link(councils.matti().person)
        if who == "another member"
        else Actor.of(councils.other_leader().user).acting_for(row.person)
    )

    with pytest.raises(Refused) as refusal:
        invitation.answer(row, by, answer=Answer.YES)

    assert refusal.value.code == "stranger"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"starts_at": -1, "ends_at": 1}, "began"),
        ({"status": "cancelled", "cancelled_because": "Sairaus"}, "cancelled"),
        ({"status": "held"}, "not_open"),
    ],
)
def test_an_answer_comes_before_the_meeting_begins(facts: dict, code: str):
    meeting = opened()
    hours = {name: clock.now() + timedelta(hours=value) for name, value in facts.items() if isinstance(value, int)}
    Meeting.objects.filter(pk=meeting.pk).update(**{**facts, **hours})
    row = of(meeting, councils.matti().person)

    with pytest.raises(Refused) as refusal:
        invitation.answer(row, Actor.by_link(row.person), answer=Answer.YES)

    assert refusal.value.code == code


def test_one_press_asks_the_substitute_once():
    stands_in = substitute()
    meeting = opened()
    row = of(meeting, stands_in)

    invitation.call_substitute(row, elina())

    assert waiting(row, "councils.invitation.called") == 1
    assert meeting.entry.guests.filter(person=stands_in).exists()
    with pytest.raises(Refused):
        invitation.call_substitute(row, elina())


def test_a_guest_is_told_when_the_meeting_opens_and_not_before():
    meeting = councils.meeting()
    councils.item(meeting, minutes=25)
    item = councils.item(meeting, "Puhelinjonot", minutes=45)
    someone = people.person("Lauri", "Vieras", unit=people.unit(), email="lauri@example.org")

    row = invitation.add_guest(meeting, elina(), person=someone, matter="Puhelinjonot", item=item)
    assert Message.objects.filter(person=someone).count() == 0
    meeting_open.open_(meeting, elina())

    told = Message.objects.get(person=someone, kind="councils.guest.invited")
    slot = invitation.slot_words(of(meeting, someone))
    assert slot in told.body
    assert "Puhelinjonot" in told.body
    assert str(meeting.council.names) in told.body
    assert "raati" not in told.subject.lower()
    assert told.attachments.get().content_type == "text/calendar; method=REQUEST"

    invitation.withdraw(row, elina())

    gone = Message.objects.get(person=someone, kind="councils.guest.withdrawn")
    assert gone.attachments.get().content_type == "text/calendar; method=CANCEL"
    told.refresh_from_db()
    assert told.status == Message.Status.SUPERSEDED
    assert of(meeting, someone).withdrawn_at


def test_a_member_is_no_guest():
    with pytest.raises(Refused) as refusal:
        invitation.add_guest(opened(), elina(), person=councils.matti().person, matter="Asia")

    assert refusal.value.code == "circle"
