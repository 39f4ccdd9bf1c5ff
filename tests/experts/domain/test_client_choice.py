"""The client's choice in the order: ranked, marked, first among the reasons, and nothing else of the client."""

import pytest

from coordination.foundation.refused import Refused
from experts.domain import booking_request, client_choice, matching
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def chosen(order):
    return list(order.wishes.order_by("rank").values_list("expert__person__first_name", "rank", "chosen_by_client"))


def two():
    return experts.aino(), experts.in_folder("Pekka", "Koekas")


@pytest.mark.parametrize("make", [orders.order_draft, orders.order_sent])
def test_first_and_second_go_into_the_order_with_their_mark(make):
    aino, pekka = two()
    order = make(wishes=[aino])

    client_choice.choose(order, [pekka, aino], people.actor(people.sari()))

    assert chosen(order) == [("Pekka", 1, True), ("Aino", 2, True)]


def test_none_of_these_empties_the_wishes():
    aino, __ = two()
    order = orders.order_draft(wishes=[aino])

    client_choice.choose(order, [], people.actor(people.sari()))

    assert chosen(order) == []


def test_the_mark_stays_when_the_worker_goes_on_writing():
    aino, pekka = two()
    order = orders.order_draft()
    client_choice.choose(order, [pekka, aino], people.actor(people.sari()))

    booking_request.save(order, people.actor(people.sari()), wishes=[pekka], topic="Toinen aihe")

    assert chosen(order) == [("Pekka", 1, True)]


def test_the_coordinator_reads_the_choice_first_among_the_reasons():
    aino, pekka = two()
    order = orders.order_sent()
    client_choice.choose(order, [pekka, aino], people.actor(people.sari()))

    ranking = matching.rank(order, people.kaisa().user)

    reasons = {match.expert.pk: match.pros[0].code for match in ranking.matches}
    assert (reasons[pekka.pk], reasons[aino.pk]) == ("client", "client")
    assert {match.client_chose for match in ranking.matches if match.expert in (aino, pekka)} == {True}


def test_three_is_one_too_many():
    order = orders.order_draft()

    with pytest.raises(Refused) as refusal:
        client_choice.choose(order, [*two(), experts.in_folder("Onni", "Mallikas")], people.actor(people.sari()))

    assert refusal.value.code == "too_many"


def test_once_an_expert_has_been_asked_the_choice_is_closed():
    order = orders.offer_open().booking_request

    with pytest.raises(Refused) as refusal:
        client_choice.choose(order, [experts.in_folder("Pekka")], people.actor(people.sari()))

    assert (refusal.value.code, client_choice.may_choose(order, people.actor(people.sari()))) == ("promised", False)


def test_anothers_order_stays_as_it_is():
    order = orders.order_draft()
    other = people.staff_of(people.unit("Vanhusten palvelut"))

    with pytest.raises(Refused):
        client_choice.choose(order, [experts.aino()], people.actor(other))
