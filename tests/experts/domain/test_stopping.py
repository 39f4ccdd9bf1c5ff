"""An expert stops at any time, at once, without a reason; what it touches is settled with it (EX-02)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.translation import override

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.privacy.domain import consent
from coordination.privacy.models import Consent, Purpose
from experts.domain import booking as bookings
from experts.domain import leave, offer, stopping, todo
from experts.models import Booking, BookingRequest, Expert, Offer, Touched
from tests.factories import experts, orders, people, talk

pytestmark = pytest.mark.django_db

Order = BookingRequest.Status
Outcome = Touched.Outcome


def by_aino():
    return people.actor(experts.aino().person)


def outcomes(made):
    return list(made.touched.values_list("outcome", flat=True))


def kinds_to(person):
    return set(Message.objects.filter(person=person).values_list("kind", flat=True))


def stop(way, expert, by=None):
    purpose = [Purpose.CV_OWN] if way == "withdraw" else []
    return getattr(stopping, way)(expert, *purpose, by or by_aino())


def waiting(person):
    with override("en"):
        return [row.group for row in todo.for_coordinator(person.user)].count("An expert has stopped")


WAYS = ["take_leave", "end", "withdraw"]


@pytest.mark.parametrize("way", WAYS)
def test_an_open_offer_closes_and_the_order_goes_back_to_the_queue(way):
    asked = orders.offer_open()

    made = stop(way, asked.expert)

    asked.refresh_from_db()
    asked.booking_request.refresh_from_db()
    assert (asked.status, asked.booking_request.status) == (Offer.Status.DECLINED, Order.SENT)
    assert outcomes(made) == [Outcome.CLOSED]


@pytest.mark.parametrize("way", WAYS)
def test_the_cv_leaves_the_folder_and_the_public_page_at_once(way):
    aino = experts.aino()
    people.sari()

    stop(way, aino)

    assert not Expert.objects.in_folder_of(people.sari().user).filter(pk=aino.pk).exists()
    assert Expert.objects.public().filter(pk=aino.pk).exists() == (way == "withdraw")


@pytest.mark.parametrize(
    ("ticked", "status", "outcome"), [(True, "cancelled", "cancelled"), (False, "confirmed", "kept")]
)
def test_a_booking_ends_only_when_the_expert_ticks_it(ticked, status, outcome):
    row = orders.booking_confirmed()

    made = stopping.take_leave(row.expert, by_aino(), cancelled=[row] if ticked else [])

    row.refresh_from_db()
    assert (row.status, outcomes(made)) == (status, [outcome])


def test_a_cancelled_booking_frees_the_hours_and_takes_the_order_to_the_queue():
    row = orders.booking_confirmed()

    stopping.end(row.expert, by_aino(), cancelled=[row])

    row.booking_request.refresh_from_db()
    assert row.booking_request.status == Order.SENT
    assert not row.busy_times.exists()
    assert kinds_to(row.booking_request.orderer) >= {"experts.booking.cancelled"}


def test_the_expert_and_the_coordinator_are_told_without_reasons():
    asked = orders.offer_open()

    stopping.take_leave(asked.expert, by_aino())

    assert "experts.stopping.noted" in kinds_to(asked.expert.person)
    assert "experts.stopping.touched" in kinds_to(people.kaisa())


def test_another_bookings_key_is_refused_and_nothing_changes():
    mine, gone = orders.booking_confirmed(), experts.in_folder()
    bookings.cancel(mine, by_aino())

    with pytest.raises(Refused) as refusal:
        stopping.take_leave(experts.aino(), by_aino(), cancelled=[mine])

    assert refusal.value.code == "moved"
    assert Expert.objects.get(person=experts.aino().person).status == Expert.Status.ACTIVE
    assert gone.status == Expert.Status.ACTIVE


@pytest.mark.parametrize("way", WAYS)
def test_nobody_else_stops_an_expert(way):
    aino = experts.aino()
    stranger = people.actor(people.olli())

    with pytest.raises(Refused) as refusal:
        stop(way, aino, stranger)

    assert refusal.value.code == "not_yours"


def test_the_coordinator_does_it_for_one_who_called():
    row = orders.booking_confirmed()
    kaisa = people.actor(people.kaisa()).acting_for(row.expert.person)

    made = stopping.take_leave(row.expert, kaisa, cancelled=[row])

    assert outcomes(made) == [Outcome.CANCELLED]


@pytest.mark.parametrize(
    ("purpose", "closes"), [(Purpose.CV_OWN, True), (Purpose.CV_PARTNERS, False), (Purpose.CV_PUBLIC, False)]
)
def test_a_consent_touches_only_what_rests_on_it(purpose, closes):
    asked = orders.offer_open()

    stopping.withdraw(asked.expert, purpose, by_aino())

    asked.refresh_from_db()
    assert asked.status == (Offer.Status.DECLINED if closes else Offer.Status.OPEN)


def test_a_consent_withdrawn_on_its_own_page_closes_the_same_offers():
    asked = orders.offer_open()
    kept = orders.booking_confirmed(order=orders.order_sent(times=[orders.in_days(20)]))

    consent.withdraw(asked.expert.person, Purpose.CV_OWN, by_aino())

    made = asked.expert.stoppings.get()
    kept.refresh_from_db()
    assert (sorted(outcomes(made)), kept.status) == (["closed", "kept"], Booking.Status.CONFIRMED)
    assert not Consent.objects.in_force().filter(person=asked.expert.person, purpose=Purpose.CV_OWN).exists()


def test_a_consent_withdrawn_twice_is_refused_kindly():
    stopping.withdraw(experts.aino(), Purpose.CV_OWN, by_aino())

    with pytest.raises(Refused) as refusal:
        stopping.withdraw(experts.aino(), Purpose.CV_OWN, by_aino())

    assert refusal.value.code == "moved"


def test_the_coordinator_sees_it_until_it_is_seen_to():
    asked = orders.offer_open()
    kaisa = people.kaisa()
    made = stopping.end(asked.expert, by_aino())

    before = waiting(kaisa)
    stopping.see_to(made, people.actor(kaisa))
    after = waiting(kaisa)

    assert (before, after) == (1, 0)


@pytest.mark.parametrize("media", [False, True])
def test_a_booking_without_its_consent_is_flagged(media):
    row = talk.booking_in_media() if media else orders.booking_confirmed()
    kaisa = people.kaisa().user

    stopping.withdraw(row.expert, Purpose.MEDIA if media else Purpose.CV_OWN, by_aino())

    with override("en"):
        flagged = [each for each in todo.for_coordinator(kaisa) if each.group == "Consent withdrawn"]
    assert [each.title.partition(" ")[0] for each in flagged] == [row.booking_request.number]


def test_a_leave_is_asked_of_before_it_ends_and_ends_by_itself():
    aino, today = experts.aino(), clock.today()
    until = today + timedelta(days=10)
    stopping.take_leave(aino, by_aino(), until=until)

    early, asked, again = leave.follow(today), leave.follow(until - timedelta(days=7)), leave.follow(until)
    back = leave.follow(until + timedelta(days=1))

    aino.refresh_from_db()
    assert (early, asked, again, back, aino.status, aino.leave_until) == (0, 1, 0, 1, Expert.Status.ACTIVE, None)
    assert kinds_to(aino.person) >= {"experts.leave.ends", "experts.leave.over"}


def test_a_leave_cannot_end_in_the_past():
    with pytest.raises(Refused) as refusal:
        stopping.take_leave(experts.aino(), by_aino(), until=clock.today() - timedelta(days=1))

    assert refusal.value.code == "past"


def test_after_stopping_no_offer_can_be_confirmed():
    accepted = orders.offer_accepted()
    order = accepted.booking_request
    stopping.take_leave(accepted.expert, Actor.by_link(accepted.expert.person))

    with pytest.raises(Refused) as refusal:
        bookings.confirm(order, orders.main_times(order)[0], [accepted], people.actor(people.kaisa()))

    assert refusal.value.code == "moved"
    with pytest.raises(Refused):
        offer.accept(accepted, Actor.by_link(accepted.expert.person), orders.main_times(order))
