"""The times of a campaign without the back office: offer them, invite, write down what was told by phone or post. Phone-size."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.pressing import pressed, refused, sent
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import interview_times, walk_in
from coordination.recruitment.domain import slot as slots
from coordination.recruitment.forms.interview import ACTS, AskForm, WrittenDownForm
from coordination.recruitment.forms.slot import SlotsForm
from coordination.recruitment.forms.walk_in import WalkInForm
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot

WAYS = {
    "index": "recruitment:times",
    "offer": "recruitment:times_offer",
    "ask": "recruitment:times_ask",
    "take_back": "recruitment:times_take_back",
    "choose": "recruitment:times_choose",
    "press": "recruitment:times_press",
    "begin": "recruitment:walk_in",
    "applicants": "recruitment:applicants",
}
"""The addresses the shared templates lead to; the back office has its own."""


@require_safe
@never_cache
@login_required
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """Everything about times on one page. Reading it is logged."""
    row = _led(request, campaign)
    board = interview_times.of(row, request.user)
    subjects = sorted(f"people.person:{key}" for key in board.people)
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.interviews:{row.pk}", subjects=subjects)
    return _page(request, "recruitment/interview/times.html", row, board=board)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def offer(request: HttpRequest, campaign: int) -> HttpResponse:
    """As many times of a day as fit, for one pair of interviewers."""
    row = _led(request, campaign)
    form = SlotsForm(_posted(request), campaign=row, by=Actor.of(request.user))
    if sent(request, form):
        return redirect("recruitment:times", row.pk)
    return _page(request, "recruitment/interview/offer.html", row, form=form)


@require_POST
@login_required
def ask(request: HttpRequest, campaign: int) -> HttpResponse:
    """Invite the ticked ones, or everybody who has not been asked; many go behind a progress bar."""
    row = _led(request, campaign)
    form = AskForm(request.POST, campaign=row, by=Actor.of(request.user))
    if not sent(request, form):
        refused(request, form)
    return redirect("records:job", form.made.pk) if form.made else redirect("recruitment:times", row.pk)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def choose(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """A time told by phone or post, written down; also another one instead of the first."""
    row = _led(request, campaign)
    interview = _interview(request, row, pk)
    form = WrittenDownForm(_posted(request), interview=interview, by=Actor.of(request.user))
    if sent(request, form):
        return redirect("recruitment:times", row.pk)
    _log(request, f"recruitment.interview:{interview.pk}", interview.applicant)
    facts = {"interview": interview, "applicant": interview.applicant, "form": form}
    return _page(request, "recruitment/interview/choose.html", row, **facts)


@require_POST
@login_required
def press(request: HttpRequest, campaign: int, pk: int, act: str) -> HttpResponse:
    """What needs no words: cancelled, the time given back, did not come."""
    row = _led(request, campaign)
    interview = _interview(request, row, pk)
    verb, done = ACTS.get(act, (lambda *facts: None, ""))
    words = done and done % {"name": interview.applicant.person.full_name}
    pressed(request, lambda: verb(interview, Actor.of(request.user)), words)
    return redirect("recruitment:times", row.pk)


@require_POST
@login_required
def take_back(request: HttpRequest, campaign: int, slot: int) -> HttpResponse:
    """A free time goes."""
    found = get_object_or_404(Slot.objects.visible_to(request.user), campaign=campaign, pk=slot)
    pressed(request, lambda: slots.take_back(found, Actor.of(request.user)), _("The time is taken back."))
    return redirect("recruitment:times", campaign)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def begin(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """Somebody stands at the door: the interview begins now, and its page opens."""
    rows = Applicant.objects.visible_to(request.user).select_related("campaign__unit", "person")
    applicant = get_object_or_404(rows, campaign=campaign, pk=pk)
    if running := walk_in.running(applicant):
        messages.info(request, _("This interview has begun already."))
        return redirect("recruitment:interview", running.pk)
    form = WalkInForm(_posted(request), applicant=applicant, by=Actor.of(request.user))
    if sent(request, form):
        return redirect("recruitment:interview", form.made.pk)
    _log(request, f"recruitment.applicant:{applicant.pk}", applicant)
    return _page(request, "recruitment/interview/begin.html", applicant.campaign, applicant=applicant, form=form)


def _page(request: HttpRequest, template: str, campaign: Campaign, **facts: object) -> HttpResponse:
    is_over = campaign.status == Campaign.Status.ENDED
    return render(request, template, {"campaign": campaign, "ways": WAYS, "is_over": is_over, **facts})


def _posted(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def _log(request: HttpRequest, about: str, applicant: Applicant) -> None:
    access.record(request.user, AccessEntry.Action.VIEW, about, subjects=[f"people.person:{applicant.person_id}"])


def _led(request: HttpRequest, pk: int) -> Campaign:
    return get_object_or_404(Campaign.objects.led_by(request.user).select_related("unit", "contact"), pk=pk)


def _interview(request: HttpRequest, campaign: Campaign, pk: int) -> Interview:
    rows = Interview.objects.visible_to(request.user).filter(applicant__campaign=campaign)
    row = get_object_or_404(rows.select_related("applicant__person"), pk=pk)
    row.applicant.campaign = campaign
    return row
