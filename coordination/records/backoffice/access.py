"""The access log: who looked at whose data, for the main user to read and nobody to change (L-17)."""

from __future__ import annotations

import django_filters
from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from coordination.foundation.board import Board, MomentColumn
from coordination.people.models import Person, Role, User
from coordination.records.models import AccessEntry


def _readers(request: object) -> QuerySet:
    return Person.objects.visible_to(request.user).filter(user__isnull=False) if request else Person.objects.none()


class ReaderFilter(django_filters.ModelChoiceFilter):
    @property
    def field(self) -> object:
        field = super().field
        field.label_from_instance = lambda person: person.full_name
        return field


class AccessFilter(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    reader = ReaderFilter(label=_("Who"), field_name="reader__person", queryset=_readers)

    class Meta:
        model = AccessEntry
        fields = ["at", "reader", "action"]


class ReaderColumn(Column):
    def get_value(self, instance: AccessEntry) -> str:
        person = instance.reader.as_person() if instance.reader else None
        return person.full_name if person else "–"


class RoleColumn(Column):
    def get_value(self, instance: AccessEntry) -> str:
        return str(dict(Role.Kind.choices).get(instance.role, instance.role))


# What is looked at and is no row of one model.
PLACES = {
    "experts.list": _("list of experts"),
    "experts.folder": _("CV folder"),
    "experts.import": _("list brought in"),
    "experts.bookingrequest.list": _("list of orders"),
    "experts.folder_print": _("CV folder on paper"),
    "experts.client_cards": _("cards for a client"),
    "experts.certificate": pgettext_lazy("access", "certificate of training"),
    "experts.contract.list": _("list of contracts"),
    "experts.contract_scan": _("signed contract on paper"),
    "experts.supervision": _("who has been away from supervision"),
    "councils.answers": _("who comes to a meeting"),
    "councils.attendance": _("attendance at a meeting"),
    "councils.certificate": _("certificate of taking part"),
    "councils.fares": _("fares of a meeting"),
    "councils.group": pgettext_lazy("council", "developer-client group"),
    "councils.members": _("members of a council"),
    "councils.topic_bank": _("bank of topics"),
    "recruitment.selection": pgettext_lazy("access", "applicants side by side"),
    "recruitment.admission": pgettext_lazy("access", "the chosen who wait to be admitted"),
    "recruitment.interviews": pgettext_lazy("access", "interviews and their times"),
    "events.forgetting": pgettext_lazy("access", "those known from events alone who are to be erased"),
    "recruitment.forgetting": pgettext_lazy("access", "applicants who are to be erased"),
    "fees.fee": _("ledger"),
    "fees.invoicing": _("basis of invoices"),
    "fees.receipt": _("receipt of a journey"),
}


class AboutColumn(Column):
    """The kind in words and the key: a key tells nothing to whoever has no right to open it."""

    def get_value(self, instance: AccessEntry) -> str:
        place, __, key = instance.about.partition(":")
        kind = PLACES.get(place) or _kind(place)
        return f"{kind}: {key}" if key else str(kind)


def _kind(label: str) -> str:
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return label


class AccessBoard(Board):
    model = AccessEntry
    name = "records_access"
    url_prefix = "katselut"
    icon = "view"
    menu_label = pgettext_lazy("menu", "Access log")
    menu_order = 900
    add_to_admin_menu = True
    filterset_class = AccessFilter
    search_fields = ["about", "reader__person__last_name"]
    list_display = [
        MomentColumn("at", label=_("When"), sort_key="at"),
        ReaderColumn("reader", label=_("Who")),
        RoleColumn("role", label=_("In the role")),
        Column("action", label=_("What"), accessor="get_action_display"),
        AboutColumn("about", label=_("About")),
        Column("subjects", label=_("How many shown"), accessor=lambda row: len(row.subjects) or ""),
    ]
    default_ordering = "-at"

    def queryset_for(self, user: User) -> QuerySet:
        return AccessEntry.objects.visible_to(user).select_related("reader__person")


board = AccessBoard()
