from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms import blocks
from cms.fields import BlocksField
from coordination.recruitment.models import Campaign

from .site_page import SitePage

SECTION_DEPTH = 3


class ArticlePage(SitePage):
    """A page to read. Some have a purpose by which the frame of every page finds them."""

    class Purpose(models.TextChoices):
        WHAT_IS = "what_is", pgettext_lazy("page purpose", "what an expert by experience is")
        HOW_TO_ORDER = "how_to_order", pgettext_lazy("page purpose", "how to order")
        JOIN = "join", pgettext_lazy("page purpose", "how to take part")
        CONTACT = "contact", pgettext_lazy("page purpose", "contact and feedback")
        PRIVACY = "privacy", pgettext_lazy("page purpose", "privacy notice")
        ACCESSIBILITY = "accessibility", pgettext_lazy("page purpose", "accessibility statement")
        COOKIES = "cookies", pgettext_lazy("page purpose", "cookies")

    lead = models.TextField(pgettext_lazy("page", "Lead"), max_length=400, blank=True)
    body = BlocksField(blocks.ARTICLE, verbose_name=pgettext_lazy("page", "Content"), blank=True)
    purpose = models.CharField(
        pgettext_lazy("page", "Purpose"),
        max_length=20,
        choices=Purpose.choices,
        blank=True,
        db_index=True,
        help_text=_("The foot of every page and other screens link to the page by its purpose. One page a language."),
    )

    parent_page_types = ["cms.HomePage", "cms.ArticlePage"]
    subpage_types = ["cms.ArticlePage", "cms.FolderPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    settings_panels = [*SitePage.settings_panels, FieldPanel("purpose")]

    class Meta:
        verbose_name = pgettext_lazy("page type", "page to read")
        verbose_name_plural = pgettext_lazy("page type", "pages to read")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """The page on taking part tells what one can apply to today."""
        context = super().get_context(request, *args, **kwargs)
        if self.purpose == self.Purpose.JOIN:
            context["recruitments"] = Campaign.objects.public().order_by("ends_on", "pk")
        return context

    def near(self) -> models.QuerySet:
        """Those above, and the pages of the same section that anybody may read."""
        top = self.path[: SECTION_DEPTH * self.steplen]
        section = Page.objects.live().public().filter(path__startswith=top, depth__lte=SECTION_DEPTH + 1)
        return (super().near() | section).order_by("path")

    def section(self, request: HttpRequest, near: list[Page]) -> list[dict]:
        """The top page of this page's section and the pages below it; nothing where it stands alone."""
        pages = [page for page in near if SECTION_DEPTH <= page.depth <= SECTION_DEPTH + 1]
        links = [{"name": page.title, "url": page.get_url(request), "current": page.pk == self.pk} for page in pages]
        return links if len(links) > 1 else []

    def clean(self) -> None:
        """Raises ValidationError where another page of the language has the same purpose."""
        super().clean()
        if self.purpose and self.locale_id:
            same = ArticlePage.objects.filter(purpose=self.purpose, locale_id=self.locale_id).exclude(pk=self.pk)
            if same.exists():
                raise ValidationError(
                    {
                        "purpose": _(
                            "Another page of this language has this purpose already. Take it away from that one first."
                        )
                    }
                )
