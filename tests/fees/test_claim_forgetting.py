"""What stays of a travel claim when its years are over: the figures, and not one word of the traveller."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from coordination.fees.domain import claim_forgetting, claim_line, correction, travel_claim
from coordination.fees.models import ClaimLine, Fee, TravelClaim
from coordination.foundation import clock
from coordination.people.models import Person
from coordination.records.models import Rule, StoredFile
from tests import traces
from tests.factories import claims, money, people

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
    """Travelled, decided on and paid on that day."""
    noon = datetime.combine(day, time(12), clock.HELSINKI)
    TravelClaim.objects.filter(pk=claim.pk).update(day=day, decided_at=claim.decided_at and noon)
    if claim.fee:
        money.brought_to(claim.fee, "paid")
        Fee.objects.filter(pk=claim.fee.pk).update(paid_on=day)


def with_answers(claim: TravelClaim, *statuses: str) -> None:
    """Its row was paid wrong: the reversal of it, and the right one, as they stand."""
    row, by = Fee.objects.get(pk=claim.fee.pk), people.actor(people.finance())
    for status, answer in zip(statuses, (correction.reverse, correction.reissue), strict=False):
        amount = {} if answer is correction.reverse else {"amount": Decimal("3.00")}
        row = answer(row, by, reason="Väärä summa", **amount)
        row = row if status == "owed" else money.brought_to(row, status)


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


@pytest.mark.parametrize("late", ["decided_at", "fee__paid_on"])
def test_the_years_begin_when_it_was_decided_on_and_paid(late):
    """A trip of years ago is a voucher of the year in which it is in the books."""
    claim = approved()
    aged(claim)
    if late == "decided_at":
        TravelClaim.objects.update(decided_at=clock.now())
    else:
        Fee.objects.update(paid_on=clock.today())

    assert (claim_forgetting.run(), StoredFile.objects.count(), Fee.objects.get().what) == (0, 1, WORDS[2])


@pytest.mark.parametrize(
    ("status", "emptied"), [("owed", 0), ("approved", 0), ("sent", 0), ("returned", 0), ("paid", 1), ("void", 1)]
)
def test_the_words_wait_while_the_money_is_on_its_way(status, emptied):
    claim = approved()
    aged(claim)
    facts = {"paid_on": OLD if status == "paid" else None, "returned_because": "Tili on suljettu"}
    Fee.objects.update(status=status, **facts)

    assert claim_forgetting.run() == emptied


def test_a_row_of_nothing_waits_for_no_money():
    claim = approved()
    aged(claim)
    Fee.objects.update(status="owed", paid_on=None, amount=0)

    assert (claim_forgetting.run(), Fee.objects.get().reason) == (1, claim_forgetting.EMPTIED)


@pytest.mark.parametrize("statuses", [("owed",), ("paid", "sent"), ("paid", "paid")])
def test_the_words_wait_for_the_rows_that_put_it_right(statuses):
    claim = approved()
    aged(claim)
    with_answers(claim, *statuses)

    assert claim_forgetting.run() == 0


def test_no_word_stays_in_the_rows_that_put_it_right(django_capture_on_commit_callbacks):
    claim = approved()
    aged(claim)
    with_answers(claim, "paid", "paid")
    Fee.objects.update(paid_on=OLD)

    with django_capture_on_commit_callbacks(execute=True):
        counts = [claim_forgetting.run(), claim_forgetting.run()]

    assert (counts, traces.found(*WORDS)) == ([1, 0], [])
    assert [row.reason for row in Fee.objects.order_by("pk")] == ["–", "Väärä summa", "Väärä summa"]


def test_the_rule_is_asked_again_under_the_lock():
    """An organisation that lengthened its time meanwhile."""
    claim = approved()
    aged(claim)
    due = claim_forgetting.due()
    Rule.objects.create(unit=people.organisation(), key=claim_forgetting.RULE, value=10)

    assert (due, claim_forgetting._empty(claim.pk)) == ([claim.pk], 0)


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
