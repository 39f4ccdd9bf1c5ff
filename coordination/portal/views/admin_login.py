"""Wagtail's own password form must not be a way past the second factor: it leads to the one sign-in."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, keeping where the reader was going if that is in this house.

    Raises `PermissionDenied` for whoever is signed in already: signing in again would lead back here for ever.
    """
    if request.user.is_authenticated:
        raise PermissionDenied
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = "/hallinta/"
    return HttpResponseRedirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': target})}")
