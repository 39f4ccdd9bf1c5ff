"""Orders told to the coordinator: written down in the orderer's name, followed by link or letter."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.domain import arrival
from tests.factories import experts, orders, outside, people

pytestmark = pytest.mark.django_db
WHOLE = {"topic": "Velat", "need": "Luento.", "place": "Opistokatu 1", "languages": ["fi"]}


def written(order, **fields: object):
    by = people.actor(people.kaisa())
    price = {"price_class": orders.price_class()}
    return arrival.save(order, by, times=[orders.in_days(14)], **{**WHOLE, **price, **fields})


def test_an_order_told_on_the_phone_is_the_callers_own_and_the_log_says_who_wrote_it() -> None:
    order = outside.order_begun()
    kaisa = people.actor(people.kaisa())
    written(order, invoicing="003722222229")

    sent = arrival.send(order, kaisa)

    entry = ModelLogEntry.objects.filter(action="kuuluviin.moved", object_id=str(order.pk)).get()
    assert (sent.status, sent.orderer.first_name, sent.arrival.invoicing) == ("sent", "Helvi", "003722222229")
    assert (entry.user, entry.data["on_behalf_of"], entry.data["via"]) == (kaisa.user, sent.orderer_id, "phone")
    assert sent.unit.contacts.get().last_used_at is not None


def test_the_confirmation_goes_in_the_callers_own_way_with_a_code_on_paper() -> None:
    order = outside.order_begun()
    written(order)

    sent = arrival.send(order, people.actor(people.kaisa()))

    letter = Message.objects.get()
    assert (letter.kind, letter.person, letter.channel) == (
        "experts.booking_request.received",
        sent.orderer,
        Person.Channel.POST,
    )
    assert f"[[code:{sent.arrival.link_id}]]" in letter.body


def test_a_draft_is_kept_and_found_again_by_its_writer_alone() -> None:
    order = outside.order_begun()

    mine = arrival.drafts_of(people.user_for(people.kaisa()))
    others = arrival.drafts_of(people.user_for(people.stranger_coordinator()))

    assert (list(mine), list(others)) == ([order], [])


def test_an_employee_who_calls_orders_a_client_meeting_with_the_permission_written_down() -> None:
    sari = people.sari()
    people.agreement_for(sari.unit)
    orders.price_class()
    kaisa = people.actor(people.kaisa())
    order = arrival.begin(sari.unit, sari, experts.task_type(), "phone", kaisa)
    times = {"times": [orders.in_days(7)], "place": "Kuulaspiha"}

    with pytest.raises(Refused) as refusal:
        arrival.send(arrival.save(order, kaisa, goal=orders.GOAL, **times), kaisa)
    arrival.save(order, kaisa, **orders.PERMISSION, permission_on=clock.today())
    sent = arrival.send(order, kaisa)

    assert (refusal.value.code, sent.status, sent.orderer) == ("permission", "sent", sari)


def test_a_school_that_calls_cannot_order_a_client_meeting() -> None:
    home = outside.school()
    caller = outside.contact_person(home).person
    kaisa = people.actor(people.kaisa())
    order = arrival.begin(home, caller, experts.task_type(), "phone", kaisa)
    fields = {**WHOLE, **orders.PERMISSION, "permission_on": clock.today(), "goal": orders.GOAL}
    arrival.save(order, kaisa, times=[orders.in_days(9)], price_class=orders.price_class(), **fields)

    with pytest.raises(Refused) as refusal:
        arrival.send(order, kaisa)

    assert refusal.value.code == "client_from_outside"


@pytest.mark.parametrize("who", ["stranger", "neighbour", "site"])
def test_nobody_else_writes_an_order_down(who: str) -> None:
    home = outside.school()
    caller = outside.contact_person(home).person
    actors = {"stranger": people.sari, "neighbour": people.stranger_coordinator, "site": people.kaisa}
    way = "site" if who == "site" else "phone"

    with pytest.raises(Refused) as refusal:
        arrival.begin(home, caller, experts.task_type("lecture"), way, people.actor(actors[who]()))

    assert refusal.value.code == ("way" if who == "site" else "not_employee")


def test_one_who_is_no_contact_person_of_the_organisation_cannot_be_ordered_for() -> None:
    home = outside.school()

    with pytest.raises(Refused) as refusal:
        arrival.begin(home, people.matti(), experts.task_type("lecture"), "phone", people.actor(people.kaisa()))

    assert refusal.value.code == "not_employee"
