"""Two entries side by side: is it one person? Those who recruit decide; nothing is lost."""

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
from coordination.recruitment.domain import merging

from . import applicant_page


@require_http_methods(["GET", "POST"])
@never_cache
def merge(request: HttpRequest, campaign: int, pk: int, other: int) -> HttpResponse:
    """GET shows both and which one stays; POST merges."""
    one, two = (applicant_page.found(request, campaign, key) for key in (pk, other))
    keep = merging.keeper(one, two)
    gone = two if keep.pk == one.pk else one
    refusal = None
    if request.method == "POST":
        try:
            merging.merge(keep, gone, Actor.of(request.user))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The two are one now. What the other one held stands at the end of the page."))
            return redirect("campaign_applicant:page", campaign, keep.pk)
    subjects = sorted({f"people.person:{row.person_id}" for row in (one, two)})
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.applicant:{keep.pk}", subjects=subjects)
    context = {
        "campaign": one.campaign,
        "row": keep,
        "sides": [(row, applicant_page.facts(request, row)) for row in (keep, gone)],
        "refusal": refusal,
    }
    return render(request, "recruitment/backoffice/applicant_merge.html", context)
