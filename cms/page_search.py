"""Pages by the words on them, whatever the form: a search for luento finds luennot."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

from wagtail.models import Locale, Page
from wagtail.search.query import PlainText, SearchQuery

from coordination.foundation import words


def find(text: str, language: str) -> list[Page]:
    """Live pages of the language that anybody may read and that have every word of the text, best first."""
    forms = words.query_forms(text, language)
    if not forms:
        return []
    query: SearchQuery = reduce(and_, (reduce(or_, map(PlainText, sorted(group))) for group in forms))
    locale = Locale.objects.filter(language_code=language).first()
    pages = Page.objects.live().public().filter(locale=locale, depth__gt=1)
    ranked = [page.pk for page in pages.search(query)]
    found = Page.objects.specific(defer=False).in_bulk(ranked)
    return [found[pk] for pk in ranked if pk in found]
