"""Orders of more than one time or role: six evenings, a training with roles, a job of weeks."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import booking, booking_request_time, offer
from experts.domain.booking_request_time import Hours, Other
from experts.models import Booking, BookingRequest, Expert, Offer
from tests.factories import experts, orders, people

ROLES = {"fi": "sosiaalityöntekijä, asiakas, tukihenkilö", "sv": "socialarbetare, klient, stödperson"}
Span = tuple[datetime, datetime]


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def rehearsal(days: int = 5) -> Other:
    return Other("rehearsal", *orders.in_days(days, 10, 12))


def evenings_sent(count: int = 6, **fields: object) -> BookingRequest:
    """A group of so many evenings, a week apart; no client takes part."""
    first = orders.in_days(7, 17, 19)
    further = [Other("further", *span) for span in booking_request_time.weekly(first, count)[1:]]
    return orders.order_sent("group-leading", times=[first], others=further, need="Pari ryhmään.", **fields)


def evenings_booked(count: int = 6, expert: Expert | None = None) -> Booking:
    return orders.booking_confirmed(expert, evenings_sent(count))


def training_sent(**fields: object) -> BookingRequest:
    """An encounter training of three roles, with a rehearsal of its own."""
    task = experts.task_type("encounter-training")
    task.role_names, task.usual_experts = ROLES, 3
    task.save()
    usual = {"others": [rehearsal()], "need": "Kaksi näytelmää.", "seats": 3}
    return orders.order_sent("encounter-training", **{**usual, **fields})


def offered_role(order: BookingRequest, expert: Expert, seat: int | None) -> Offer:
    """Kaisa has asked for a role, and the expert has said yes to every time."""
    because = {expert.pk: ("Sovittu puhelimessa.", clock.today())}
    [made] = offer.make(order, [expert], kaisa(), overruled=because, seat=seat)
    return offer.accept(made, Actor.by_link(expert.person), offer.open_times(order))


def filled(order: BookingRequest, made: Offer) -> Booking:
    return booking.confirm(order, orders.main_times(order)[0], [made], kaisa())[0]


def work_sent(weeks: int = 12, **fields: object) -> BookingRequest:
    """A job at a café on Mondays and Thursdays, also on holidays: so many days whatever the season."""
    task = experts.task_type("assignment")
    task.is_assignment, task.debrief_minutes = True, 0
    task.save()
    begins = clock.today() + timedelta(days=7 + (7 - clock.today().weekday()) % 7)
    usual = {
        "times": [],
        "need": "Kahvilan arkea.",
        "price_class": None,
        "assigned_from": begins,
        "assigned_until": begins + timedelta(days=7 * weeks - 1),
        "weekly_hours": [Hours(0, time(9), time(12)), Hours(3, time(9), time(12))],
        "works_on_holidays": True,
    }
    return orders.order_sent("assignment", **{**usual, **fields})
