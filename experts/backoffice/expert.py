"""Experts in the back office: the list, an expert's page, and what the coordinator does with and for an expert."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.foundation.board import Board
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import expert as verbs
from experts.forms.expert import AdmitForm, MoveForm, NoteForm
from experts.models import Expert
from experts.permissions import expert as permissions

from . import background_check, cv, expert_found, expert_keep, expert_list, expert_page, stopping

MOVES = {
    "aktivoi": (
        verbs.activate,
        pgettext_lazy("expert", "Activate"),
        _("The expert takes part from now on: offers may be made."),
    ),
}
STOPS = {
    "tauolle": _("Put on leave"),
    "takaisin": _("Back from leave"),
    "lopeta": pgettext_lazy("expert", "End"),
}
OPEN_MOVES = {
    Expert.Status.TRAINING: ("aktivoi", "lopeta"),
    Expert.Status.ACTIVE: ("tauolle", "lopeta"),
    Expert.Status.LEAVE: ("takaisin", "lopeta"),
    Expert.Status.ENDED: (),
}


class ExpertBoard(Board):
    model = Expert
    index_view_class = expert_list.ExpertIndexView
    name = "expert"
    url_prefix = "asiantuntijat"
    icon = "group"
    menu_label = pgettext_lazy("menu", "Experts")
    menu_order = 110
    add_to_admin_menu = True
    filterset_class = expert_list.ExpertFilter
    search_fields = ["person__first_name", "person__last_name"]
    list_display = expert_list.columns(lambda row: board.page_url(row))
    list_export = expert_list.ExpertIndexView.list_export
    export_headings = expert_list.ExpertIndexView.export_headings
    export_filename = expert_list.ExpertIndexView.export_filename
    default_ordering = "person__last_name"
    page_rights = {"admit": "add", "stopping": "view"}

    def queryset_for(self, user: User) -> QuerySet:
        return expert_list.listed(user)

    def new_url(self) -> str:
        return reverse("expert:admit")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", admit, name="admit"),
            path("cv/<int:pk>/", cv.approval, name="cv_approval"),
            path("cv/<int:pk>/palauta/", cv.send_back, name="cv_send_back"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/tila/<str:act>/", move, name="move"),
            path("<int:pk>/keskeytys/<int:stopping>/", stopping.show, name="stopping"),
            path("<int:pk>/keskeytys/<int:stopping>/hoidettu/", stopping.see_to, name="stopping_seen"),
            path("<int:pk>/rikostaustaote/", background_check.note, name="check"),
            path("<int:pk>/merkinta/", note, name="note"),
            path("<int:pk>/rajat/", expert_keep.limits, name="limits"),
            path("<int:pk>/ajat/", expert_keep.availability, name="availability"),
            path("<int:pk>/kuka-nakee/<str:kind>/", expert_keep.audience, name="audience"),
            path("<int:pk>/cv/<str:language>/", cv.edit, name="cv_edit"),
            path("<int:pk>/cv/<str:language>/laheta/", cv.submit, name="cv_submit"),
        ]


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    expert = expert_found.for_coordinator(request, pk)
    access.record(
        request.user, AccessEntry.Action.VIEW, f"experts.expert:{expert.staff_key}", subjects=[expert.staff_key]
    )
    acts = (
        [(act, STOPS.get(act) or MOVES[act][1]) for act in OPEN_MOVES[expert.status]]
        if permissions.may_coordinate(Actor.of(request.user), expert)
        else []
    )
    return render(
        request, "experts/backoffice/expert_page.html", {**expert_page.facts(request.user, expert), "acts": acts}
    )


def move(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Asks first, acts on POST. A break and stopping reach further, so they have a page of their own."""
    if act == "takaisin":
        return stopping.come_back(request, pk)
    if act in STOPS:
        return stopping.stop(request, pk, act)
    if act not in MOVES:
        raise Http404
    expert = expert_found.for_keeper(request, pk)
    verb, title, intro = MOVES[act]
    return form_page.run(
        request,
        MoveForm(request.POST if request.method == "POST" else None),
        lambda data: verb(expert, Actor.of(request.user)),
        title=f"{expert.person.full_name}: {title}",
        intro=intro,
        button=title,
        back=board.page_url(expert),
        done=_("Done. The expert's state has changed."),
    )


def note(request: HttpRequest, pk: int) -> HttpResponse:
    expert = expert_found.for_keeper(request, pk)
    return form_page.run(
        request,
        NoteForm(request.POST or None, initial={"note": expert.note, "training_year": expert.training_year}),
        lambda data: verbs.change(expert, Actor.of(request.user), **data),
        title=_("Note and training of %(name)s") % {"name": expert.person.full_name},
        button=_("Save the note"),
        back=board.page_url(expert),
        done=_("The note is saved."),
    )


def admit(request: HttpRequest) -> HttpResponse:
    """From the people one looks after to the register."""
    by = Actor.of(request.user)
    if not expert_found.may_change(request):
        raise PermissionDenied
    form = AdmitForm(request.POST or None, user=request.user)
    return form_page.run(
        request,
        form,
        lambda data: verbs.admit(by=by, **form.facts()),
        title=_("Take a person into the register"),
        intro=format_html(
            '{} <a href="{}">{}</a>',
            _("If the name is not on the list, write the person down first."),
            reverse("people_person:new"),
            _("Write down a person"),
        ),
        button=_("Take into the register"),
        back=reverse("expert:index"),
        done=_("The person is in the register, in training. Make the CV together next."),
        onward=board.page_url,
    )


board = ExpertBoard()
