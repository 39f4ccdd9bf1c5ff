"""Events in the back office: the list, and the doors of one event's pages."""

from __future__ import annotations

import django_filters
from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from coordination.events.models import Event, Registration
from coordination.foundation import formats
from coordination.foundation.board import Board, BoardIndexView
from coordination.people.models import User

from . import event_act, event_edit, event_figures, event_page, event_people, forgetting

COMING = Q(registrations__status__in=[Registration.Status.REGISTERED, Registration.Status.ATTENDED])
WAITING = Q(registrations__status=Registration.Status.WAITING)


class EventFilter(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=pgettext_lazy("event", "Kind"), choices=Event.Kind.choices)
    status = django_filters.ChoiceFilter(label=pgettext_lazy("event", "State"), choices=Event.Status.choices)

    class Meta:
        model = Event
        fields = ["kind", "status"]


def _places(row: Event) -> str:
    coming = row.coming + row.forgotten_there
    places = f"{coming} / {row.capacity}" if row.capacity else str(coming)
    return f"{places} (+{row.waiting})" if row.waiting else places


class EventIndexView(BoardIndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        buttons.append(HeaderButton(_("Events in numbers"), url=reverse("event:figures"), icon_name="table"))
        return buttons


class EventBoard(Board):
    model = Event
    index_view_class = EventIndexView
    name = "event"
    url_prefix = "tapahtumat"
    icon = "date"
    menu_label = pgettext_lazy("menu", "Events")
    menu_order = 143
    add_to_admin_menu = True
    filterset_class = EventFilter
    search_fields = None
    list_display = [
        TitleColumn(
            "name",
            label=pgettext_lazy("event", "Name"),
            accessor=lambda row: str(row.names),
            get_url=lambda row: reverse("event:page", args=[row.pk]),
        ),
        Column(
            "when",
            label=pgettext_lazy("event", "When"),
            accessor=lambda row: formats.span(row.starts_at, row.ends_at),
            sort_key="starts_at",
        ),
        Column("kind", label=pgettext_lazy("event", "Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("status", label=pgettext_lazy("event", "State"), accessor="get_status_display", sort_key="status"),
        Column("coming", label=pgettext_lazy("event", "Coming"), accessor=_places),
        Column(
            "holder",
            label=pgettext_lazy("event", "Holds the strings"),
            accessor=lambda row: row.coordinator.full_name,
        ),
    ]
    page_rights = {"new": "add", "copy": "add", "figures": "view"}

    def queryset_for(self, user: User) -> QuerySet:
        rows = Event.objects.led_by(user).select_related("coordinator")
        counts = {"coming": Count("registrations", filter=COMING), "waiting": Count("registrations", filter=WAITING)}
        return rows.annotate(**counts).order_by("-starts_at", "-pk")

    def new_url(self) -> str:
        return reverse("event:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", event_edit.new, name="new"),
            path("luvut/", event_figures.show, name="figures"),
            path("poistettavat/", forgetting.show, name="forgetting"),
            path("<int:pk>/", event_page.show, name="page"),
            path("<int:pk>/tiedot/", event_edit.change, name="change"),
            path("<int:pk>/kopioi/", event_edit.copy, name="copy"),
            path("<int:pk>/peruutus/", event_edit.cancel, name="cancel"),
            path("<int:pk>/paina/<slug:act>/", event_act.press, name="press"),
            path("<int:pk>/ohjelma/", event_act.programme_add, name="programme"),
            path("<int:pk>/ohjelma/<int:row>/pois/", event_act.programme_remove, name="programme_remove"),
            path("<int:pk>/tehtava/", event_act.task_add, name="task"),
            path("<int:pk>/tehtava/<int:row>/", event_act.task_tick, name="task_tick"),
            path("<int:pk>/jarjestaja/", event_act.organiser_add, name="organiser"),
            path("<int:pk>/jarjestaja/<int:row>/pois/", event_act.organiser_remove, name="organiser_remove"),
            path("<int:pk>/tulijat/", event_people.show, name="people"),
            path("<int:pk>/tulijat/kutsu/", event_people.invite, name="invite"),
            path("<int:pk>/tulijat/uusi/", event_people.write_down, name="write_down"),
            path("<int:pk>/tulijat/<int:row>/", event_people.enter, name="enter"),
            path("<int:pk>/tulijat/lista.<slug:form>", event_people.export, name="list"),
        ]


board = EventBoard()
