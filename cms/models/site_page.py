"""What every page of the site has: its languages, its way from the home page, its words in the search index."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet, TextField
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import get_language_info
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.guarded_forms import GuardedPageForm
from coordination.foundation import words

HOME_DEPTH = 2


class SitePage(Page):
    """A page of one language tree. Its translations share the `translation_key`."""

    base_form_class = GuardedPageForm

    class Meta:
        abstract = True

    search_fields = [*Page.search_fields, index.SearchField("search_words")]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        near = list(self.near())
        above = [page for page in near if page.depth < self.depth and self.path.startswith(page.path)]
        context["trail"] = (
            [{"name": page.title, "url": page.get_url(request)} for page in above] if len(above) > 1 else []
        )
        context["languages"] = self.in_languages(request, above)
        context["section"] = self.section(request, near)
        return context

    def near(self) -> QuerySet:
        """The pages round this one, read in one query: those above it up to the home page."""
        paths = [self.path[: depth * self.steplen] for depth in range(HOME_DEPTH, self.depth)]
        return Page.objects.filter(path__in=paths).order_by("path")

    def section(self, request: HttpRequest, near: list[Page]) -> list[dict]:
        """The pages of the same section, as links with the current one told; none unless a kind of page says so."""
        return []

    def in_languages(self, request: HttpRequest, above: list[Page]) -> list[dict]:
        """This page in every language of the site; where it is not translated, the nearest page above that is.

        A language without a tree is left out. `exact` says that the address is this very page.
        """
        depths = {page.translation_key: page.depth for page in [*above, self]}
        nearest: dict[str, Page] = {}
        translations = Page.objects.live().filter(translation_key__in=depths).select_related("locale")
        for page in sorted(translations, key=lambda page: depths[page.translation_key]):
            nearest[page.locale.language_code] = page
        nearest[self.locale.language_code] = self
        return [
            self._in_language(request, code, nearest[code]) for code, _name in settings.LANGUAGES if code in nearest
        ]

    def _in_language(self, request: HttpRequest, code: str, page: Page) -> dict:
        exact = page.translation_key == self.translation_key
        url = page.get_url(request)
        if exact and request.GET:
            url = f"{url}?{request.GET.urlencode()}"
        name = get_language_info(code)["name_local"].capitalize()
        return {
            "code": code,
            "name": name,
            "url": url,
            "full_url": page.get_full_url(request),
            "current": page.pk == self.pk,
            "exact": exact,
        }

    def search_words(self) -> str:
        """Every word of the page in its own and its base form, so that an inflected word is found."""
        return " ".join(sorted(words.lemmas(self.plain_text(), self.locale.language_code)))

    def plain_text(self) -> str:
        """The title and whatever the page's own fields say."""
        parts = [self.title, self.search_description]
        for field in self._meta.local_fields:
            value = getattr(self, field.attname)
            if isinstance(field, StreamField):
                parts += field.get_searchable_content(value)
            elif isinstance(field, RichTextField | TextField):
                parts.append(strip_tags(value or ""))
        return "\n".join(part for part in parts if part)

    def summary(self) -> str:
        """One sentence on the page for search results, feeds and machines."""
        return self.search_description or getattr(self, "lead", "")
