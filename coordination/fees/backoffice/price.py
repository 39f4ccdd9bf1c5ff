"""The price list in the back office: dated classes of the branches one looks after."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.fees.domain import price, price_keeping, price_words
from coordination.fees.forms.price import PartForm, PriceForm
from coordination.fees.models import PriceClass
from coordination.foundation.board import Board, DayColumn
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User

from . import price_list


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
        Column("amount", label=_("Amount, €"), accessor=price_words.sum_of, sort_key="amount"),
        Column("per", label=_("Paid by the"), accessor="get_per_display"),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "code"
    page_rights = {"new": "add", "list": "view", "copy": "add"}
    index_results_template_name = "fees/backoffice/price_results.html"

    def queryset_for(self, user: User) -> QuerySet[PriceClass]:
        return PriceClass.objects.visible_to(user).select_related("unit")

    def new_url(self) -> str:
        return reverse("fees_price:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", add, name="new"),
            path("hinnasto/", price_list.show, name="list"),
            path("hinnasto/kopioi/", price_list.copy, name="copy"),
            path("<int:pk>/", change, name="page"),
            path("<int:pk>/osat/", parts, name="parts"),
        ]


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
        onward=_onward,
    )


def _onward(row: PriceClass) -> str:
    is_package = row.per == PriceClass.Per.PACKAGE
    return reverse("fees_price:parts", args=[row.pk]) if is_package else reverse("fees_price:index")


def parts(request: HttpRequest, pk: int) -> HttpResponse:
    """What a package consists of: add and take away, the sum follows."""
    seen = PriceClass.objects.visible_to(request.user).filter(per=PriceClass.Per.PACKAGE).select_related("unit")
    row, by = get_object_or_404(seen, pk=pk), Actor.of(request.user)
    act = request.POST.get("act")
    form = PartForm(request.POST if act == "add" else None, package=row, by=by)
    try:
        if act == "remove":
            price_keeping.remove_part(get_object_or_404(row.parts, pk=request.POST.get("part")), by)
            return redirect("fees_price:parts", pk)
        if act == "add" and form.is_valid() and form.save():
            return redirect("fees_price:parts", pk)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("fees_price:parts", pk)
    rows = list(zip(row.parts.select_related("price_class"), price.parts_of(row), strict=True))
    title = gettext("What %(code)s consists of") % {"code": row}
    return render(request, "fees/backoffice/price_parts.html", {"row": row, "rows": rows, "form": form, "title": title})


board = PriceBoard()
