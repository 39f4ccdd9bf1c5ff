"""Councils in the back office: the list, and a council's page that says what it still lacks."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.events.models import Event
from coordination.foundation import clock
from coordination.foundation.board import Board, DayColumn
from coordination.people.models import User
from councils.domain import council as verbs
from councils.domain import membership as seats
from councils.domain import neutral, overview, recruiting
from councils.models import Council, WorkHours
from councils.permissions import council as permissions
from councils.permissions import desk

from . import council_act, council_edit, council_found, membership, staff

MOST_EVENTS = 10
# Where each lack is mended: the URL name inside the board, the arguments after the council, the words of the link.
MENDS = {
    "staff": ("council:staff_add", (), _("Add a leader")),
    "responsible": ("council:staff_add", (), _("Name the responsible leader")),
    "members": ("council:members", (), _("Open the members")),
    "term": ("council:change", ("tiedot",), _("Change the term")),
    "sponsor": ("council:promise", (), _("Write down the commitment")),
    "rules": ("council:change", ("saannot",), _("Write the ground rules")),
    "agreed": ("council:members", (), _("See who")),
}


class CouncilBoard(Board):
    model = Council
    name = "council"
    url_prefix = "raadit"
    icon = "group"
    menu_label = pgettext_lazy("menu", "Councils")
    menu_order = 115
    add_to_admin_menu = True
    search_fields = None
    page_rights = {"found": "add", "members": "view"}
    list_display = [
        TitleColumn("names", label=pgettext_lazy("council", "Name"), get_url=lambda row: board.page_url(row)),
        Column("kind", label=pgettext_lazy("council", "Kind"), accessor="get_kind_display"),
        Column("unit", label=pgettext_lazy("field", "Unit"), accessor=lambda row: str(row.unit.names)),
        Column("status", label=pgettext_lazy("council", "Phase"), accessor="get_status_display"),
        Column("seated", label=pgettext_lazy("council", "Members"), accessor=lambda row: f"{row.seated}/{row.seats}"),
        DayColumn("term_ends", label=_("Term ends"), sort_key="term_ends"),
    ]
    default_ordering = "pk"

    def queryset_for(self, user: User) -> QuerySet:
        seated = Count("memberships", filter=Q(memberships__left_on=None, memberships__seat__isnull=False))
        return Council.objects.led_by(user).select_related("unit").annotate(seated=seated)

    def new_url(self) -> str:
        return reverse("council:found")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", council_edit.found, name="found"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/muuta/<str:part>/", council_edit.change, name="change"),
            path("<int:pk>/lupaus/", council_edit.promise, name="promise"),
            path("<int:pk>/vaihe/", council_act.move_on, name="move_on"),
            path("<int:pk>/uusi-kausi/", council_act.renew, name="renew"),
            path("<int:pk>/lopeta/", council_act.end, name="end"),
            path("<int:pk>/vetajat/uusi/", staff.add, name="staff_add"),
            path("<int:pk>/vetajat/<int:row>/", staff.change, name="staff_change"),
            path("<int:pk>/vetajat/<int:row>/vastuu/", staff.hand_over, name="staff_hand_over"),
            path("<int:pk>/vetajat/<int:row>/lopeta/", staff.end, name="staff_end"),
            path("<int:pk>/vetajat/<int:row>/tunnit/", staff.hours, name="staff_hours"),
            path("<int:pk>/jasenet/", membership.show, name="members"),
            path("<int:pk>/jasenet/etsi/", membership.find, name="member_find"),
            path("<int:pk>/jasenet/loytyi/<str:token>/", membership.admit, name="member_admit"),
            path("<int:pk>/jasenet/uusi/", membership.write, name="member_write"),
            path("<int:pk>/jasenet/<int:row>/rooli/", membership.role, name="member_role"),
            path("<int:pk>/jasenet/<int:row>/saannot/", membership.agree, name="member_agree"),
            path("<int:pk>/jasenet/<int:row>/lahtee/", membership.leave, name="member_leave"),
        ]


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The overview. It names nobody but the leaders, so it is not logged; the members' page is."""
    council = council_found.led(request, pk, "unit", "sponsor", "payer", "meeting_fee")
    found = overview.of(council)
    following = verbs.following(council)
    context = {
        "council": council,
        "overview": found,
        "lacks": [(lack, *_mend(council, lack)) for lack in found.lacks],
        **_phases(council),
        "following": Council.Status(following).label if following else "",
        "seats": seats.seats_of(council),
        "hours": WorkHours.objects.filter(staff__council=council)
        .select_related("staff__person")
        .order_by("-month")[:9],
        **_recruitment(council),
        **_events(request.user, council),
        "coordinates": permissions.coordinates(request.user, council),
        "neutral": neutral.neutral(council),
        "title": str(council.names),
    }
    return render(request, "councils/backoffice/council_page.html", context)


def _recruitment(council: Council) -> dict:
    """The latest recruitment for the council, and whether another may begin."""
    latest = recruiting.latest(council)
    is_going_on = latest is not None and latest.status in recruiting.GOING_ON
    return {"recruitment": latest, "may_recruit": council.status != Council.Status.ENDED and not is_going_on}


def _events(user: User, council: Council) -> dict:
    """The council's events to come, which of them the user arranges, and whether another may be planned."""
    key = desk.of(council)
    coming = Event.objects.visible_to(user).standing().filter(meant_for=key, ends_at__gte=clock.now())
    own = Event.objects.led_by(user).values("pk")
    rows = coming.annotate(is_arranged=Exists(own.filter(pk=OuterRef("pk"))))
    may_plan = council.status != Council.Status.ENDED and user.has_perm("events.add_event")
    return {"events": rows[:MOST_EVENTS], "may_plan": may_plan, "desk": key}


def _mend(council: Council, lack: overview.Lack) -> tuple[str, object]:
    name, more, words = MENDS[lack.code]
    return reverse(name, args=[council.pk, *more]), words


def _phases(council: Council) -> dict:
    """The six phases for `components/steps.html` (CC-03)."""
    order = list(verbs.ORDER)
    here = order.index(council.status) if council.status in order else len(order) - 1
    states = ["done" if number < here else "now" if number == here else "todo" for number in range(len(order))]
    phases = [{"name": phase.label, "state": state} for phase, state in zip(order, states, strict=True)]
    return {"phases": phases, "phase_number": here + 1}


board = CouncilBoard()
