"""What has been confirmed keeps its price and its parts, whatever the list becomes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coordination.fees.domain import price_keeping, travel_claim
from coordination.fees.models import PriceClass
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from experts.domain import claimable
from experts.models import BookingRequest, Offer, Session
from tests.factories import claims, orders, people

pytestmark = pytest.mark.django_db


def package() -> PriceClass:
    by = people.actor(people.kaisa())
    hour = orders.price_class("E", "25.00")
    made = PriceClass(unit=people.organisation(), code="T", names="Koulutus", per="package", amount=Decimal(0))
    price_keeping.write(made, by)
    for what, minutes in (("Koulutus", 120), ("Suunnittelu", 60)):
        price_keeping.add_part(made, by, price_class=hour, minutes=minutes, what=Texts({"fi": what}))
    return made


def test_a_confirmed_package_keeps_its_parts_when_the_list_changes():
    made = package()
    session = orders.booking_confirmed(order=orders.order_sent(price_class=made)).sessions.get()
    before = (session.amount, [part["what"] for part in session.price_parts])
    hour = PriceClass.objects.get(code="E")
    hour.amount = Decimal("99.00")

    price_keeping.write(hour, people.actor(people.kaisa()))

    session, made = Session.objects.get(pk=session.pk), PriceClass.objects.get(pk=made.pk)
    assert (session.amount, [part["what"] for part in session.price_parts]) == before
    assert before[1] == ["Koulutus", "Suunnittelu"]
    assert made.amount > session.amount


def test_a_trip_may_be_claimed_once_it_was_made_on_the_spot():
    held = orders.booking_held()
    person, day = held.expert.person, held.sessions.get().starts_at.date()

    before = list(claimable.trips_of(person, day, day))
    with orders.on_day(orders.day_after(held)):
        here = [trip.about for trip in claimable.trips_of(person, day, day)]
        BookingRequest.objects.update(mode=BookingRequest.Mode.REMOTE)
        remotely = list(claimable.trips_of(person, day, day))

    assert (before, here, remotely) == ([], [f"experts.session:{held.sessions.get().pk}"], [])


def test_a_trip_in_vain_may_be_claimed_where_costs_are_paid():
    held = orders.booking_held()
    sessions = Session.objects.filter(booking=held)
    day = sessions.get().starts_at.date()

    found = []
    with orders.on_day(orders.day_after(held)):
        for costs in (True, False):
            sessions.update(status=Session.Status.CLIENT_ABSENT, costs=costs)
            found += [trip.was_made for trip in claimable.trips_of(held.expert.person, day, day)]

    assert found == [True, False]


def test_a_claim_sent_before_it_was_told_that_the_expert_was_absent_is_not_paid():
    held = orders.booking_held()
    person, session = held.expert.person, held.sessions.get()
    day = session.starts_at.date()
    with orders.on_day(orders.day_after(held)):
        trip = next(claimable.trips_of(person, day, day))
        claim = claims.claim_sent(person, about=trip.about, day=day)
        Session.objects.filter(pk=session.pk).update(status=Session.Status.EXPERT_ABSENT)

        with pytest.raises(Refused) as refusal:
            travel_claim.approve(claim, people.actor(people.finance()))

    assert refusal.value.code == "settled"


def test_a_sum_stays_while_experts_are_asked_with_it():
    row, by = orders.price_class("P", "50.00"), people.actor(people.kaisa())
    offer = orders.offer_accepted(order=orders.order_sent(price_class=row))
    row.amount = Decimal("20.00")

    with pytest.raises(Refused) as refusal:
        price_keeping.write(row, by)
    Offer.objects.filter(pk=offer.pk).update(status=Offer.Status.DECLINED)
    price_keeping.write(row, by)

    assert (refusal.value.code, PriceClass.objects.get(code="P").amount) == ("promised", Decimal("20.00"))


def test_a_package_experts_are_asked_with_keeps_its_parts():
    made, by = package(), people.actor(people.kaisa())
    orders.offer_open(order=orders.order_sent(price_class=made))
    hour = PriceClass.objects.get(code="E")
    hour.amount = Decimal("1.00")

    for act in (lambda: price_keeping.write(hour, by), lambda: price_keeping.remove_part(made.parts.first(), by)):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "promised"
