"""The recipient's link: GET shows, POST looks over and sends; old, foreign and others' answers stay out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.messaging.models import SafeLink
from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.models import Forwarding
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> Forwarding:
    councils.staffed()
    recipient = people.person("Jorma", "Johtaja", email="jorma@example.org")
    return verbs.forward(
        councils.statement(),
        people.actor(councils.elina()),
        to="management",
        recipient=recipient,
        recipient_title="Palvelujohtaja",
    )


def address(way: Forwarding) -> str:
    return safe_link.path_of(way.link)


def test_opening_the_link_shows_the_words_and_changes_nothing(client, way):
    page = client.get(address(way)).content.decode()

    way.refresh_from_db()
    assert ("Kirje alkaa päätöksellä." in page, "Jorma" in page, way.status) == (True, False, "sent")


def test_an_answer_is_looked_over_first_and_then_sent(client, way):
    looked = client.post(address(way), {"act": "look", "text": "Otamme käyttöön.", "seen": ""})
    way.refresh_from_db()
    before = way.status

    sent = client.post(address(way), {"act": "send", "text": "Otamme käyttöön.", "seen": ""})

    way.refresh_from_db()
    assert ("Otamme käyttöön." in looked.content.decode(), before) == (True, "sent")
    assert (sent.status_code, way.answer, SafeLink.objects.get(pk=way.link_id).used_at is None) == (
        302,
        "Otamme käyttöön.",
        False,
    )


def test_an_identity_code_is_stopped_at_the_form(client, way):
    page = client.post(address(way), {"act": "send", "text": "Hän on 131052-308T", "seen": ""})

    way.refresh_from_db()
    assert (page.status_code, way.status) == (200, "sent")


def test_the_second_of_two_answers_keeps_its_words_and_may_be_sent_over_the_first(client, way):
    verbs.answer(way, people.actor(councils.elina()), "Puhelimessa: kyllä.", via="phone")

    refused = client.post(address(way), {"act": "send", "text": "Kyllä, keväällä.", "seen": ""})
    page = refused.content.decode()
    way.refresh_from_db()
    kept = way.answer
    client.post(address(way), {"act": "send", "text": "Kyllä, keväällä.", "seen": way.answered_at.isoformat()})

    way.refresh_from_db()
    assert ("Kyllä, keväällä." in page, "Puhelimessa: kyllä." in page, kept) == (True, True, "Puhelimessa: kyllä.")
    assert way.answer == "Kyllä, keväällä."


def test_the_answer_of_another_recipient_is_not_shown(client, way):
    other = verbs.forward(
        way.statement,
        people.actor(councils.elina()),
        to="unit",
        recipient=people.person("Vieno", "Viestintä", email="vieno@example.org"),
        recipient_title="Viestintäpäällikkö",
    )
    verbs.answer(other, Actor.by_link(other.recipient), "Salaisuus.")

    page = client.get(address(way)).content.decode()

    assert ("Salaisuus." in page, "Viestintäpäällikkö" in page) == (False, False)


def test_an_old_link_a_link_for_another_thing_and_a_forged_one_are_gone(client, way):
    other = safe_link.make("order", way.recipient, clock.now() + timedelta(days=3))
    token = safe_link.token(way.link)
    SafeLink.objects.filter(pk=way.link_id).update(expires_at=clock.now() - timedelta(minutes=1))

    answers = [
        client.post(f"/l/vastaus/{each}/", {"act": "send", "text": "Kyllä.", "seen": ""}).status_code
        for each in (token, safe_link.token(other), "tekaistu.tunnus")
    ]

    way.refresh_from_db()
    assert (answers, way.status) == ([410, 410, 410], "sent")


def test_a_closed_matter_takes_no_answer(client, way):
    verbs.close(way.statement, people.actor(councils.elina()), "Asia on hoidettu.")

    page = client.post(address(way), {"act": "send", "text": "Kyllä.", "seen": ""})

    way.refresh_from_db()
    assert (page.status_code, way.answer) == (200, "")
