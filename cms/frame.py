"""What the page tree and the settings give to the frame of every page: menu, foot, the organisation.

Kept in the cache and dropped when a page or the settings change; a minute at most where a process has a cache of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import Case, CharField, F, Q, Value, When
from django.http import HttpRequest
from wagtail.models import Page

from cms.models import ArticlePage, CouncilIndexPage, FolderPage, NewsIndexPage, OrganisationSettings

SECONDS = 60
MENU_DEPTH = 3
FOLDER, NEWS, COUNCILS = "folder", "news", "councils"
FOOT = (
    ArticlePage.Purpose.CONTACT,
    ArticlePage.Purpose.PRIVACY,
    ArticlePage.Purpose.ACCESSIBILITY,
    ArticlePage.Purpose.COOKIES,
)


@dataclass
class Frame:
    """`menu` and `foot` are lists of {name, url}; `pages` finds one by its purpose, or by `FOLDER`, `NEWS` and `COUNCILS`."""

    organisation: dict[str, str] = field(default_factory=dict)
    menu: list[dict] = field(default_factory=list)
    pages: dict[str, dict] = field(default_factory=dict)

    @property
    def foot(self) -> list[dict]:
        return [self.pages[purpose] for purpose in FOOT if purpose in self.pages]

    def menu_at(self, path: str) -> list[dict]:
        """The menu with the place of this address told: the page itself, or one above it."""
        return [
            {**item, "current": "page" if path == item["url"] else path.startswith(item["url"])} for item in self.menu
        ]


def read(request: HttpRequest, language: str) -> Frame:
    """The frame in the language: two queries when the cache has none, else none."""
    key = _key(language)
    frame = cache.get(key)
    if frame is None:
        frame = _make(request, language)
        cache.set(key, frame, SECONDS)
    return frame


def forget(**kwargs: object) -> None:
    """Drop what is kept, at once and again when the change is committed: another process may have read in between."""
    _drop()
    transaction.on_commit(_drop)


def _drop() -> None:
    cache.delete_many([_key(code) for code, _name in settings.LANGUAGES])


def _key(language: str) -> str:
    return f"frame:{language}"


def _make(request: HttpRequest, language: str) -> Frame:
    organisation = OrganisationSettings.objects.first() or OrganisationSettings()
    frame = Frame(organisation.in_language(language))
    for page in _pages(language):
        link = {"name": page.title, "url": page.get_url(request)}
        if page.role:
            frame.pages.setdefault(page.role, link)
        if page.depth == MENU_DEPTH and page.show_in_menus:
            frame.menu.append(link)
    return frame


def _pages(language: str):
    """Pages of the menu and pages with a purpose, in the order of the tree, each with its `role`."""
    role = Case(
        When(articlepage__purpose__gt="", then=F("articlepage__purpose")),
        When(pk__in=FolderPage.objects.values("pk"), then=Value(FOLDER)),
        When(pk__in=NewsIndexPage.objects.values("pk"), then=Value(NEWS)),
        When(pk__in=CouncilIndexPage.objects.values("pk"), then=Value(COUNCILS)),
        default=Value(""),
        output_field=CharField(),
    )
    pages = Page.objects.live().public().filter(locale__language_code=language).annotate(role=role)
    return pages.filter(Q(depth=MENU_DEPTH, show_in_menus=True) | ~Q(role="")).order_by("path")
