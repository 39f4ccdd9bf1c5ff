"""The map of the site for machines: every public page with its translations."""

from __future__ import annotations

from collections import defaultdict

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page


class PageSitemap(Sitemap):
    """All language trees in one map; four queries whatever the number of pages."""

    def items(self) -> list[Page]:
        root = self.get_wagtail_site().root_page
        trees = Page.objects.filter(translation_key=root.translation_key).values_list("path", flat=True)
        pages = Page.objects.live().public().filter(depth__gte=2).select_related("locale").order_by("path")
        found = [page for page in pages if any(page.path.startswith(path) for path in trees)]
        self._translations = defaultdict(list)
        for page in found:
            self._translations[page.translation_key].append(page)
        return found

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict]:
        urls = [self._entry(item) for item in self.paginator.page(page).object_list]
        self.latest_lastmod = max((url["lastmod"] for url in urls if url["lastmod"]), default=None)
        return urls

    def _entry(self, page: Page) -> dict:
        others = self._translations[page.translation_key]
        alternates = [{"location": self.location(other), "lang_code": other.locale.language_code} for other in others]
        return {
            "item": page,
            "location": self.location(page),
            "lastmod": self.lastmod(page),
            "alternates": alternates if len(others) > 1 else [],
        }
