"""The second factor: whoever may read others' data has one, or gets no further than setting it up."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

OPEN_PATHS = ("/tili/", "/static/", "/healthz", "/readyz", "/jsi18n/")
STRONG_METHODS = {"mfa", "socialaccount"}


class SecondFactorMiddleware:
    """Sends a signed-in reader of others' data to set up a second factor until the session has one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR_REQUIRED and not request.path.startswith(OPEN_PATHS) and self._lacks_factor(request):
            return redirect("mfa_index")
        return self.get_response(request)

    @staticmethod
    def _lacks_factor(request: HttpRequest) -> bool:
        if not request.user.is_authenticated or not request.user.reads_others:
            return False
        return not any(record["method"] in STRONG_METHODS for record in get_authentication_records(request))
