from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from councils.domain import invitation, meeting_cancel, meeting_open
from councils.models import Invitation, Meeting
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def opened() -> Meeting:
    meeting = councils.meeting()
    councils.item(meeting, "Odotustilan viihtyisyys", is_main=True)
    return meeting_open.open_(meeting, elina())


def link_of(row: Invitation) -> str:
    row.refresh_from_db()
    return safe_link.path_of(row.link)


def of(meeting: Meeting, first_name: str) -> Invitation:
    return meeting.invitations.get(person__first_name=first_name)


def test_a_member_without_an_account_answers_by_the_link_and_answers_again(client: Client):
    row = of(opened(), "Irja")
    page = client.get(link_of(row))
    row.refresh_from_db()
    assert (page.status_code, row.answer) == (200, "")
    assert "Odotustilan viihtyisyys" in page.content.decode()
    assert "Mallikas" not in page.content.decode()

    client.post(link_of(row), {"answer": "yes", "needs": ["lift"], "needs_note": "Rollaattori"})
    client.post(link_of(row), {"answer": "no"})

    row.refresh_from_db()
    assert (row.answer, row.needs, row.answered_via) == ("no", [], "link")
    assert row.link.used_at


@pytest.mark.parametrize("posted", [{}, {"answer": "perhaps"}, {"answer": "yes", "needs_note": "131052-308T"}])
def test_what_is_no_answer_is_not_kept(client: Client, posted: dict):
    row = of(opened(), "Irja")

    page = client.post(link_of(row), posted)

    row.refresh_from_db()
    assert (page.status_code, row.answer) == (200, "")
    assert 'class="note note--bad"' in page.content.decode()


def test_a_cancelled_meeting_tells_so_behind_the_same_link(client: Client):
    meeting = opened()
    row = of(meeting, "Irja")
    meeting_cancel.cancel(meeting, elina(), reason="Vetäjät ovat sairaana")

    page = client.get(link_of(row))

    assert "Vetäjät ovat sairaana" in page.content.decode()
    assert 'name="answer"' not in page.content.decode()


def test_a_guest_sees_the_own_matter_and_time_and_not_the_agenda(client: Client):
    meeting = opened()
    someone = people.person("Lauri", "Vieras", unit=people.unit(), email="lauri@example.org")
    row = invitation.add_guest(meeting, elina(), person=someone, matter="Puhelinjonot", item=meeting.items.last())

    page = client.get(link_of(row)).content.decode()

    assert "Puhelinjonot" in page
    assert invitation.slot_words(row) in page
    assert "Odotustilan viihtyisyys" not in page
    assert str(meeting.council.names) in page

    address = link_of(row)
    invitation.withdraw(row, elina())
    assert client.get(address).status_code == 410


def test_a_signed_in_member_answers_the_own_invitation_alone(client: Client):
    meeting = opened()
    client.force_login(councils.matti().person.user)

    mine = client.post(reverse("councils:answer", args=[of(meeting, "Matti").pk]), {"answer": "yes"})
    other = client.post(reverse("councils:answer", args=[of(meeting, "Irja").pk]), {"answer": "yes"})

    assert (mine.status_code, other.status_code) == (302, 404)
    assert dict(meeting.invitations.filter(role="member").values_list("person__first_name", "answer")) == {
        "Matti": "yes",
        "Irja": "",
    }


def test_the_meeting_comes_as_a_calendar_file(client: Client):
    row = of(opened(), "Irja")
    row.refresh_from_db()

    reply = client.get(reverse("meeting_link_file", args=[safe_link.token(row.link)]))

    assert (reply.status_code, reply["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert b"METHOD:PUBLISH" in reply.content
    assert b"ATTENDEE" not in reply.content
    assert clock.now() < row.link.expires_at
