from __future__ import annotations

from datetime import date

import pytest

from tests.factories import site

pytestmark = pytest.mark.django_db


def found(client, text: str, language: str = "fi") -> list[str]:
    pages = client.get(f"/{language}/haku/", {"q": text}).context["pages"]
    return [page["name"] for page in pages]


def test_an_inflected_word_is_found_by_its_base_form(client):
    site.site_in("fi")
    site.news("fi", "Luennoille mahtuu vielä", date(2026, 11, 1))

    assert found(client, "luento") == ["Luennoille mahtuu vielä"]


def test_only_pages_of_the_language_are_found(client):
    site.site_in("fi", "sv")

    assert found(client, "kakor", "sv") == ["Kakor"]
    assert found(client, "kakor", "fi") == []


def test_every_word_must_be_there(client):
    site.site_in("fi")
    site.news("fi", "Raparperi kasvaa", date(2026, 11, 1))
    site.news("fi", "Raparperi ja retiisi", date(2026, 11, 1))

    assert found(client, "raparperi retiisi") == ["Raparperi ja retiisi"]


@pytest.mark.parametrize("text", ['"', "raparperi*", "a AND", "(", "'; --", "ja"])
def test_signs_are_only_signs(client, text):
    site.site_in("fi")

    assert client.get("/fi/haku/", {"q": text}).status_code == 200


def test_a_draft_is_not_found(client):
    site.site_in("fi")
    site.news("fi", "Raparperi kasvaa", date(2026, 11, 1)).unpublish()

    assert found(client, "raparperi") == []


def test_a_missing_page_offers_the_search(client):
    site.site_in("fi")

    answer = client.get("/fi/eiole/")

    assert answer.status_code == 404
    assert 'action="/fi/haku/"' in answer.content.decode()
