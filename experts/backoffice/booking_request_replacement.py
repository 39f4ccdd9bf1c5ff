"""A replacement in two presses on the order's page: ask the best for the same time, confirm who said yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from coordination.foundation import formats
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import replacement
from experts.domain.matching import Match
from experts.models import BookingRequest

from . import booking_request_found as found


def shown(order: BookingRequest, matches: Sequence[Match]) -> dict[str, object]:
    """What the order's page says of a place to fill again; empty where there is none."""
    time = replacement.time_of(order)
    if time is None:
        return {}
    ready, best = replacement.ready(order), replacement.best(order, matches)
    return {
        "when": formats.span(time.starts_at, time.ends_at),
        "who_left": replacement.who_left(order),
        "ready": [offer.expert.person.full_name for offer in ready],
        "best": [match.expert.person.first_name for match in best],
    }


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, replacement.ask, _asked)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, replacement.confirm, lambda made: _("Confirmed. Both sides have been told."))


def _pressed(request: HttpRequest, pk: int, verb: Callable[..., list], thanks: Callable[[list], str]) -> HttpResponse:
    order = found.to_act(request, pk)
    try:
        made = verb(order, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, thanks(made))
    return redirect("booking_request:page", pk)


def _asked(made: list) -> str:
    words = ngettext(
        "The offer is on its way to %(count)s expert.", "The offers are on their way to %(count)s experts.", len(made)
    )
    return words % {"count": len(made)}
