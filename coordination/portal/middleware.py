"""What every answer gets: the language, the content policy, how long it may be kept, a mark for the log."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from coordination.foundation import logs

ADMIN = "/hallinta/"
PRIVATE = (ADMIN, "/tili/", "/l/", "/kalenteri/")
RELAXED = {"script-src": ["'unsafe-inline'"], "style-src": ["'unsafe-inline'"], "img-src": ["blob:"]}


class AdminPolicyMiddleware:
    """Wagtail's own widgets write inline scripts and styles; everywhere else the policy stays strict.

    Stands right after the CSP middleware, which reads `_csp_update` from the response.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN):
            response._csp_update = RELAXED
        return response


class PrivatePagesMiddleware:
    """No cache keeps what one saw signed in, or behind a personal link, unless the view says how long it may."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_private = settings.SESSION_COOKIE_NAME in request.COOKIES or request.path.startswith(PRIVATE)
        if is_private and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


class PlainTextMiddleware:
    """An address with a NUL in it is nobody's mistake, and PostgreSQL would stumble on it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the address")
        return self.get_response(request)


class RequestMarkMiddleware:
    """Marks the request, so that a line of the log and the answer it is about are found by each other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        mark = logs.new_request_id()
        response = self.get_response(request)
        response["X-Request-ID"] = mark
        return response


class LanguageMiddleware(LocaleMiddleware):
    """The language from the address; elsewhere from `?kieli=`, the cookie or the browser.

    Unlike Django's own it never turns a missing page into a redirect: the page tree matches every address,
    so each 404 of the back office would otherwise end up on the public site.
    """

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        chosen = request.GET.get("kieli", "")
        if chosen in dict(settings.LANGUAGES) and not translation.get_language_from_path(request.path_info):
            translation.activate(chosen)
            request.LANGUAGE_CODE = request.chosen_language = chosen

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not translation.get_language_from_path(request.path_info):
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        response.headers.setdefault("Content-Language", translation.get_language())
        chosen = getattr(request, "chosen_language", "")
        if chosen:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=365 * 24 * 3600,
                samesite="Lax",
                httponly=True,
                secure=request.is_secure(),
            )
        return response
