"""What the coordinator keeps together with the expert: limits, times, what each audience sees. The log says on whose behalf."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from experts.forms.audience import AudienceForm
from experts.forms.availability import AvailabilityForms
from experts.forms.limit import LimitForm
from experts.models import Audience

from . import expert_found


@never_cache
def limits(request: HttpRequest, pk: int) -> HttpResponse:
    expert = expert_found.for_keeper(request, pk)
    form = LimitForm(request.POST or None, expert=expert, by=Actor.of(request.user).acting_for(expert.person))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The limits are kept as you agreed together."))
        return redirect("expert:page", pk)
    return render(request, "experts/backoffice/expert_limits.html", {"form": form, "expert": expert})


@never_cache
def availability(request: HttpRequest, pk: int) -> HttpResponse:
    expert = expert_found.for_keeper(request, pk)
    forms = AvailabilityForms(request.POST or None, expert=expert, by=Actor.of(request.user).acting_for(expert.person))
    refused = ""
    if request.method == "POST" and forms.is_valid():
        try:
            forms.save()
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, _("The times are kept as you agreed together."))
            return redirect("expert:page", pk)
    return render(
        request, "experts/backoffice/expert_availability.html", {"forms": forms, "refused": refused, "expert": expert}
    )


@never_cache
def audience(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    if kind not in Audience.Kind.values:
        raise Http404
    expert = expert_found.for_keeper(request, pk)
    form = AudienceForm(
        request.POST or None, expert=expert, kind=kind, by=Actor.of(request.user).acting_for(expert.person)
    )
    return form_page.run(
        request,
        form,
        lambda data: form.act(),
        title=_("What of %(name)s is shown: %(audience)s")
        % {"name": expert.person.full_name, "audience": Audience.Kind(kind).label},
        intro=_("Choose together with the expert. The log says that you did it on the expert's behalf."),
        button=_("Keep the choices"),
        back=reverse("expert:page", args=[pk]),
        done=_("The choices are in force now."),
    )
