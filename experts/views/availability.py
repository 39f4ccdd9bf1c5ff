"""When I usually can."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.forms.availability import AvailabilityForms
from experts.models import Expert

from .expert import for_expert


@never_cache
@for_expert
def edit(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    forms = AvailabilityForms(request.POST or None, expert=expert, by=by)
    refused = ""
    if request.method == "POST" and forms.is_valid():
        try:
            forms.save()
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, _("Your times are in force now."))
            return redirect("experts:my_availability")
    context = {"forms": forms, "refused": refused, "expert": expert}
    return render(request, "experts/availability/edit.html", context)
