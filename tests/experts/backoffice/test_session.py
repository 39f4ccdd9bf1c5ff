"""The coordinator asks for a role, and tells several times held at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.fees.models import Fee
from coordination.foundation import clock
from experts.domain import session, time_change
from experts.models import Offer, TimeChange
from tests.factories import experts, orders, people, sessions

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


def test_an_offer_is_made_for_the_chosen_role(client, kaisa):
    onni = experts.in_folder("Onni")
    order = sessions.training_sent()
    page = reverse("booking_request:page", args=[order.pk])
    form = client.get(page).context["form"]
    told = {"answer_on": form["answer_on"].value(), "answer_at": form["answer_at"].value(), "seat": "3"}
    day, at = told["answer_on"], told["answer_at"]
    told |= {"answer_on": f"{day.day}.{day.month}.{day.year}", "answer_at": f"{at.hour}.{at.minute:02}"}

    client.post(page, {**told, f"pick_{onni.pk}": "on", f"because_{onni.pk}": "Sopii."})

    assert (form["seat"].value(), Offer.objects.get().seat, Offer.objects.get().role_name) == (1, 3, "tukihenkilö")


def test_a_role_is_confirmed_without_telling_why_the_others_wait(client, kaisa):
    order = sessions.training_sent()
    made = sessions.offered_role(order, experts.in_folder("Onni"), 2)
    address = reverse("booking_request:confirm", args=[order.pk])

    form = client.get(address).context["form"]
    client.post(address, {"time": orders.main_times(order)[0].pk, "offers": [made.pk]})
    page = client.get(reverse("booking_request:page", args=[order.pk]))

    assert "fewer" not in form.fields
    assert [(row["name"], row["is_open"]) for row in page.context["roles"]] == [
        ("sosiaalityöntekijä", True),
        ("asiakas", False),
        ("tukihenkilö", True),
    ]
    assert page.context["step"].act == "find"


def test_times_are_told_held_for_the_orderer(client, kaisa):
    booking = sessions.evenings_booked(3)
    second = booking.sessions.all()[1]
    address = reverse("booking_request:held", args=[booking.booking_request_id, booking.pk])

    with orders.on_day(clock.local(second.ends_at).date() + timedelta(days=1)):
        nothing = client.post(address, {})
        client.post(address, {"sessions": [row.pk for row in session.over_of(booking)]})
        page = client.get(reverse("booking_request:page", args=[booking.booking_request_id]))

    assert (list(nothing.context["form"].errors), Fee.objects.count()) == (["sessions"], 2)
    assert [row["row"].status for row in page.context["bookings"][0]["sessions"]] == ["held", "held", "planned"]


def test_the_coordinator_takes_an_open_question_of_another_time_back(client, kaisa):
    made = orders.booking_confirmed()
    change = time_change.propose(made.time, *orders.in_days(8, 15, 16), people.actor(people.sari()))
    page = client.get(reverse("booking_request:page", args=[made.booking_request_id]))
    door = reverse("booking_request:time_withdraw", args=[made.booking_request_id, change.pk])

    looked = client.get(door)
    still = TimeChange.objects.open().count()
    client.post(door)

    assert (door in page.content.decode(), looked.status_code, still) == (True, 200, 1)
    change.refresh_from_db()
    made.refresh_from_db()
    assert (change.status, made.starts_at) == ("withdrawn", change.was_starts_at)


def test_a_question_of_another_order_is_not_taken_back_here(client, kaisa):
    made = orders.booking_confirmed()
    change = time_change.propose(made.time, *orders.in_days(8, 15, 16), people.actor(people.sari()))
    other = orders.order_sent(times=[orders.in_days(20)])

    answer = client.post(reverse("booking_request:time_withdraw", args=[other.pk, change.pk]))

    assert (answer.status_code, TimeChange.objects.open().count()) == (404, 1)


def test_six_evenings_are_told_by_the_next_one_and_their_number(client, kaisa):
    made = sessions.evenings_booked(6)
    told = made.coming.together

    page = client.get(reverse("expert:page", args=[made.expert_id])).content.decode()

    assert ("17–19" in told, page.count(told)) == (True, 1)
