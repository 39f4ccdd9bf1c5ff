"""The meetings of all the councils one leads, and the doors of one meeting's pages."""

from __future__ import annotations

import django_filters
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation import formats
from coordination.foundation.board import Board
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User
from councils.forms.meeting import CopyForm, FactsForm
from councils.models import Council, Meeting

from . import agenda, material, meeting_page, meeting_task
from . import meeting_found as found


def led(request: HttpRequest | None) -> QuerySet[Council]:
    return Council.objects.led_by(request.user) if request else Council.objects.none()


class MeetingFilter(WagtailFilterSet):
    council = django_filters.ModelChoiceFilter(label=pgettext_lazy("meeting", "Council"), queryset=led)
    status = django_filters.ChoiceFilter(label=pgettext_lazy("meeting", "State"), choices=Meeting.Status.choices)

    class Meta:
        model = Meeting
        fields = ["council", "status"]


class MeetingBoard(Board):
    model = Meeting
    name = "meeting"
    url_prefix = "kokoukset"
    icon = "date"
    menu_label = pgettext_lazy("menu", "Meetings")
    menu_order = 141
    add_to_admin_menu = True
    filterset_class = MeetingFilter
    search_fields = None
    list_display = [
        TitleColumn(
            "when",
            label=pgettext_lazy("meeting", "When"),
            accessor=lambda row: formats.span(row.starts_at, row.ends_at),
            sort_key="starts_at",
            get_url=lambda row: reverse("meeting:page", args=[row.pk]),
        ),
        Column("council", label=pgettext_lazy("meeting", "Council"), accessor=lambda row: str(row.council)),
        Column("kind", label=pgettext_lazy("meeting", "Kind"), accessor="get_kind_display"),
        Column("status", label=pgettext_lazy("meeting", "State"), accessor="get_status_display", sort_key="status"),
        Column(
            "chair", label=pgettext_lazy("meeting", "Chair"), accessor=lambda row: row.chair and row.chair.full_name
        ),
    ]
    default_ordering = "-starts_at"
    page_rights = {"new": "add", "copy": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return Meeting.objects.led_by(user).select_related("council", "chair")

    def new_url(self) -> str:
        return reverse("meeting:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", new, name="new"),
            path("<int:pk>/", meeting_page.show, name="page"),
            path("<int:pk>/tiedot/", change, name="change"),
            path("<int:pk>/kopioi/", copy, name="copy"),
            path("<int:pk>/mukaan/", meeting_page.take_along, name="take_along"),
            *agenda.pages,
            *material.pages,
            *meeting_task.pages,
        ]


@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """Of which council? One who leads only one is not asked."""
    councils = list(Council.objects.led_by(request.user).standing())
    if len(councils) == 1:
        return redirect("council_meeting:new", councils[0].pk)
    return render(request, "councils/backoffice/meeting_of_which.html", {"councils": councils})


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Time, place, people, purpose, refreshments."""
    meeting = found.meeting(request, pk)
    form = FactsForm(form_page.posted(request), meeting=meeting, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Kept."))
        return redirect("meeting:page", meeting.pk)
    context = {"council": meeting.council, "meeting": meeting, "form": form}
    return render(request, "councils/backoffice/meeting_change.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = found.meeting(request, pk)
    form = CopyForm(form_page.posted(request), meeting=meeting, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and (made := form.save()):
        messages.success(request, _("Copied. This is the new meeting; nobody has been told of it yet."))
        return redirect("meeting:page", made.pk)
    context = {"council": meeting.council, "meeting": meeting, "form": form}
    return render(request, "councils/backoffice/meeting_copy.html", context)


board = MeetingBoard()
