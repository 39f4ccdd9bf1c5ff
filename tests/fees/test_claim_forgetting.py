"""What stays of a travel claim when its years are over: the figures, and not one word of the traveller."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from coordination.fees.domain import claim_forgetting, claim_line, travel_claim
from coordination.fees.models import ClaimLine, Fee, TravelClaim
from coordination.foundation import clock
from coordination.people.models import Person
from coordination.records.models import Rule, StoredFile
from tests import traces
from tests.factories import claims, people

pytestmark = pytest.mark.django_db

Status = TravelClaim.Status
WORDS = ("Salakuja 7", "Myöhästyin junasta", "Hautajaiset Oulussa", "Taksi mummolaan")
OLD = date(clock.today().year - 7, 12, 31)


def told(person: Person | None = None) -> TravelClaim:
    """A trip in the traveller's own words, with a receipt."""
    who = person or claims.traveller()
    by = claims.own(who)
    claim = travel_claim.begin(who, by, day=clock.today(), what=WORDS[2])
    claim_line.add(claim, by, kind=ClaimLine.Kind.OTHER, amount=Decimal("12.40"), what=WORDS[3], content=claims.photo())
    return travel_claim.keep(claim, by, route=WORDS[0], reason=WORDS[1])


def approved() -> TravelClaim:
    claim = told()
    travel_claim.submit(claim, claims.own(claim.person))
    return travel_claim.approve(claim, people.actor(people.kaisa()))


def aged(claim: TravelClaim, day: date = OLD) -> None:
    TravelClaim.objects.filter(pk=claim.pk).update(day=day)


def test_of_an_old_claim_the_figures_stay_and_no_word_or_picture(django_capture_on_commit_callbacks):
    claim = approved()
    aged(claim)
    before = traces.found(*WORDS)

    with django_capture_on_commit_callbacks(execute=True):
        counts = [claim_forgetting.run(), claim_forgetting.run()]

    kept = TravelClaim.objects.with_total().get()
    assert (counts, bool(before), traces.found(*WORDS)) == ([1, 0], True, [])
    assert (kept.status, kept.costs, kept.fee.amount) == (Status.APPROVED, Decimal("12.40"), Decimal("12.40"))
    assert StoredFile.objects.count() == 0


def test_a_voucher_is_kept_its_six_years():
    claim = approved()
    aged(claim, OLD.replace(year=OLD.year + 1))

    assert (claim_forgetting.run(), StoredFile.objects.count(), Fee.objects.get().what) == (0, 1, WORDS[2])


@pytest.mark.parametrize(("years", "emptied"), [(10, 0), (1, 1)])
def test_an_organisation_keeps_longer_never_shorter_than_the_law(years, emptied):
    aged(approved())
    Rule.objects.create(unit=people.organisation(), key=claim_forgetting.RULE, value=years)

    assert claim_forgetting.run() == emptied
    claim = approved_anew()
    aged(claim, OLD.replace(year=OLD.year + 1))
    assert claim_forgetting.run() == 0


def approved_anew() -> TravelClaim:
    claim = told(Person.objects.get(email="aino@example.org"))
    travel_claim.submit(claim, claims.own(claim.person))
    return travel_claim.approve(claim, people.actor(people.kaisa()))


def test_what_was_taken_away_is_emptied_after_a_month():
    claim = told()
    travel_claim.withdraw(claim, claims.own(claim.person))

    early = claim_forgetting.run()
    TravelClaim.objects.update(created_at=clock.now() - timedelta(days=31))

    assert (early, claim_forgetting.run(), traces.found(*WORDS)) == (0, 1, [])


def test_an_old_draft_leaves_and_one_that_waits_for_a_decision_stays():
    draft = told()
    sent = told(draft.person)
    travel_claim.submit(sent, claims.own(sent.person))
    for claim in (draft, sent):
        aged(claim)

    assert claim_forgetting.run() == 1
    assert dict(TravelClaim.objects.values_list("pk", "status")) == {draft.pk: "withdrawn", sent.pk: "submitted"}
