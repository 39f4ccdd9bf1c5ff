"""An expert leaves a series in the middle: what was held stays, somebody else comes to the rest."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.test import override_settings
from django.urls import reverse

from coordination.calendar.models import Entry
from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import availability, cancellation, limit, offer, replacement, session, session_cancel, stopping
from experts.domain import booking as bookings
from experts.domain.availability import Stretch
from experts.models import Booking, Expert, Session
from tests.factories import experts, orders, people, sessions

pytestmark = pytest.mark.django_db


def onni() -> Expert:
    found = experts.in_folder("Onni", "Mallikas")
    limit.keep(found, experts.HOUSE, areas=[], task_types=[experts.task_type("group-leading")], languages=["fi"])
    availability.keep(found, experts.HOUSE, week=[Stretch(day, time(8), time(21)) for day in range(7)])
    return found


def by_link(made: Booking) -> Actor:
    return Actor.by_link(made.expert.person)


@pytest.fixture
def aino_at_third():
    """Six evenings: two of Aino's are held, it is the day after the second."""
    onni()
    made = sessions.evenings_booked(6)
    second = list(made.sessions.all())[1]
    with override_settings(DEMO_TODAY=clock.local(second.ends_at).date() + timedelta(days=1)):
        session.mark_all_held(session.over_of(made), sessions.kaisa())
        yield made


def statuses(made: Booking) -> list[str]:
    return list(made.sessions.order_by("starts_at").values_list("status", flat=True))


def replaced(gone: Booking) -> Booking:
    """The two presses."""
    order = gone.booking_request
    for each in replacement.ask(order, sessions.kaisa()):
        offer.accept(each, Actor.by_link(each.expert.person), offer.open_times(order))
    [made] = replacement.confirm(order, sessions.kaisa())
    return made


def test_what_was_held_stays_and_the_rest_waits_for_somebody(aino_at_third):
    bookings.cancel(aino_at_third, by_link(aino_at_third))

    order = aino_at_third.booking_request
    assert statuses(aino_at_third) == ["held", "held", "cancelled", "cancelled", "cancelled", "cancelled"]
    assert (aino_at_third.status, order.status) == ("held", "sent")
    assert [fee.status for fee in Fee.objects.all()] == ["owed", "owed"]
    assert replacement.time_of(order).starts_at == list(aino_at_third.sessions.all())[2].starts_at
    assert replacement.who_left(order) == aino_at_third.expert.person.full_name


def test_two_presses_bring_somebody_to_the_times_that_are_left(aino_at_third):
    rest = [row.starts_at for row in aino_at_third.sessions.all()][2:]
    bookings.cancel(aino_at_third, by_link(aino_at_third))

    made = replaced(aino_at_third)

    order = made.booking_request
    assert (made.expert.person.first_name, made.seat, order.status) == ("Onni", aino_at_third.seat, "confirmed")
    assert [row.starts_at for row in made.sessions.all()] == rest
    assert made.amount == sum(row.amount for row in made.sessions.all())
    assert Entry.objects.standing().filter(object_key=str(made.pk)).count() == 4
    assert replacement.time_of(order) is None


def test_the_order_is_held_with_both_of_them(aino_at_third):
    bookings.cancel(aino_at_third, by_link(aino_at_third))
    made = replaced(aino_at_third)

    with override_settings(DEMO_TODAY=orders.day_after(made)):
        session.mark_all_held(session.over_of(made), sessions.kaisa())

    made.booking_request.refresh_from_db()
    assert (made.booking_request.status, Fee.objects.count()) == ("held", 6)


def test_an_evening_nobody_has_told_of_yet_is_not_lost_by_leaving():
    onni()
    made = sessions.evenings_booked(3)
    first = made.sessions.all()[0]
    with override_settings(DEMO_TODAY=clock.local(first.ends_at).date() + timedelta(days=1)):
        bookings.cancel(made, by_link(made))
        between = (statuses(made), made.status, made.booking_request.status)
        session.mark_held(made.sessions.get(pk=first.pk), sessions.kaisa())

    made.refresh_from_db()
    made.booking_request.refresh_from_db()
    assert between == (["planned", "cancelled", "cancelled"], "confirmed", "confirmed")
    assert (made.status, made.booking_request.status) == ("held", "sent")


def test_an_evening_called_off_before_is_not_asked_of_the_next_one(aino_at_third):
    fourth = list(aino_at_third.sessions.all())[3]
    session_cancel.cancel(fourth, sessions.kaisa(), "Tila on varattu.")
    bookings.cancel(aino_at_third, by_link(aino_at_third))

    made = replaced(aino_at_third)

    assert fourth.starts_at not in [row.starts_at for row in made.sessions.all()]
    assert made.sessions.count() == 3


def test_stopping_leaves_the_rest_to_somebody_else_too(aino_at_third):
    stopping.end(aino_at_third.expert, by_link(aino_at_third), cancelled=[aino_at_third])

    assert replaced(aino_at_third).sessions.count() == 4


def test_where_nobody_is_looked_for_any_more_the_order_is_held_with_what_was(aino_at_third):
    bookings.cancel(aino_at_third, by_link(aino_at_third))
    order = aino_at_third.booking_request

    cancellation.cancel(order, sessions.kaisa(), "Ryhmä loppui.")

    assert (order.status, Session.objects.filter(status="held").count()) == ("held", 2)


def test_the_page_shows_whom_to_ask_for_the_rest(client, aino_at_third):
    people.sign_in(client, people.kaisa())
    bookings.cancel(aino_at_third, by_link(aino_at_third))
    order = aino_at_third.booking_request

    page = client.get(reverse("booking_request:page", args=[order.pk]))
    client.post(reverse("booking_request:replacement_ask", args=[order.pk]))

    assert page.context["replacement"]["best"] == ["Onni"]
    assert [each.expert.person.first_name for each in order.offers.open()] == ["Onni"]
