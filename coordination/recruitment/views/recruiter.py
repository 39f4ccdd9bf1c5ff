"""Recruiting without the back office: who has applied, writing somebody down, details collected at an event. Phone-size."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.events.models import Event
from coordination.foundation import square_code
from coordination.foundation.keys import ticked
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import access
from coordination.records.models import AccessEntry, Job
from coordination.recruitment.domain import applicant_list, double, kick_off, waiting, walk_in
from coordination.recruitment.forms.applicant import FilterForm, RecommendForm, TellForm, WriteDownForm
from coordination.recruitment.forms.interest import InterestForm
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions.applicant import WORKERS

PAGE = 30


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def applicants(request: HttpRequest, campaign: int) -> HttpResponse:
    """Who has applied, for those who recruit; POST tells the ticked ones where things stand. Reading is logged."""
    found = _led(request, campaign)
    rows = Applicant.objects.visible_to(request.user).filter(campaign=found)
    picked = rows.filter(pk__in=ticked(request.POST.getlist("picked")))
    data = request.POST if request.method == "POST" else None
    form = TellForm(data, applicants=picked, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        if isinstance(form.made, Job):
            return redirect("records:job", form.made.pk)
        messages.success(request, _("Told: %(count)s.") % {"count": form.made})
        return redirect("recruitment:applicants", found.pk)
    chosen = FilterForm(request.GET).chosen()
    listed = applicant_list.found(rows, found, chosen).select_related("person", "channel")
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    subjects = [f"people.person:{row.person_id}" for row in page]
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.campaign:{found.pk}", subjects=subjects)
    context = {
        "campaign": found,
        "page_obj": page,
        "form": form,
        "late": set(waiting.late(found).values_list("pk", flat=True)),
        "doubles": double.marked(found),
        "at_door": set(walk_in.possible(found).values_list("pk", flat=True)),
        "is_late": bool(chosen.get("late")),
    }
    return render(request, "recruitment/worker/applicants.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def write_down(request: HttpRequest, campaign: int) -> HttpResponse:
    """One who called, wrote on paper, or came by."""
    found = _led(request, campaign)
    data = request.POST if request.method == "POST" else None
    form = WriteDownForm(data, campaign=found, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("%(name)s is written down.") % {"name": form.made.person.full_name})
        return redirect("recruitment:applicants", found.pk)
    context = {"campaign": found, "form": form, "back": reverse("recruitment:applicants", args=[found.pk])}
    return render(request, "recruitment/worker/write_down.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def recommend(request: HttpRequest) -> HttpResponse:
    """A worker recommends somebody who has said yes; what comes of it the worker does not see."""
    campaigns = open_to(request)
    data = request.POST if request.method == "POST" else None
    form = RecommendForm(data, campaigns=campaigns, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Thank you. The person hears from us, and is contacted."))
        return redirect("recruitment:open")
    return render(request, "recruitment/worker/recommend.html", {"form": form, "campaigns": campaigns})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def collect(request: HttpRequest, event: int) -> HttpResponse:
    """At the end of an event: a square code for those who write themselves, and the form for those who tell an organiser."""
    found = get_object_or_404(Event.objects.led_by(request.user), pk=event)
    campaign = kick_off.campaign_of(found)
    if campaign is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = InterestForm(data, campaign=campaign, event=found)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("%(name)s is written down.") % {"name": form.made.person.full_name})
        return redirect("recruitment:collect", found.pk)
    address = request.build_absolute_uri(reverse("recruitment_street:interest", args=[found.pk]))
    is_open = found.is_public or campaign.is_public
    context = {
        "event": found,
        "campaign": campaign,
        "form": form,
        "address": address if is_open else "",
        "code": square_code.path(address) if is_open else None,
    }
    return render(request, "recruitment/worker/collect.html", context)


def open_to(request: HttpRequest) -> QuerySet[Campaign]:
    """The campaigns to which this worker may recommend: open ones of the organisations one works in."""
    if not request.user.has_role(*WORKERS):
        raise Http404
    homes = {unit.organisation_path for unit in request.user.branches(*WORKERS)}
    return Campaign.objects.taking().filter(Unit.path_condition(homes, "unit__")).order_by("starts_on", "pk")


def _led(request: HttpRequest, pk: int) -> Campaign:
    return get_object_or_404(Campaign.objects.led_by(request.user).select_related("unit", "contact"), pk=pk)
