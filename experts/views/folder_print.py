"""The folder on paper: asked for here, made by the worker, fetched from the job's page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import folder_paper
from experts.models import Expert

from . import comparison


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Whom to print and what will be on the paper; POST hands the work to the worker."""
    cvs = comparison.picked(request)
    if request.method == "POST":
        keys = [] if request.POST.get("all") else [cv.key for cv in cvs]
        try:
            job = folder_paper.order_print(Actor.of(request.user), keys, request.LANGUAGE_CODE)
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect(request.get_full_path())
        return redirect("records:job", job.pk)
    context = {"cvs": cvs, "total": Expert.objects.in_folder_of(request.user).count(), **comparison.links(request, cvs)}
    return render(request, "experts/folder/print.html", context)
