"""The ledger in the back office: what is owed, to whom, from where. Approving and paying come with the payroll."""

from __future__ import annotations

import django_filters
from django.db.models import Count, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from coordination.fees.models import Fee
from coordination.foundation import sheets
from coordination.foundation.board import Board, BoardIndexView, DayColumn, EurosColumn
from coordination.people.models import Unit, User
from coordination.records.domain import access
from coordination.records.models import AccessEntry

ABOUT = "fees.fee"
FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def payers(request: HttpRequest | None) -> QuerySet[Unit]:
    """The units that pay something this user sees."""
    if request is None:
        return Unit.objects.none()
    return Unit.objects.filter(pk__in=Fee.objects.visible_to(request.user).order_by().values("payer"))


class FeeFilter(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(label=pgettext_lazy("fee", "State"), choices=Fee.Status.choices)
    earned_on = django_filters.DateFromToRangeFilter(label=gettext_lazy("Earned on"))
    payer = django_filters.ModelChoiceFilter(label=gettext_lazy("Who pays"), queryset=payers)

    class Meta:
        model = Fee
        fields = ["status", "kind", "earned_on", "payer", "cost_centre"]


class FeeIndexView(BoardIndexView):
    """Sums stand over the list; a file taken along is written to the access log."""

    any_permission_required = ["view"]
    list_export = [
        "number", "earned_on", "payee", "what", "payer", "unit", "cost_centre", "price_code", "rate", "quantity",
        "amount", "reason", "status",
    ]  # fmt: skip

    def get_context_data(self, *args: object, **kwargs: object) -> dict:
        context = super().get_context_data(*args, **kwargs)
        rows = self.get_queryset().order_by()
        context["totals"] = rows.values("status").annotate(sum=Sum("amount"), count=Count("pk")).order_by("status")
        context["state_names"] = dict(Fee.Status.choices)
        return context

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        rows = list(queryset)
        access.record(self.request.user, AccessEntry.Action.EXPORT, ABOUT, subjects=[row.number for row in rows])
        table = [_headings(), *map(_cells, rows)]
        body = sheets.write_csv(table) if spreadsheet_format == "csv" else sheets.write_xlsx([(_("Fees"), table)])
        name = f"palkkiot.{spreadsheet_format}"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(body, content_type=FILE_TYPES[spreadsheet_format], headers=disposition)


class FeeBoard(Board):
    model = Fee
    name = "fees_fee"
    url_prefix = "palkkiot"
    icon = "tablet-alt"
    menu_label = pgettext_lazy("menu", "Fees")
    index_view_class = FeeIndexView
    index_results_template_name = "fees/backoffice/fee_results.html"
    filterset_class = FeeFilter
    search_fields = ["number", "what", "payee__last_name", "payee__first_name"]
    list_display = [
        TitleColumn("number", label=gettext_lazy("Number"), get_url=lambda row: board.page_url(row), sort_key="number"),
        DayColumn("earned_on", label=gettext_lazy("Earned on"), sort_key="earned_on"),
        Column("payee", label=gettext_lazy("To whom"), accessor="payee.full_name", sort_key="payee__last_name"),
        Column("what", label=gettext_lazy("For what")),
        Column("payer", label=gettext_lazy("Who pays"), accessor="payer.names"),
        EurosColumn("amount", label=gettext_lazy("Amount, €"), sort_key="amount"),
        StatusTagColumn(
            "status",
            label=pgettext_lazy("fee", "State"),
            accessor="get_status_display",
            primary=lambda row: row.status == Fee.Status.OWED,
        ),
    ]
    default_ordering = "-earned_on"

    def queryset_for(self, user: User) -> QuerySet[Fee]:
        return Fee.objects.visible_to(user).select_related("payee", "payer", "unit")

    def pages(self) -> list[URLPattern]:
        return [path("<int:pk>/", show, name="page")]


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One row with the price it was made of."""
    fee = get_object_or_404(Fee.objects.visible_to(request.user).select_related("payee", "payer", "unit"), pk=pk)
    return render(request, "fees/backoffice/fee.html", {"fee": fee})


def _headings() -> list[str]:
    return [
        _("Number"), _("Earned on"), _("To whom"), _("For what"), _("Who pays"), _("For which unit"), _("Cost centre"),
        _("Price class"), _("Rate, €"), _("Quantity"), _("Amount, €"), _("Reason"), pgettext("fee", "State"),
    ]  # fmt: skip


def _cells(fee: Fee) -> list:
    return [
        fee.number, fee.earned_on, fee.payee.full_name, fee.what, str(fee.payer.names), str(fee.unit.names), fee.cost_centre,
        fee.price_code, fee.rate, fee.quantity, fee.amount, fee.reason, str(fee.get_status_display()),
    ]  # fmt: skip


board = FeeBoard()
