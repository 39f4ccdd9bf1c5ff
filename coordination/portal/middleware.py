"""The strict content policy, relaxed for the one place that needs it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

ADMIN = "/hallinta/"
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
