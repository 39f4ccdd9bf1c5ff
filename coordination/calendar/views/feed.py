"""The subscribed feed: the secret address is the key, an unchanged calendar costs one query."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from coordination.calendar.domain import feed as feeds


@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    feed = feeds.find(token)
    if feed is None:
        raise Http404
    tag = feeds.etag(feed)
    if request.headers.get("If-None-Match") == tag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(feeds.body(feed), content_type="text/calendar; charset=utf-8")
    response["ETag"] = tag
    response["Cache-Control"] = "private, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    return response
