"""Orders that wait: for a match, for an answer by phone, for their own orderer."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from coordination.demo.past import days_ago
from experts.domain import booking_request
from experts.models import BookingRequest

from .maker import Orders, hours, weekday_from


def build(orders: Orders, today: date) -> None:
    """What has arrived yesterday and today, and a draft."""
    with days_ago(1):
        _debts(orders, today)
        _nobody_found(orders, today)
    _in_swedish(orders, today)
    _small_fee_by_phone(orders, today)
    _without_a_fee(orders, today)
    _radio(orders, today)
    orders.draft(
        orders.made.havukumpu, "lecture", ("Biret",), topic="Kieli on koti", need="Puheenvuoro verkostopäivään."
    )


def _debts(orders: Orders, today: date) -> None:
    """Two possible times and a wish: the one to match first."""
    orders.send(
        orders.made.havukumpu,
        "client-meeting",
        ("Veera",),
        topic="Velka-asiat alkuun",
        place="Kuulaspiha, huone 2",
        areas=("debt-counselling",),
        times=[
            hours(weekday_from(today + timedelta(days=3), 2), time(13), time(14)),
            hours(weekday_from(today + timedelta(days=3), 3), time(12), time(13)),
        ],
    )


def _nobody_found(orders: Orders, today: date) -> None:
    rare = orders.send(
        orders.made.usvalampi,
        "steering-group",
        topic="Vaativa vammaispalvelu",
        need="Kokemusta tulkkipalvelusta.",
        audience="Työryhmä",
        place="Usvalammen kunnantalo",
        times=[hours(weekday_from(today + timedelta(days=15), 4), time(8), time(10))],
        areas=("disability-services",),
    )
    booking_request.mark_unmatched(rare, orders.coordinator)


def _in_swedish(orders: Orders, today: date) -> None:
    orders.send(
        orders.made.havukumpu,
        "school",
        topic="Erfarenhet i egen röst",
        need="En timme för studerande på svenska.",
        audience="Studerande",
        audience_size=30,
        place="Kuulasveden ammattikorkeakoulu",
        times=[hours(weekday_from(today + timedelta(days=10), 3), time(10), time(11, 30))],
        areas=("mental-health",),
        languages=["sv"],
    )


def _small_fee_by_phone(orders: Orders, today: date) -> None:
    """A fee under the usual, offered to one who is called."""
    by_phone = orders.send(
        orders.made.havukumpu,
        "adviser",
        topic="Päätöskirje selkokielelle",
        need="Kommentteja kirjepohjaan.",
        audience="Viestintä",
        place="Kuulaspiha",
        times=[hours(weekday_from(today + timedelta(days=14), 2), time(12), time(13))],
        areas=("income-support",),
        offered_amount=Decimal("20.00"),
        amount_reason="Lyhyt kommentointi kotona.",
    )
    orders.offer(by_phone, "Pekka")


def _without_a_fee(orders: Orders, today: date) -> None:
    orders.send(
        orders.made.havukumpu,
        "own-story",
        topic="Vapaaehtoisten ilta",
        need="Puolen tunnin tarina ja keskustelu.",
        audience="Vapaaehtoiset",
        audience_size=12,
        place="Toivon Sillan tupa",
        times=[hours(weekday_from(today + timedelta(days=16), 1), time(17), time(18))],
        areas=("mental-health",),
        offered_amount=Decimal("0.00"),
        amount_reason="Yhdistyksen ilta: maksetaan vain matkat.",
    )


def _radio(orders: Orders, today: date) -> None:
    """Nobody has agreed to media, so nobody can be asked."""
    orders.send(
        orders.made.havukumpu,
        "media",
        topic="Radiohaastattelu: velka ja häpeä",
        need="Paikallisradion haastattelu, suora lähetys.",
        medium=BookingRequest.Medium.RADIO,
        publisher="Havukummun paikallisradio",
        published_where="Suora lähetys, ja radion verkkosivu kuukauden ajan",
        reads_first=BookingRequest.ReadsFirst.NO,
        audience="Kuuntelijat",
        place="Paikallisradio, Havukumpu",
        times=[hours(weekday_from(today + timedelta(days=11), 3), time(9), time(10))],
        areas=("debt-counselling",),
    )
