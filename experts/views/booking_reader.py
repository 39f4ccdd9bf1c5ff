"""Who reads a booking and how they came: its expert or its orderer, signed in, or each behind a personal link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from experts.domain import order_link
from experts.models import Booking, Expert, Session
from experts.permissions.booking import is_expert
from experts.permissions.booking_request import is_orderer

EXPERT, ORDERER = "expert", "orderer"
WITH = (
    "booking_request__task_type", "booking_request__unit", "booking_request__orderer", "booking_request__coordinator",
    "expert__person", "expert__unit", "agreement", "time", "link",
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """One side of a booking at a page of its own."""

    by: Actor
    booking: Booking
    party: str
    token: str = ""

    def url(self, name: str, **keys: object) -> str:
        """A page about the booking, on the side of the door the reader is on."""
        if self.token:
            return reverse(f"{name}_link", kwargs={"token": self.token, **keys})
        return reverse(f"experts:{name}", kwargs={"pk": self.booking.pk, **keys})

    @property
    def home(self) -> str:
        """The page of the booking itself."""
        if self.token:
            return reverse("agreement_link", args=[self.token])
        return reverse("experts:booking", args=[self.booking.pk])

    def session(self, pk: int) -> Session:
        """One of the booking's sessions; raises `Http404` for another's."""
        found = get_object_or_404(Session.objects.select_related("time"), booking=self.booking, pk=pk)
        found.booking = self.booking
        found.time.booking_request = self.booking.booking_request
        return found


class OrderReader(Reader):
    """An orderer without an account, behind the link of the order: what may be done there."""

    DOORS = {"session_move": "order_session_move_link"}

    def url(self, name: str, **keys: object) -> str:
        """Empty for what is done at the order's own page."""
        door = self.DOORS.get(name)
        return reverse(door, kwargs={"token": self.token, "pk": self.booking.pk, **keys}) if door else ""

    @property
    def home(self) -> str:
        return reverse("order_booking_link", args=[self.token, self.booking.pk])


View = Callable[..., HttpResponse]


def party_of(by: Actor, booking: Booking) -> str | None:
    order = booking.booking_request
    if is_expert(by, booking):
        return EXPERT
    is_own = by.person is not None and by.person.pk == order.orderer_id and is_orderer(by, order)
    return ORDERER if is_own else None


def own(request: HttpRequest, pk: int) -> Booking:
    """The signed-in expert's own booking; raises `Http404` for another's."""
    rows = Booking.objects.filter(expert__in=Expert.objects.own(request.user)).select_related(*WITH)
    return get_object_or_404(rows, pk=pk)


def at_screen(view: View) -> View:
    """The view for whoever is signed in and is a side of the booking; for others there is no such page."""

    @require_http_methods(["GET", "POST"])
    @login_required
    @wraps(view)
    def shown(request: HttpRequest, pk: int, **keys: object) -> HttpResponse:
        booking = get_object_or_404(Booking.objects.visible_to(request.user).select_related(*WITH), pk=pk)
        by = Actor.of(request.user)
        party = party_of(by, booking)
        if party is None:
            raise Http404
        return view(request, Reader(by, booking, party), **keys)

    return shown


def behind_link(view: View) -> View:
    """The same view for the expert who came by the link of the booking, in the expert's language."""

    @require_http_methods(["GET", "POST"])
    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, token: str, **keys: object) -> HttpResponse:
        try:
            link = safe_link.find(token, "agreement")
            booking = Booking.objects.select_related(*WITH).get(link=link)
        except (Refused, Booking.DoesNotExist):
            return render(request, "experts/offer/gone.html", status=410)
        with translation.override(translation.get_language() if "kieli" in request.GET else link.person.language):
            return view(request, Reader(Actor.by_link(link.person), booking, EXPERT, token), **keys)

    return shown


def behind_order_link(view: View) -> View:
    """The same view for the orderer who came by the link of the order."""

    @require_http_methods(["GET", "POST"])
    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, token: str, pk: int, **keys: object) -> HttpResponse:
        try:
            order = order_link.find(token)
        except Refused:
            return render(request, "experts/outside_order/gone.html", {"was_order": True}, status=410)
        rows = Booking.objects.filter(booking_request=order).select_related(*WITH)
        booking = get_object_or_404(rows, pk=pk)
        with translation.override(translation.get_language() if "kieli" in request.GET else order.orderer.language):
            return view(request, OrderReader(Actor.by_link(order.orderer), booking, ORDERER, token), **keys)

    return shown


def draw(request: HttpRequest, reader: Reader, part: str, context: dict[str, object]) -> HttpResponse:
    """A page of one matter: `part` inside the portal, or inside the street's frame for one without an account."""
    frame = "experts/session/by_link.html" if reader.token else "experts/session/page.html"
    order = reader.booking.booking_request
    helper = {"name": order.coordinator.first_name, "phone": order.coordinator.phone} if order.coordinator else None
    words = {"part": f"experts/{part}.html", "reader": reader, "booking": reader.booking, "order": order}
    return render(request, frame, {**words, "party": reader.party, "helper": helper, **context})
