"""Orders begun by a page of another wing: what it knows waits in the session under a key that means nothing to others."""

from __future__ import annotations

import secrets

from django.http import HttpRequest

from .booking_request_known import Known

BEGUN, KEY = "orders_begun", "alku"
MOST = 5


def begin(request: HttpRequest) -> str:
    """Keep what was posted; returns its key. Nothing is stored as an order yet."""
    key = secrets.token_urlsafe(6)
    earlier = list(request.session.get(BEGUN, {}).items())[1 - MOST :]
    request.session[BEGUN] = dict([*earlier, (key, Known.of(request.POST).kept())])
    return key


def known(request: HttpRequest) -> Known:
    """What was brought along for the order begun here; nothing for one begun otherwise."""
    return Known.of(request.session.get(BEGUN, {}).get(request.GET.get(KEY, ""), {}))


def along(request: HttpRequest) -> str:
    """What the next address of several needs, so that what was brought along is not lost on the way."""
    key = request.GET.get(KEY, "")
    return f"?{KEY}={key}" if key in request.session.get(BEGUN, {}) else ""


def forget(request: HttpRequest) -> None:
    """The draft holds it now."""
    if request.session.get(BEGUN, {}).pop(request.GET.get(KEY, ""), None) is not None:
        request.session.modified = True
