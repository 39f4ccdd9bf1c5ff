"""The times of a campaign: offer them, invite, write down what was told by phone or post, begin at the door (CC-10, EX-08).

The same screens stand in the portal, phone-size and without the back office, and in the back office under the campaign.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.board import asking
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

LOOK, ACT = "recruitment.view_interview", "recruitment.change_interview"
View = Callable[..., HttpResponse]
EITHER = require_http_methods(["GET", "POST"])


@dataclass(frozen=True)
class Doors:
    """The screens in one of the two rooms: `ways` are the names of its addresses, `pages` its templates by screen."""

    ways: dict[str, str]
    pages: dict[str, str]

    def door(self, name: str) -> View:
        """The screen of this name, which finds its rows for the user; who may knock is asked by whoever hangs the door."""
        screen, methods = SCREENS[name]

        @methods
        @never_cache
        def view(request: HttpRequest, **keys: object) -> HttpResponse:
            return screen(request, self, **keys)

        return view

    def back(self, campaign: int) -> HttpResponse:
        return redirect(self.ways["index"], campaign)

    def page(self, request: HttpRequest, name: str, campaign: Campaign, **facts: object) -> HttpResponse:
        is_over = campaign.status == Campaign.Status.ENDED
        context = {"campaign": campaign, "ways": self.ways, "is_over": is_over, **facts}
        return render(request, self.pages[name], context)


def index(request: HttpRequest, doors: Doors, campaign: int) -> HttpResponse:
    """Everything about times on one page. Reading it is logged."""
    row = _led(request, campaign)
    board = interview_times.of(row, request.user)
    subjects = sorted(f"people.person:{key}" for key in board.people)
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.interviews:{row.pk}", subjects=subjects)
    return doors.page(request, "index", row, board=board)


def offer(request: HttpRequest, doors: Doors, campaign: int) -> HttpResponse:
    """As many times of a day as fit, for one pair of interviewers."""
    row = _led(request, campaign)
    form = SlotsForm(_posted(request), campaign=row, by=Actor.of(request.user))
    if sent(request, form):
        return doors.back(row.pk)
    return doors.page(request, "offer", row, form=form)


def ask(request: HttpRequest, doors: Doors, campaign: int) -> HttpResponse:
    """Invite the ticked ones, or everybody who has not been asked; many go behind a progress bar."""
    row = _led(request, campaign)
    form = AskForm(request.POST, campaign=row, by=Actor.of(request.user))
    if not sent(request, form):
        refused(request, form)
    return redirect("records:job", form.made.pk) if form.made else doors.back(row.pk)


def choose(request: HttpRequest, doors: Doors, campaign: int, pk: int) -> HttpResponse:
    """A time told by phone or post, written down; also another one instead of the first."""
    row = _led(request, campaign)
    interview = _interview(request, row, pk)
    form = WrittenDownForm(_posted(request), interview=interview, by=Actor.of(request.user))
    if sent(request, form):
        return doors.back(row.pk)
    _log(request, f"recruitment.interview:{interview.pk}", interview.applicant)
    facts = {"interview": interview, "applicant": interview.applicant, "form": form}
    return doors.page(request, "choose", row, **facts)


def press(request: HttpRequest, doors: Doors, campaign: int, pk: int, act: str) -> HttpResponse:
    """What needs no words: cancelled, the time given back, did not come."""
    row = _led(request, campaign)
    interview = _interview(request, row, pk)
    verb, done = ACTS.get(act, (lambda *facts: None, ""))
    words = done and done % {"name": interview.applicant.person.full_name}
    pressed(request, lambda: verb(interview, Actor.of(request.user)), words)
    return doors.back(row.pk)


def take_back(request: HttpRequest, doors: Doors, campaign: int, slot: int) -> HttpResponse:
    """A free time goes."""
    found = get_object_or_404(Slot.objects.visible_to(request.user), campaign=campaign, pk=slot)
    pressed(request, lambda: slots.take_back(found, Actor.of(request.user)), _("The time is taken back."))
    return doors.back(campaign)


def begin(request: HttpRequest, doors: Doors, campaign: int, pk: int) -> HttpResponse:
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
    return doors.page(request, "begin", applicant.campaign, applicant=applicant, form=form)


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


SCREENS: dict[str, tuple[View, Callable[[View], View]]] = {
    "index": (index, require_safe),
    "offer": (offer, EITHER),
    "ask": (ask, require_POST),
    "take_back": (take_back, require_POST),
    "begin": (begin, EITHER),
    "choose": (choose, EITHER),
    "press": (press, require_POST),
}
PORTAL = Doors(
    ways={
        "index": "recruitment:times",
        "offer": "recruitment:times_offer",
        "ask": "recruitment:times_ask",
        "take_back": "recruitment:times_take_back",
        "choose": "recruitment:times_choose",
        "press": "recruitment:times_press",
        "begin": "recruitment:walk_in",
        "applicants": "recruitment:applicants",
    },
    pages={
        "index": "recruitment/interview/times.html",
        "offer": "recruitment/interview/offer.html",
        "choose": "recruitment/interview/choose.html",
        "begin": "recruitment/interview/begin.html",
    },
)
BACK_OFFICE = Doors(
    ways={**{name: f"campaign_interview:{name}" for name in SCREENS}, "applicants": "campaign_applicant:index"},
    pages={
        "index": "recruitment/backoffice/interviews.html",
        "offer": "recruitment/backoffice/interview_offer.html",
        "choose": "recruitment/backoffice/interview_choose.html",
        "begin": "recruitment/backoffice/interview_begin.html",
    },
)


def in_portal(name: str) -> View:
    return login_required(PORTAL.door(name))


def _in_back_office(address: str, name: str) -> URLPattern:
    right = LOOK if name == "index" else ACT
    return path(address, asking(BACK_OFFICE.door(name), right, right), name=name)


back_office_patterns: list[URLPattern] = [
    _in_back_office("", "index"),
    _in_back_office("ajat/", "offer"),
    _in_back_office("kutsu/", "ask"),
    _in_back_office("ajat/<int:slot>/poista/", "take_back"),
    _in_back_office("nyt/<int:pk>/", "begin"),
    _in_back_office("<int:pk>/aika/", "choose"),
    _in_back_office("<int:pk>/<slug:act>/", "press"),
]
