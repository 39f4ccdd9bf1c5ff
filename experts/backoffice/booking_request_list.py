"""The order board: what has been ordered, how far it is, what to do next. Taking the list along is logged."""

from __future__ import annotations

import django_filters
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation import clock, formats
from coordination.foundation.board import BoardIndexView, DayColumn
from coordination.people.models import Person, Role, Unit, User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain.conversation_unread import unread_on_board
from experts.models import Arrival, BookingRequest, RequestedTime, TaskType

from . import booking_request_step as steps

ABOUT = "experts.bookingrequest"
Status = BookingRequest.Status
STAGES = {
    "etsi": (pgettext_lazy("orders", "To be matched"), [Status.SENT, Status.UNMATCHED]),
    "odottaa": (pgettext_lazy("orders", "Offered"), [Status.OFFERED]),
    "sovittu": (pgettext_lazy("orders", "Agreed"), [Status.CONFIRMED]),
    "pidetty": (pgettext_lazy("orders", "Held"), [Status.HELD]),
    "paattynyt": (pgettext_lazy("orders", "Over"), [Status.CLOSED, Status.CANCELLED]),
}


CAME = [
    ("outside", pgettext_lazy("orders", "From outside")),
    ("told", pgettext_lazy("orders", "Written down by a coordinator")),
    ("staff", pgettext_lazy("orders", "Sent by an employee")),
]


def listed(user: User) -> QuerySet[BookingRequest]:
    """The sent orders of the branches one coordinates."""
    rows = BookingRequest.objects.coordinated_by(user).select_related("unit", "task_type", "coordinator")
    return rows.prefetch_related("times")


def branch_units(request: HttpRequest | None) -> QuerySet[Unit]:
    heads = request.user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN) if request else []
    return Unit.objects.within(heads).order_by("path")


def coordinators(request: HttpRequest | None) -> QuerySet[Person]:
    if request is None:
        return Person.objects.none()
    named = BookingRequest.objects.coordinated_by(request.user).order_by().values("coordinator")
    return Person.objects.filter(pk__in=named)


class NamedChoice(django_filters.ModelChoiceFilter):
    """People by name: a person's own string is a number, fit for logs."""

    class field_class(django_filters.ModelChoiceFilter.field_class):  # noqa: N801
        def label_from_instance(self, row: Person) -> str:
            return row.full_name


class OrderFilter(WagtailFilterSet):
    stage = django_filters.ChoiceFilter(
        label=_("How far it is"), method="by_stage", choices=[(key, label) for key, (label, states) in STAGES.items()]
    )
    unit = django_filters.ModelChoiceFilter(
        label=_("Unit and those under it"), queryset=branch_units, method="by_branch"
    )
    task_type = django_filters.ModelChoiceFilter(label=pgettext_lazy("order", "Task"), queryset=TaskType.objects.all())
    coordinator = NamedChoice(label=pgettext_lazy("order", "Coordinator"), queryset=coordinators)
    came = django_filters.ChoiceFilter(label=_("How the order came"), method="by_way", choices=CAME)
    sent_at = django_filters.DateFromToRangeFilter(
        label=pgettext_lazy("order", "Arrived"), widget=DateRangePickerWidget
    )

    class Meta:
        model = BookingRequest
        fields = ["stage", "unit", "task_type", "coordinator", "came", "sent_at"]

    def by_stage(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(status__in=STAGES[value][1])

    def by_way(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        outside, site = Q(unit__kind=Unit.Kind.CONTACT_BODY), Q(arrival__way=Arrival.Way.SITE)
        written_down = Q(arrival__isnull=False) & ~site
        return rows.filter({"outside": outside, "told": written_down, "staff": Q(arrival=None)}[value])

    def by_branch(self, rows: QuerySet, name: str, value: Unit) -> QuerySet:
        return rows.filter(Unit.branch_condition([value], "unit__"))


class StepColumn(Column):
    """What comes next, as a chip of our own: late ones and the coordinator's own stand out; what is over tells its state.

    What has been written and nobody of the office has read stands beside it.
    """

    cell_template_name = "experts/backoffice/booking_request_step_cell.html"

    def get_value(self, instance: BookingRequest) -> str:
        return instance.next_step.title or instance.get_status_display()

    def get_cell_context_data(self, instance: BookingRequest, parent_context: dict) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        step = instance.next_step
        tone = "bad" if step.late else "warn" if step.is_mine else "info" if step.title else "neutral"
        return {**context, "chip": {"label": context["value"], "tone": tone}, "unread": instance.unread}


class TimeColumn(Column):
    def get_value(self, instance: BookingRequest) -> str:
        return when(instance)


def when(order: BookingRequest) -> str:
    """The chosen time, else the first of the possible ones and how many more."""
    mains = sorted(
        (each for each in order.times.all() if each.kind == RequestedTime.Kind.MAIN), key=lambda each: each.starts_at
    )
    chosen = next((each for each in mains if each.chosen), None) or next(iter(mains), None)
    if chosen is None:
        return ""
    more = len(mains) - 1 if not chosen.chosen else 0
    first = formats.span(chosen.starts_at, chosen.ends_at)
    return _("%(first)s or %(more)s other") % {"first": first, "more": more} if more else first


def columns(page_url) -> list[Column]:
    return [
        TitleColumn(
            "number", classname="nowrap", label=pgettext_lazy("order", "Number"), get_url=page_url, sort_key="number"
        ),
        StepColumn("step", label=_("Next step")),
        Column("task", label=pgettext_lazy("order", "Task"), accessor=what),
        Column("unit", label=pgettext_lazy("order", "Unit"), accessor=lambda row: str(row.unit)),
        TimeColumn("time", label=pgettext_lazy("order", "Time")),
        DayColumn("sent_at", classname="nowrap", label=pgettext_lazy("order", "Arrived"), sort_key="sent_at"),
    ]


def what(order: BookingRequest) -> str:
    return f"{order.task_type}: {order.topic}" if order.topic else str(order.task_type)


class OrderIndexView(BoardIndexView):
    """Search looks at the number, the topic and the orderer's unit: no person is searched for here."""

    any_permission_required = ["change", "view"]
    list_export = ["number", "state", "task", "topic", "unit", "time", "experts", "arrived", "coordinator"]
    export_headings = {
        "number": pgettext_lazy("order", "Number"),
        "state": pgettext_lazy("order", "State"),
        "task": pgettext_lazy("order", "Task"),
        "topic": _("What it is about"),
        "unit": pgettext_lazy("order", "Unit"),
        "time": pgettext_lazy("order", "Time"),
        "experts": _("How many experts?"),
        "arrived": pgettext_lazy("order", "Arrived"),
        "coordinator": pgettext_lazy("order", "Coordinator"),
    }
    export_filename = "tilaukset"

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        for word in (self.search_query or "").split():
            units = [unit.pk for unit in branch_units(self.request) if word.lower() in str(unit.names).lower()]
            queryset = queryset.filter(Q(number__icontains=word) | Q(topic__icontains=word) | Q(unit__in=units))
        return queryset

    def to_row_dict(self, item: BookingRequest) -> dict:
        """Cells that a spreadsheet would run as a formula are made plain text."""
        values = (
            item.number,
            str(item.get_status_display()),
            str(item.task_type),
            item.topic,
            str(item.unit),
            when(item),
            item.seats,
            clock.local(item.sent_at).date(),
            item.coordinator.full_name if item.coordinator else "",
        )
        return {name: _harmless(value) for name, value in zip(self.list_export, values, strict=True)}

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        numbers = list(queryset.values_list("number", flat=True))
        access.record(self.request.user, AccessEntry.Action.EXPORT, f"{ABOUT}.list", subjects=numbers)
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_context_data(self, *args: object, **kwargs: object) -> dict:
        context = super().get_context_data(*args, **kwargs)
        if self.is_export:
            return context
        shown = list(context["object_list"])
        standings, overdue = steps.standings(shown), steps.overdue_days()
        unread = unread_on_board(shown, self.request.user)
        for row in shown:
            row.unread = unread.get(row.pk, 0)
            row.next_step = steps.step(row, standings[row.pk], overdue)
        return {**context, "tabs": self.tabs()}

    def tabs(self) -> list[dict]:
        """The stages with their counts: one query."""
        counts = self.viewset.queryset_for(self.request.user).order_by().prefetch_related(None)
        stages = {key: Count("pk", filter=Q(status__in=states)) for key, (label, states) in STAGES.items()}
        found = counts.aggregate(all=Count("pk"), **stages)
        url, current = reverse("booking_request:index"), self.request.GET.get("stage", "")
        rows = [("", pgettext_lazy("orders", "All"), found["all"])]
        rows += [(key, label, found[key]) for key, (label, states) in STAGES.items()]
        return [
            {"label": label, "count": count, "url": f"{url}?stage={key}" if key else url, "current": key == current}
            for key, label, count in rows
        ]


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
