"""News as feeds, a pair for each language."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cms.models import NewsIndexPage, NewsPage

FEEDS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


def write(name: str, index: NewsIndexPage, news: Iterable[NewsPage], request: HttpRequest) -> HttpResponse:
    """The feed `name` of `FEEDS`; times are the day's beginning in the site's time zone."""
    home = index.get_full_url(request)
    feed = FEEDS[name](
        title=f"{index.title} – Kuuluviin",
        link=home,
        description=index.summary() or index.title,
        language=index.locale.language_code,
        feed_url=f"{home}{name}/",
    )
    for item in news:
        url = item.get_full_url(request)
        published = timezone.make_aware(datetime.combine(item.day, time()))
        feed.add_item(
            title=item.title,
            link=url,
            description=item.lead,
            unique_id=uuid5(item.translation_key, index.locale.language_code).urn,
            unique_id_is_permalink=False,
            pubdate=published,
            updateddate=max(published, item.last_published_at or published),
        )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response
