"""The price list in the back office: dated classes of the branches one looks after."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.fees.forms.price import PriceForm
from coordination.fees.models import PriceClass
from coordination.foundation.board import Board, DayColumn, EurosColumn
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User


class PriceBoard(Board):
    model = PriceClass
    name = "fees_price"
    url_prefix = "palkkioluokat"
    icon = "list-ul"
    menu_label = pgettext_lazy("menu", "Fee classes")
    list_filter = ["code", "per"]
    list_display = [
        TitleColumn("code", label=_("Code"), get_url=lambda row: board.page_url(row), sort_key="code"),
        Column("names", label=pgettext_lazy("price", "Name")),
        EurosColumn("amount", label=_("Amount, €"), sort_key="amount"),
        Column("per", label=_("Paid by the"), accessor="get_per_display"),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "code"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet[PriceClass]:
        return PriceClass.objects.visible_to(user).select_related("unit")

    def new_url(self) -> str:
        return reverse("fees_price:new")

    def pages(self) -> list[URLPattern]:
        return [path("uusi/", add, name="new"), path("<int:pk>/", change, name="page")]


def add(request: HttpRequest) -> HttpResponse:
    return _run(request, PriceClass(), _("Add a fee class"))


def change(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(PriceClass.objects.visible_to(request.user).select_related("unit"), pk=pk)
    return _run(request, row, _("Change the fee class %(code)s") % {"code": row.code})


def _run(request: HttpRequest, row: PriceClass, title: str) -> HttpResponse:
    form = PriceForm(form_page.posted(request), instance=row, by=Actor.of(request.user))
    return form_page.run(
        request,
        form,
        lambda data: form.save(),
        title=title,
        intro=_("What has been confirmed keeps the price it was confirmed with."),
        button=_("Save the fee class"),
        back=reverse("fees_price:index"),
        done=_("The fee class is saved."),
    )


board = PriceBoard()
