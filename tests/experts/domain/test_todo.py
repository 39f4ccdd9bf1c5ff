"""What waits for whom in the experts' wing."""

import pytest

from coordination.people.actor import Actor
from experts.domain import debrief, todo
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

# So far ahead that nobody is reminded of talking beforehand, whatever the hour is now.
LATER = [orders.in_days(10), orders.in_days(12)]


def urls(todos) -> list[str]:
    return [item.url for item in todos]


def test_an_offer_waits_for_its_expert():
    offer = orders.offer_open()

    assert urls(todo.for_expert(offer.expert.person)) == [f"/fi/oma/tarjoukset/{offer.pk}/"]


def test_an_agreement_waits_for_both_sides():
    booking = orders.booking_confirmed(times=LATER)

    waiting = [urls(todo.for_expert(booking.expert.person)), urls(todo.for_orderer(booking.booking_request.orderer))]

    assert waiting == [[f"/fi/oma/keikat/{booking.pk}/"]] * 2


def test_nothing_waits_when_both_have_agreed():
    booking = orders.booking_agreed(times=LATER)

    assert (todo.for_expert(booking.expert.person), todo.for_orderer(booking.booking_request.orderer)) == ([], [])


def test_a_debrief_waits_for_both_sides_after_the_meeting():
    booking = orders.booking_held()

    waiting = [
        todo.for_expert(booking.expert.person)[0].title,
        todo.for_orderer(booking.booking_request.orderer)[0].title,
    ]

    assert waiting == ["Miten meni?", "Miten meni?"]


def test_a_draft_waits_for_its_orderer_alone():
    order = orders.order_draft()

    assert urls(todo.for_orderer(order.orderer)) == [f"/fi/oma/tilaukset/{order.number}/"]
    assert todo.for_coordinator(people.user_for(people.kaisa())) == []


def test_a_sent_order_waits_for_the_coordinator():
    order = orders.order_sent()

    assert urls(todo.for_coordinator(people.user_for(people.kaisa()))) == [f"/hallinta/tilaukset/{order.pk}/"]


def test_an_accepted_offer_waits_for_a_time():
    orders.offer_accepted()

    assert [item.button for item in todo.for_coordinator(people.user_for(people.kaisa()))] == ["Vahvista aika"]


def test_a_submitted_cv_waits_for_the_coordinator():
    revision = experts.cv_submitted(experts.expert_active())

    assert urls(todo.for_coordinator(people.user_for(people.kaisa()))) == [f"/hallinta/asiantuntijat/cv/{revision.pk}/"]


def test_nothing_waits_for_a_stranger():
    orders.order_sent()

    assert todo.for_coordinator(people.user_for(people.stranger_coordinator())) == []


def test_a_heavy_feeling_waits_for_the_coordinator_without_being_asked():
    booking = orders.booking_held()
    with orders.on_day(orders.day_after(booking)):
        debrief.record(booking, "expert", Actor.by_link(booking.expert.person), talked=True, feeling="heavy")

    waiting = [
        item.text for item in todo.for_coordinator(people.user_for(people.kaisa())) if item.group == "Sinua kaivataan"
    ]

    assert waiting == [f"{booking.expert.person.full_name}: raskaalta"]
