"""Makes the first trees of pages, one a language, each page the translation of its counterparts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms import council_pages
from cms.models import ArticlePage, CouncilIndexPage, FolderPage, HomePage, NewsIndexPage, NewsPage
from coordination.foundation import clock

from .invented import organisation
from .page import Article, Home

KINDS = {"councils": CouncilIndexPage, "folder": FolderPage, "news": NewsIndexPage}
LINK = re.compile(r"\[\[([\w-]+)\|([^\]]+)\]\]")
VOICES = {"quote"}


@transaction.atomic
def build(languages: Iterable[str] | None = None, *, invented: bool = False) -> list[str]:
    """Make the tree of each language that has a text here and no home page yet; returns the languages made.

    `invented` adds the office, voices and news that only a demo may show. The site's root becomes the first language's home page.
    """
    if invented:
        organisation()
    made = []
    for code in languages or [code for code, _name in settings.LANGUAGES]:
        name = f"{__package__}.{code}"
        if find_spec(name) is None or HomePage.objects.filter(locale__language_code=code).exists():
            continue
        _Tree(import_module(name), code, invented=invented).make()
        made.append(code)
    council_pages.follow_all()
    return made


class _Tree:
    """One language's tree on its way: first every page, then what they say, since they link to each other."""

    def __init__(self, texts: ModuleType, code: str, *, invented: bool) -> None:
        self.locale, _made = Locale.objects.get_or_create(language_code=code)
        self.home_text: Home = texts.HOME
        self.articles: list[Article] = [*texts.PAGES, *(texts.INVENTED_NEWS if invented else ())]
        self.invented = invented
        self.pages: dict[str, Page] = {}

    def make(self) -> None:
        self.pages["home"] = self._home()
        for article in self.articles:
            self.pages[article.key] = self._page(article)
        # Read anew: the tree has counted children that these objects know nothing of.
        self.pages = {key: page.specific_class.objects.get(pk=page.pk) for key, page in self.pages.items()}
        self._fill_home()
        for article in self.articles:
            self._fill(article)
        for page in self.pages.values():
            page.save_revision().publish()

    def _home(self) -> HomePage:
        words = self.home_text
        page = HomePage(
            title=words.title,
            slug=self.locale.language_code,
            hero_title=words.hero_title,
            lead=words.lead,
            **self._place("home"),
        )
        Page.get_first_root_node().add_child(instance=page)
        _make_root(page)
        return page

    def _page(self, article: Article) -> Page:
        kind = KINDS.get(article.key) or (NewsPage if article.under == "news" else ArticlePage)
        page = kind(
            title=article.title,
            slug=article.slug,
            lead=article.lead,
            show_in_menus=article.in_menu,
            **self._place(article.key),
        )
        if kind is NewsPage:
            page.day = clock.today() - timedelta(days=article.days_ago)
        if kind is ArticlePage:
            page.purpose = article.purpose
        return type(above := self.pages[article.under]).objects.get(pk=above.pk).add_child(instance=page)

    def _fill_home(self) -> None:
        page, words = self.pages["home"], self.home_text
        page.hero_links = _stream(
            {"type": "link", "value": {"text": text, "page": self.pages[key].pk}} for text, key in words.buttons
        )
        page.doors = _stream(
            {
                "type": "door",
                "value": {
                    "title": door.title,
                    "text": door.text,
                    "go": door.go,
                    "page": self.pages[door.to].pk,
                    "pattern": _PATTERNS[number],
                },
            }
            for number, door in enumerate(words.doors)
        )
        if self.invented:
            page.quote, page.quote_by, page.quote_page = words.quote, words.quote_by, self.pages["what"].page_ptr

    def _fill(self, article: Article) -> None:
        parts = [part for part in article.body if self.invented or part["type"] not in VOICES]
        if parts:
            self.pages[article.key].body = self._with_links(_stream(parts))

    def _with_links(self, stream: str) -> str:
        return LINK.sub(
            lambda found: f'<a linktype=\\"page\\" id=\\"{self.pages[found[1]].pk}\\">{found[2]}</a>', stream
        )

    def _place(self, key: str) -> dict:
        return {"locale": self.locale, "translation_key": _key(key)}


_PATTERNS = ("silta", "sarana", "kaiku")


def _key(key: str) -> UUID:
    """The same for a page in every language and every installation: its pattern is drawn from it."""
    return uuid5(NAMESPACE_URL, f"kuuluviin/{key}")


def _stream(parts: Iterable[dict]) -> str:
    return json.dumps(list(parts), ensure_ascii=False)


def _make_root(home: HomePage) -> None:
    """The first home page takes the place of Wagtail's welcome page."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
        return
    welcome = site.root_page
    if not HomePage.objects.filter(pk=welcome.pk).exists():
        site.root_page = home
        site.save()
        welcome.specific.delete()
