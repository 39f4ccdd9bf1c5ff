"""Orders that are over."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal

from coordination.demo.past import days_ago
from coordination.foundation import clock
from experts.domain import booking, debrief
from experts.models import Booking, Debrief

from .maker import Orders, hours, weekday_from


def build(orders: Orders) -> None:
    """What is past comes first, so that fairness and familiarity have something to look at."""
    _lecture(orders)
    _client_meeting(orders)
    _encounter_training(orders)


def _lecture(orders: Orders) -> None:
    """Closed: both sides have told how it went, and the expert asked for a call."""
    with days_ago(40):
        when = hours(weekday_from(clock.today() + timedelta(days=7), 3), time(9, 30), time(11))
        lecture = orders.send(
            orders.made.havukumpu,
            "lecture",
            ("Veera",),
            times=[when],
            topic="Häpeä ja velka",
            need="Puheenvuoro opiskelijoille, 45 kuulijaa.",
            audience="Sosionomiopiskelijat",
            audience_size=45,
            place="Kuulasveden ammattikorkeakoulu, luokka 12",
            areas=("debt-counselling",),
        )
        rows = orders.confirm(lecture, "Veera")
    with days_ago(20):
        _hold(orders, rows, asks=Debrief.Next.CALL)


def _client_meeting(orders: Orders) -> None:
    """Held: agreed by both, the expert's debrief is missing."""
    with days_ago(25):
        when = hours(weekday_from(clock.today() + timedelta(days=6), 2), time(13), time(14))
        meeting = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            ("Pekka",),
            times=[when],
            topic="Paperit järjestykseen",
            place="Kuulaspiha, huone 2",
            areas=("debt-counselling", "income-support"),
        )
        rows = orders.confirm(meeting, "Pekka")
        orders.agree(rows)
    with days_ago(10):
        _hold(orders, rows)


def _encounter_training(orders: Orders) -> None:
    """Closed: three experts in one order (ET-01)."""
    with days_ago(24):
        when = hours(weekday_from(clock.today() + timedelta(days=8), 4), time(12), time(15))
        training = orders.send(
            orders.made.havukumpu,
            "encounter-training",
            times=[when],
            topic="Kohtaamisen koulutus",
            need="Kaksi pientä näytelmää, kolme roolia.",
            audience="Aikuissosiaalityön työntekijät",
            audience_size=20,
            place="Kulttuuritalo",
            offered_amount=Decimal("80.00"),
            amount_reason="Sovittu koulutuspäivän puolikas.",
            seats=3,
        )
        rows = orders.confirm(training, "Onni", "Biret", "Ilkka")
    with days_ago(6):
        _hold(orders, rows, asks=Debrief.Next.SUPERVISION)


def _hold(orders: Orders, rows: list[Booking], *, asks: str = "") -> None:
    """Held, and told of by the orderer. The first expert asks for something, the others need nothing; without, none has told."""
    for row in rows:
        row.refresh_from_db()
        booking.mark_held(row, orders.orderer)
        debrief.record(row, Debrief.Side.ORDERER, orders.orderer, True, Debrief.Feeling.GOOD)
        if asks:
            feeling, wish = (
                (Debrief.Feeling.MIXED, asks) if row == rows[0] else (Debrief.Feeling.GOOD, Debrief.Next.NOTHING)
            )
            debrief.record(row, Debrief.Side.EXPERT, orders.as_expert(row.expert), True, feeling, wish)
