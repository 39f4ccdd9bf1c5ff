"""Training groups in the back office: the list, one group's page, the years in numbers (EX-09, AN-03)."""

from __future__ import annotations

import django_filters
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from coordination.events.domain import attendance
from coordination.foundation.board import Board, BoardIndexView, DayColumn
from coordination.people.backoffice import form_page
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import training_figures, training_group
from experts.domain.training_words import extent
from experts.forms.training_group import GroupForm
from experts.models import Mark, Training, TrainingGroup

from . import training, training_group_act

COMPLETED = Q(trainings__status=Training.Status.COMPLETED)


class GroupFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=pgettext_lazy("training", "State"), choices=TrainingGroup.Status.choices)

    class Meta:
        model = TrainingGroup
        fields = ["status"]


class GroupIndexView(BoardIndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        url = reverse("training_group:figures")
        buttons.append(HeaderButton(_("Trainings in numbers"), url=url, icon_name="table"))
        return buttons


class TrainingGroupBoard(Board):
    model = TrainingGroup
    index_view_class = GroupIndexView
    name = "training_group"
    url_prefix = "koulutukset"
    icon = "openquote"
    menu_label = pgettext_lazy("menu", "Trainings")
    menu_order = 112
    add_to_admin_menu = True
    filterset_class = GroupFilter
    search_fields = None
    list_display = [
        TitleColumn(
            "name",
            label=pgettext_lazy("training", "Name"),
            accessor=lambda row: str(row.names),
            get_url=lambda row: reverse("training_group:page", args=[row.pk]),
        ),
        Column("provider", label=pgettext_lazy("training", "Who arranges it"), sort_key="provider"),
        DayColumn("starts_on", label=pgettext_lazy("training", "Begins"), sort_key="starts_on"),
        Column("inside", label=pgettext_lazy("training", "In the group"), accessor="inside"),
        Column("done", label=pgettext_lazy("training", "Completed"), accessor="done"),
        Column("status", label=pgettext_lazy("training", "State"), accessor="get_status_display", sort_key="status"),
    ]
    default_ordering = "-starts_on"
    page_rights = {"new": "add", "figures": "view", "certificates": "view", "certificate": "view"}

    def queryset_for(self, user: User) -> QuerySet:
        rows = TrainingGroup.objects.led_by(user).select_related("unit")
        return rows.annotate(inside=Count("trainings"), done=Count("trainings", filter=COMPLETED))

    def new_url(self) -> str:
        return reverse("training_group:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", new, name="new"),
            path("luvut/", figures, name="figures"),
            path("asiantuntija/<int:expert>/muu/", training.elsewhere, name="elsewhere"),
            path("osallistuja/<int:row>/todistus.pdf", training.certificate, name="certificate"),
            path("osallistuja/<int:row>/<slug:act>/", training.press, name="training_press"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/tiedot/", training_group_act.change, name="change"),
            path("<int:pk>/ajat/", training_group_act.times, name="times"),
            path("<int:pk>/osallistujat/", training_group_act.enrol, name="enrol"),
            path("<int:pk>/valmiit/", training_group_act.complete, name="complete"),
            path("<int:pk>/peruutus/", training_group_act.cancel, name="cancel"),
            path("<int:pk>/paina/<slug:act>/", training_group_act.press, name="press"),
            path("<int:pk>/todistukset.pdf", training.certificates, name="certificates"),
        ]


@never_cache
def new(request: HttpRequest) -> HttpResponse:
    form = GroupForm(form_page.posted(request), user=request.user)
    if request.method == "POST" and form.is_valid() and form.save():
        return redirect("training_group:page", form.made.pk)
    context = {"form": form, "title": _("New training"), "button": _("Plan the training")}
    return render(request, "people/backoffice/form.html", {**context, "back": reverse("training_group:index")})


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The times, who is in it, who was there. Reading the names is written to the access log."""
    rows = TrainingGroup.objects.led_by(request.user).select_related("unit", "series", "campaign")
    group = get_object_or_404(rows, pk=pk)
    trainings = list(
        group.trainings.select_related("expert__person").order_by("expert__person__last_name", "expert_id")
    )
    keys = [row.expert.staff_key for row in trainings]
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.traininggroup:{group.pk}", subjects=keys)
    events = attendance.times(group.series) if group.series else []
    there = {row.person.pk: row for row in attendance.table(group.series, events)} if group.series else {}
    status = Training.Status
    context = {
        "group": group,
        "extent": extent(group),
        "marks": [mark.label for mark in Mark if mark.value in group.marks],
        "events": events,
        "rows": [(row, there.get(row.expert.person_id)) for row in trainings],
        "going_on": sum(row.status == status.GOING_ON for row in trainings),
        "completed": sum(row.status == status.COMPLETED for row in trainings),
        "chosen": training_group.chosen(group).count(),
        "is_open": group.status in (TrainingGroup.Status.PLANNED, TrainingGroup.Status.RUNNING),
    }
    return render(request, "experts/backoffice/training_group.html", context)


@require_safe
@never_cache
def figures(request: HttpRequest) -> HttpResponse:
    years = training_figures.by_year(request.user)
    most = max((row.began for row in years), default=0)
    return render(request, "experts/backoffice/training_figures.html", {"years": years, "most": most})


board = TrainingGroupBoard()
