"""Trips to meetings: offered once, paid by one door alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coordination.fees.domain import travel_claim
from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from councils.domain import attendance, claimable, fare
from tests.factories import claims, councils, fares, people

pytestmark = pytest.mark.django_db


def trip_of(row):
    day = clock.local(row.meeting.starts_at).date()
    return next(claimable.trips_of(row.person, day, day))


def test_a_fare_confirmed_on_the_sheet_settles_the_trip():
    councils.staffed()
    row = fares.present()
    told = trip_of(row)
    fare.confirm(row, people.actor(councils.elina()), amount=Decimal("5.60"), signed="paper")

    assert (told.settled, bool(trip_of(row).settled)) == ("", True)
    with pytest.raises(Refused) as refusal:
        travel_claim.begin(row.person, claims.own(row.person), trip=trip_of(row))
    assert refusal.value.code == "settled"


def test_a_claimed_trip_is_not_paid_from_the_sheet_too():
    councils.staffed()
    row = fares.present()
    travel_claim.begin(row.person, claims.own(row.person), trip=trip_of(row))

    with pytest.raises(Refused) as refusal:
        fare.confirm(row, people.actor(councils.elina()), amount=Decimal("5.60"), signed="paper")

    assert refusal.value.code == "claimed"
    assert fare.confirm(row, people.actor(councils.elina()), amount=Decimal(0), signed="paper").fare is None


def test_the_words_of_a_trip_tell_nothing_of_the_council():
    councils.staffed()
    row = fares.present()

    assert str(row.meeting.council.names) not in trip_of(row).words


def test_a_trip_of_one_marked_as_absent_since_is_not_paid():
    councils.staffed()
    row = fares.present(meeting=councils.minutes().meeting)
    claim = claims.claim_sent(row.person, about=f"councils.meeting:{row.meeting_id}", day=trip_of(row).day)
    attendance.mark(row.meeting, row.person, "absent", people.actor(councils.elina()))

    with pytest.raises(Refused) as refusal:
        travel_claim.approve(claim, people.actor(people.finance()))

    assert refusal.value.code == "settled"


def test_one_with_a_fare_in_the_ledger_is_not_marked_as_absent_before_it_is_corrected():
    councils.staffed()
    row, elina = fares.present(meeting=councils.minutes().meeting), people.actor(councils.elina())
    fare.confirm(row, elina, amount=Decimal("5.60"), signed="paper")

    with pytest.raises(Refused) as refusal:
        attendance.mark(row.meeting, row.person, "absent", elina)
    fare.correct(row, elina, amount=Decimal(0), reason="Ei ollut paikalla")
    attendance.mark(row.meeting, row.person, "absent", elina)

    row.refresh_from_db()
    assert (refusal.value.code, row.state, row.fare) == ("fare", "absent", None)


@pytest.mark.parametrize(("status", "code"), [("owed", "fare"), ("approved", "fare_settled")])
def test_a_leader_is_sent_to_correct_a_fare_only_while_that_can_be_done(status, code):
    councils.staffed()
    row, elina = fares.present(meeting=councils.minutes().meeting), people.actor(councils.elina())
    fare.confirm(row, elina, amount=Decimal("5.60"), signed="paper")
    Fee.objects.update(status=status, approver=people.finance(), approved_at=clock.now())

    with pytest.raises(Refused) as refusal:
        attendance.mark(row.meeting, row.person, "absent", elina)

    assert refusal.value.code == code
