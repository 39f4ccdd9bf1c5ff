"""Feeds, the site map, robots.txt."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from cms.fields import BlocksField
from cms.models import ArticlePage
from tests.factories import site

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_each_language_has_its_feed_newest_first(client):
    site.site_in("fi", "sv")
    site.news("fi", "Vanha", date(2026, 10, 1))
    site.news("fi", "Uusi", date(2026, 11, 1))
    site.news("sv", "Svensk", date(2026, 11, 2))

    feeds = [
        ElementTree.fromstring(client.get(path).content) for path in ("/fi/ajankohtaista/atom/", "/sv/aktuellt/atom/")
    ]

    titles = [[title.text for title in feed.findall("a:entry/a:title", ATOM)] for feed in feeds]
    assert titles == [["Uusi", "Vanha"], ["Svensk"]]
    assert [feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] for feed in feeds] == ["fi", "sv"]


def test_an_entry_is_the_same_after_its_address_changes(client):
    site.site_in("fi")
    page = site.news("fi", "Uusi", date(2026, 11, 1))
    first = ElementTree.fromstring(client.get("/fi/ajankohtaista/atom/").content)
    page.slug = "toinen"
    page.save_revision().publish()

    second = ElementTree.fromstring(client.get("/fi/ajankohtaista/atom/").content)

    assert second.find("a:entry/a:id", ATOM).text == first.find("a:entry/a:id", ATOM).text
    assert second.find("a:entry/a:link", ATOM).attrib["href"] == "http://localhost/fi/ajankohtaista/toinen/"


def test_the_rss_feed_says_the_same(client):
    site.site_in("fi")
    site.news("fi", "Uusi", date(2026, 11, 1))

    feed = ElementTree.fromstring(client.get("/fi/ajankohtaista/rss/").content)

    assert [item.findtext("title") for item in feed.iter("item")] == ["Uusi"]


def test_pages_tell_of_the_feed(client):
    site.site_in("fi")

    page = client.get("/fi/").content.decode()

    assert (
        '<link rel="alternate" type="application/atom+xml" title="Ajankohtaista" href="/fi/ajankohtaista/atom/">'
        in page
    )


def test_the_map_has_every_page_with_its_translations(client):
    site.site_in("fi", "sv")

    found = ElementTree.fromstring(client.get("/sitemap.xml").content)

    entries = {
        entry.findtext("s:loc", namespaces=MAP): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", MAP)
        }
        for entry in found.findall("s:url", MAP)
    }
    assert len(entries) == 22
    assert entries["http://localhost/fi/tule-mukaan/"] == {
        "fi": "http://localhost/fi/tule-mukaan/",
        "sv": "http://localhost/sv/kom-med/",
    }


def test_the_map_costs_the_same_whatever_the_number_of_pages(client, django_assert_num_queries):
    home = site.site_in("fi")
    client.get("/sitemap.xml")

    with django_assert_num_queries(MAP_QUERIES):
        client.get("/sitemap.xml")
    for number in range(3):
        site.article(home, f"Sivu {number}", slug=f"sivu-{number}")
    with django_assert_num_queries(MAP_QUERIES):
        client.get("/sitemap.xml")


def test_machines_are_told_what_is_closed(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines == [
        "User-agent: *",
        "Disallow: /hallinta/",
        "Disallow: /tili/",
        "Disallow: /l/",
        "Disallow: /kalenteri/",
        "Disallow: /*/oma/",
        "Disallow: /*/cv/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_blocks_stay_out_of_the_migrations():
    _name, path, args, kwargs = ArticlePage._meta.get_field("body").deconstruct()

    assert path == f"{BlocksField.__module__}.BlocksField"
    assert args == [[]]
    assert "block_lookup" not in kwargs


MAP_QUERIES = 4
