"""A booking as its parties see it, and the expert's list of bookings."""

import pytest

from coordination.messaging.domain import safe_link
from experts.models import Agreement, Booking, Debrief
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db
AGREED = {"act": "agree", "ticks": list(Agreement.TICKS)}


def page_of(booking) -> str:
    return f"/fi/oma/keikat/{booking.pk}/"


def test_the_orderer_agrees_at_the_screen(client):
    booking = orders.booking_confirmed()
    people.sign_in(client, booking.booking_request.orderer)

    client.post(page_of(booking), AGREED)

    assert Agreement.objects.get(booking=booking).ticked_by("orderer")


def test_the_expert_agrees_behind_the_link_of_the_confirmation(client):
    booking = orders.booking_confirmed()

    client.post(safe_link.path_of(booking.link), AGREED)

    assert Agreement.objects.get(booking=booking).ticked_by("expert")


def test_two_ticks_of_three_are_not_an_agreement(client):
    booking = orders.booking_confirmed()
    people.sign_in(client, booking.booking_request.orderer)

    page = client.post(page_of(booking), {"act": "agree", "ticks": ["roles", "division"]})

    assert (list(page.context["form"].errors), Agreement.objects.get(booking=booking).ticked_by("orderer")) == (
        ["ticks"],
        False,
    )


def test_the_orderer_tells_that_it_was_held(client):
    booking = orders.booking_agreed()
    people.sign_in(client, booking.booking_request.orderer)

    with orders.on_day(orders.day_after(booking)):
        client.post(page_of(booking), {"act": "outcome", "held": "yes"})

    assert Booking.objects.get(pk=booking.pk).status == "held"


def test_both_sides_tell_how_it_went(client):
    booking = orders.booking_held()
    told = {"act": "debrief", "talked": "yes", "feeling": "good", "next": "nothing", "note": ""}

    with orders.on_day(orders.day_after(booking)):
        people.sign_in(client, booking.booking_request.orderer)
        client.post(page_of(booking), told)
        client.post(safe_link.path_of(booking.link), told)

    assert set(Debrief.objects.values_list("side", flat=True)) == {"orderer", "expert"}


def test_an_identity_code_in_a_debrief_is_refused_and_kept_in_the_form(client):
    booking = orders.booking_held()
    people.sign_in(client, booking.booking_request.orderer)
    told = {"act": "debrief", "talked": "yes", "feeling": "good", "next": "call", "note": "Asiakas 010180-900X soitti."}

    with orders.on_day(orders.day_after(booking)):
        page = client.post(page_of(booking), told)

    assert (list(page.context["form"].errors), page.context["form"]["note"].value()) == (["note"], told["note"])
    assert Debrief.objects.exists() is False


@pytest.mark.parametrize("who", ["olli", "matti", "kaisa"])
def test_a_booking_is_its_parties_own(client, who):
    booking = orders.booking_confirmed()
    people.sign_in(client, getattr(people, who)())

    assert client.get(page_of(booking)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_queries_however_long(client, rows, django_assert_num_queries):
    aino = experts.aino()
    for number in range(rows):
        orders.booking_confirmed(times=[orders.in_days(10 * (number + 1))])
    people.sign_in(client, aino.person)
    client.get("/fi/oma/keikat/")

    with django_assert_num_queries(16):
        client.get("/fi/oma/keikat/")
