"""What the order's page tells the coordinator: the next step, the offers, the bookings, the facts, the messages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import appearance, care_facts
from experts.models import Agreement, Booking, BookingRequest, Debrief, Offer, RequestedTime, language_names
from experts.permissions.booking_request import BEFORE_IT_IS_HELD
from experts.permissions.offer import is_oneself

from . import booking_request_history as history
from . import booking_request_step as steps
from . import booking_request_wish as wish
from . import session
from .booking_request_step import Standing, Step

Status = BookingRequest.Status
MESSAGES = 8
TONES = {
    Status.SENT: ("info", "clock"),
    Status.OFFERED: ("info", "clock"),
    Status.UNMATCHED: ("warn", "warning"),
    Status.CONFIRMED: ("ok", "check"),
    Status.HELD: ("ok", "check"),
    Status.CLOSED: ("neutral", "check"),
    Status.CANCELLED: ("bad", "x"),
}
OFFER_TONES = {
    Offer.Status.OPEN: ("info", "clock"),
    Offer.Status.ACCEPTED: ("ok", "check"),
    Offer.Status.DECLINED: ("neutral", "x"),
    Offer.Status.EXPIRED: ("warn", "clock"),
    Offer.Status.WITHDRAWN: ("neutral", "x"),
    Offer.Status.FILLED: ("neutral", "check"),
}


@dataclass(frozen=True)
class Turn:
    """The box of the next step: whose turn, what, by when; one button at most."""

    label: str
    title: str
    text: str = ""
    button: str = ""
    url: str = ""


def facts(request: HttpRequest, order: BookingRequest) -> dict:
    """The page's facts in a fixed number of queries."""
    stands = steps.standings([order])[order.pk]
    prefetch_related_objects(stands.offers, "times__time")
    for booking in stands.bookings:
        booking.booking_request = order
    step = steps.step(order, stands, steps.overdue_days())
    tone, icon = TONES[order.status]
    wishes = wish.shown(order, request.user)
    return {
        "order": order,
        "title": f"{order.task_type}: {order.topic}" if order.topic else str(order.task_type),
        "chip": {"label": order.get_status_display(), "tone": tone, "icon": icon},
        "step": step,
        "turn": turn(order, stands, step),
        "offers": [_offer(request, offer, stands) for offer in stands.offers],
        "bookings": [_booking(request, booking) for booking in stands.bookings],
        "facts": [*wish.facts(order, wishes, request.user), *_facts(order)],
        "roles": session.roles(order, stands),
        "history": _timeline(order, stands, step),
        "messages_sent": _messages(request, order, stands),
        "may_cancel": order.status in BEFORE_IT_IS_HELD,
        "may_unmatch": order.status in {Status.SENT, Status.OFFERED},
        "subjects": [row.expert.staff_key for row in [*stands.offers, *stands.bookings, *wishes]],
    }


def turn(order: BookingRequest, stands: Standing, step: Step) -> Turn:
    """Whose turn it is and the one button."""
    yours = _("Your turn")
    if step.act == steps.FIND:
        return Turn(
            yours,
            _("Choose whom to ask"),
            _("Tick one or several below. Each gets the offer in the way they have chosen."),
        )
    if step.act == steps.CONFIRM:
        url = reverse("booking_request:confirm", args=[order.pk])
        return Turn(
            yours,
            _("Confirm a time"),
            _("Those who come have answered. Choose the time and who comes."),
            _("Choose the time"),
            url,
        )
    if step.act == steps.WAIT:
        latest = max((offer.expires_at for offer in stands.waiting), default=None)
        text = _("The last answer is due %(moment)s.") % {"moment": formats.moment(latest)} if latest else ""
        return Turn(_("The experts' turn"), step.title, text)
    if step.act == steps.OUTCOME:
        first = next(row for row in stands.standing if steps.over(row))
        several = len(steps.over(first)) > 1
        url = reverse(f"booking_request:{'held' if several else 'outcome'}", args=[order.pk, first.pk])
        return Turn(
            yours,
            step.title,
            _("Ask the orderer, or tell it yourself. The fee follows."),
            _("Tell whether it was held"),
            url,
        )
    return _other_turn(order, stands, step)


def _other_turn(order: BookingRequest, stands: Standing, step: Step) -> Turn:
    if step.act == steps.SEE_TO:
        asking = next(row for booking in stands.standing for row in booking.debriefs.all() if steps.asks(row))
        url = reverse("booking_request:see_to", args=[order.pk, asking.pk])
        return Turn(_("Your turn"), step.title, _asked(asking), _("Mark as seen to"), url)
    if step.act == steps.AGREE:
        return Turn(
            _("The parties' turn"),
            step.title,
            _("Both sides tick the three things before the meeting. You may note it by phone below."),
        )
    if step.act == steps.MEET:
        return Turn(pgettext("order", "Next"), step.title, _("Both sides have the details. Nothing waits for you."))
    if step.act == steps.DEBRIEF:
        return Turn(_("The parties' turn"), step.title, _("Call whoever has not told. You may note the answer below."))
    if order.status == Status.CANCELLED:
        return Turn(pgettext("order", "Over"), _("The order was cancelled"), order.cancel_reason)
    return Turn(pgettext("order", "Over"), _("Everything is done"), _("Nothing waits for you."))


def _asked(debrief: Debrief) -> str:
    """Who asks and for what; a heavy feeling asks without words."""
    booking = debrief.booking
    person = booking.expert.person if debrief.side == Debrief.Side.EXPERT else booking.booking_request.orderer
    said = debrief.get_next_display() if debrief.next in steps.ASKING else debrief.get_feeling_display()
    return f"{person.full_name}: {said}. {person.phone}".rstrip()


def _offer(request: HttpRequest, offer: Offer, stands: Standing) -> dict:
    tone, icon = OFFER_TONES[offer.status]
    chosen = sorted((each.time for each in offer.times.all()), key=lambda time: time.starts_at)
    by_me = is_oneself(Actor.of(request.user), offer.expert)
    return {
        "row": offer,
        "name": offer.expert.person.full_name,
        "tone": tone,
        "icon": icon,
        "times": [formats.span(time.starts_at, time.ends_at) for time in chosen],
        "may_answer": offer.status == Offer.Status.OPEN and not by_me,
        "may_withdraw": offer in [*stands.waiting, *stands.accepted] and not by_me,
    }


def _booking(request: HttpRequest, booking: Booking) -> dict:
    agreement = getattr(booking, "agreement", None)
    told = {debrief.side: debrief for debrief in booking.debriefs.all()}
    is_on = booking.status == Booking.Status.CONFIRMED
    sides = [
        ("tilaaja", "orderer", pgettext("order", "Orderer")),
        ("asiantuntija", "expert", pgettext("order", "Expert")),
    ]
    return {
        "row": booking,
        "name": booking.expert.person.full_name,
        "sides": [
            {"party": party, "label": label, "ticks": _ticks(agreement, side), "debrief": told.get(side)}
            for party, side, label in sides
        ],
        "has_agreement": agreement is not None,
        "is_on": is_on,
        "is_cancelled": booking.status == Booking.Status.CANCELLED,
        "fees": [row.fee for row in booking.sessions.all() if row.fee_id],
        "is_over": booking.ends_at <= clock.now() and booking.status in {Booking.Status.CONFIRMED, Booking.Status.HELD},
        "sessions": session.rows(booking),
        "over": len(steps.over(booking)),
        "lacks_media": appearance.lacks_consent(booking),
        "may_act": not is_oneself(Actor.of(request.user), booking.expert),
    }


def _ticks(agreement: Agreement | None, side: str) -> list[bool]:
    return [bool(agreement and getattr(agreement, f"{side}_{tick}_at")) for tick in Agreement.TICKS]


def _facts(order: BookingRequest) -> list[tuple[str, object]]:
    """Name and value pairs; empty values are left out by the template."""
    mains = [time for time in order.times.all() if time.kind == RequestedTime.Kind.MAIN]
    spans = [formats.span(time.starts_at, time.ends_at) for time in mains]
    work = order.work_times
    place = "" if order.mode == BookingRequest.Mode.REMOTE else order.place
    fee = order.offered_amount if order.offered_amount is not None else getattr(order.price_class, "amount", None)
    money = [_price(order, fee), str(order.payer or ""), order.cost_centre]
    because = f"\n{order.amount_reason}" if order.amount_reason else ""
    return [
        (pgettext("order", "Goal"), order.goal),
        (_("What is needed"), order.need),
        (_("Wished experience"), ", ".join(str(area) for area in order.areas.all())),
        (_("Time of the work"), "\n".join(work)),
        (_("Possible times"), "" if work else "\n".join(spans)),
        (_("Rehearsals and further meetings"), "\n".join(order.further_times)),
        (pgettext("order", "Where"), ", ".join(part for part in [str(order.get_mode_display()), place] if part)),
        (_("Room and how to get there"), order.directions),
        (_("Remote link"), order.online_url),
        (pgettext("order", "Languages"), ", ".join(str(language_names.name(code)) for code in order.languages)),
        (_("Who takes part"), order.audience),
        (_("Responsible professional"), order.professional),
        (pgettext("order", "Experts"), order.seats if order.seats > 1 else ""),
        *care_facts.of_order(order),
        (pgettext("order", "Preparation"), _minutes(order.preparation_minutes)),
        (pgettext("order", "Debrief"), _minutes(order.debrief_minutes)),
        (_("Fee and who pays"), ", ".join(part for part in money if part) + because),
        (_("Message to the coordinator"), order.greeting),
    ]


def _price(order: BookingRequest, fee: Decimal | None) -> str:
    """The fee with what it is counted by, "25,00 € / hour", as the orderer chose it."""
    if fee is None:
        return ""
    by = order.price_class.get_per_display() if order.price_class and order.offered_amount is None else ""
    return f"{formats.euros(fee)} / {by}" if by else formats.euros(fee)


def _minutes(minutes: int) -> str:
    return _("%(minutes)s min") % {"minutes": minutes} if minutes else ""


def _timeline(order: BookingRequest, stands: Standing, step: Step) -> list[dict]:
    """What has been done by the log, what is on now, and the rest of the path."""
    done = history.steps(order, stands)
    if step.act == steps.NOTHING:
        return done
    ahead = {
        steps.FIND: [pgettext("order", "Confirmation"), *_path(order)],
        steps.WAIT: [pgettext("order", "Confirmation"), *_path(order)],
        steps.CONFIRM: _path(order),
        steps.AGREE: _path(order)[1:],
        steps.MEET: _path(order)[-2:],
        steps.OUTCOME: _path(order)[-1:],
    }
    later = [{"title": title, "state": "todo"} for title in ahead.get(step.act, [])]
    return [*done, {"title": step.title, "state": "now"}, *later]


def _path(order: BookingRequest) -> list[str]:
    agreement = [_("Agreement: confidentiality, roles, division of work")] if order.client_meeting else []
    return [*agreement, _("Meeting and debrief"), pgettext("order", "Fee")]


def _messages(request: HttpRequest, order: BookingRequest, stands: Standing) -> list[Message]:
    """The latest messages about the order and its offers and bookings."""
    rows = [order, *stands.offers, *stands.bookings]
    about = [f"{row._meta.label_lower}:{row.pk}" for row in rows]
    found = Message.objects.visible_to(request.user).filter(about__in=about).select_related("person")
    return list(found.order_by("-queued_at", "-pk")[:MESSAGES])
