"""The page behind a text message: what the message says, with the links by which one acts. GET shows, nothing else."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation.refused import Refused
from coordination.messaging.domain import paper, safe_link, sms
from coordination.messaging.models import Message

GONE = (Message.Status.SUPERSEDED, Message.Status.EXPIRED, Message.Status.STOPPED)


@require_safe
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The message of a link, in the language it was written in."""
    try:
        link = safe_link.find(token, sms.PURPOSE)
        message = Message.objects.exclude(status__in=GONE).select_related("person").get(link=link, person=link.person)
    except (Refused, Message.DoesNotExist):
        return render(request, "messaging/message_gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else message.language):
        return render(request, "messaging/message.html", {"message": message, "parts": parts(paper.opened(message))})


def parts(body: str) -> list[tuple[str, str]]:
    """The body piece by piece: ("link", address) for a line that is one of our own addresses alone, else ("text", …)."""
    pieces: list[tuple[str, str]] = []
    for line in body.strip().splitlines():
        kind = "link" if _is_own_address(line) else "text"
        if kind == "text" and pieces and pieces[-1][0] == "text":
            pieces[-1] = ("text", f"{pieces[-1][1]}\n{line}")
        else:
            pieces.append((kind, line.strip() if kind == "link" else line))
    return [(kind, text) for kind, text in pieces if text.strip()]


def _is_own_address(line: str) -> bool:
    address = line.strip()
    return address.startswith(settings.WAGTAILADMIN_BASE_URL + "/") and " " not in address
