from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

from cms import public_council
from councils.models import Council

from .site_page import SitePage


class CouncilIndexPage(SitePage):
    """The client councils that have a page, each with what it is for and when it meets next."""

    lead = models.TextField(pgettext_lazy("page", "Lead"), max_length=400, blank=True)

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.CouncilPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("list of client councils")
        verbose_name_plural = _("lists of client councils")

    def pages(self) -> models.QuerySet:
        """The pages of public councils below this one, those that meet before those that have ended."""
        pages = CouncilPage.objects.live().public().child_of(self).filter(council__is_public=True)
        return pages.select_related("council__unit", "locale")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["councils"] = public_council.cards(list(self.pages()))
        return context


class CouncilPage(SitePage):
    """A council's public face (L-14): it looks at what the council has made public, asked on every request."""

    council = models.ForeignKey(
        Council,
        models.PROTECT,
        related_name="+",
        limit_choices_to={"is_public": True},
        verbose_name=pgettext_lazy("page", "Council"),
    )
    lead = models.TextField(
        pgettext_lazy("page", "Lead"),
        max_length=400,
        blank=True,
        help_text=_("Empty: what the council is for, as its leaders have written it."),
    )

    parent_page_types = ["cms.CouncilIndexPage"]
    subpage_types: list[str] = []
    content_panels = [*SitePage.content_panels, FieldPanel("council"), FieldPanel("lead")]

    class Meta:
        verbose_name = _("page of a client council")
        verbose_name_plural = _("pages of client councils")

    def clean(self) -> None:
        """Raises ValidationError where the council has a page in the language already."""
        super().clean()
        if self.council_id and self.locale_id:
            same = CouncilPage.objects.filter(council_id=self.council_id, locale_id=self.locale_id)
            if same.exclude(pk=self.pk).exists():
                raise ValidationError({"council": _("This council has a page in this language already.")})

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Gone with the council's word that it is public, whatever the page says."""
        if not self.council.is_public:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context |= public_council.facts(self.council, request.GET)
        return context

    def summary(self) -> str:
        return self.search_description or self.shown_lead

    @property
    def shown_lead(self) -> str:
        return self.lead or self.council.purpose.in_language(self.locale.language_code)
