"""The same trip claimed on two devices at once, and one claim approved by two."""

from __future__ import annotations

import pytest

from coordination.fees.domain import travel_claim
from coordination.fees.models import Fee, TravelClaim
from tests.concurrency.at_once import at_once, tally
from tests.factories import claims, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_one_trip_is_claimed_once():
    aino = claims.traveller()
    by, told = claims.own(aino), claims.trip()

    outcomes = at_once(*[lambda: travel_claim.begin(aino, by, trip=told)] * 4)

    assert (tally(outcomes), TravelClaim.objects.count()) == ((1, {"twice"}), 1)


def test_one_claim_is_owed_once():
    claim = claims.claim_sent()
    kaisa, finance = people.actor(people.kaisa()), people.actor(people.finance())

    outcomes = at_once(
        *[lambda by=by: travel_claim.approve(TravelClaim.objects.get(pk=claim.pk), by) for by in (kaisa, finance)] * 2
    )

    assert (tally(outcomes)[0], Fee.objects.count()) == (1, 1)
