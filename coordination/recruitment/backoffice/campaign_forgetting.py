"""Who of a campaign is erased, and when: the list beforehand, the press, the log of how many (L-05)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import forgetting, retention

from . import campaign_found as found


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """The list is logged as it is read. POST erases those who are due, in the worker."""
    board = found.led(request, campaign)
    if request.method == "POST":
        try:
            work = forgetting.begin(board, Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("campaign_funnel:forgetting", board.pk)
        messages.success(request, _("Erasing has begun."))
        return redirect("records:job", work.pk)
    lines = retention.preview(board)
    subjects = [f"people.person:{line.applicant.person_id}" for line in lines]
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.forgetting:{board.pk}", subjects=subjects)
    context = {
        "campaign": board,
        "due": [line for line in lines if line.is_due],
        "soon": [line for line in lines if not line.is_due],
        "old_words": retention.old_notes(board).count() + retention.old_summaries(board).count(),
        "keep_days": retention.days(board),
        "note_days": retention.note_days(board),
        "coming_days": retention.COMING.days,
        "log": board.forgettings.select_related("by__person")[:20],
    }
    return render(request, "recruitment/backoffice/forgetting.html", context)
