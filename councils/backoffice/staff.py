"""Those who run a council: added, changed, made responsible, leaving; their hours."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from councils.domain import someone
from councils.domain import staff as verbs
from councils.forms.council import SureForm
from councils.forms.staff import AddStaffForm, DutyForm, HoursForm
from councils.models import Council, Staff

from . import council_found

NEW = ("first_name", "last_name", "title", "email", "phone")
DUTY = ("duty", "is_social_worker", "is_responsible")


@never_cache
def add(request: HttpRequest, pk: int) -> HttpResponse:
    council = council_found.led(request, pk)
    by = Actor.of(request.user)

    def save(data: dict) -> Staff:
        person = data["person"] or someone.write_down(council, by, **{name: data[name] for name in NEW})
        return verbs.add(council, person, by, **{name: data[name] for name in DUTY})

    return form_page.run(
        request,
        AddStaffForm(form_page.posted(request), council=council, user=request.user),
        save,
        title=_("A new leader for %(council)s") % {"council": council.names},
        intro=_("Three employees run a council, one of them responsible, at least one a social worker."),
        button=_("Add a leader"),
        back=council_found.page(council),
        done=_("The leader is added, and sees the council when signing in."),
    )


@never_cache
def change(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    council, leader = _of(request, pk, row)
    return form_page.run(
        request,
        DutyForm(form_page.posted(request), initial={"duty": leader.duty, "is_social_worker": leader.is_social_worker}),
        lambda data: verbs.change(leader, Actor.of(request.user), **data),
        title=_("What %(name)s does") % {"name": leader.person.full_name},
        button=_("Save what they do"),
        back=council_found.page(council),
        done=_("Saved."),
    )


@require_POST
def hand_over(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    council, leader = _of(request, pk, row)
    try:
        verbs.hand_over(council, leader, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("%(name)s is responsible now.") % {"name": leader.person.full_name})
    return redirect(council_found.page(council))


@never_cache
def end(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    council, leader = _of(request, pk, row)
    return form_page.run(
        request,
        SureForm(form_page.posted(request)),
        lambda data: verbs.end(leader, Actor.of(request.user)),
        title=_("%(name)s leaves the leaders") % {"name": leader.person.full_name},
        intro=_("They see nothing of this council from now on. What they have done stays in its history."),
        button=_("End the task"),
        back=council_found.page(council),
        done=_("The task has ended."),
        danger=True,
    )


@never_cache
def hours(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Planned and done hours of a month."""
    council, leader = _of(request, pk, row)
    return form_page.run(
        request,
        HoursForm(form_page.posted(request)),
        lambda data: verbs.plan_hours(leader, by=Actor.of(request.user), **data),
        title=_("Hours of %(name)s") % {"name": leader.person.full_name},
        intro=_("A council takes about 7–8 hours a month of each leader."),
        button=_("Save the hours"),
        back=council_found.page(council),
        done=_("Saved."),
    )


def _of(request: HttpRequest, pk: int, row: int) -> tuple[Council, Staff]:
    council = council_found.led(request, pk)
    return council, get_object_or_404(council.staff.open().select_related("person", "council"), pk=row)
