"""Partner organisations: whose staff may see whose experts (L-02b)."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation.board import Board, DayColumn
from coordination.people.actor import Actor
from coordination.people.domain import partnership as verbs
from coordination.people.forms.unit import PartnershipForm
from coordination.people.models import Partnership, User

from . import form_page


class PartnershipBoard(Board):
    model = Partnership
    name = "people_partnership"
    url_prefix = "kumppanuudet"
    icon = "group"
    menu_label = pgettext_lazy("menu", "Partner organisations")
    menu_order = 30
    list_display = [
        TitleColumn(
            "partner",
            label=_("Partner organisation"),
            accessor="partner.names",
            get_url=lambda row: board.page_url(row),
        ),
        Column("owner", label=_("Whose experts"), accessor="owner.names"),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "-valid_from"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return Partnership.objects.visible_to(user).select_related("owner", "partner")

    def new_url(self) -> str:
        return reverse("people_partnership:new")

    def pages(self) -> list[URLPattern]:
        return [path("uusi/", add, name="new"), path("<int:pk>/", end, name="page")]


@permission_required("people.add_partnership", raise_exception=True)
def add(request: HttpRequest) -> HttpResponse:
    by = Actor.of(request.user)
    return form_page.run(
        request,
        PartnershipForm(form_page.posted(request), user=request.user),
        lambda data: verbs.agree(by=by, **data),
        title=_("Add a partner organisation"),
        intro=_("The partner's staff see the CVs of those experts who have agreed to it, and of no others."),
        button=_("Save the partnership"),
        back=reverse("people_partnership:index"),
        done=_("The partnership is saved."),
    )


@permission_required("people.change_partnership", raise_exception=True)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Partnership.objects.visible_to(request.user).select_related("owner", "partner")
    row, by = get_object_or_404(rows, pk=pk), Actor.of(request.user)
    return form_page.run(
        request,
        forms.Form(form_page.posted(request)),
        lambda data: verbs.end(row, by),
        title=_("Partnership with %(name)s") % {"name": row.partner.names},
        intro=_("When you end the partnership, the partner's staff see no CVs from that moment."),
        button=_("End the partnership"),
        back=reverse("people_partnership:index"),
        done=_("The partnership is ended."),
        danger=True,
    )


board = PartnershipBoard()
