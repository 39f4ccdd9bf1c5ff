"""The ledger in the back office: what is owed, to whom, from where, and how far it is."""

from __future__ import annotations

import django_filters
from django.db.models import Count, QuerySet, Sum
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from coordination.fees.domain import ledger_query
from coordination.fees.models import Fee, LedgerView
from coordination.foundation.board import Board, BoardIndexView, DayColumn, EurosColumn
from coordination.people.models import Unit, User

from . import fee_page, ledger, statement


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
    """Sums stand over the list, and the views one has kept."""

    any_permission_required = ["view"]

    def get_context_data(self, *args: object, **kwargs: object) -> dict:
        context = super().get_context_data(*args, **kwargs)
        rows = self.get_queryset().order_by()
        rows = rows.exclude(amount=0).values("status").annotate(sum=Sum("amount"), count=Count("pk"))
        context["totals"] = sorted(rows, key=lambda row: Fee.Status.values.index(row["status"]))
        context["state_names"] = dict(Fee.Status.choices)
        context["views"] = LedgerView.objects.visible_to(self.request.user)
        context["query"] = ledger_query.tidy(self.request.GET.urlencode())
        return context


class FeeBoard(Board):
    model = Fee
    name = "fees_fee"
    url_prefix = "palkkiot"
    icon = "tablet-alt"
    menu_label = pgettext_lazy("menu", "Fees")
    index_view_class = FeeIndexView
    index_results_template_name = "fees/backoffice/fee_results.html"
    filterset_class = FeeFilter
    search_fields = list(ledger_query.SEARCHED)
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
            accessor="state_name",
            primary=lambda row: row.status == Fee.Status.OWED and row.amount,
        ),
    ]
    default_ordering = "-earned_on"
    # What the verbs allow, each verb says itself; a coordinator puts right what was given back.
    page_rights = {"view": "view", "view_forget": "view", "export": "view", "act": "view", "person": "view"}

    def queryset_for(self, user: User) -> QuerySet[Fee]:
        return Fee.objects.visible_to(user).select_related("payee", "payer", "unit")

    def pages(self) -> list[URLPattern]:
        return [
            path("nakyma/", ledger.keep, name="view"),
            path("nakyma/<int:pk>/poista/", ledger.forget, name="view_forget"),
            path("tiedosto/", ledger.export, name="export"),
            path("henkilo/<int:pk>/", statement.show, name="person"),
            path("<int:pk>/", fee_page.show, name="page"),
            path("<int:pk>/<str:what>/", fee_page.act, name="act"),
        ]


board = FeeBoard()
