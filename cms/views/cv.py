"""A public CV: a plain view, so that it costs a few queries and asks the consent on every request."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from cms import frame, public_cv
from cms.models import ArticlePage


@never_cache
@require_GET
def show(request: HttpRequest, key: str) -> HttpResponse:
    """404 for whoever is not public now. Search engines are asked to keep nothing, or a withdrawal would not reach them."""
    found = public_cv.find(key)
    if found is None:
        raise Http404
    pages = frame.read(request, get_language()).pages
    context = {
        "shown": found.shown,
        "revision": found.revision,
        "areas": found.areas,
        "spoken": found.spoken,
        "language": found.language,
        "folder": pages.get(frame.FOLDER),
        "how_to_order": pages.get(ArticlePage.Purpose.HOW_TO_ORDER),
    }
    response = render(request, "cms/cv.html", context)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response
