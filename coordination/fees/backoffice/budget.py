"""Budgets with what is owed, approved, sent and paid; and the basis of invoicing of a month."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.fees.domain import approval, budget, invoicing, months
from coordination.fees.forms.budget import BudgetForm
from coordination.fees.models import Fee
from coordination.foundation import clock, sheets
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry

from .pages import Pages, View

FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SHOWN = 50


class BudgetPages(Pages):
    name = "fees_budget"
    url_prefix = "budjetit"
    icon = "order"
    menu_label = pgettext_lazy("menu", "Budgets")
    look, act = "fees.view_budget", "fees.change_budget"
    acting = ("new",)

    def pages(self) -> list[tuple[str, View, str]]:
        return [("", show, "index"), ("uusi/", keep, "new")]


class InvoicingPages(Pages):
    name = "fees_invoicing"
    url_prefix = "laskutusperuste"
    icon = "doc-full"
    menu_label = pgettext_lazy("menu", "Invoicing basis")
    look = act = "fees.view_paymentbatch"

    def pages(self) -> list[tuple[str, View, str]]:
        return [("", basis, "index"), ("tiedosto/<str:form>/", basis_file, "file")]


@never_cache
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """A year's budgets as bars and as a table, and the approvals that are late."""
    years = budget.years(request.user)
    this_year = clock.today().year
    asked = request.GET.get("vuosi", "")
    year = int(asked) if asked in {str(each) for each in years} else this_year
    heads = request.user.branches("finance", "admin", "coordinator")
    late = approval.late(Fee.objects.handled_by(request.user), heads[0] if heads else None)
    rows = budget.standing(request.user, year)
    context = {
        "year": year,
        "years": sorted({*years, this_year}, reverse=True),
        "rows": rows,
        "most": max((max(row.used, row.amount or 0) for row in rows), default=0),
        "late": late.select_related("payee", "payer").order_by("created_at")[:SHOWN],
        "may_write": request.user.has_perm("fees.change_budget"),
    }
    return render(request, "fees/backoffice/budget.html", context)


@never_cache
def keep(request: HttpRequest) -> HttpResponse:
    form = BudgetForm(form_page.posted(request), by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The budget is kept."))
        return redirect(f"{reverse('fees_budget:index')}?vuosi={form.made.year}")
    context = {
        "form": form,
        "title": _("Write a budget"),
        "intro": _("What the unit and those under it may spend on fees and travel in a calendar year."),
        "button": _("Keep the budget"),
        "back": reverse("fees_budget:index"),
    }
    return render(request, "people/backoffice/form.html", context)


@never_cache
@require_safe
def basis(request: HttpRequest) -> HttpResponse:
    """`?kuukausi=2026-11` shows that month; without it, this one."""
    month = _month(request)
    lines = invoicing.basis(Fee.objects.handled_by(request.user), month)
    context = {
        "month": month,
        "key": f"{month:%Y-%m}",
        "before": f"{months.before(month):%Y-%m}",
        "after": f"{months.after(month):%Y-%m}" if month < months.first_day(clock.today()) else "",
        "lines": lines,
        "together": invoicing.together(lines),
    }
    return render(request, "fees/backoffice/invoicing.html", context)


@never_cache
@require_safe
def basis_file(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file; taking it along is written to the access log."""
    month = _month(request)
    if form not in FILE_TYPES:
        raise Http404
    rows = invoicing.table(invoicing.basis(Fee.objects.handled_by(request.user), month), month)
    access.record(request.user, AccessEntry.Action.EXPORT, "fees.invoicing", subjects=[f"{month:%Y-%m}"])
    name = f"laskutusperuste-{month:%Y-%m}"
    body = sheets.write_csv(rows) if form == "csv" else sheets.write_xlsx([(name, rows)])
    disposition = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(body, content_type=FILE_TYPES[form], headers=disposition)


def _month(request: HttpRequest) -> date:
    return months.read(request.GET.get("kuukausi", "")) or months.first_day(clock.today())


budgets = BudgetPages()
invoices = InvoicingPages()
