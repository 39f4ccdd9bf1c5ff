from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms import blocks
from cms.fields import BlocksField
from coordination.events.models import Event
from coordination.foundation import clock
from coordination.recruitment.models import Campaign

from .news import NewsPage
from .site_page import SitePage

NEWS_SHOWN = 3
RECRUITMENTS_SHOWN = 3
EVENTS_SHOWN = 3


class HomePage(SitePage):
    """The home page of one language."""

    hero_title = models.CharField(pgettext_lazy("home page", "Main heading"), max_length=80)
    lead = models.TextField(pgettext_lazy("home page", "Lead"), max_length=300)
    hero_links = BlocksField(
        blocks.HERO_LINKS, verbose_name=pgettext_lazy("home page", "Buttons"), max_num=2, blank=True
    )
    pattern = models.CharField(
        pgettext_lazy("home page", "Pattern"),
        max_length=30,
        default="kuuluviin",
        help_text=_("Any word: each draws a pattern of its own."),
    )
    doors = BlocksField(blocks.DOORS, verbose_name=pgettext_lazy("home page", "Doors"), max_num=6, blank=True)
    quote = models.TextField(pgettext_lazy("home page", "In own words"), max_length=200, blank=True)
    quote_by = models.CharField(pgettext_lazy("home page", "Who says so"), max_length=120, blank=True)
    quote_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        verbose_name=pgettext_lazy("home page", "Read more on"),
        null=True,
        blank=True,
        related_name="+",
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.ArticlePage", "cms.NewsIndexPage", "cms.FolderPage", "cms.CouncilIndexPage"]
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("hero_title"), FieldPanel("lead"), FieldPanel("hero_links"), FieldPanel("pattern")],
            heading=pgettext_lazy("home page", "At the top"),
        ),
        FieldPanel("doors"),
        MultiFieldPanel(
            [FieldPanel("quote"), FieldPanel("quote_by"), FieldPanel("quote_page")],
            heading=pgettext_lazy("home page", "In own words"),
            help_text=_("Only words the person has agreed to being public, under the name the person chose."),
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["news"] = (
            NewsPage.objects.live().public().filter(locale_id=self.locale_id).order_by("-day", "-pk")[:NEWS_SHOWN]
        )
        context["recruitments"] = Campaign.objects.public().order_by("ends_on", "pk")[:RECRUITMENTS_SHOWN]
        context["events"] = Event.objects.public().standing().filter(ends_at__gte=clock.now())[:EVENTS_SHOWN]
        return context
