"""Choosing a time for the interview: behind the applicant's personal link, or under one's own matters. GET shows, POST acts."""

from __future__ import annotations

from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.recruitment.domain import interview as verbs
from coordination.recruitment.domain import interview_entry
from coordination.recruitment.forms.interview import ChooseForm
from coordination.recruitment.models import Applicant, Interview, Slot

from . import application_reader

WITH = ("campaign__contact", "campaign__unit", "person__unit", "link")


@require_http_methods(["GET", "POST"])
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The free times, for whoever has the link: no names but the contact's."""
    applicant = application_reader.behind(token)
    if applicant is None:
        return render(request, "recruitment/times/gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else applicant.person.language):
        by = Actor.by_link(applicant.person)
        return _times(request, applicant, by, "recruitment/times/by_link.html", token=token)


@require_safe
@never_cache
def file_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The agreed time as a file for one's calendar."""
    applicant = application_reader.behind(token)
    if applicant is None:
        return render(request, "recruitment/times/gone.html", status=410)
    return _file(applicant)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for the signed-in person."""
    return _times(request, _own(request, pk), Actor.of(request.user), "recruitment/times/mine.html")


@require_safe
@never_cache
@login_required
def my_file(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(_own(request, pk))


def _times(request: HttpRequest, applicant: Applicant, by: Actor, template: str, token: str = "") -> HttpResponse:
    interview = _interview(applicant)
    if interview is None:
        return render(request, template, {"applicant": applicant, "contact": applicant.campaign.contact})
    form = ChooseForm(
        request.POST if request.method == "POST" and "slot" in request.POST else None, **_who(interview, by)
    )
    if request.method == "POST":
        done = _give_back(request, interview, by) if "give_back" in request.POST else _choose(request, form)
        if done:
            safe_link.use(applicant.link) if token else None
            return redirect(request.get_full_path())
    return render(request, template, _facts(interview, form, token))


def _who(interview: Interview, by: Actor) -> dict:
    return {"interview": interview, "by": by}


def _choose(request: HttpRequest, form: ChooseForm) -> bool:
    if not form.is_bound:
        messages.error(request, _("Choose one of the times."))
        return True
    if form.is_valid() and form.save():
        messages.success(request, _("Thank you! The time is yours."))
        return True
    return False


def _give_back(request: HttpRequest, interview: Interview, by: Actor) -> bool:
    try:
        verbs.give_back(interview, by)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Thank you for telling. Choose another time when it suits you."))
    return True


def _facts(interview: Interview, form: ChooseForm, token: str) -> dict[str, object]:
    applicant = interview.applicant
    contact = applicant.campaign.contact
    slots = list(Slot.objects.free().filter(campaign=applicant.campaign_id).order_by("starts_at"))
    places = {(row.place, row.online_url, row.by_phone) for row in slots}
    is_agreed = interview.status == Interview.Status.AGREED
    return {
        "applicant": applicant,
        "interview": interview,
        "contact": contact,
        "form": form,
        "problem": form.problem if form.is_bound else "",
        "days": [(day, list(rows)) for day, rows in groupby(slots, key=lambda row: clock.local(row.starts_at).date())],
        "one_place": slots[0] if len(places) == 1 else None,
        "is_agreed": is_agreed,
        "may_change": not is_agreed or interview.starts_at > clock.now(),
        "who": [person.first_name for person in interview.interviewers.all()] if is_agreed else [],
        "token": token,
        **({"helper": {"name": contact.first_name, "phone": contact.phone}} if contact.phone else {}),
    }


def _interview(applicant: Applicant) -> Interview | None:
    """The one that is asked or agreed."""
    row = applicant.interviews.waiting().first()
    if row is not None:
        row.applicant = applicant
    return row


def _file(applicant: Applicant) -> HttpResponse:
    row = _interview(applicant)
    found = interview_entry.file_for(row, applicant.person) if row else None
    if found is None:
        raise Http404
    reply = HttpResponse(found.body, content_type="text/calendar; charset=utf-8")
    reply["Content-Disposition"] = 'attachment; filename="aika.ics"'
    return reply


def _own(request: HttpRequest, pk: int) -> Applicant:
    return get_object_or_404(Applicant.objects.own(request.user).select_related(*WITH), pk=pk, merged_into=None)
