"""The bare address: to the reader's own language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language


def root(request: HttpRequest) -> HttpResponse:
    """`/` goes to the language of the browser or the cookie (LocaleMiddleware has chosen it)."""
    response = HttpResponseRedirect(f"/{get_language()}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
