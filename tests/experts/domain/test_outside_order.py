"""An order from the public site: kept from everybody until confirmed, then like any other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.models import Contact, Person, Unit, UnitAgreement
from experts.domain import booking_request, order_link, outside_order
from experts.models import BookingRequest, OutsideOrder
from tests.factories import experts, orders, outside, people

pytestmark = pytest.mark.django_db


def test_nobody_is_told_and_nothing_is_seen_before_the_sender_confirms() -> None:
    kaisa = people.user_for(people.kaisa())

    row = outside.order_unconfirmed()

    sent = Message.objects.get()
    assert (sent.kind, sent.person, sent.secret) == ("experts.outside_order.confirm", row.person, True)
    assert list(Message.objects.visible_to(kaisa)) == []
    assert row.person not in Person.objects.visible_to(kaisa)
    assert (BookingRequest.objects.count(), Contact.objects.count()) == (0, 0)
    assert not Unit.objects.filter(kind=Unit.Kind.CONTACT_BODY).exists()


def test_a_confirmed_order_stands_in_the_coordinators_queue_and_both_are_told() -> None:
    order = outside.order_confirmed()

    assert order in BookingRequest.objects.coordinated_by(people.user_for(people.kaisa()))
    assert (order.status, order.coordinator, str(order.unit)) == ("sent", people.kaisa(), outside.SCHOOL)
    assert (order.arrival.way, order.arrival.is_new_contact, order.payer) == ("site", True, order.unit)
    kinds = set(Message.objects.exclude(secret=True).values_list("kind", "person__first_name"))
    assert kinds == {
        ("experts.booking_request.received", "Leena"),
        ("experts.booking_request.waiting", "Kaisa"),
    }
    received = Message.objects.get(kind="experts.booking_request.received")
    assert f"[[link:{order.arrival.link_id}]]" in received.body
    assert not OutsideOrder.objects.exists()


def test_confirming_twice_makes_one_order() -> None:
    row = outside.order_unconfirmed()
    outside_order.confirm(row)

    with pytest.raises(Refused) as refusal:
        outside_order.confirm(row)

    assert (refusal.value.code, BookingRequest.objects.count()) == ("confirmed", 1)


def test_what_nobody_confirms_is_deleted_with_its_person() -> None:
    row = outside.order_unconfirmed()
    before = Person.objects.count()

    with orders.on_day(clock.local(row.expires_at).date() + timedelta(days=1)):
        forgotten = outside_order.forget_unconfirmed()

    assert (forgotten, Person.objects.count()) == (1, before - 1)
    assert not OutsideOrder.objects.exists()
    assert not Message.objects.exists()


def test_one_who_cannot_be_deleted_keeps_nobody_else_waiting() -> None:
    held, row = outside.order_unconfirmed(), outside.order_unconfirmed(contact={"first_name": "Liisa"})
    BookingRequest.objects.filter(pk=orders.order_draft().pk).update(orderer=held.person)

    with (
        orders.on_day(clock.local(row.expires_at).date() + timedelta(days=1)),
        pytest.raises(ProtectedError),
    ):
        outside_order.forget_unconfirmed()

    assert list(OutsideOrder.objects.all()) == [held]


def test_the_same_contact_orders_again_and_another_with_the_same_address_stays_another() -> None:
    first = outside.order_confirmed()
    again = outside.order_confirmed()
    other = outside.order_confirmed(contact={"first_name": "Liisa"})

    assert (again.orderer, again.unit, again.arrival.is_new_contact) == (first.orderer, first.unit, False)
    assert (other.orderer == first.orderer, other.unit, other.arrival.is_new_contact) == (False, first.unit, True)
    assert set(first.unit.contacts.values_list("person__first_name", flat=True)) == {"Leena", "Liisa"}


def test_a_claim_changes_nothing_of_an_organisation_that_is_known() -> None:
    known = outside.school()
    row = outside.order_unconfirmed()
    row.facts["organisation"]["name"] = "Huijarit Oy"
    row.save()

    order = outside_order.confirm(row)

    assert (order.unit, str(order.unit), order.arrival.organisation_name) == (known, outside.SCHOOL, "Huijarit Oy")


def test_the_organisation_has_an_agreement_by_which_it_pays_itself() -> None:
    order = outside.order_confirmed()

    agreement = UnitAgreement.objects.covering(order.unit)
    assert (agreement.coordinator, agreement.payer) == (people.kaisa(), order.unit)


def test_a_public_expert_may_be_wished_and_any_other_key_is_answered_alike() -> None:
    aino, hidden = experts.aino(), experts.in_folder("Hilla")

    order = outside.order_confirmed(wishes=[str(aino.public_key)])
    said = set()
    for key in (hidden.public_key, hidden.staff_key, aino.staff_key, "nobody"):
        with pytest.raises(Refused) as refusal:
            outside.order_unconfirmed(wishes=[key])
        said.add(str(refusal.value))

    assert [wish.expert for wish in order.wishes.all()] == [aino]
    assert len(said) == 1


@pytest.mark.parametrize("task", ["client-meeting", "nothing"])
def test_a_client_meeting_is_never_ordered_from_outside(task: str) -> None:
    key = experts.task_type("client-meeting").pk if task == "client-meeting" else 0

    with pytest.raises(Refused) as refusal:
        outside.order_unconfirmed(task_type=key)

    assert (refusal.value.code, Person.objects.filter(is_unconfirmed=True).count()) == ("task_type", 0)


def test_an_identity_code_anywhere_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        outside.order_unconfirmed(need="Asiakas 131052-308T tulee mukaan.")

    assert (refusal.value.code, Person.objects.filter(is_unconfirmed=True).count()) == ("identity_code", 0)


def test_an_order_whose_times_have_passed_asks_for_new_ones() -> None:
    row = outside.order_unconfirmed()

    with orders.on_day(clock.today() + timedelta(days=20)), pytest.raises(Refused) as refusal:
        outside_order.confirm(row)

    assert refusal.value.code == "past"


def test_an_organisation_takes_orders_only_with_a_coordinator_of_the_whole_of_it() -> None:
    people.kaisa(unit=people.unit())
    before = outside_order.receivers()
    people.role_for(people.kaisa(), "coordinator", people.organisation())

    assert (before, outside_order.receivers()) == ([], [people.organisation()])


def test_the_expert_is_named_to_an_outsider_as_to_everybody() -> None:
    aino = experts.aino()
    aino.audiences.update_or_create(kind="own", defaults={"name": "full"})
    order = outside.order_confirmed()

    booking = orders.booking_confirmed(aino, order)

    told = Message.objects.get(kind="experts.booking.confirmed", person=order.orderer)
    assert booking.expert.person.last_name not in told.body
    assert "Aino" in told.body


def test_a_link_opens_its_own_order_until_it_is_revoked() -> None:
    from coordination.messaging.domain import safe_link

    kaisa = people.actor(people.kaisa())
    mine, other = outside.order_confirmed(), outside.order_confirmed()
    token = safe_link.token(mine.arrival.link)
    found = order_link.find(token)

    order_link.revoke(mine, kaisa)

    assert (found, order_link.find(safe_link.token(other.arrival.link))) == (mine, other)
    with pytest.raises(Refused):
        order_link.find(token)


def test_a_new_link_goes_only_to_the_orderers_own_address_and_stops_the_old() -> None:
    order = outside.order_confirmed()
    old = order.arrival.link

    nothing = order_link.ask(order.number, "olli@example.net")
    new = order_link.ask(f" {order.number} ", "LEENA@amk.example")

    old.refresh_from_db()
    assert (nothing, new.person, old.revoked_at is None) == (None, order.orderer, False)


def test_links_of_orders_that_go_on_live_on_and_those_that_are_over_end() -> None:
    order = outside.order_confirmed()
    ended = outside.order_confirmed()
    BookingRequest.objects.filter(pk=ended.pk).update(status="cancelled")

    with orders.on_day(clock.today() + timedelta(days=30)):
        kept = order_link.keep_alive()

    order.arrival.link.refresh_from_db()
    assert (kept, order.arrival.link.expires_at > ended.arrival.link.expires_at) == (1, True)


def test_a_contact_person_has_no_rights_in_the_house() -> None:
    order = outside.order_confirmed()

    assert not order.orderer.roles.exists()
    with pytest.raises(Refused) as refusal:
        booking_request.draft(people.actor(people.sari()), order.unit, experts.task_type("lecture"))
    assert refusal.value.code == "not_employee"
