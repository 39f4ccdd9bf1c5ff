"""Bookings: the expert's list, and one booking as either party sees it, signed in or behind a safe link."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import claimable, order_link
from experts.domain.conversation_box import unread_by_order
from experts.domain.session import to_tell
from experts.forms.agreement import AgreementForm
from experts.forms.booking import OutcomeForm
from experts.forms.debrief import DebriefForm
from experts.forms.session import HeldForm
from experts.models import Agreement, Booking, Expert, Offer

from . import aside, before_meeting, session_acts
from .booking_reader import EXPERT, Reader, behind_link, party_of
from .booking_request_page import shown

WITH = (
    "booking_request__task_type", "booking_request__unit", "booking_request__orderer", "booking_request__coordinator",
    "expert__person", "expert__unit", "agreement", "briefing", "time",
)  # fmt: skip
SHOWN_PAST = 20
ACTS = ("agree", "outcome", "held", "debrief")


@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """The expert's offers that wait, bookings to come, and what has been."""
    expert = Expert.objects.own(request.user).first()
    if expert is None:
        raise Http404
    offers = Offer.objects.filter(expert=expert, status__in=[Offer.Status.OPEN, Offer.Status.ACCEPTED], booking=None)
    bookings = Booking.objects.filter(expert=expert).select_related(
        "booking_request__task_type", "booking_request__unit"
    )
    bookings = bookings.prefetch_related("sessions")
    over = bookings.exclude(status=Booking.Status.CONFIRMED).order_by("-starts_at")
    context = {
        "offers": offers.select_related("booking_request__task_type", "booking_request__unit")
        .prefetch_related("booking_request__times")
        .order_by("expires_at"),
        "coming": bookings.filter(status=Booking.Status.CONFIRMED).order_by("starts_at"),
        "past": Paginator(over, SHOWN_PAST).get_page(request.GET.get("page")),
        "unread": unread_by_order(expert.person),
        "history": expert.past_bookings.select_related("task_type")[:SHOWN_PAST],
    }
    return render(request, "experts/booking/mine.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own booking, as its expert or its orderer."""
    booking = get_object_or_404(Booking.objects.visible_to(request.user).select_related(*WITH), pk=pk)
    by = Actor.of(request.user)
    party = party_of(by, booking)
    if party is None:
        raise Http404
    return _page(request, booking, party, by, "experts/booking/show.html")


@behind_link
def by_link(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The expert's booking behind the link of the confirmation."""
    return _page(request, reader.booking, reader.party, reader.by, "experts/booking/by_link.html")


@require_http_methods(["GET", "POST"])
@never_cache
def by_order_link(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """A booking of the order, for an orderer without an account, behind the order's link."""
    try:
        order = order_link.find(token)
    except Refused:
        return render(request, "experts/outside_order/gone.html", {"was_order": True}, status=410)
    booking = get_object_or_404(Booking.objects.filter(booking_request=order).select_related(*WITH), pk=pk)
    with translation.override(translation.get_language() if "kieli" in request.GET else order.orderer.language):
        return _page(request, booking, "orderer", Actor.by_link(order.orderer), "experts/order_link/booking.html")


def _page(request: HttpRequest, booking: Booking, party: str, by: Actor, template: str) -> HttpResponse:
    forms = _forms(request, booking, party, by)
    act = request.POST.get("act")
    if request.method == "POST" and act in forms and forms[act].is_valid() and forms[act].save():
        messages.success(request, _thanks(act))
        return redirect(request.get_full_path())
    context = _context(request, booking, party) | aside.of_booking(request, booking, party, by)
    context |= before_meeting.of_booking(request, booking, party)
    context |= session_acts.of_booking(request, booking, party, by)
    return render(request, template, {**context, **forms, "form": forms.get(act)})


def _forms(request: HttpRequest, booking: Booking, party: str, by: Actor) -> dict:
    """What may be done now, each with its form under the name of the act."""
    agreement = getattr(booking, "agreement", None)
    over = booking.ends_at <= clock.now()
    told = booking.debriefs.filter(side=party).exists()
    data = {name: request.POST if request.POST.get("act") == name else None for name in ACTS}
    session = to_tell(booking) if party == "orderer" else None
    forms: dict = {}
    if (
        booking.status == Booking.Status.CONFIRMED
        and not (agreement and agreement.ticked_by(party))
        and (not (over or session) or booking.booking_request.client_meeting)
    ):
        forms["agree"] = AgreementForm(data["agree"], booking=booking, party=party, by=by)
    if session:
        forms["outcome"] = OutcomeForm(data["outcome"], session=session, by=by)
    if session and (held := HeldForm(data["held"], booking=booking, by=by)).is_needed:
        forms["held"] = held
    if booking.status == Booking.Status.HELD and not told:
        forms["debrief"] = DebriefForm(data["debrief"], booking=booking, side=party, by=by)
    return forms


def _thanks(act: str) -> str:
    return {
        "agree": _("Thank you. Your side of the agreement is noted."),
        "outcome": _("Thank you. It is noted."),
        "held": _("Thank you. It is noted."),
        "debrief": _("Thank you for telling how it went."),
    }[act]


def _context(request: HttpRequest, booking: Booking, party: str) -> dict:
    order = booking.booking_request
    agreement = getattr(booking, "agreement", None)
    return {
        "booking": booking,
        "order": order,
        "party": party,
        "shown": shown(booking.expert, order),
        "agreement": agreement,
        "sides": [(side, bool(agreement and agreement.ticked_by(side))) for side in Agreement.PARTIES],
        "over": booking.ends_at <= clock.now(),
        "claimable": claimable.keys_of(booking) if party == EXPERT and request.user.is_authenticated else [],
        "debrief_mine": booking.debriefs.filter(side=party).first(),
        "helper": {"name": order.coordinator.first_name, "phone": order.coordinator.phone}
        if order.coordinator
        else None,
    }
