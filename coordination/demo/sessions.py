"""Orders of more than one time or more than one role: a training half cast, six evenings, a job at a café."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.orders.maker import Orders, hours, weekday_from
from coordination.demo.past import days_ago
from coordination.foundation import clock
from experts.domain import booking, booking_request_time, offer, session
from experts.domain.booking_request_time import Hours, Other
from experts.models import Booking, BookingRequest, RequestedTime

Kind = RequestedTime.Kind


def build(orders: Orders, today: date) -> None:
    _six_evenings(orders)
    _cafe(orders)
    _half_cast(orders, today)


def _six_evenings(orders: Orders) -> None:
    """Two have been held, each with its fee; four are to come."""
    with days_ago(35):
        first = hours(weekday_from(clock.today() + timedelta(days=21), 1), time(16), time(18))
        order = orders.send(
            orders.made.havukumpu,
            "group-leading",
            times=[first],
            others=[Other(Kind.FURTHER, *span) for span in booking_request_time.weekly(first, 6)[1:]],
            topic="Velkaryhmän kuusi iltaa",
            need="Vertaisohjaajaksi työntekijän pariksi, sama asiantuntija joka ilta.",
            audience="Kahdeksan ryhmäläistä",
            audience_size=8,
            place="Kuulaspiha, ryhmähuone",
            areas=("debt-counselling",),
        )
        [booked] = _book(orders, order, "Tuulia")
    session.mark_all_held(session.over_of(booked), orders.orderer)


def _cafe(orders: Orders) -> None:
    """Three months at a low-threshold café, two mornings a week, paid as wages (PS-01)."""
    with days_ago(42):
        begins = weekday_from(clock.today() + timedelta(days=21), 0)
        order = orders.send(
            orders.made.havukumpu,
            "assignment",
            assigned_from=begins,
            assigned_until=begins + timedelta(days=88),
            weekly_hours=[Hours(0, time(10), time(13)), Hours(3, time(10), time(13))],
            topic="Matalan kynnyksen kahvila",
            need="Kahvilan arkea ja juttuseuraa kävijöille. Työsuhde kolmeksi kuukaudeksi.",
            place="Kahvila Kuulas, Kauppakatu 4, Havukumpu",
        )
        [booked] = _book(orders, order, "Riitta")
    session.mark_all_held(session.over_of(booked), orders.orderer)


def _half_cast(orders: Orders, today: date) -> None:
    """An encounter training of three roles: two are filled, one is open, the rehearsal has a time of its own (ET-01, ET-05)."""
    with days_ago(4):
        when = weekday_from(today + timedelta(days=18), 4)
        rehearsal = hours(when - timedelta(days=7), time(13), time(15))
        order = orders.send(
            orders.made.havukumpu,
            "encounter-training",
            times=[hours(when, time(12), time(15))],
            others=[Other(Kind.REHEARSAL, *rehearsal)],
            topic="Kohtaaminen vastaanotolla",
            need="Kaksi pientä näytelmää, huono ja hyvä kohtaaminen, ja keskustelu niiden jälkeen.",
            audience="Aikuissosiaalityön työntekijät",
            audience_size=25,
            place="Kulttuuritalo",
        )
        for seat, name in ((1, "Onni"), (2, "Biret")):
            _book(orders, order, name, seat=seat)


def _book(orders: Orders, order: BookingRequest, name: str, seat: int | None = None) -> list[Booking]:
    """Ask, answer yes and confirm, as its people would."""
    expert = orders.register[name]
    because = {expert.pk: ("Sovittu puhelimessa.", clock.today())}
    asked = offer.make(order, [expert], orders.coordinator, overruled=because, seat=seat)
    times = offer.open_times(order)
    for row in asked:
        offer.accept(row, orders.as_expert(expert), times)
    order.refresh_from_db()
    return booking.confirm(order, times[0], asked, orders.coordinator)
