"""An expert who took a break yesterday, two heavy topics in a row, a card filled in, extracts shown."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.orders.maker import Orders, hours, weekday_from
from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import agreement, background_check, booking, briefing, stopping
from experts.models import Arrangement, Booking, BookingRequest


def build(made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
    orders, today = Orders(made, register, orderer, coordinator), clock.today()
    _break(orders, today)
    _heavy_row(orders, today)
    _card(orders)
    _extracts(orders)


def _break(orders: Orders, today: date) -> None:
    """Hannu rests: one meeting needs somebody else, one he still does, and an offer has closed."""
    with days_ago(6):
        needs = _meeting(orders, today + timedelta(days=7), "Vuokra ja arjen alku", ("adult-social-work",))
        [ends] = orders.confirm(needs, "Hannu")
        orders.confirm(
            _lecture(orders, weekday_from(today + timedelta(days=20), 4), "Vankilan jälkeen", ("criminal-sanctions",)),
            "Hannu",
        )
    with days_ago(2):
        orders.offer(_meeting(orders, today + timedelta(days=15), "Asiointi verkossa", ("adult-social-work",)), "Hannu")
    with days_ago(1):
        hannu = orders.register["Hannu"]
        ends = Booking.objects.get(pk=ends.pk)
        stopping.take_leave(hannu, orders.as_expert(hannu), until=today + timedelta(days=90), cancelled=[ends])


def _heavy_row(orders: Orders, today: date) -> None:
    """Göran has told of the same heavy things twice; a third order waits."""
    with days_ago(20):
        [held] = orders.confirm(
            _lecture(orders, today - timedelta(days=9), "Depression i vardagen", ("mental-health",)), "Göran"
        )
    with days_ago(8):
        booking.mark_held(Booking.objects.get(pk=held.pk), orders.orderer)
        orders.confirm(_lecture(orders, today + timedelta(days=5), "När orken tar slut", ("mental-health",)), "Göran")


def _card(orders: Orders) -> None:
    row = (
        Booking.objects.upcoming().filter(expert=orders.register["Onni"], booking_request__client_meeting=True).first()
    )
    if row is None:
        return
    agreement.write_card(
        row,
        "orderer",
        orders.orderer,
        opens="Työntekijä avaa ja esittelee kaikki.",
        not_asked="Perheen asioita ei kysytä.",
        pause="Kuka vain voi nostaa käden. Syytä ei kysytä.",
    )
    briefing.tell(row, orders.orderer, clock.today())


def _extracts(orders: Orders) -> None:
    """One shown lately, one that soon is too old."""
    background_check.note(orders.register["Biret"], orders.coordinator, clock.today() - timedelta(days=30))
    background_check.note(orders.register["Onni"], orders.coordinator, clock.today() - timedelta(days=350))


def _meeting(orders: Orders, day: date, topic: str, areas: tuple[str, ...]) -> BookingRequest:
    return orders.send(
        orders.made.havukumpu,
        "client-meeting",
        times=[hours(weekday_from(day, 1), time(10), time(11))],
        topic=topic,
        place="Kuulaspiha, huone 2",
        areas=areas,
        arrangements=[Arrangement.ENTRANCE, Arrangement.LIFT],
        safety_note="Työntekijä on paikalla koko ajan. Ovi jää auki, aula on vieressä.",
    )


def _lecture(orders: Orders, day: date, topic: str, areas: tuple[str, ...]) -> BookingRequest:
    return orders.send(
        orders.made.havukumpu,
        "lecture",
        times=[hours(day, time(13), time(14))],
        topic=topic,
        need="Puheenvuoro henkilöstölle.",
        audience="Henkilöstö",
        place="Kuulaspiha, sali",
        areas=areas,
    )
