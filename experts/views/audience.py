"""Who sees me, and how much of me."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from coordination.people.actor import Actor
from coordination.privacy.models import Consent
from experts.domain import audience, cv_state, expert_photo
from experts.forms.audience import AudienceForm, PhotoForm
from experts.models import Audience, Expert

from .expert import for_expert


@never_cache
@for_expert
@require_GET
def mine(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    """Each audience with its consent and what it sees."""
    consents = {row.purpose: row for row in Consent.objects.in_force().filter(person=expert.person_id)}
    rows = [
        {
            "kind": kind,
            "name": label,
            "consent": consents.get(audience.PURPOSES[kind]),
            "shown": audience.shown_as(expert, kind),
        }
        for kind, label in Audience.Kind.choices
    ]
    written = next((state for state in cv_state.of(expert) if state.shown), None)
    return render(request, "experts/audience/mine.html", {"rows": rows, "expert": expert, "written": written})


@never_cache
@for_expert
def edit(request: HttpRequest, expert: Expert, by: Actor, kind: str) -> HttpResponse:
    if kind not in Audience.Kind.values:
        raise Http404
    form = AudienceForm(request.POST or None, expert=expert, kind=kind, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Your choices are in force now."))
        return redirect("experts:my_audience")
    context = {"form": form, "expert": expert, "audience_name": Audience.Kind(kind).label}
    return render(request, "experts/audience/edit.html", context)


@never_cache
@for_expert
def photo(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    form = PhotoForm(request.POST or None, request.FILES or None, expert=expert, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The photo is kept. Choose who sees it."))
        return redirect("experts:my_audience")
    return render(request, "experts/audience/photo.html", {"form": form, "expert": expert})


@for_expert
@require_POST
def remove_photo(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    expert_photo.remove(expert, by)
    messages.success(request, _("The photo is gone. Your voice tile stands in its place."))
    return redirect("experts:my_audience")
