"""A language that is only a code and a catalogue, as any installation may add: Northern Sámi."""

from __future__ import annotations

import polib
import pytest
from django.utils import translation
from wagtail.models import Locale, Page

from cms.models import ArticlePage, HomePage
from tests.cms.test_site_pages import lang_of, languages_of
from tests.factories import site

pytestmark = pytest.mark.django_db
TEXT = "Čáliid ja riŋge: dus lea ŋálgi, ž ja đ."


@pytest.fixture
def sami(settings, tmp_path):
    """The installation's languages with one more, whose catalogue says one word."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgid="Skip to content", msgstr="Mana sisdollui"))
    folder = tmp_path / "se" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue.save_as_mofile(str(folder / "django.mo"))
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    settings.LANGUAGES = [*settings.LANGUAGES, ("se", "Northern Sámi")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    translation.activate("fi")
    return Locale.objects.create(language_code="se")


def test_its_pages_are_served_in_it_with_its_letters(client, sami):
    home = site.site_in("fi")
    ruovttusiidu = HomePage(title="Ruovttusiidu", slug="se", hero_title="Bures boahtin", lead=TEXT, locale=sami)
    ruovttusiidu.translation_key = home.translation_key
    Page.get_first_root_node().add_child(instance=ruovttusiidu)
    site.article(ruovttusiidu, "Váldde oktavuođa", slug="valdde-oktavuoda", lead=TEXT, show_in_menus=True)

    answers = client.get("/se/"), client.get("/se/valdde-oktavuoda/")

    assert [(answer.status_code, lang_of(answer)) for answer in answers] == [(200, "se"), (200, "se")]
    assert [TEXT in answer.content.decode() for answer in answers] == [True, True]
    assert "Mana sisdollui" in answers[0].content.decode()
    assert languages_of(answers[0]) == {"fi": "/fi/", "se": "/se/"}


def test_without_pages_it_is_not_served_in_finnish(client, sami):
    site.site_in("fi")

    assert client.get("/se/").status_code == 404


def test_the_finnish_pages_do_not_change(client, sami):
    site.site_in("fi")

    assert ArticlePage.objects.filter(locale=sami).count() == 0
    assert lang_of(client.get("/fi/tule-mukaan/")) == "fi"
