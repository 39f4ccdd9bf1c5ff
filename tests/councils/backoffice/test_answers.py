from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import AccessEntry
from councils.domain import invitation, meeting_open
from councils.domain.todo import answers as todo
from councils.models import Invitation, Meeting, Membership
from tests.factories import councils, people

pytestmark = pytest.mark.django_db
QUERIES = 16


@pytest.fixture
def elina(client: Client) -> Client:
    client.force_login(councils.elina().user)
    return client


def opened() -> Meeting:
    councils.staffed()
    return meeting_open.open_(councils.meeting(), Actor.of(councils.elina().user))


def of(meeting: Meeting, first_name: str) -> Invitation:
    return meeting.invitations.get(person__first_name=first_name)


def page(meeting: Meeting) -> str:
    return reverse("meeting_answers:page", args=[meeting.pk])


def test_the_list_shows_sums_and_needs_and_is_logged(elina: Client):
    meeting = opened()
    row = of(meeting, "Matti")
    invitation.answer(row, Actor.by_link(row.person), answer="yes", needs=["lift"])

    answer = elina.get(page(meeting))

    board = answer.context["board"]
    assert [len(rows) for rows in (board.coming, board.declined, board.unsure, board.silent)] == [1, 0, 0, 3]
    assert [(str(label), names) for label, names in board.needed] == [
        (str(Invitation.Need.LIFT.label), [row.person.full_name])
    ]
    assert f"people.person:{row.person_id}" in AccessEntry.objects.get(about=f"councils.answers:{meeting.pk}").subjects


@pytest.mark.parametrize("more", [1, 3])
def test_a_longer_list_asks_no_more_of_the_database(elina: Client, more: int, django_assert_num_queries):
    councils.members(more, councils.staffed())
    meeting = opened()
    elina.get(page(meeting))

    with django_assert_num_queries(QUERIES):
        elina.get(page(meeting))


def test_the_secretary_writes_down_a_slip_and_one_press_asks_the_substitute(elina: Client):
    stands_in = people.person("Veikko", "Varalla", unit=people.unit(), email="veikko@example.org")
    councils.seat(stands_in, kind=Membership.Kind.SUBSTITUTE, seat=None, substitute_for=councils.irja())
    meeting = opened()
    irja, veikko = of(meeting, "Irja"), of(meeting, "Veikko")

    elina.post(reverse("meeting_answers:enter", args=[meeting.pk, irja.pk]), {"answer": "no", "via": "post"})
    shown = elina.get(page(meeting)).content.decode()
    press = reverse("meeting_answers:press", args=[meeting.pk, veikko.pk, "pyyda"])
    assert press in shown
    elina.post(press)

    assert (of(meeting, "Irja").answer, of(meeting, "Irja").answered_via) == ("no", "post")
    assert Message.objects.filter(kind="councils.invitation.called", person=stands_in).count() == 1
    assert press not in elina.get(page(meeting)).content.decode()


def test_a_guest_known_by_name_and_address_is_the_same_person(elina: Client):
    meeting = opened()
    known = people.person("Lauri", "Vieras", unit=people.unit(), email="lauri@example.org")
    facts = {"first_name": "Lauri", "last_name": "Vieras", "email": "lauri@example.org", "matter": "Jonot"}

    elina.post(reverse("meeting_answers:guest", args=[meeting.pk]), facts)

    assert of(meeting, "Lauri").person == known
    assert Message.objects.filter(kind="councils.guest.invited", person=known).count() == 1

    elina.post(reverse("meeting_answers:press", args=[meeting.pk, of(meeting, "Lauri").pk, "peru"]))
    assert of(meeting, "Lauri").withdrawn_at


def test_a_guest_of_an_earlier_meeting_is_asked_again_without_writing_the_name(elina: Client):
    past, meeting = councils.held(), opened()
    lauri = people.person("Lauri", "Vieras", unit=people.unit(), email="lauri@example.org")
    Invitation.objects.create(meeting=past, person=lauri, role="guest", matter="Jonot")
    address = reverse("meeting_answers:guest", args=[meeting.pk])

    nobody = elina.post(address, {"matter": "Ovi"})
    elina.post(address, {"earlier": lauri.pk, "matter": "Ovi"})

    assert sorted(nobody.context["form"].errors) == ["first_name", "last_name"]
    assert of(meeting, "Lauri").matter == "Ovi"


def test_who_joins_later_is_invited_by_a_press(elina: Client):
    meeting = opened()
    councils.members(1, meeting.council)

    elina.post(reverse("meeting_answers:call", args=[meeting.pk]))

    assert of(meeting, "Jäsen0").role == Invitation.Role.MEMBER


def test_who_is_told_of_a_change_stands_before_the_press(elina: Client):
    meeting = opened()
    address = reverse("meeting_change:page", args=[meeting.pk])

    shown = elina.get(address)
    facts = {**shown.context["form"].initial, "place": "Torikatu 7"}
    posted = {"day": "1.12.2030", "begins": "10", "ends": "12", "mode": facts["mode"], "place": facts["place"]}
    elina.post(address, posted)

    assert shown.context["how_many"] == 4
    meeting.refresh_from_db()
    assert meeting.place == "Torikatu 7"
    assert Message.objects.filter(kind="councils.meeting.changed").count() == 4


def test_a_cancelling_asks_a_reason(elina: Client):
    meeting = opened()
    address = reverse("meeting_cancel:page", args=[meeting.pk])

    refused = elina.post(address, {"reason": ""})
    elina.post(address, {"reason": "Vetäjät ovat sairaana"})

    assert refused.status_code == 200
    meeting.refresh_from_db()
    assert meeting.status == Meeting.Status.CANCELLED


def test_the_leader_of_another_council_finds_nothing(client: Client):
    meeting = opened()
    client.force_login(councils.other_leader().user)

    names = ("meeting_answers:page", "meeting_answers:guest", "meeting_change:page", "meeting_cancel:page")
    assert {client.get(reverse(name, args=[meeting.pk])).status_code for name in names} == {404}


def test_the_leaders_are_told_of_a_substitute_to_ask_and_those_of_another_council_are_not():
    stands_in = people.person("Veikko", "Varalla", unit=people.unit(), email="veikko@example.org")
    councils.seat(stands_in, kind=Membership.Kind.SUBSTITUTE, seat=None, substitute_for=councils.matti())
    meeting = opened()
    matti = of(meeting, "Matti")
    assert list(todo.for_leader(councils.elina().user)) == []

    invitation.answer(matti, Actor.by_link(matti.person), answer="no")

    assert [each.url for each in todo.for_leader(councils.elina().user)] == [page(meeting)]
    assert list(todo.for_leader(councils.other_leader().user)) == []
    invitation.call_substitute(of(meeting, "Veikko"), Actor.of(councils.elina().user))
    assert list(todo.for_leader(councils.elina().user)) == []
