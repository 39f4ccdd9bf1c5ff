"""Admitting the chosen into a register: what is known of each, and a press for one or for all (EX-08)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation import board
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role, Unit
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import selection_list
from experts.domain import admission

RIGHT = "experts.add_expert"


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, unit: int) -> HttpResponse:
    """The chosen of the register's recruitments. POST admits the one of `applicant`, or everybody."""
    branch = Unit.branch_condition(request.user.branches(Role.Kind.COORDINATOR))
    register = get_object_or_404(Unit.objects.filter(branch), pk=unit)
    rows = list(admission.waiting(register))
    if request.method == "POST":
        key = request.POST.get("applicant")
        _admit(request, register, [row for row in rows if not key or str(row.pk) == key])
        return redirect("expert_admission:index", register.pk)
    subjects = [f"people.person:{row.person_id}" for row in rows]
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.admission:{register.pk}", subjects=subjects)
    context = {"register": register, "rows": [(row, selection_list.services(row)) for row in rows]}
    return render(request, "experts/backoffice/admission.html", context)


def _admit(request: HttpRequest, register: Unit, rows: list) -> None:
    """Each in a transaction of its own: one who cannot be admitted stops nobody else."""
    done, by = 0, Actor.of(request.user)
    for row in rows:
        try:
            admission.admit(row, register, by)
        except Refused as refusal:
            messages.error(request, f"{row.person.full_name}: {refusal.message}")
        else:
            done += 1
    if done:
        words = ngettext(
            "%(count)s person is now an expert in training.", "%(count)s people are now experts in training.", done
        )
        messages.success(request, words % {"count": done})
    elif not rows:
        messages.info(request, _("Nobody waits to be admitted."))


urlpatterns: list[URLPattern] = [path("", board.asking(index, RIGHT, RIGHT), name="index")]
