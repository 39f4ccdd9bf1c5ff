"""The times of a campaign: offered, chosen, still to choose; whom to invite and whom to call (CC-10, EX-08)."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.board import asking
from coordination.foundation.keys import ticked
from coordination.foundation.pressing import pressed
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import interview as verbs
from coordination.recruitment.domain import interview_asking, interview_times
from coordination.recruitment.domain import slot as slots
from coordination.recruitment.forms.interview import WrittenDownForm
from coordination.recruitment.forms.slot import SlotsForm
from coordination.recruitment.models import Campaign, Interview, Slot

from . import campaign_found as found

LOOK, ACT = "recruitment.view_interview", "recruitment.change_interview"


@require_safe
@never_cache
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """Everything about times on one page. Reading it is logged."""
    row = found.led(request, campaign)
    board = interview_times.of(row)
    subjects = sorted(f"people.person:{key}" for key in board.people)
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.interviews:{row.pk}", subjects=subjects)
    context = {"campaign": row, "board": board, "is_over": row.status == Campaign.Status.ENDED}
    return render(request, "recruitment/backoffice/interviews.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def offer(request: HttpRequest, campaign: int) -> HttpResponse:
    """As many times of a day as fit, for one pair of interviewers."""
    row = found.led(request, campaign)
    form = SlotsForm(form_page.posted(request), campaign=row, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        words = ngettext("%(count)s time is offered.", "%(count)s times are offered.", len(form.made))
        messages.success(request, words % {"count": len(form.made)})
        if len(form.cleaned_data["interviewers"]) < slots.RECOMMENDED:
            messages.warning(request, _("Only one interviews at these times. Two are recommended."))
        return redirect("campaign_interview:index", row.pk)
    return render(request, "recruitment/backoffice/interview_offer.html", {"campaign": row, "form": form})


@require_POST
def ask(request: HttpRequest, campaign: int) -> HttpResponse:
    """Invite the ticked ones, or everybody who has not been asked; many go behind a progress bar."""
    row = found.led(request, campaign)
    rows = interview_times.askable(row)
    if "everybody" not in request.POST:
        rows = rows.filter(pk__in=ticked(request.POST.getlist("applicant")))
    chosen = list(rows)
    if not chosen:
        messages.info(request, _("Tick those who are invited."))
        return redirect("campaign_interview:index", row.pk)
    try:
        work = interview_asking.start(row, chosen, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("campaign_interview:index", row.pk)
    if work is not None:
        return redirect("records:job", work.pk)
    words = ngettext(
        "%(count)s person is invited to choose a time.", "%(count)s people are invited to choose a time.", len(chosen)
    )
    messages.success(request, words % {"count": len(chosen)})
    return redirect("campaign_interview:index", row.pk)


@require_http_methods(["GET", "POST"])
@never_cache
def choose(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """A time told by phone or post, written down; also another one instead of the first."""
    row = found.led(request, campaign)
    interview = _interview(row, pk)
    form = WrittenDownForm(form_page.posted(request), interview=interview, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(
            request, _("The time is written down: %(name)s.") % {"name": interview.applicant.person.full_name}
        )
        return redirect("campaign_interview:index", row.pk)
    if request.method == "GET":
        subjects = [f"people.person:{interview.applicant.person_id}"]
        access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.interview:{interview.pk}", subjects=subjects)
    context = {"campaign": row, "interview": interview, "applicant": interview.applicant, "form": form}
    return render(request, "recruitment/backoffice/interview_choose.html", context)


@require_POST
def press(request: HttpRequest, campaign: int, pk: int, act: str) -> HttpResponse:
    """What needs no words: cancelled, the time given back, did not come."""
    row = found.led(request, campaign)
    interview, by = _interview(row, pk), Actor.of(request.user)
    name = interview.applicant.person.full_name
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "peru": (lambda: verbs.cancel(interview, by), _("The interview is cancelled and the person told: %(name)s.")),
        "vapauta": (lambda: verbs.give_back(interview, by), _("The time is free again: %(name)s chooses anew.")),
        "ei-tullut": (lambda: verbs.missed(interview, by), _("Written down: %(name)s did not come.")),
    }
    verb, done = acts.get(act, (lambda: None, ""))
    pressed(request, verb, done and done % {"name": name})
    return redirect("campaign_interview:index", row.pk)


@require_POST
def take_back(request: HttpRequest, campaign: int, slot: int) -> HttpResponse:
    """A free time goes."""
    row = found.led(request, campaign)
    try:
        slots.take_back(get_object_or_404(Slot.objects.filter(campaign=row), pk=slot), Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The time is taken back."))
    return redirect("campaign_interview:index", row.pk)


def _interview(campaign: Campaign, pk: int) -> Interview:
    rows = Interview.objects.filter(applicant__campaign=campaign).select_related("applicant__person")
    row = get_object_or_404(rows, pk=pk)
    row.applicant.campaign = campaign
    return row


urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, LOOK), name="index"),
    path("ajat/", asking(offer, ACT, ACT), name="offer"),
    path("kutsu/", asking(ask, ACT, ACT), name="ask"),
    path("ajat/<int:slot>/poista/", asking(take_back, ACT, ACT), name="take_back"),
    path("<int:pk>/aika/", asking(choose, ACT, ACT), name="choose"),
    path("<int:pk>/<slug:act>/", asking(press, ACT, ACT), name="press"),
]
