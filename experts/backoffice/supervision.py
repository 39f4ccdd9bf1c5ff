"""Supervision and joint meetings for the coordinator: the series, inviting all the experts, who has been away (EX-14, EX-15)."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coordination.events.models import Event
from coordination.foundation import board, clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import supervision as verbs

LOOK, ACT = "experts.view_traininggroup", "experts.change_traininggroup"


@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """Who has been away is written to the access log."""
    ahead = Q(events__starts_at__gt=clock.now(), events__status=Event.Status.OPEN)
    held = Q(events__status=Event.Status.HELD)
    rows = verbs.series_of(request.user).annotate(
        next_at=Min("events__starts_at", filter=ahead),
        ahead=Count("events", filter=ahead),
        held=Count("events", filter=held),
    )
    away = verbs.long_away(request.user)
    keys = [expert.staff_key for expert, __ in away]
    access.record(request.user, AccessEntry.Action.SEARCH, "experts.supervision", subjects=keys)
    series = [(row, Event.Kind(row.kind).label) for row in rows]
    return render(request, "experts/backoffice/supervision.html", {"series": series, "away": away})


@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Every active expert to every open time ahead; pressed again, those who have come since."""
    series = get_object_or_404(verbs.series_of(request.user), pk=pk)
    try:
        count = verbs.invite_everyone(series, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        words = ngettext("%(count)s expert is invited.", "%(count)s experts are invited.", count)
        messages.success(request, words % {"count": count} if count else _("Everybody is invited already."))
    return redirect("expert_supervision:index")


urlpatterns = [
    path("", board.asking(index, LOOK, ACT), name="index"),
    path("<int:pk>/kutsu/", board.asking(invite, LOOK, ACT), name="invite"),
]
