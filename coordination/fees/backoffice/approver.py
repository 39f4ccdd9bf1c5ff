"""Who approves what each unit pays."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.fees.domain import approver as verbs
from coordination.fees.forms.approver import ApproverForm
from coordination.fees.models import Approver
from coordination.foundation.board import Board, DayColumn
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User


class ApproverBoard(Board):
    model = Approver
    name = "fees_approver"
    url_prefix = "hyvaksyjat"
    icon = "user"
    menu_label = pgettext_lazy("menu", "Approvers")
    search_fields = None
    list_display = [
        TitleColumn(
            "person", label=_("Approver"), accessor="person.full_name", get_url=lambda row: board.page_url(row)
        ),
        Column("unit", label=_("Approves what this unit pays"), accessor="unit.names"),
        Column("deputy", label=_("Deputy"), accessor=lambda row: row.deputy.full_name if row.deputy else ""),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "unit__path"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet[Approver]:
        return Approver.objects.visible_to(user).select_related("person", "deputy", "unit")

    def new_url(self) -> str:
        return reverse("fees_approver:new")

    def pages(self) -> list[URLPattern]:
        return [path("uusi/", new, name="new"), path("<int:pk>/", show, name="page")]


def new(request: HttpRequest) -> HttpResponse:
    form = ApproverForm(form_page.posted(request), by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The approver is written down."))
        return redirect("fees_approver:index")
    context = {
        "form": form,
        "title": _("Add an approver"),
        "intro": _("Nobody approves their own, and over a sum two people approve: give a deputy, too."),
        "button": _("Write the approver down"),
        "back": reverse("fees_approver:index"),
    }
    return render(request, "people/backoffice/form.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One row; it is ended here, never changed."""
    row = get_object_or_404(board.queryset_for(request.user), pk=pk)
    if request.method == "POST":
        try:
            verbs.end(row, Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The approver is ended."))
            return redirect("fees_approver:index")
    return render(request, "fees/backoffice/approver.html", {"row": row})


board = ApproverBoard()
