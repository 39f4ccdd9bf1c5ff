"""Admitting the chosen into a council: what is known of each, the role and whom one stands in for, a press for one or for all (CC-10)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation import board
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import selection_list
from coordination.recruitment.models import Applicant
from councils.domain import admission
from councils.domain import membership as memberships
from councils.forms.admission import SeatForm
from councils.models import Council

from . import council_found

RIGHT = "councils.change_membership"


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    """The chosen of the council's recruitments, each with the role they get. POST admits the one of `applicant`, or everybody."""
    row = council_found.led(request, council)
    applicants = list(admission.waiting(row))
    data = request.POST if request.method == "POST" else None
    forms = [(each, SeatForm(data, prefix=f"seat-{each.pk}", council=row)) for each in applicants]
    if request.method == "POST":
        key = request.POST.get("applicant")
        _admit(request, row, [pair for pair in forms if not key or str(pair[0].pk) == key])
        return redirect("council_admission:index", row.pk)
    subjects = [f"people.person:{each.person_id}" for each in applicants]
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.admission:{row.pk}", subjects=subjects)
    taken, seats = row.memberships.seated().count(), memberships.seats_of(row)
    context = {
        "council": row,
        "rows": [(each, form, selection_list.services(each)) for each, form in forms],
        "taken": taken,
        "seats": seats,
        "too_many": max(0, len(applicants) - (seats - taken)),
    }
    return render(request, "councils/backoffice/admission.html", context)


def _admit(request: HttpRequest, council: Council, pairs: list[tuple[Applicant, SeatForm]]) -> None:
    """Each in a transaction of its own: one who cannot be admitted stops nobody else."""
    done, by = 0, Actor.of(request.user)
    for applicant, form in pairs:
        name = applicant.person.full_name
        if not form.is_valid():
            messages.error(request, _("%(name)s: choose the role again.") % {"name": name})
            continue
        try:
            admission.admit(council, applicant, by, **form.facts())
        except Refused as refusal:
            messages.error(request, f"{name}: {refusal.message}")
        else:
            done += 1
    if done:
        words = ngettext("%(count)s person now has a place.", "%(count)s people now have a place.", done)
        messages.success(request, words % {"count": done})
    elif not pairs:
        messages.info(request, _("Nobody waits to be admitted."))


urlpatterns: list[URLPattern] = [path("", board.asking(index, RIGHT, RIGHT), name="index")]
