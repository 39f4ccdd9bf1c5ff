"""The public site in situations: the first pages in some languages, the office's details, a page of one's own making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms import first_pages
from cms.first_pages import invented
from cms.models import ArticlePage, HomePage, NewsIndexPage, NewsPage, OrganisationSettings

if TYPE_CHECKING:
    from datetime import date

    from wagtail.models import Page


def site_in(*languages: str) -> HomePage:
    """The first pages of a new installation; the home page of the first language."""
    first_pages.build(languages)
    return HomePage.objects.get(locale__language_code=languages[0])


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
