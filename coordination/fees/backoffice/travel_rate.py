"""Rates of kilometres, meals and days in the back office: what holds, what held, and a new one from a day."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.fees.forms.travel_rate import TravelRateForm
from coordination.fees.models import TravelRate
from coordination.foundation.board import Board, DayColumn, EurosColumn
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User


class TravelRateBoard(Board):
    model = TravelRate
    name = "fees_rate"
    url_prefix = "matkakorvaukset"
    icon = "site"
    menu_label = pgettext_lazy("menu", "Travel rates")
    list_filter = ["kind"]
    list_display = [
        TitleColumn(
            "kind",
            label=_("For what"),
            accessor=lambda row: capfirst(row.get_kind_display()),
            get_url=lambda row: board.page_url(row),
        ),
        EurosColumn("amount", label=_("Amount, €"), sort_key="amount"),
        Column("source", label=_("Who decided, and when?")),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "kind"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet[TravelRate]:
        return TravelRate.objects.visible_to(user).select_related("unit")

    def new_url(self) -> str:
        return reverse("fees_rate:new")

    def pages(self) -> list[URLPattern]:
        return [path("uusi/", add, name="new"), path("<int:pk>/", show, name="page")]


def add(request: HttpRequest) -> HttpResponse:
    """`?laji=kilometre` has what it is for chosen already."""
    asked = request.GET.get("laji", "")
    initial = {"kind": asked} if asked in TravelRate.Kind.values else None
    form = TravelRateForm(form_page.posted(request), by=Actor.of(request.user), initial=initial)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The rate is kept. What has been claimed keeps the rate it was counted by."))
        return redirect("fees_rate:index")
    context = {
        "form": form,
        "title": _("Set a travel rate"),
        "button": _("Keep the rate"),
        "back": reverse("fees_rate:index"),
        "intro": _(
            "The tax administration sets the tax-free sums of a year each autumn. The rate before ends by itself."
        ),
    }
    return render(request, "people/backoffice/form.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One rate with those before and after it."""
    seen = TravelRate.objects.visible_to(request.user).select_related("unit")
    row = get_object_or_404(seen, pk=pk)
    rows = seen.filter(unit=row.unit, kind=row.kind).order_by("-valid_from")
    title = capfirst(row.get_kind_display())
    return render(request, "fees/backoffice/travel_rate.html", {"row": row, "rows": rows, "title": title})


board = TravelRateBoard()
