"""The public site in situations: the first pages in some languages, the office's details, a page of one's own making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Locale, Page, Site

from cms import first_pages
from cms.first_pages import invented
from cms.models import ArticlePage, CouncilIndexPage, HomePage, NewsIndexPage, NewsPage, OrganisationSettings

if TYPE_CHECKING:
    from datetime import date


def site_in(*languages: str) -> HomePage:
    """The first pages of a new installation; the home page of the first language."""
    first_pages.build(languages)
    return HomePage.objects.get(locale__language_code=languages[0])


def council_index() -> CouncilIndexPage:
    """A bare site in Finnish that has nothing but the list of client councils: for what needs no other page."""
    locale, __ = Locale.objects.get_or_create(language_code="fi")
    home = HomePage(title="Etusivu", slug="fi", hero_title="Raadit", lead="Raadit", locale=locale)
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.update(root_page=home)
    return home.add_child(instance=CouncilIndexPage(title="Asiakasraadit", slug="asiakasraadit", locale=locale))


def organisation_details() -> OrganisationSettings:
    return invented.organisation()


def article(above: Page, title: str = "Oma sivu", **fields: object) -> ArticlePage:
    """A published page to read below another."""
    page = ArticlePage(title=title, locale=above.locale, **fields)
    return type(above).objects.get(pk=above.pk).add_child(instance=page)


def news(language: str, title: str, day: date) -> NewsPage:
    above = NewsIndexPage.objects.get(locale__language_code=language)
    page = NewsPage(title=title, lead=f"{title}.", day=day, locale=above.locale)
    return above.add_child(instance=page)
