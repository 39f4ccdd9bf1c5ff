from __future__ import annotations

import json
import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from cms.models import ArticlePage, HomePage
from tests.factories import site

pytestmark = pytest.mark.django_db


def lang_of(response) -> str:
    return re.search(r'<html lang="([\w-]+)"', response.content.decode())[1]


def languages_of(response) -> dict[str, str]:
    """Where the language switch leads: code to address."""
    switch = re.search(r'<ul class="langs".*?</ul>', response.content.decode(), re.DOTALL)
    return {code: url for url, code in re.findall(r'href="([^"]+)" lang="(\w+)"', switch[0] if switch else "")}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_first_page_opens_in_its_language(client, language):
    site.site_in(language)

    answers = {
        page.url: client.get(page.url) for page in Page.objects.filter(locale__language_code=language, depth__gte=2)
    }

    assert {url: (answer.status_code, lang_of(answer)) for url, answer in answers.items()} == dict.fromkeys(
        answers, (200, language)
    )


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_first_pages_hold_every_purpose_and_no_open_link(language):
    site.site_in(language)
    pages = ArticlePage.objects.filter(locale__language_code=language)

    purposes = sorted(pages.exclude(purpose="").values_list("purpose", flat=True))

    assert purposes == sorted(ArticlePage.Purpose.values)
    assert [page.title for page in pages if "[[" in json.dumps(list(page.body.raw_data))] == []


def test_the_first_pages_are_made_once():
    site.site_in("fi")
    before = Page.objects.count()

    site.site_in("fi")

    assert Page.objects.count() == before


def test_the_demo_alone_has_invented_voices_and_news(client):
    site.site_in("fi")

    home = HomePage.objects.get()

    assert home.quote == ""
    assert client.get("/fi/ajankohtaista/").context["news"].paginator.count == 0
    assert "figure" not in client.get("/fi/tule-mukaan/").content.decode()


def test_the_language_switch_stays_on_the_page(client):
    site.site_in("fi", "sv", "en")

    answer = client.get("/fi/kokemusasiantuntijat/nain-tilaat/")

    assert languages_of(answer) == {
        "fi": "/fi/kokemusasiantuntijat/nain-tilaat/",
        "sv": "/sv/erfarenhetsexperter/sa-bestaller-du/",
        "en": "/en/experts-by-experience/how-to-order/",
    }


def test_a_page_without_a_translation_leads_to_the_nearest_page_above_that_has_one(client):
    site.site_in("fi", "sv")
    above = ArticlePage.objects.get(slug="tule-mukaan")
    page = site.article(above, "Vain suomeksi", slug="vain")

    answer = client.get(page.url)

    assert languages_of(answer) == {"fi": "/fi/tule-mukaan/vain/", "sv": "/sv/kom-med/"}
    assert 'rel="alternate" hreflang="sv"' not in answer.content.decode()


def test_a_language_without_pages_is_not_served_in_another(client):
    site.site_in("fi")

    answers = {path: client.get(path).status_code for path in ("/en/", "/en/tule-mukaan/", "/sv/")}

    assert answers == dict.fromkeys(answers, 404)


def test_the_menu_tells_where_one_is(client):
    site.site_in("fi")

    menu = client.get("/fi/kokemusasiantuntijat/nain-tilaat/").context["site_nav"]

    assert [(item["name"], item["current"]) for item in menu] == [
        ("Kokemusasiantuntijat", True),
        ("Asiakasraadit", False),
        ("Tule mukaan", False),
        ("Ajankohtaista", False),
        ("Yhteys ja palaute", False),
    ]


def test_a_second_page_of_the_same_purpose_is_refused():
    home = site.site_in("fi")
    page = site.article(home)
    page.purpose = ArticlePage.Purpose.PRIVACY

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert list(refused.value.message_dict) == ["purpose"]


def test_a_page_costs_the_same_queries_with_one_and_with_three_pages_of_news(client, django_assert_num_queries):
    from datetime import date

    site.site_in("fi", "sv")
    site.news("fi", "Yksi", date(2026, 11, 1))
    client.get("/fi/")

    with django_assert_num_queries(HOME_QUERIES):
        client.get("/fi/")
    for number in (2, 3):
        site.news("fi", f"Uutinen {number}", date(2026, 11, number))
    with django_assert_num_queries(HOME_QUERIES):
        client.get("/fi/")


@pytest.mark.parametrize("path", ["/fi/kokemusasiantuntijat/nain-tilaat/", "/fi/tietosuoja/"])
def test_a_page_to_read_costs_few_queries(client, django_assert_num_queries, path):
    site.site_in("fi", "sv")
    site.organisation_details()
    client.get(path)

    with django_assert_num_queries(ARTICLE_QUERIES[path]):
        client.get(path)


HOME_QUERIES = 13
ARTICLE_QUERIES = {"/fi/kokemusasiantuntijat/nain-tilaat/": 13, "/fi/tietosuoja/": 14}
