"""Remarks that something is out of date, in the coordinator's list; each opens the page where it is seen to (SM-03)."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation.board import Board, DayColumn
from coordination.people.models import User
from experts.models import OutOfDate


class RemarkFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=pgettext_lazy("out of date", "State"), choices=OutOfDate.Status.choices)

    class Meta:
        model = OutOfDate
        fields = ["status", "wrong"]


class RemarkBoard(Board):
    model = OutOfDate
    name = "out_of_date"
    url_prefix = "huomautukset"
    icon = "history"
    menu_label = pgettext_lazy("menu", "Out of date")
    menu_order = 415
    add_to_admin_menu = True
    filterset_class = RemarkFilter
    list_display = [
        TitleColumn(
            "what", label=_("What is out of date"), accessor="about_name", get_url=lambda row: board.page_url(row)
        ),
        Column("wrong", label=_("What was told"), accessor="get_wrong_display"),
        Column("status", label=pgettext_lazy("out of date", "State"), accessor="get_status_display"),
        DayColumn("told_at", label=_("Told"), sort_key="told_at"),
        Column("updater", label=_("Who mends"), accessor="updater.full_name"),
    ]
    default_ordering = "-told_at"

    def queryset_for(self, user: User) -> QuerySet:
        rows = OutOfDate.objects.coordinated_by(user)
        return rows.select_related("expert__person", "unit", "updater")

    def page_url(self, row: OutOfDate) -> str:
        return reverse("experts:remark", args=[row.pk])


board = RemarkBoard()
