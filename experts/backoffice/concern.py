"""What experts have told of bad treatment: listed for the coordinator who was told, counted by unit, each reading logged."""

from __future__ import annotations

import django_filters
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from coordination.foundation.board import Board, BoardIndexView, MomentColumn
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain.concern import counts_by_unit
from experts.forms.concern import HandleForm, TellForm
from experts.models import Concern

from . import booking_request_act as act
from . import booking_request_found as found


class ConcernFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=pgettext_lazy("concern", "State"), choices=Concern.Status.choices)

    class Meta:
        model = Concern
        fields = ["status"]


class ConcernIndexView(BoardIndexView):
    def get_context_data(self, *args: object, **kwargs: object) -> dict:
        return {**super().get_context_data(*args, **kwargs), "units": counts_by_unit(self.request.user)}


class ConcernBoard(Board):
    model = Concern
    index_view_class = ConcernIndexView
    index_template_name = "experts/backoffice/concern_list.html"
    name = "concern"
    url_prefix = "kohtelu"
    icon = "warning"
    menu_label = pgettext_lazy("menu", "Told of bad treatment")
    menu_order = 130
    add_to_admin_menu = True
    filterset_class = ConcernFilter
    # What is told is never searched: a search would be a way to look for people.
    search_fields = None
    list_display = [
        MomentColumn("told_at", label=pgettext_lazy("concern", "Told"), sort_key="told_at"),
        Column("kind", label=pgettext_lazy("concern", "What happened"), accessor="get_kind_display"),
        Column("wish", label=pgettext_lazy("concern", "What is wished for"), accessor="get_wish_display"),
        Column(
            "unit", label=pgettext_lazy("concern", "Unit"), accessor=lambda row: str(row.booking.booking_request.unit)
        ),
        Column("status", label=pgettext_lazy("concern", "State"), accessor="get_status_display"),
    ]
    default_ordering = "-told_at"

    def queryset_for(self, user: User) -> QuerySet:
        return Concern.objects.told_to(user).select_related("booking__booking_request__unit")

    def pages(self) -> list[URLPattern]:
        return [path("<int:pk>/", show, name="page")]


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What was told, and the form for telling what was done."""
    rows = Concern.objects.told_to(request.user).select_related(
        "booking__booking_request__task_type",
        "booking__booking_request__unit",
        "booking__expert",
        "teller",
        "coordinator",
        "kept_from",
    )
    concern = get_object_or_404(rows, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = HandleForm(data, concern=concern, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Thank you. The expert is told that there is an answer to read."))
        return redirect("concern:page", concern.pk)
    subjects = [concern.booking.expert.staff_key]
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.concern:{concern.pk}", subjects=subjects)
    context = {"concern": concern, "order": concern.booking.booking_request, "form": form}
    return render(request, "experts/backoffice/concern.html", context)


@never_cache
def by_phone(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    """What an expert tells on the phone, of a booking of an order one coordinates: written down on the expert's behalf."""
    row = found.booking_to_act(request, pk, booking)
    person = row.expert.person
    by = Actor.of(request.user).acting_for(person)
    return act.ask(
        request,
        row.booking_request,
        TellForm(request.POST if request.method == "POST" else None, booking=row, by=by),
        lambda form: form.save(),
        title=_("%(name)s tells of bad treatment by phone") % {"name": person.full_name},
        intro=_(
            "Listen, and write what the expert wants kept. The orderer and the unit never see it. "
            "The log says that you noted it on the person's behalf."
        ),
        button=pgettext("concern", "Keep what was told"),
        done=_("It is kept. Only the coordinator whom the expert chose sees it."),
    )


board = ConcernBoard()
