"""A campaign's desk: its letters and calls, which those who recruit in it post and make, and nobody else (CC-08, CO-02)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation.board import asking
from coordination.messaging.backoffice.desk import Desk, Doors
from coordination.recruitment.models import Applicant
from coordination.recruitment.permissions import desk

from . import campaign_found

LOOK, ACT = "recruitment.view_applicant", "recruitment.change_applicant"
TABS = "recruitment/backoffice/_campaign_tabs.html"
CAUSES = {"applicant": "pk", "interview": "interviews"}


def _desk(request: HttpRequest, key: int) -> Desk:
    campaign = campaign_found.led(request, key)
    return Desk(desk.of(campaign), campaign.pk, campaign.unit, TABS, {"campaign": campaign})


@require_safe
@never_cache
def about(request: HttpRequest, noun: str, key: int) -> HttpResponse:
    """From a message to its applicant."""
    if noun not in CAUSES:
        raise Http404
    row = get_object_or_404(Applicant.objects.visible_to(request.user), **{CAUSES[noun]: key})
    return redirect("campaign_applicant:page", row.campaign_id, row.pk)


_doors = Doors("campaign", _desk, (LOOK, ACT), "campaign_letters")
letter_patterns, call_patterns = _doors.letters(), _doors.calls()
about_patterns: list[URLPattern] = [path("<slug:noun>/<int:key>/", asking(about, LOOK, LOOK), name="about")]
