"""My limits."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from coordination.people.actor import Actor
from experts.forms.limit import LimitForm
from experts.models import Expert

from .expert import for_expert


@never_cache
@for_expert
def edit(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    form = LimitForm(request.POST or None, expert=expert, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Your limits are in force now."))
        return redirect("experts:my_limits")
    return render(request, "experts/limit/edit.html", {"form": form, "expert": expert})
