"""Ready adverts for those who meet clients: what is sought now, papers to print, a link to pass on (CC-06, DG-03)."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.recruitment.domain import campaign_sheet
from coordination.recruitment.domain import channel as channels
from coordination.recruitment.models import Campaign, Channel, Recruiter
from coordination.recruitment.permissions.applicant import WORKERS, may_recommend


@require_safe
@login_required
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """The open recruitments of one's own organisation, each with its papers and its short link for own workers."""
    _require_worker(request)
    rows = Campaign.objects.public().select_related("unit", "contact").prefetch_related("channels")
    told = [_row(row) for row in rows.order_by("ends_on", "pk") if may_recommend(request.user, row)]
    recruits = Recruiter.objects.in_service(request.user).exists()
    return render(request, "recruitment/worker/open.html", {"rows": told, "recruits": recruits})


@require_safe
@login_required
@never_cache
def paper(request: HttpRequest, campaign: int, paper: str, language: str) -> HttpResponse:
    """An advert or a flyer with the code of own workers."""
    _require_worker(request)
    found = get_object_or_404(Campaign.objects.public().select_related("unit", "contact", "kick_off"), pk=campaign)
    way = _own_worker(found)
    if not may_recommend(request.user, found) or way is None:
        raise Http404
    if paper not in campaign_sheet.PAPERS or language not in found.languages:
        raise Http404
    body = BytesIO(campaign_sheet.PAPERS[paper](way, language))
    return FileResponse(body, content_type="application/pdf", filename=campaign_sheet.file_name(way, paper, language))


def _row(campaign: Campaign) -> dict:
    way = _own_worker(campaign)
    return {"campaign": campaign, "address": channels.shown_address(way) if way else ""}


def _own_worker(campaign: Campaign) -> Channel | None:
    kind = Channel.Kind.OWN_WORKER
    return next((row for row in campaign.channels.all() if row.kind == kind and not row.note), None)


def _require_worker(request: HttpRequest) -> None:
    if not request.user.has_role(*WORKERS):
        raise PermissionDenied(_("This page is for client-work employees and coordinators."))
