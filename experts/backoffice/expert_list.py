"""The coordinator's list of experts: how each stands, how much each works, whom to look after. Looking and taking along are logged."""

from __future__ import annotations

from datetime import datetime, time

import django_filters
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from coordination.foundation import clock
from coordination.foundation.board import BoardIndexView, DayColumn
from coordination.people.models import Role, User
from coordination.privacy.models import Consent
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.models import Booking, CVRevision, Expert, ServiceArea

ABOUT = "experts.list"
WAITING, APPROVED, DRAFT, NONE = "waiting", "approved", "draft", "none"
CV_STATES = {
    WAITING: pgettext_lazy("cv", "waiting for approval"),
    APPROVED: pgettext_lazy("cv", "approved"),
    DRAFT: pgettext_lazy("cv", "in work"),
    NONE: pgettext_lazy("cv", "no CV"),
}


def listed(user: User) -> QuerySet[Expert]:
    """The experts of the branches one coordinates, with what the list tells of each."""
    rows = Expert.objects.coordinated_by(user).select_related("person", "unit").prefetch_related("areas")
    return rows.annotate(bookings_now=_bookings_of_month(), cv_state=_cv_state(), consented_at=_last_consent())


class ExpertFilter(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(label=pgettext_lazy("expert", "State"), choices=Expert.Status.choices)
    cv = django_filters.ChoiceFilter(
        label=pgettext_lazy("cv", "CV"), choices=list(CV_STATES.items()), field_name="cv_state"
    )
    area = django_filters.ModelChoiceFilter(
        label=_("Area of experience"), queryset=ServiceArea.objects.all(), field_name="areas"
    )
    locality = django_filters.CharFilter(label=_("Town"), lookup_expr="icontains")

    class Meta:
        model = Expert
        fields = ["status", "cv", "area", "locality", "remote"]


class AreasColumn(Column):
    def get_value(self, instance: Expert) -> str:
        return area_names(instance)


class CVColumn(StatusTagColumn):
    def get_value(self, instance: Expert) -> str:
        return CV_STATES[instance.cv_state]


def columns(page_url) -> list[Column]:
    return [
        TitleColumn(
            "name",
            label=_("Name of the person"),
            accessor="person.full_name",
            get_url=page_url,
            sort_key="person__last_name",
        ),
        StatusTagColumn(
            "status",
            label=pgettext_lazy("expert", "State"),
            accessor="get_status_display",
            primary=lambda row: row.status == Expert.Status.ACTIVE,
        ),
        Column("locality", label=_("Town"), sort_key="locality"),
        AreasColumn("areas", label=_("Areas of experience")),
        Column("bookings_now", label=_("Bookings this month"), sort_key="bookings_now"),
        CVColumn("cv_state", label=pgettext_lazy("cv", "CV"), primary=lambda row: row.cv_state == WAITING),
        DayColumn("consented_at", label=_("Last consent"), sort_key="consented_at"),
    ]


class ExpertIndexView(BoardIndexView):
    """Every word of the search must be in a name or be the list number."""

    any_permission_required = ["change", "view"]
    list_export = ["name", "state", "town", "area_names", "bookings", "cv", "consent"]
    export_headings = {
        "name": _("Name of the person"),
        "state": pgettext_lazy("expert", "State"),
        "town": _("Town"),
        "area_names": _("Areas of experience"),
        "bookings": _("Bookings this month"),
        "cv": pgettext_lazy("cv", "CV"),
        "consent": _("Last consent"),
    }
    export_filename = "kokemusasiantuntijat"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Writing in one person, or a whole list, for those who may."""
        buttons = super().header_buttons
        if self.request.user.has_role(Role.Kind.COORDINATOR):
            label = _("Bring in from a spreadsheet")
            buttons.append(HeaderButton(label, url=reverse("expert_import:start"), icon_name="upload"))
            buttons.append(
                HeaderButton(_("Begin a recruitment"), url=reverse("expert_recruiting:begin"), icon_name="user")
            )
        return buttons

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        for word in (self.search_query or "").split():
            named = Q(person__first_name__icontains=word) | Q(person__last_name__icontains=word)
            queryset = queryset.filter(named | Q(list_number=word))
        return queryset

    def to_row_dict(self, item: Expert) -> dict:
        """Cells that a spreadsheet would run as a formula are made plain text."""
        values = (
            item.person.full_name,
            str(item.get_status_display()),
            item.locality,
            area_names(item),
            item.bookings_now,
            str(CV_STATES[item.cv_state]),
            clock.local(item.consented_at).date() if item.consented_at else "",
        )
        return {name: _harmless(value) for name, value in zip(self.list_export, values, strict=True)}

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        keys = list(queryset.values_list("staff_key", flat=True))
        access.record(self.request.user, AccessEntry.Action.EXPORT, ABOUT, subjects=keys)
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_context_data(self, *args: object, **kwargs: object) -> dict:
        context = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            shown = [row.staff_key for row in context["object_list"]]
            access.record(self.request.user, AccessEntry.Action.SEARCH, ABOUT, subjects=shown)
        return context


def area_names(expert: Expert) -> str:
    return ", ".join(str(area) for area in expert.areas.all())


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _bookings_of_month() -> Coalesce:
    """Standing bookings of this month, Helsinki time."""
    today = clock.today()
    first = datetime.combine(today.replace(day=1), time(0), tzinfo=clock.HELSINKI)
    after = datetime.combine(
        today.replace(year=today.year + today.month // 12, month=today.month % 12 + 1, day=1),
        time(0),
        tzinfo=clock.HELSINKI,
    )
    rows = Booking.objects.standing().filter(expert=OuterRef("pk"), starts_at__gte=first, starts_at__lt=after)
    count = rows.order_by().values("expert").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(count, output_field=IntegerField()), 0)


def _cv_state() -> Case:
    def has(*statuses: str) -> Exists:
        return Exists(CVRevision.objects.filter(cv__expert=OuterRef("pk"), status__in=statuses))

    status = CVRevision.Status
    return Case(
        When(has(status.SUBMITTED), then=Value(WAITING)),
        When(has(status.APPROVED), then=Value(APPROVED)),
        When(has(status.DRAFT, status.RETURNED), then=Value(DRAFT)),
        default=Value(NONE),
        output_field=CharField(),
    )


def _last_consent() -> Subquery:
    rows = Consent.objects.in_force().filter(person=OuterRef("person")).order_by().values("person")
    return Subquery(rows.annotate(last=Max("given_at")).values("last"))
