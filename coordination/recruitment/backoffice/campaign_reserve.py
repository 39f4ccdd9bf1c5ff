"""The reserve of a campaign: its order, a free place offered to the first, answers told by phone, the place passed on."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation import clock, formats
from coordination.foundation.pressing import pressed
from coordination.people.actor import PHONE, POST, Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import choice, keeping, place
from coordination.recruitment.models import Applicant, Campaign

from . import campaign_found as found

WAYS = ((PHONE, gettext_lazy("by phone")), (POST, gettext_lazy("by post or on paper")))
YES, NO = "yes", "no"


class ToldForm(forms.Form):
    """How the person told what is written down here."""

    via = forms.ChoiceField(
        label=gettext_lazy("How did the person tell it?"), choices=WAYS, widget=forms.RadioSelect(), initial=PHONE
    )


class AnswerForm(ToldForm):
    """What the person said, and how."""

    field_order = ("answer", "via")
    answer = forms.ChoiceField(
        label=gettext_lazy("What did the person answer?"),
        choices=[(YES, gettext_lazy("Takes the place")), (NO, gettext_lazy("Not this time, stays in reserve"))],
        widget=forms.RadioSelect(),
    )


@require_safe
@never_cache
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """Those in reserve and for later in the order in which they are asked."""
    board = found.led(request, campaign)
    rows = place.kept(board)
    queue = {row.pk for row in place.queue(board)}
    offered = [row for row in rows if row.place_offered_at]
    first = next((row for row in rows if row.pk in queue and not row.place_offered_at), None)
    subjects = [f"people.person:{row.person_id}" for row in rows]
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.selection:{board.pk}", subjects=subjects)
    context = {
        "campaign": board,
        "offered": offered,
        "reserve": [row for row in rows if row.status == Applicant.Status.RESERVE and not row.place_offered_at],
        "later": [row for row in rows if row.status == Applicant.Status.LATER and not row.place_offered_at],
        "first": first,
        "ending": set(keeping.ending(board).values_list("pk", flat=True)),
        "queue": queue,
        "free": place.free(board),
        "today": clock.today(),
        "is_over": board.status == Campaign.Status.ENDED,
    }
    return render(request, "recruitment/backoffice/reserve.html", context)


@require_POST
def press(request: HttpRequest, campaign: int, pk: int, act: str) -> HttpResponse:
    """What needs no words: offered, passed on, one step earlier or later."""
    row, by = _found(request, campaign, pk), Actor.of(request.user)
    name = row.person.full_name
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "tarjoa": (lambda: place.offer(row, by), _("The place is offered: %(name)s hears of it now.")),
        "eteenpain": (
            lambda: place.pass_on(row, by),
            _("The place went on. %(name)s stays in reserve and hears of it."),
        ),
        "ylos": (lambda: choice.rank(row.campaign, row, by, earlier=True), ""),
        "alas": (lambda: choice.rank(row.campaign, row, by, earlier=False), ""),
    }
    if act not in acts:
        raise Http404
    verb, done = acts[act]
    pressed(request, verb, done and done % {"name": name})
    return redirect("campaign_selection:reserve", campaign)


@require_http_methods(["GET", "POST"])
@never_cache
def answer(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """An answer told by phone or post, written down."""
    row = _found(request, campaign, pk)

    def note(data: dict) -> object:
        by = Actor.of(request.user).acting_for(row.person, data["via"])
        return place.answer(row, by, takes=data["answer"] == YES)

    return form_page.run(
        request,
        AnswerForm(form_page.posted(request)),
        note,
        title=_("The answer of %(name)s") % {"name": row.person.full_name},
        intro=_("The person hears that the answer has been noted. After a no, the next one is asked at once."),
        button=_("Note the answer"),
        back=reverse("campaign_selection:reserve", args=[campaign]),
        done=_("The answer is noted."),
    )


@require_http_methods(["GET", "POST"])
@never_cache
def keep(request: HttpRequest, campaign: int, pk: int) -> HttpResponse:
    """Somebody whose agreed day is near has told that they want to be kept in mind longer."""
    row = _found(request, campaign, pk)
    day = formats.day(keeping.next_day(row)) if keeping.is_ending(row) else ""
    intro = _(
        "Then we keep the person in mind until %(day)s. Without an answer the details are erased when the day is over."
    )

    def note(data: dict) -> object:
        return keeping.keep_on(row, Actor.of(request.user).acting_for(row.person, data["via"]))

    return form_page.run(
        request,
        ToldForm(form_page.posted(request)),
        note,
        title=_("%(name)s wants to be kept in mind longer") % {"name": row.person.full_name},
        intro=intro % {"day": day} if day else _("The agreed day is not near: nothing need be written down now."),
        button=_("Note it"),
        back=reverse("campaign_selection:reserve", args=[campaign]),
        done=_("It is noted."),
    )


def _found(request: HttpRequest, campaign: int, pk: int) -> Applicant:
    rows = Applicant.objects.visible_to(request.user).filter(campaign=campaign)
    return get_object_or_404(rows.select_related("campaign__unit", "campaign__contact", "person__unit", "link"), pk=pk)
