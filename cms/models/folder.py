from __future__ import annotations

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

from cms import public_folder

from .site_page import SitePage


class FolderPage(SitePage):
    """The folder's public face: the experts who have agreed to being seen by everybody, asked on every request."""

    lead = models.TextField(pgettext_lazy("page", "Lead"), max_length=400, blank=True)

    parent_page_types = ["cms.HomePage", "cms.ArticlePage"]
    subpage_types: list[str] = []
    content_panels = [*SitePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("public CV folder")
        verbose_name_plural = _("public CV folders")

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Kept by no cache: whoever withdraws is gone at once."""
        response = super().serve(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        query = public_folder.FolderQuery.of(request.GET)
        found = public_folder.search(query)
        context |= {"folder": found, "query": query, "chosen": self._chosen(found, query)}
        return context

    @staticmethod
    def _chosen(found: public_folder.FolderList, query: public_folder.FolderQuery) -> list[dict]:
        """The chosen areas as links that drop them."""
        return [{"name": name, "url": "?" + query.without(code)} for code, name in found.chosen]
