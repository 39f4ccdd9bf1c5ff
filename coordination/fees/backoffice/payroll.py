"""What payroll wants to be told: codes of the income register, and the columns of the payment file."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.ui.tables import Column

from coordination.fees.domain import payroll
from coordination.fees.forms.batch_layout import LayoutDesk
from coordination.fees.forms.payroll import CodeForm, NumberForm
from coordination.fees.models import BatchLayout, PayCode
from coordination.foundation.board import Board, DayColumn
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Role, User

from .pages import Pages, View

SHOWN = 100


class PayCodeBoard(Board):
    model = PayCode
    name = "fees_pay_code"
    url_prefix = "tulolajit"
    icon = "tag"
    menu_label = pgettext_lazy("menu", "Income register codes")
    search_fields = None
    list_filter = ["kind"]
    list_display = [
        Column("kind", label=pgettext_lazy("ledger", "Kind"), accessor="get_kind_display"),
        Column("price_code", label=_("Only the price class")),
        Column("income_type", label=_("Income type")),
        Column("reimbursement", label=_("Type of reimbursement")),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        Column("source", label=_("Source")),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "kind"
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet[PayCode]:
        return PayCode.objects.visible_to(user).select_related("unit")

    def page_url(self, row: PayCode) -> str:
        return reverse("fees_pay_code:index")

    def new_url(self) -> str:
        return reverse("fees_pay_code:new")

    def pages(self) -> list[URLPattern]:
        return [path("uusi/", new_code, name="new")]


class LayoutPages(Pages):
    name = "fees_layout"
    url_prefix = "maksueran-sarakkeet"
    icon = "table"
    menu_label = pgettext_lazy("menu", "Columns of the payment file")
    look, act = "fees.view_batchlayout", "fees.add_batchlayout"

    def pages(self) -> list[tuple[str, View, str]]:
        return [("", layout, "index")]


class NumberPages(Pages):
    name = "fees_payee_number"
    url_prefix = "numerot-palkanlaskennassa"
    icon = "user"
    menu_label = pgettext_lazy("menu", "Numbers in payroll")
    look, act = "fees.view_paycode", "fees.change_paycode"

    def pages(self) -> list[tuple[str, View, str]]:
        return [("", numbers, "index"), ("<int:pk>/", number, "page")]


def new_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(form_page.posted(request), by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The code is kept. Batches closed before stay as they were."))
        return redirect("fees_pay_code:index")
    context = {
        "form": form,
        "title": _("Add a code of the income register"),
        "intro": _("The product has no codes of its own: ask payroll, and write down where they come from."),
        "button": _("Keep the code"),
        "back": reverse("fees_pay_code:index"),
    }
    return render(request, "people/backoffice/form.html", context)


def layout(request: HttpRequest) -> HttpResponse:
    """What the next batch's file looks like, and the rows that change it. Moving a row keeps nothing yet."""
    desk = LayoutDesk(form_page.posted(request), Actor.of(request.user))
    if desk.keeps and desk.is_valid() and desk.save():
        messages.success(request, _("The columns are kept for the batches that are closed from their first day on."))
        return redirect("fees_layout:index")
    context = {
        "form": desk.form,
        "formset": desk.columns,
        "desk": desk,
        "rows": BatchLayout.objects.visible_to(request.user).select_related("unit"),
    }
    return render(request, "fees/backoffice/batch_layout.html", context)


@never_cache
def numbers(request: HttpRequest) -> HttpResponse:
    """Payees and their numbers; `?nimi=` searches."""
    asked = request.GET.get("nimi", "").strip()
    context = {"people": payroll.payees(request.user, asked)[:SHOWN], "asked": asked}
    return render(request, "fees/backoffice/payee_numbers.html", context)


@never_cache
def number(request: HttpRequest, pk: int) -> HttpResponse:
    """One payee's number, written or taken away."""
    person = get_object_or_404(payroll.payees(request.user), pk=pk)
    unit = request.user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)[0]
    form = NumberForm(
        form_page.posted(request),
        person=person,
        unit=unit,
        by=Actor.of(request.user),
        initial={"number": person.number},
    )
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The number is kept. It stands in the batches that are closed from now on."))
        return redirect("fees_payee_number:index")
    context = {
        "form": form,
        "title": person.full_name,
        "button": _("Keep the number"),
        "back": reverse("fees_payee_number:index"),
    }
    return render(request, "people/backoffice/form.html", context)


codes = PayCodeBoard()
layouts = LayoutPages()
payees = NumberPages()
