"""What an offer minds: stops, warnings, its time to answer, and what its messages may tell."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.privacy.models import Consent
from coordination.records.models import Rule
from experts.domain import limit
from experts.domain import offer as offers
from experts.models import Booking, Expert, Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def code_of(verb, *arguments, **more) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments, **more)
    return refusal.value.code


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def test_without_consent_there_is_no_offer():
    aino, order = experts.aino(), orders.order_sent()
    Consent.objects.filter(person=aino.person).update(withdrawn_at=clock.now())

    assert code_of(offers.make, order, [aino], kaisa()) == "consent"


def test_one_stopped_expert_stops_the_whole_round():
    aino, lauri, order = experts.aino(), experts.expert_on_leave(), orders.order_sent()

    code = code_of(offers.make, order, [aino, lauri], kaisa(), overruled={aino.pk: ("Sopii.", clock.today())})

    assert (code, Offer.objects.count()) == ("inactive", 0)


def test_a_coordinator_does_not_offer_to_oneself():
    aino, order = experts.aino(), orders.order_sent()
    people.role_for(aino.person, "coordinator", people.organisation())

    assert code_of(offers.make, order, [aino], people.actor(aino.person)) == "self"


def test_a_warning_is_overruled_only_with_a_reason():
    aino, order = experts.aino(), orders.order_sent(languages=["fi", "sv"])

    assert code_of(offers.make, order, [aino], kaisa()) == "reason"


@pytest.mark.parametrize("asked_on", [None, "tomorrow"])
def test_a_limit_of_the_expert_is_overruled_only_after_asking(asked_on):
    aino, order = experts.aino(), orders.order_sent(areas=[experts.service_area()])
    limit.keep(aino, experts.HOUSE, paused={experts.service_area(): None})
    day = clock.today() + timedelta(days=1) if asked_on else None

    assert code_of(offers.make, order, [aino], kaisa(), overruled={aino.pk: ("Aihe on toinen.", day)}) == "asking"


def test_the_reason_and_the_day_are_kept():
    aino, order = experts.aino(), orders.order_sent(areas=[experts.service_area()])
    limit.keep(aino, experts.HOUSE, paused={experts.service_area(): None})

    offers.make(order, [aino], kaisa(), overruled={aino.pk: ("Aihe on toinen.", clock.today())})

    offer = Offer.objects.get()
    assert (offer.overruled_because, offer.expert_asked_on) == ("Aihe on toinen.", clock.today())
    assert "topic" in offer.reasons["overruled"]


def test_the_reason_takes_no_identity_code():
    aino, order = experts.aino(), orders.order_sent()

    code = code_of(offers.make, order, [aino], kaisa(), overruled={aino.pk: ("131052-308T", clock.today())})

    assert code == "identity_code"


def test_an_expert_is_asked_once_at_a_time():
    offer = orders.offer_open()

    code = code_of(
        offers.make,
        offer.booking_request,
        [offer.expert],
        kaisa(),
        overruled={offer.expert.pk: ("Uudestaan.", clock.today())},
    )

    assert code == "offer_one_alive"


def test_an_offer_ends_before_the_last_possible_time():
    start, end = orders.in_days(1)

    offer = orders.offer_open(times=[(start, end)])

    assert offer.expires_at == start


def test_nobody_says_yes_after_the_time_to_answer():
    offer = orders.offer_open()
    Offer.objects.update(expires_at=clock.now() - timedelta(minutes=1))

    code = code_of(offers.accept, offer, Actor.by_link(offer.expert.person), orders.main_times(offer.booking_request))

    assert code == "expired"


def test_yes_needs_a_time():
    offer = orders.offer_open()

    assert code_of(offers.accept, offer, Actor.by_link(offer.expert.person), []) == "times"


def test_a_time_taken_meanwhile_is_left_out():
    aino = experts.aino()
    waiting = orders.offer_open(aino)
    taken = orders.booking_confirmed(aino)
    free, other = sorted(orders.main_times(waiting.booking_request), key=lambda time: time.starts_at == taken.starts_at)
    link = Actor.by_link(aino.person)

    assert code_of(offers.accept, waiting, link, [free, other]) == "busy"
    assert offers.accept(waiting, link, [free]).status == Offer.Status.ACCEPTED


def test_an_old_offer_goes_back_to_the_queue_by_itself():
    offer = orders.offer_open()

    closed = offers.expire(offer.expires_at)

    offer.refresh_from_db()
    assert (closed, offer.status, offer.booking_request.status) == (1, "expired", "sent")


def test_costs_only_is_the_experts_choice():
    offer = orders.offer_open()
    times = orders.main_times(offer.booking_request)

    offers.accept(offer, Actor.by_link(offer.expert.person), times, "costs_only")

    assert Offer.objects.get().fee_choice == Expert.FeeMode.COSTS_ONLY


def test_the_first_full_set_confirms_itself_where_so_agreed():
    Rule.objects.create(key="offer.confirms_itself", value=True, valid_from=people.LONG_AGO)

    offer = orders.offer_accepted()

    assert Booking.objects.get().offer == offer
    assert offer.booking_request.status == "confirmed"


def test_the_question_tells_time_place_task_and_fee_but_not_a_clients_goal():
    offer = orders.offer_open()

    body = Message.objects.get(kind="experts.offer.ask").body
    order = offer.booking_request
    told = [order.place in body, str(order.task_type) in body, "50,00" in body, f"[[link:{offer.link_id}]]" in body]
    assert told == [True] * 4
    assert orders.GOAL not in body


def test_names_are_written_as_they_are():
    people.agreement_for(people.sari().unit)
    offer = orders.offer_open(place="Liisan & Mikon talo")

    assert "Liisan & Mikon talo" in Message.objects.get(kind="experts.offer.ask").body
    assert offer.status == "open"
