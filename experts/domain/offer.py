"""The verbs of an offer: a question to one expert, answered without an account and without reasons (EX-11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from datetime import time as wall_time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, safe_link
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, sweep, workflow
from experts.mails import offer as mails
from experts.models import BookingRequest, Expert, Offer, OfferTime, RequestedTime
from experts.permissions import offer as permissions

from . import appearance, booking, matching
from .background_check import refuse_unchecked
from .booking_clash import refusing_clashes
from .booking_price import clashes, price_of
from .booking_seat import open_seats, waits_for_expert
from .contract_check import refuse_unsigned
from .matching.words import ASKING
from .offer_close import end, reopen, unbooked
from .offer_lock import lock, lock_with

Order = BookingRequest.Status
Status = Offer.Status
Overruled = tuple[str, date | None]
NOON = wall_time(12)


@transaction.atomic
def make(
    order: BookingRequest,
    experts: Iterable[Expert],
    by: Actor,
    *,
    expires_at: datetime | None = None,
    overruled: Mapping[int, Overruled] | None = None,
    seat: int | None = None,
) -> list[Offer]:
    """Ask one or several experts: all of them, or none if one is refused; for the role of one `seat`, or for any place.

    `expires_at` is aware; without it noon of the day the rule `offer.days` gives, but never past the last possible time. `overruled` tells by
    the expert's key why a warning is overruled and, for a limit the expert set, on which day (Helsinki date) the expert
    was asked. Hard stops are judged again here, whatever the screen showed. Raises `Refused`.
    """
    asked = list(experts)
    lock(order, asked)
    if not permissions.may_make(by, order):
        raise Refused(_("Only the coordinator of the unit makes offers."), code="stranger")
    if not waits_for_expert(order):
        raise Refused(
            _("This order does not wait for an expert now. Open it again to see how it stands."), code="moved"
        )
    if seat is not None and seat not in open_seats(order):
        raise Refused(_("This role has been filled already. Choose an open role."), field="seat", code="role")
    times = open_times(order)
    if not times:
        raise Refused(_("Every time of this order has passed. Ask the orderer for new times."), code="past")
    expires = _expiry(order, times, expires_at)
    answers = overruled or {}
    made = [_ask(order, expert, by, expires, answers.get(expert.pk, ("", None)), seat) for expert in asked]
    if order.status in {Order.SENT, Order.UNMATCHED}:
        workflow.move(order, Order.OFFERED, by)
    amount = price_of(order, times[0]).amount
    for offer in made:
        mails.ask(offer, times, amount)
    return made


@transaction.atomic
def accept(
    offer: Offer,
    by: Actor,
    times: Iterable[RequestedTime],
    fee_choice: str | None = None,
    *,
    appears: bool = False,
) -> Offer:
    """Say yes to the times that suit, at least one, and choose the fee or costs only. `appears` is the consent to this
    one appearance, which a media task needs (PU-02).

    By link, by screen, or by the coordinator for the expert (`by.acting_for`). Where the rule `offer.confirms_itself` is
    on, the acceptance that makes the set full confirms the order. Raises `Refused`.
    """
    order = _answered(offer, by)
    if offer.status != Status.OPEN:
        words = _("This offer is “%(state)s” now. Thank you for answering: you need not do anything.")
        raise Refused(words % {"state": offer.get_status_display()}, code="moved")
    chosen = {time.pk: time for time in times}
    _refuse_times(order, offer, chosen)
    refuse_unchecked(order, offer.expert, list(chosen.values()))
    refuse_unsigned(order, offer.expert, list(chosen.values()))
    appearance.agree(offer, by, appears)
    OfferTime.objects.filter(offer=offer).delete()
    facts = {"answered_at": clock.now(), "answered_via": by.via, "fee_choice": _fee_choice(offer.expert, fee_choice)}
    workflow.move(offer, Status.ACCEPTED, by, **facts)
    OfferTime.objects.bulk_create(OfferTime(offer=offer, time=time) for time in chosen.values())
    _keep_link(offer, max(time.ends_at for time in chosen.values()))
    if not (rule.on(order.unit, "offer.confirms_itself") and booking.confirm_itself(order, by)):
        mails.accepted(offer)
    return offer


@transaction.atomic
def decline(offer: Offer, by: Actor) -> Offer:
    """Say no. No reason is asked, and a yes may still be taken back until the booking is confirmed. Raises `Refused`."""
    order = _answered(offer, by, expired_too=True)
    if offer.pk not in {each.pk for each in unbooked(order)} and offer.status == Status.ACCEPTED:
        raise Refused(_("The booking is confirmed already. Cancel the booking instead."), code="booked")
    workflow.move(offer, Status.DECLINED, by, answered_at=clock.now(), answered_via=by.via)
    outbox.supersede(offer)
    mails.declined(offer)
    reopen(order, by)
    return offer


@transaction.atomic
def withdraw(offer: Offer, by: Actor) -> Offer:
    """Take the offer back and tell the expert kindly. Raises `Refused` once it is confirmed or over."""
    order = lock_with(offer)
    if not permissions.may_withdraw(by, offer):
        raise Refused(_("Only the coordinator of the unit withdraws offers."), code="stranger")
    if offer.status in {Status.OPEN, Status.ACCEPTED} and offer.pk not in {each.pk for each in unbooked(order)}:
        raise Refused(_("The booking is confirmed already. Cancel the booking instead."), code="booked")
    end(offer, Status.WITHDRAWN, by)
    mails.withdrawn(offer)
    reopen(order, by)
    return offer


def expire(now: datetime | None = None) -> int:
    """Close the offers nobody answered in time, each in a transaction of its own. Returns how many."""
    moment = now or clock.now()
    late = Offer.objects.open().filter(expires_at__lte=moment).order_by("pk").values_list("pk", flat=True)
    return sweep.each(late, lambda key: _expire(key, moment))


def open_times(order: BookingRequest) -> list[RequestedTime]:
    """The times an expert may still say yes to: those ahead, or the chosen one once a colleague is confirmed for it."""
    now = clock.now()
    ahead = [time for time in order.times.all() if time.kind == RequestedTime.Kind.MAIN and time.starts_at > now]
    times = sorted(ahead, key=lambda time: (time.starts_at, time.pk))
    return [time for time in times if time.chosen] or times


def _ask(
    order: BookingRequest, expert: Expert, by: Actor, expires_at: datetime, overruled: Overruled, seat: int | None
) -> Offer:
    because, asked_on = overruled
    identity_code.refuse(because, field="overruled_because")
    for stop in matching.stops_for(order, expert, by.user):
        words = _("%(name)s %(why)s. Choose another expert.")
        raise Refused(words % {"name": expert.person.full_name, "why": stop.text}, code=stop.code)
    match = matching.match_for(order, expert)
    _refuse_unheeded(expert, match, because.strip(), asked_on)
    with refusing_clashes():
        offer = Offer.objects.create(
            booking_request=order,
            expert=expert,
            seat=seat,
            made_at=clock.now(),
            expires_at=expires_at,
            fee_choice=expert.fee_mode,
            link=safe_link.make("offer", expert.person, expires_at),
            reasons=match.as_kept(),
            overruled_because=because.strip() if match.needs_reason else "",
            expert_asked_on=asked_on if match.needs_asking else None,
        )
    audit.log(offer, "kuuluviin.made", by, {"order": order.number, "overruled": match.as_kept()["overruled"]})
    return offer


def _refuse_unheeded(expert: Expert, match: matching.Match, because: str, asked_on: date | None) -> None:
    """A warning is overruled only with a reason, the expert's own limit only after asking the expert."""
    if match.needs_reason and not because:
        warned = "; ".join(con.text for con in match.cons if con.needs)
        words = _("Tell why you offer this to %(name)s all the same: %(warned)s.")
        raise Refused(
            words % {"name": expert.person.full_name, "warned": warned}, field="overruled_because", code="reason"
        )
    if match.needs_asking and (asked_on is None or asked_on > clock.today()):
        limits = "; ".join(con.text for con in match.cons if con.needs == ASKING)
        words = _("Ask %(name)s first and write the day: %(limits)s.")
        raise Refused(
            words % {"name": expert.person.full_name, "limits": limits}, field="expert_asked_on", code="asking"
        )


def _expiry(order: BookingRequest, times: list[RequestedTime], wanted: datetime | None) -> datetime:
    if wanted is not None and wanted <= clock.now():
        raise Refused(_("The time to answer must lie ahead."), field="expires_at", code="expiry")
    last_day = clock.today() + timedelta(days=rule.on(order.unit, "offer.days"))
    usual = datetime.combine(last_day, NOON, clock.HELSINKI)
    return min(wanted or usual, max(time.starts_at for time in times))


def _answered(offer: Offer, by: Actor, *, expired_too: bool = False) -> BookingRequest:
    """The locked order of an offer that may be answered by this actor now."""
    order = lock_with(offer)
    if not permissions.may_answer(by, offer):
        raise Refused(
            _("Only the expert who was asked can answer, or the coordinator for the expert."), code="stranger"
        )
    is_late = offer.status == Status.OPEN and offer.expires_at <= clock.now() and not expired_too
    if is_late or offer.status == Status.EXPIRED:
        words = _("The time to answer ended on %(moment)s. Call the coordinator if you would still like to come.")
        raise Refused(words % {"moment": formats.moment(offer.expires_at)}, code="expired")
    return order


def _refuse_times(order: BookingRequest, offer: Offer, chosen: Mapping[int, RequestedTime]) -> None:
    if not chosen:
        raise Refused(_("Tick at least one time that suits you."), field="times", code="times")
    if not chosen.keys() <= {time.pk for time in open_times(order)}:
        raise Refused(
            _("One of the times is not possible any more. Open the offer again."), field="times", code="times"
        )
    for time in chosen.values():
        if busy := clashes(order, offer.expert, time):
            when = formats.span(busy[0].starts_at, busy[0].ends_at)
            words = _("There is already a booking at %(when)s. Leave that time out.")
            if busy[0].pk != time.pk:
                words = _("There is already a booking at %(when)s, which belongs to this order. Call the coordinator.")
            raise Refused(words % {"when": when}, field="times", code="busy")


def _fee_choice(expert: Expert, wanted: str | None) -> str:
    if wanted is None:
        return expert.fee_mode
    if wanted not in Expert.FeeMode.values:
        raise Refused(_("Choose the fee or costs only."), field="fee_choice", code="fee_choice")
    return wanted


def _keep_link(offer: Offer, until: datetime) -> None:
    """A yes can be taken back by the same link until the meeting."""
    if offer.link is not None and offer.link.expires_at < until:
        offer.link.expires_at = until
        offer.link.save(update_fields=["expires_at"])


@transaction.atomic
def _expire(pk: int, moment: datetime) -> bool:
    offer = Offer.objects.select_related("booking_request", "expert__person").get(pk=pk)
    order = lock_with(offer)
    if offer.status != Status.OPEN or offer.expires_at > moment:
        return False
    by = Actor.worker()
    end(offer, Status.EXPIRED, by)
    mails.expired(offer)
    reopen(order, by)
    return True
