"""Registers with Wagtail what the site needs."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page


@hooks.register("before_serve_page")
def only_in_its_language(page: Page, request: HttpRequest, args: tuple, kwargs: dict) -> HttpResponse | None:
    """Where a language has no home page, Wagtail would serve the main one's under its address: say so instead."""
    wanted = get_language()
    if page.locale.language_code == wanted:
        return None
    translation = page.get_translations().live().filter(locale__language_code=wanted).first()
    if translation is None:
        raise Http404
    return HttpResponseRedirect(translation.get_url(request))
