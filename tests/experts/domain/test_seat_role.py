"""Roles are filled one by one (ET-01)."""

from __future__ import annotations

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from experts.domain import booking_request, offer
from experts.models import BookingRequest, Offer
from tests.factories import experts, orders, people, sessions

pytestmark = pytest.mark.django_db


def code_of(verb, *arguments, **more) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments, **more)
    return refusal.value.code


def names(order: BookingRequest) -> list[str]:
    return [str(role) for role in order.roles.all()]


def test_the_task_gives_the_roles():
    assert names(sessions.training_sent()) == ["sosiaalityöntekijä", "asiakas", "tukihenkilö"]


def test_the_orderer_names_the_roles_and_an_unchanged_one_keeps_its_languages():
    order = sessions.training_sent(roles=["asiakas", "isännöitsijä", ""])

    first, second = order.roles.all()
    assert (first.name["sv"], dict(second.name), second.seat) == ("klient", {"fi": "isännöitsijä"}, 2)


@pytest.mark.parametrize(
    ("roles", "code"), [(["a", "b", "c", "d"], "roles"), (["x" * 81], "too_long"), (["010180-900X"], "identity_code")]
)
def test_a_role_that_cannot_be_is_refused(roles, code):
    sessions.training_sent()
    order = orders.order_draft("encounter-training", need="Näytelmät.")

    assert code_of(booking_request.save, order, people.actor(people.sari()), roles=roles) == code


def test_one_role_is_filled_and_the_others_go_on_waiting():
    order = sessions.training_sent()
    second = sessions.offered_role(order, experts.in_folder("Onni"), 2)
    third = sessions.offered_role(order, experts.in_folder("Sanna"), 3)

    booking = sessions.filled(order, second)

    third.refresh_from_db()
    assert (booking.seat, booking.role_name, order.status) == (2, "asiakas", "confirmed")
    assert (third.status, Message.objects.filter(kind="experts.offer.filled").count()) == ("accepted", 0)


def test_the_last_role_closes_the_order_to_others():
    order = sessions.training_sent()
    anyone = sessions.offered_role(order, experts.in_folder("Riitta"), None)
    for seat, name in ((1, "Onni"), (2, "Sanna"), (3, "Biret")):
        made = sessions.offered_role(order, experts.in_folder(name), seat)
        sessions.filled(order, made)

    anyone.refresh_from_db()
    assert anyone.status == Offer.Status.FILLED


def test_the_others_asked_for_a_filled_role_are_told_kindly():
    order = sessions.training_sent()
    first = sessions.offered_role(order, experts.in_folder("Onni"), 2)
    second = sessions.offered_role(order, experts.in_folder("Sanna"), 2)

    sessions.filled(order, first)

    second.refresh_from_db()
    assert second.status == Offer.Status.FILLED
    assert code_of(sessions.filled, order, second) == "not_accepted"


def test_nobody_is_asked_for_a_filled_role():
    order = sessions.training_sent()
    sessions.filled(order, sessions.offered_role(order, experts.in_folder("Onni"), 2))

    assert code_of(offer.make, order, [experts.in_folder("Sanna")], sessions.kaisa(), seat=2) == "role"


def test_an_answer_for_any_place_takes_the_lowest_open_role():
    order = sessions.training_sent()
    sessions.filled(order, sessions.offered_role(order, experts.in_folder("Onni"), 1))

    booking = sessions.filled(order, sessions.offered_role(order, experts.in_folder("Sanna"), None))

    assert booking.seat == 2
