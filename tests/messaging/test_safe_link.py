"""Safe links: shown on GET, acted on by POST, found by a short code too."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def link():
    return safe_link.make("offer", people.sari(), clock.now() + timedelta(days=3))


def test_a_token_finds_its_link(link):
    assert safe_link.find(safe_link.token(link), "offer") == link


def test_a_code_finds_its_link_however_it_is_typed(link):
    code = safe_link.code_of(link.nonce)

    assert safe_link.find_by_code(f" {code.replace('-', ' ').lower()} ") == link


def test_another_purpose_is_refused(link):
    with pytest.raises(Refused):
        safe_link.find(safe_link.token(link), "debrief")


def test_a_forged_token_is_refused(link):
    with pytest.raises(Refused):
        safe_link.find(f"{link.nonce}.{'0' * 40}", "offer")


def test_a_revoked_link_is_refused(link):
    safe_link.revoke(link)

    with pytest.raises(Refused):
        safe_link.find(safe_link.token(link), "offer")


def test_an_old_link_is_refused():
    link = safe_link.make("offer", people.sari(), clock.now() - timedelta(minutes=1))

    with pytest.raises(Refused):
        safe_link.find(safe_link.token(link), "offer")


def test_the_code_page_leads_to_the_door(client, link):
    answer = client.post("/l/", {"code": safe_link.code_of(link.nonce)})

    assert (answer.status_code, answer["Location"]) == (302, safe_link.path_of(link))


def test_guessing_is_slowed_down(client):
    answers = [client.post("/l/", {"code": "AAAA-AAAA"}).status_code for __ in range(21)]

    assert answers == [200] * 20 + [429]
