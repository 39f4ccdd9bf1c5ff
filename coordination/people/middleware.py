"""The second factor: whoever may read others' data has one, or gets no further than setting it up."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from coordination.people.auth import is_strong

OPEN_PATHS = ("/tili/", "/static/", "/healthz", "/readyz")
"""Everything under `tili/` is one's own account: signing in and out, setting the factor up, showing it."""


class SecondFactorMiddleware:
    """Sends a signed-in reader of others' data to set up, or to show, a second factor until the session has one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(OPEN_PATHS) and settings.SECOND_FACTOR_REQUIRED and lacks_factor(request):
            return HttpResponseRedirect(f"{_where(request)}?{urlencode({'next': request.path})}")
        return self.get_response(request)


def lacks_factor(request: HttpRequest) -> bool:
    """Whether the reader must still show who they are before going on."""
    return request.user.is_authenticated and request.user.reads_others and not is_strong(request)


def _where(request: HttpRequest) -> str:
    """Setting up, or where there is a factor already, showing it: a session can be older than a new role."""
    types = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    if Authenticator.Type.TOTP in types:
        return reverse("mfa_reauthenticate")
    if Authenticator.Type.WEBAUTHN in types:
        return reverse("mfa_reauthenticate_webauthn")
    return reverse("mfa_index")
