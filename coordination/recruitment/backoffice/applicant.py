"""The applicants of a campaign in the back office: the list with its choice, one's page, writing down, merging, the kick-off.

Each reading is logged. Whoever does not recruit in the campaign finds nothing here, not even that there is somebody.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.board import asking
from coordination.foundation.keys import ticked
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry, Job
from coordination.recruitment.domain import applicant_list, double, kick_off, waiting
from coordination.recruitment.forms.applicant import FilterForm, TellForm, WriteDownForm
from coordination.recruitment.models import Applicant, Campaign

from . import applicant_act, applicant_merge, applicant_page

LOOK, ACT = "recruitment.view_applicant", "recruitment.change_applicant"
PAGE = 50
KEPT = ("state", "source", "channel", "late", "double")
"""What of a choice the session keeps: no names."""
ALL = "kaikki"


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """The list as it was chosen, also the last time; POST tells the ticked, or all of the list, where things stand."""
    found = applicant_page.led(request, campaign)
    choice = FilterForm(_choice(request, found))
    chosen = choice.chosen()
    rows = applicant_list.found(Applicant.objects.visible_to(request.user), found, chosen)
    form = TellForm(
        request.POST if request.method == "POST" else None, applicants=_picked(request, rows), by=Actor.of(request.user)
    )
    if request.method == "POST" and form.is_valid() and form.save():
        if isinstance(form.made, Job):
            return redirect("records:job", form.made.pk)
        words = ngettext("%(count)s person was told.", "%(count)s people were told.", form.made)
        messages.success(request, words % {"count": form.made})
        return redirect(request.get_full_path())
    page = Paginator(rows.select_related("person", "channel"), PAGE).get_page(request.GET.get("page"))
    _log(request, found, page, AccessEntry.Action.SEARCH if chosen.get("q") else AccessEntry.Action.VIEW)
    context = {
        "campaign": found,
        "page_obj": page,
        "form": form,
        "choice": choice,
        "chosen": chosen,
        "late": set(waiting.late(found).values_list("pk", flat=True)),
        "doubles": double.marked(found),
        "uninvited": kick_off.uninvited(found).count() if found.kick_off else 0,
    }
    return render(request, "recruitment/backoffice/applicant_list.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest, campaign: int) -> HttpResponse:
    found = applicant_page.led(request, campaign)
    form = WriteDownForm(request.POST if request.method == "POST" else None, campaign=found, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("%(name)s is written down.") % {"name": form.made.person.full_name})
        return redirect("campaign_applicant:page", found.pk, form.made.pk)
    back = reverse("campaign_applicant:index", args=[found.pk])
    return render(request, "recruitment/backoffice/applicant_new.html", {"campaign": found, "form": form, "back": back})


def _choice(request: HttpRequest, campaign: Campaign) -> dict[str, Any]:
    """What the address asks for, else what was chosen here the last time."""
    key = f"applicants_{campaign.pk}"
    if ALL in request.GET:
        request.session.pop(key, None)
        return {}
    asked = {name: request.GET[name] for name in ("q", *KEPT) if request.GET.get(name)}
    if not asked and "state" not in request.GET:
        return request.session.get(key, {})
    request.session[key] = {name: asked[name] for name in KEPT if name in asked}
    return asked


def _picked(request: HttpRequest, rows: QuerySet[Applicant]) -> QuerySet[Applicant]:
    if ALL in request.POST:
        return rows
    return rows.filter(pk__in=ticked(request.POST.getlist("picked")))


def _log(request: HttpRequest, campaign: Campaign, page: object, action: str) -> None:
    subjects = [f"people.person:{row.person_id}" for row in page]
    access.record(request.user, action, f"recruitment.campaign:{campaign.pk}", subjects=subjects)


urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, ACT), name="index"),
    path("uusi/", asking(new, ACT, ACT), name="new"),
    path("aloitus/", asking(applicant_act.invite_everyone, ACT, ACT), name="invite_everyone"),
    path("<int:pk>/", asking(applicant_page.show, LOOK, LOOK), name="page"),
    path("<int:pk>/tiedot/", asking(applicant_act.correct, ACT, ACT), name="correct"),
    path("<int:pk>/peru/", asking(applicant_act.withdraw, ACT, ACT), name="withdraw"),
    path("<int:pk>/kerro/", asking(applicant_act.tell, ACT, ACT), name="tell"),
    path("<int:pk>/yhdista/<int:other>/", asking(applicant_merge.merge, ACT, ACT), name="merge"),
]
