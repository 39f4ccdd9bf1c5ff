from __future__ import annotations

import pytest

from cms.models import ArticlePage, OrganisationSettings
from tests.factories import site

pytestmark = pytest.mark.django_db


def test_the_office_is_told_in_the_language_of_the_page(client):
    site.site_in("fi", "sv")
    site.organisation_details()

    names = [client.get(path).context["organisation"]["name"] for path in ("/fi/", "/sv/")]

    assert names == ["Havukummun hyvinvointialue", "Barrkulla välfärdsområde"]


def test_a_changed_phone_is_seen_on_the_next_page(client):
    site.site_in("fi")
    details = site.organisation_details()
    client.get("/fi/")
    details.phone = "0400000099"
    details.save()

    answer = client.get("/fi/")

    assert answer.context["organisation"]["phone"] == "0400000099"


def test_a_page_published_or_taken_away_changes_the_menu_of_every_page(client):
    home = site.site_in("fi")
    client.get("/fi/")
    page = site.article(home, "Raadit", slug="raadit", show_in_menus=True)
    page.save_revision().publish()

    with_it = [item["name"] for item in client.get("/fi/").context["site_nav"]]
    page.unpublish()
    without = [item["name"] for item in client.get("/fi/").context["site_nav"]]

    assert with_it == [*without, "Raadit"]


def test_the_foot_links_by_purpose_whatever_the_address(client):
    site.site_in("fi")
    page = ArticlePage.objects.get(purpose=ArticlePage.Purpose.PRIVACY)
    page.title, page.slug = "Näin käsittelemme tietojasi", "tietojesi-kasittely"
    page.save_revision().publish()

    foot = client.get("/fi/").context["footer_links"]

    assert [link["url"] for link in foot] == [
        "/fi/yhteys/",
        "/fi/tietojesi-kasittely/",
        "/fi/saavutettavuus/",
        "/fi/evasteet/",
    ]


def test_looking_makes_no_row_of_details(client):
    client.get("/fi/haku/")

    assert OrganisationSettings.objects.count() == 0
