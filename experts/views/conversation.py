"""A box of an order's conversation, for the orderer and the experts; the coordinator's stands in the back office."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from experts.domain import conversation_box as boxes
from experts.domain import order_link
from experts.domain.conversation_box import Box
from experts.forms.conversation import PostForm, act
from experts.models import Booking, BookingRequest, Conversation, Expert, Offer

PAGE = 20
KEYS = {"koordinaattori", "kaikki"}
WITH = ("task_type", "unit", "orderer", "coordinator")


@dataclass(frozen=True)
class Entry:
    """A box on the page of an order, an offer or a booking, with its address there."""

    box: Box
    url: str


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, number: str, box: str) -> HttpResponse:
    """The signed-in orderer's or expert's box."""
    order = get_object_or_404(BookingRequest.objects.select_related(*WITH), number=number)
    by = Actor.of(request.user)
    expert = None if _is_orderer(order, by) else Expert.objects.own(request.user).select_related("person").first()
    found = _box(order, box, by, expert)
    context = {"crumb": order.number if expert is None else "", "back": _back(order, expert)}
    return _page(request, found, by, "experts/conversation/show.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def by_offer_link(request: HttpRequest, token: str) -> HttpResponse:
    """The asked expert's box with the coordinator, behind the offer's link."""
    try:
        link = safe_link.find(token, "offer")
        offer = Offer.objects.select_related("expert__person", *(f"booking_request__{name}" for name in WITH)).get(
            link=link
        )
    except (Refused, Offer.DoesNotExist):
        return render(request, "experts/offer/gone.html", status=410)
    return _behind(request, link, offer, "koordinaattori", reverse("offer_link", args=[token]))


@require_http_methods(["GET", "POST"])
@never_cache
def by_booking_link(request: HttpRequest, token: str, box: str) -> HttpResponse:
    """The booked expert's boxes behind the link of the confirmation."""
    try:
        link = safe_link.find(token, "agreement")
        booking = Booking.objects.select_related("expert__person", *(f"booking_request__{name}" for name in WITH)).get(
            link=link
        )
    except (Refused, Booking.DoesNotExist):
        return render(request, "experts/offer/gone.html", status=410)
    return _behind(request, link, booking, box, reverse("agreement_link", args=[token]))


def entries(order: BookingRequest, by: Actor, expert: Expert | None = None) -> list[Entry]:
    """The boxes for the page of an order (the orderer's), of an offer or of a booking (the expert's)."""
    return [Entry(box, _url(order, box.key)) for box in boxes.boxes_of(order, by, expert)]


def entries_by_link(row: Offer | Booking, by: Actor, token: str) -> list[Entry]:
    """The same behind a link: an offer's has the coordinator's box alone."""
    found = boxes.boxes_of(row.booking_request, by, row.expert)
    if isinstance(row, Offer):
        kept = [box for box in found if box.audience == Conversation.Audience.EXPERT]
        return [Entry(box, reverse("offer_talk_link", args=[token])) for box in kept]
    return [Entry(box, reverse("agreement_talk_link", args=[token, box.key])) for box in found]


@require_http_methods(["GET", "POST"])
@never_cache
def by_order_link(request: HttpRequest, token: str, box: str) -> HttpResponse:
    """The boxes of an orderer without an account, behind the order's link."""
    try:
        order = order_link.find(token)
    except Refused:
        return render(request, "experts/outside_order/gone.html", {"was_order": True}, status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else order.orderer.language):
        by = Actor.by_link(order.orderer)
        back = reverse("order_link", args=[token])
        return _page(request, _box(order, box, by, None), by, "experts/conversation/by_link.html", {"back": back})


def entries_by_order_link(order: BookingRequest, by: Actor, token: str) -> list[Entry]:
    """The boxes for the page of an order behind its link."""
    return [Entry(box, reverse("order_talk_link", args=[token, box.key])) for box in boxes.boxes_of(order, by, None)]


def _behind(request: HttpRequest, link, row: Offer | Booking, key: str, back: str) -> HttpResponse:
    # Whoever presses another language on the page gets it; else the language of the person asked.
    with translation.override(translation.get_language() if "kieli" in request.GET else link.person.language):
        by = Actor.by_link(link.person)
        found = _box(row.booking_request, key, by, row.expert)
        return _page(request, found, by, "experts/conversation/by_link.html", {"back": back})


def _box(order: BookingRequest, key: str, by: Actor, expert: Expert | None) -> Box:
    """Raises `Http404` where there is no such box for this reader."""
    audiences = Conversation.Audience
    if key not in KEYS or order.status == BookingRequest.Status.DRAFT or by.person is None:
        raise Http404
    own = audiences.ORDERER if expert is None else audiences.EXPERT
    if expert is None and not _is_orderer(order, by):
        raise Http404
    if expert is not None and not _has_been_asked(order, expert):
        raise Http404
    found = boxes.box(order, audiences.ALL, by) if key == "kaikki" else boxes.box(order, own, by, expert or None)
    if found is None or (key == "kaikki" and expert is not None and found.side != "expert"):
        raise Http404
    return found


def _is_orderer(order: BookingRequest, by: Actor) -> bool:
    return by.person is not None and by.person.pk == order.orderer_id


def _has_been_asked(order: BookingRequest, expert: Expert) -> bool:
    return order.offers.filter(expert=expert).exists() or order.bookings.filter(expert=expert).exists()


def _page(request: HttpRequest, box: Box, by: Actor, template: str, context: dict) -> HttpResponse:
    form = PostForm(request.POST if request.POST.get("act") == "write" else None, box=box, by=by)
    if request.method == "POST":
        try:
            thanks = act(request.POST, form)
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect(request.get_full_path())
        if thanks and request.headers.get("X-Requested-With") == "fetch":
            return HttpResponse(status=204)
        if thanks:
            messages.success(request, thanks)
            return redirect(request.get_full_path())
    found = Paginator(boxes.posts_of(box, by), PAGE).get_page(request.GET.get("page"))
    context |= {
        "box": box,
        "order": box.order,
        "form": form,
        "page_obj": found,
        "lines": boxes.lines_of(box, found.object_list, by),
    }
    return render(request, template, context)


def _url(order: BookingRequest, key: str) -> str:
    return reverse("experts:conversation", args=[order.number, key])


def _back(order: BookingRequest, expert: Expert | None) -> str:
    """The page the reader came from: the order, the booking, or the offer."""
    if expert is None:
        return reverse("experts:order", args=[order.number])
    booking = order.bookings.filter(expert=expert).order_by("-pk").first()
    if booking:
        return reverse("experts:booking", args=[booking.pk])
    return reverse("experts:offer", args=[order.offers.filter(expert=expert).latest("pk").pk])
