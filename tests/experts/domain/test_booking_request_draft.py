from __future__ import annotations

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import booking_request
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

CODE = "131052-308T"
TEXTS = [
    "topic", "need", "goal", "audience", "place", "directions", "venue_access", "preparation", "permission_asked_by",
    "professional", "amount_reason", "cost_centre", "reference", "greeting", "online_url",
]  # fmt: skip


def drafted(**fields) -> BookingRequest:
    sari = people.sari()
    people.agreement_for(sari.unit)
    return booking_request.draft(people.actor(sari), sari.unit, experts.task_type(), **fields)


def test_a_draft_begins_from_the_agreement_and_the_task():
    sari = people.sari(people.unit("Aikuissosiaalityö", cost_centre="4410"))
    people.agreement_for(sari.unit)
    orders.price_class()

    order = booking_request.draft(people.actor(sari), sari.unit, experts.task_type("client-meeting"))

    begun = (
        order.number,
        order.status,
        order.orderer,
        order.payer,
        order.cost_centre,
        order.seats,
        order.debrief_minutes,
        order.price_class.code,
    )
    assert begun == (f"{clock.today().year}-0001", "draft", sari, sari.unit, "4410", 1, 15, "A")


def test_numbers_run_in_the_year():
    first, second = drafted(), drafted()

    assert [first.number[4:], second.number[4:]] == ["-0001", "-0002"]


def test_the_tenth_thousand_goes_on():
    drafted()
    BookingRequest.objects.update(number=f"{clock.today().year}-10000")

    assert drafted().number == f"{clock.today().year}-10001"


def test_wishes_keep_their_rank():
    first, second = experts.expert_active("Veera"), experts.expert_active("Pekka")

    order = drafted(wishes=[second, first])

    assert list(order.wishes.values_list("expert", "rank")) == [(second.pk, 1), (first.pk, 2)]


def test_three_wishes_at_most():
    four = [experts.expert_active(name) for name in ("Veera", "Pekka", "Amina", "Onni")]

    with pytest.raises(Refused) as refused:
        drafted(wishes=four)

    assert refused.value.code == "too_many_wishes"


def test_a_unit_without_an_agreement_is_told_whom_to_call():
    sari, kaisa = people.sari(), people.kaisa()
    kaisa.phone = "0400000011"
    kaisa.save()

    with pytest.raises(Refused) as refused:
        booking_request.draft(people.actor(sari), sari.unit, experts.task_type())

    assert (
        refused.value.code,
        "Kaisa Koordinaattori" in str(refused.value),
        "040\u00a0000\u00a00011" in str(refused.value),
    ) == ("no_agreement", True, True)
    assert BookingRequest.objects.count() == 0


def test_the_agreement_of_a_service_covers_its_units():
    people.agreement_for(people.organisation())
    sari = people.sari()

    order = booking_request.draft(people.actor(sari), sari.unit, experts.task_type())

    assert order.payer == people.organisation()


@pytest.mark.parametrize("who", [people.olli, people.matti, people.kaisa])
def test_only_an_employee_of_the_unit_orders(who):
    unit = people.sari().unit
    people.agreement_for(unit)

    with pytest.raises(Refused) as refused:
        booking_request.draft(people.actor(who()), unit, experts.task_type())

    assert refused.value.code == "not_employee"


def test_the_coordinator_writes_an_order_down_on_the_phone():
    sari = people.sari()
    people.agreement_for(sari.unit)
    on_phone = people.actor(people.kaisa()).acting_for(sari)

    order = booking_request.draft(on_phone, sari.unit, experts.task_type())

    assert order.orderer == sari


def test_a_stranger_cannot_act_for_another():
    sari = people.sari()
    people.agreement_for(sari.unit)

    with pytest.raises(Refused) as refused:
        booking_request.draft(people.actor(people.olli()).acting_for(sari), sari.unit, experts.task_type())

    assert refused.value.code == "not_employee"


@pytest.mark.parametrize("field", TEXTS)
def test_an_identity_code_reaches_no_draft(field):
    order = drafted(**({} if field == "online_url" else {field: "ennen"}))

    with pytest.raises(Refused) as refused:
        booking_request.save(order, people.actor(order.orderer), **{field: f"Asiakas {CODE} tulee"})

    order.refresh_from_db()
    assert (refused.value.code, refused.value.field, getattr(order, field)) == (
        "identity_code",
        field,
        "" if field == "online_url" else "ennen",
    )
    assert Message.objects.count() == 0


def test_saving_keeps_times_in_their_order():
    order = drafted()

    booking_request.save(
        order, people.actor(order.orderer), times=[orders.in_days(9), orders.in_days(7), orders.in_days(9)]
    )

    assert [(row.option, row.starts_at) for row in order.times.all()] == [
        (1, orders.in_days(7)[0]),
        (2, orders.in_days(9)[0]),
    ]


def test_five_times_at_most():
    order = drafted()

    with pytest.raises(Refused) as refused:
        booking_request.save(order, people.actor(order.orderer), times=[orders.in_days(day) for day in range(1, 7)])

    assert refused.value.code == "too_many_times"


def test_another_task_brings_its_own_usual_numbers():
    order = drafted()

    booking_request.save(order, people.actor(order.orderer), task_type=experts.task_type("encounter-training"))

    assert order.seats == 3


def test_a_permission_without_its_day_is_not_kept_as_given():
    order = drafted()

    booking_request.save(order, people.actor(order.orderer), permission="given", permission_asked_by="Sari")

    assert (order.permission, order.permission_asked_by) == ("not_asked", "Sari")


def test_an_unknown_field_is_an_error():
    with pytest.raises(TypeError):
        drafted(status="sent")


@pytest.mark.parametrize("who", [people.olli, people.kaisa, people.matti])
@pytest.mark.parametrize("verb", [booking_request.save, booking_request.send, booking_request.discard])
def test_a_draft_is_its_orderers_alone(who, verb):
    order = orders.order_draft()

    with pytest.raises(Refused) as refused:
        verb(order, people.actor(who()))

    assert refused.value.code == "stranger"


def test_a_discarded_draft_is_gone():
    order = drafted()

    booking_request.discard(order, people.actor(order.orderer))

    assert BookingRequest.objects.count() == 0


def test_the_worker_orders_nothing():
    sari = people.sari()
    people.agreement_for(sari.unit)

    with pytest.raises(Refused):
        booking_request.draft(Actor.worker(), sari.unit, experts.task_type())
