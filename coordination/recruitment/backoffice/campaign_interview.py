"""The times of a campaign: offered, chosen, still to choose; whom to invite and whom to call (CC-10, EX-08)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.board import asking
from coordination.foundation.pressing import pressed, refused, sent
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import interview_times, walk_in
from coordination.recruitment.domain import slot as slots
from coordination.recruitment.forms.interview import ACTS, AskForm, WrittenDownForm
from coordination.recruitment.forms.slot import SlotsForm
from coordination.recruitment.forms.walk_in import WalkInForm
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot

from . import campaign_found as found

LOOK, ACT = "recruitment.view_interview", "recruitment.change_interview"
WAYS = {
    **{
        name: f"campaign_interview:{name}"
        for name in ("index", "offer", "ask", "take_back", "choose", "press", "begin")
    },
    "applicants": "campaign_applicant:index",
}
"""The addresses the templates shared with the portal lead to."""


@require_safe
@never_cache
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """Everything about times on one page. Reading it is logged."""
    row = found.led(request, campaign)
    board = interview_times.of(row, request.user)
    subjects = sorted(f"people.person:{key}" for key in board.people)
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.interviews:{row.pk}", subjects=subjects)
    return _page(request, "recruitment/backoffice/interviews.html", row, board=board)


@require_http_methods(["GET", "POST"])
@never_cache
def offer(request: HttpRequest, campaign: int) -> HttpResponse:
    """As many times of a day as fit, for one pair of interviewers."""
    row = found.led(request, campaign)
    form = SlotsForm(form_page.posted(request), campaign=row, by=Actor.of(request.user))
    if sent(request, form):
        return redirect("campaign_interview:index", row.pk)
    return _page(request, "recruitment/backoffice/interview_offer.html", row, form=form)


@require_POST
def ask(request: HttpRequest, campaign: int) -> HttpResponse:
    """Invite the ticked ones, or everybody who has not been asked; many go behind a progress bar."""
    row = found.led(request, campaign)
    form = AskForm(request.POST, campaign=row, by=Actor.of(request.user))
    if not sent(request, form):
        refused(request, form)
    return redirect("records:job", form.made.pk) if form.made else redirect("campaign_interview:index", row.pk)


@require_http_methods(["GET", "POST"])
@never_cache
def choose(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """A time told by phone or post, written down; also another one instead of the first."""
    row = found.led(request, campaign)
    interview = _interview(request, row, pk)
    form = WrittenDownForm(form_page.posted(request), interview=interview, by=Actor.of(request.user))
    if sent(request, form):
        return redirect("campaign_interview:index", row.pk)
    _log(request, f"recruitment.interview:{interview.pk}", interview.applicant)
    facts = {"interview": interview, "applicant": interview.applicant, "form": form}
    return _page(request, "recruitment/backoffice/interview_choose.html", row, **facts)


@require_POST
def press(request: HttpRequest, campaign: int, pk: int, act: str) -> HttpResponse:
    """What needs no words: cancelled, the time given back, did not come."""
    row = found.led(request, campaign)
    interview = _interview(request, row, pk)
    verb, done = ACTS.get(act, (lambda *facts: None, ""))
    words = done and done % {"name": interview.applicant.person.full_name}
    pressed(request, lambda: verb(interview, Actor.of(request.user)), words)
    return redirect("campaign_interview:index", row.pk)


@require_POST
def take_back(request: HttpRequest, campaign: int, slot: int) -> HttpResponse:
    """A free time goes."""
    row = get_object_or_404(Slot.objects.visible_to(request.user), campaign=campaign, pk=slot)
    pressed(request, lambda: slots.take_back(row, Actor.of(request.user)), _("The time is taken back."))
    return redirect("campaign_interview:index", campaign)


@require_http_methods(["GET", "POST"])
@never_cache
def begin(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """Somebody stands at the door: the interview begins now, and its page opens."""
    rows = Applicant.objects.visible_to(request.user).select_related("campaign__unit", "person")
    applicant = get_object_or_404(rows, campaign=campaign, pk=pk)
    if running := walk_in.running(applicant):
        messages.info(request, _("This interview has begun already."))
        return redirect("recruitment:interview", running.pk)
    form = WalkInForm(form_page.posted(request), applicant=applicant, by=Actor.of(request.user))
    if sent(request, form):
        return redirect("recruitment:interview", form.made.pk)
    _log(request, f"recruitment.applicant:{applicant.pk}", applicant)
    template = "recruitment/backoffice/interview_begin.html"
    return _page(request, template, applicant.campaign, applicant=applicant, form=form)


def _page(request: HttpRequest, template: str, campaign: Campaign, **facts: object) -> HttpResponse:
    is_over = campaign.status == Campaign.Status.ENDED
    return render(request, template, {"campaign": campaign, "ways": WAYS, "is_over": is_over, **facts})


def _log(request: HttpRequest, about: str, applicant: Applicant) -> None:
    access.record(request.user, AccessEntry.Action.VIEW, about, subjects=[f"people.person:{applicant.person_id}"])


def _interview(request: HttpRequest, campaign: Campaign, pk: int) -> Interview:
    rows = Interview.objects.visible_to(request.user).filter(applicant__campaign=campaign)
    row = get_object_or_404(rows.select_related("applicant__person"), pk=pk)
    row.applicant.campaign = campaign
    return row


urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, LOOK), name="index"),
    path("ajat/", asking(offer, ACT, ACT), name="offer"),
    path("kutsu/", asking(ask, ACT, ACT), name="ask"),
    path("ajat/<int:slot>/poista/", asking(take_back, ACT, ACT), name="take_back"),
    path("nyt/<int:pk>/", asking(begin, ACT, ACT), name="begin"),
    path("<int:pk>/aika/", asking(choose, ACT, ACT), name="choose"),
    path("<int:pk>/<slug:act>/", asking(press, ACT, ACT), name="press"),
]
