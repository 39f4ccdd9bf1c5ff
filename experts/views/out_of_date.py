"""“This is out of date”: told in two presses by anybody who reads, seen to by the one who keeps it (SM-03)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import audience, introduction, out_of_date
from experts.domain.out_of_date import About
from experts.forms.out_of_date import HandleForm, ReportForm
from experts.models import Expert, OutOfDate


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def about_cv(request: HttpRequest, key: str) -> HttpResponse:
    """Of a CV in the reader's folder."""
    rows = Expert.objects.in_folder_of(request.user).select_related("person", "unit").prefetch_related("audiences")
    expert = get_object_or_404(rows, staff_key=key)
    name = audience.shown_as(expert, audience.kind_for(expert, request.user)).name
    return _report(request, About(expert=expert), name, reverse("experts:cv", args=[key]))


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def about_contact(request: HttpRequest) -> HttpResponse:
    """Of the contact details by which the reader's own unit orders."""
    unit = introduction.home_of(request.user)
    if unit is None:
        raise PermissionDenied(_("This is for client-work employees and coordinators."))
    title = _("the contact details of %(unit)s") % {"unit": unit}
    return _report(request, About(unit=unit), title, reverse("experts:introduction"))


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One remark: how it stands, and for the one who mends, what was found."""
    rows = OutOfDate.objects.visible_to(request.user)
    row = get_object_or_404(rows.select_related("expert__person", "unit", "reporter", "updater"), pk=pk)
    by = Actor.of(request.user)
    may_handle = row.status == OutOfDate.Status.OPEN and out_of_date.may_handle(row, by)
    form = HandleForm(request.POST or None) if may_handle else None
    if form and request.method == "POST" and form.is_valid():
        try:
            form.save(row, by)
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, _("Thank you. The one who told gets a message."))
            return redirect("experts:remark", pk)
    return render(request, "experts/out_of_date/show.html", {"row": row, "form": form, **_whose(request, row)})


def _report(request: HttpRequest, about: About, name: str, back: str) -> HttpResponse:
    by = Actor.of(request.user)
    told = out_of_date.reported(about, by.person)
    form = ReportForm(request.POST or None, about=about)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(by)
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, _("Thank you. You get a message when it has been seen to."))
            return redirect(back)
    return render(request, "experts/out_of_date/report.html", {"form": form, "name": name, "back": back, "told": told})


def _whose(request: HttpRequest, row: OutOfDate) -> dict:
    """The thing itself and where it is mended. The expert is not told who told; the coordinator is."""
    person = request.user.as_person()
    is_own_cv = bool(row.expert and person and row.expert.person_id == person.pk)
    coordinates = OutOfDate.objects.coordinated_by(request.user).filter(pk=row.pk).exists()
    mend = ""
    if is_own_cv:
        mend = reverse("experts:my_cv")
    elif coordinates:
        mend = (
            reverse("expert:page", args=[row.expert_id])
            if row.expert
            else reverse("people_unit:page", args=[row.unit_id])
        )
    return {
        "what": row.expert.person.first_name if row.expert else str(row.unit),
        "is_own_cv": is_own_cv,
        "coordinates": coordinates,
        "is_reporter": bool(person and row.reporter_id == person.pk),
        "mend_url": mend,
    }
