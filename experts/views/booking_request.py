"""My orders: the list with its tabs, and the page of one order."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET

from coordination.foundation import formats
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import absence
from experts.domain.conversation_box import unread_by_order
from experts.models import Booking, BookingRequest, RequestedTime

from . import booking_request_facts as facts
from . import booking_request_page as page
from . import booking_request_turn as turns
from . import client_choice, conversation
from . import session as sessions

Status = BookingRequest.Status
PAGE = 20

TABS = {
    "kaikki": (pgettext_lazy("orders", "All"), set(Status.values)),
    "luonnokset": (pgettext_lazy("orders", "Drafts"), {Status.DRAFT}),
    "odottaa": (pgettext_lazy("orders", "Waiting"), {Status.SENT, Status.OFFERED, Status.UNMATCHED}),
    "vahvistetut": (pgettext_lazy("orders", "Confirmed"), {Status.CONFIRMED}),
    "pidetyt": (pgettext_lazy("orders", "Held"), {Status.HELD, Status.CLOSED}),
    "perutut": (pgettext_lazy("orders", "Cancelled"), {Status.CANCELLED}),
}


def readable(request: HttpRequest, number: str) -> BookingRequest:
    """The order, if this reader may see it; otherwise there is no such page."""
    rows = BookingRequest.objects.visible_to(request.user).select_related(
        "task_type", "unit", "orderer", "coordinator", "payer", "price_class", "follows"
    )
    return get_object_or_404(rows.prefetch_related("times", "areas", "roles"), number=number)


@require_GET
@login_required
def order_list(request: HttpRequest) -> HttpResponse:
    own = BookingRequest.objects.visible_to(request.user).ordered_by(request.user)
    tab = request.GET.get("tila") if request.GET.get("tila") in TABS else "kaikki"
    rows = own.filter(status__in=TABS[tab][1]).select_related("task_type", "unit").order_by("-pk")
    standing = (
        Booking.objects.standing()
        .select_related("expert__person", "expert__unit", "expert__photo")
        .prefetch_related("expert__audiences")
    )
    rows = rows.prefetch_related("times", Prefetch("bookings", queryset=standing.order_by("seat"), to_attr="booked"))
    found = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "experts/booking_request/list.html",
        {
            "page_obj": found,
            "rows": _rows(found, request.user.as_person()),
            "tabs": _tabs(own, tab),
            "tab": tab,
            "in_vain": absence.times_nobody_came(own),
        },
    )


@require_GET
@login_required
def order(request: HttpRequest, number: str) -> HttpResponse:
    row = readable(request, number)
    bookings = page.bookings_of(row)
    by = Actor.of(request.user)
    return render(
        request,
        "experts/booking_request/show.html",
        {
            "order": row,
            "title": page.title(row),
            "chip": page.chip(row),
            "turn": turns.turn(row, bookings),
            "history": page.history(row, bookings),
            "groups": facts.facts(row),
            "experts": [(booking, page.shown(booking.expert, row)) for booking in bookings],
            "roles": sessions.roles(row, {each.seat: page.shown(each.expert, row).name for each in bookings}),
            "wishes": [] if bookings else page.wished(row, request.user),
            "client_choice": client_choice.on_order(request, row),
            "followers": BookingRequest.objects.visible_to(request.user).filter(follows=row),
            "may": page.actions(row, by),
            "talk": conversation.entries(row, by) if row.orderer_id == getattr(by.person, "pk", None) else [],
            "is_own": row.orderer_id == getattr(by.person, "pk", None),
        },
    )


def _tabs(own: QuerySet, chosen: str) -> list[dict]:
    counts = own.aggregate(**{name: Count("pk", filter=Q(status__in=states)) for name, (__, states) in TABS.items()})
    return [
        {"key": key, "name": name, "count": counts[key], "current": key == chosen} for key, (name, __) in TABS.items()
    ]


def _rows(found: Page, person: Person | None) -> list[dict]:
    unread = unread_by_order(person) if person else {}
    return [{**_row(order), "unread": unread.get(order.pk, 0)} for order in found]


def _row(order: BookingRequest) -> dict:
    when, more = _when(order)
    return {
        "order": order,
        "title": page.title(order),
        "chip": page.chip(order),
        "when": when,
        "more": more,
        "experts": [page.shown(booking.expert, order).name for booking in order.booked],
    }


def _when(order: BookingRequest) -> tuple[str, int]:
    """The first time and how many more there are; an assignment by its first and last day."""
    if order.task_type.is_assignment and order.assigned_from and order.assigned_until:
        return f"{formats.day(order.assigned_from)} {formats.DASH} {formats.day(order.assigned_until)}", 0
    rows = facts.main_times(order)
    further = [time for time in order.times.all() if time.kind != RequestedTime.Kind.MAIN]
    if not rows:
        return "", 0
    return formats.span(rows[0].starts_at, rows[0].ends_at), len(rows) + len(further) - 1
