"""Who of those known from events alone is erased, and when: the list beforehand, the press, the log of how many (L-05)."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.events.domain import newcomer_forgetting, newcomer_retention
from coordination.events.models import Forgetting
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role
from coordination.records.domain import access
from coordination.records.models import AccessEntry


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """For coordinators, of their branches; the list is logged as it is read. POST erases those who are due, in the worker."""
    heads = request.user.branches(Role.Kind.COORDINATOR)
    if not heads:
        raise PermissionDenied
    if request.method == "POST":
        try:
            work = newcomer_forgetting.begin(Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("event:forgetting")
        messages.success(request, _("Erasing has begun."))
        return redirect("records:job", work.pk)
    lines = newcomer_retention.preview(request.user)
    subjects = [f"people.person:{line.person.pk}" for line in lines]
    access.record(request.user, AccessEntry.Action.VIEW, "events.forgetting", subjects=subjects)
    context = {
        "due": [line for line in lines if line.is_due],
        "soon": [line for line in lines if not line.is_due],
        "keep_days": newcomer_retention.days(heads[0]),
        "coming_days": newcomer_retention.COMING.days,
        "log": Forgetting.objects.visible_to(request.user).select_related("by__person", "unit")[:20],
    }
    return render(request, "events/backoffice/forgetting.html", context)
