from __future__ import annotations

from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms import blocks
from cms.feeds import FEEDS, write
from cms.fields import BlocksField
from coordination.foundation import clock

from .site_page import SitePage

A_PAGE = 10
IN_FEED = 20


class NewsIndexPage(SitePage):
    """All news of one language, newest first; the same as an Atom and an RSS feed below it."""

    lead = models.TextField(pgettext_lazy("page", "Lead"), max_length=400, blank=True)

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def news(self) -> models.QuerySet:
        return NewsPage.objects.live().public().child_of(self).order_by("-day", "-pk")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """`atom` and `rss` below the page are its feeds."""
        if self.live and len(path_components) == 1 and path_components[0] in FEEDS:
            return RouteResult(self, kwargs={"feed": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: object, feed: str = "", **kwargs: object) -> HttpResponse:
        if feed:
            return write(feed, self, self.news()[:IN_FEED], request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        paginator = Paginator(self.news(), A_PAGE)
        number = request.GET.get("page", "1")
        if not number.isdecimal() or not 1 <= int(number) <= paginator.num_pages:
            raise Http404
        context["news"] = paginator.page(int(number))
        return context


class NewsPage(SitePage):
    """One piece of news."""

    day = models.DateField(pgettext_lazy("news", "Day"), default=clock.today, db_index=True)
    lead = models.TextField(pgettext_lazy("page", "Lead"), max_length=400)
    body = BlocksField(blocks.NEWS, verbose_name=pgettext_lazy("page", "Content"), blank=True)

    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [*SitePage.content_panels, FieldPanel("day"), FieldPanel("lead"), FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.FilterField("day")]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
