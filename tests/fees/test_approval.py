"""Owed to approved: who may, who may not, and four eyes."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from coordination.fees.domain import approval, approval_digest, approver
from coordination.fees.domain import fee as ledger
from coordination.fees.models import Approver, Fee
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from tests.factories import money, people

pytestmark = pytest.mark.django_db

MUCH = "600.00"


def code_of(verb: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*args, **kwargs)
    return refusal.value.code


def old(fee: Fee, days: int = 6) -> Fee:
    Fee.objects.filter(pk=fee.pk).update(created_at=clock.now() - timedelta(days=days))
    fee.refresh_from_db()
    return fee


def test_the_approver_of_the_payer_approves():
    fee, hely = money.fee_owed(), money.hely()

    approval.approve(fee, people.actor(hely))

    kept = Fee.objects.get()
    assert (kept.status, kept.approver, kept.approved_by, kept.approved_at is not None) == (
        Fee.Status.APPROVED, hely, hely.user, True,
    )  # fmt: skip


def test_nobody_approves_their_own_and_the_database_says_so_too():
    hely = money.hely()
    fee = money.fee_owed(hely)

    assert code_of(approval.approve, fee, people.actor(hely)) == "own"
    assert not approval.waiting_for(hely).exists()


@pytest.mark.parametrize("who", [people.kaisa, people.finance, people.sari, people.olli])
def test_one_who_is_not_the_approver_does_not_approve(who):
    money.hely()

    assert code_of(approval.approve, money.fee_owed(), people.actor(who())) == "not_yours"


def test_over_the_sum_two_different_people_approve():
    siiri = money.deputy()
    fee, hely = money.fee_owed(amount=MUCH), money.hely(siiri)

    approval.approve(fee, people.actor(hely))
    after_one = Fee.objects.get().status
    again = code_of(approval.approve, fee, people.actor(hely))
    approval.approve(fee, people.actor(siiri))

    kept = Fee.objects.get()
    assert (after_one, again) == (Fee.Status.OWED, "same_eyes")
    assert (kept.status, kept.first_approver, kept.approver) == (Fee.Status.APPROVED, hely, siiri)


def test_a_deputy_waits_for_the_days_set():
    siiri = money.deputy()
    money.hely(siiri)
    fee = money.fee_owed()

    early = (code_of(approval.approve, fee, people.actor(siiri)), approval.waiting_for(siiri).count())
    old(fee)
    late = approval.waiting_for(siiri).count()
    approval.approve(fee, people.actor(siiri))

    assert (early, late, Fee.objects.get().approver) == (("too_early", 0), 1, siiri)


def test_a_deputy_approves_the_approvers_own_at_once():
    siiri = money.deputy()
    hely = money.hely(siiri)
    fee = money.fee_owed(hely)

    assert list(approval.waiting_for(siiri)) == [fee]
    assert approval.approve(fee, people.actor(siiri)).status == Fee.Status.APPROVED


def test_the_nearest_units_approver_decides_and_the_one_above_is_the_second():
    hely, toni = money.hely(), people.staff_of(people.unit("Päihdepalvelut"))
    Approver.objects.create(unit=people.unit(), person=toni, valid_from=people.LONG_AGO)
    small, much = money.fee_owed(), money.fee_owed(amount=MUCH)

    too_far = code_of(approval.approve, small, people.actor(hely))
    approval.approve(much, people.actor(toni))

    assert too_far == "nearer"
    assert (list(approval.waiting_for(hely)), list(approval.waiting_for(toni))) == ([much], [small])


def test_what_is_listed_is_what_may_be_approved():
    """The list and the verb judge by the same rules, for everybody and every row."""
    siiri = money.deputy()
    hely = money.hely(siiri)
    toni = people.staff_of(people.unit("Päihdepalvelut"))
    Approver.objects.create(unit=people.unit(), person=toni, deputy=siiri, valid_from=people.LONG_AGO)
    rows = [
        money.fee_owed(payee, amount, payer=unit)
        for payee in (None, hely, toni)
        for amount in ("50.00", MUCH)
        for unit in (people.unit(), people.unit("Päihdepalvelut"))
    ]
    for row in rows[::3]:
        old(row)

    for person in (hely, siiri, toni):
        listed = set(approval.waiting_for(person).values_list("pk", flat=True))
        allowed = set()
        for row in Fee.objects.all():
            try:
                approval._refuse_who_may_not(row, person)
            except Refused:
                continue
            allowed.add(row.pk)
        assert listed == allowed


def test_many_are_approved_each_by_itself():
    hely = money.hely()
    rows = [money.fee_owed(), money.fee_owed(hely), money.fee_owed(amount=MUCH)]

    done = approval.approve_many(rows, people.actor(hely))

    assert (done.approved, done.first) == ([rows[0].number], [rows[2].number])
    assert {number: refusal.code for number, refusal in done.refused.items()} == {rows[1].number: "own"}


def test_what_is_given_back_waits_to_be_put_right_and_comes_again():
    fee, hely = money.fee_owed(), money.hely()

    no_reason = code_of(approval.give_back, fee, people.actor(hely), reason=" ")
    approval.give_back(fee, people.actor(hely), reason="Väärä kustannuspaikka")
    meanwhile = (approval.waiting_for(hely).count(), code_of(approval.approve, fee, people.actor(hely)))
    approval.ask_again(fee, people.actor(people.kaisa()))

    assert (no_reason, meanwhile) == ("reason", (0, "given_back"))
    assert list(approval.waiting_for(hely)) == [fee]


def test_an_approval_is_taken_back_until_the_row_is_in_a_batch():
    hely = people.actor(money.hely())
    fee = approval.approve(money.fee_owed(), hely)
    approval.give_back(fee, hely, reason="Sama kahdesti")
    batch = money.batch_open(1)

    assert Fee.objects.get(pk=fee.pk).status == Fee.Status.OWED
    assert code_of(approval.give_back, batch.rows.get().fee, hely, reason="Myöhässä") == "in_batch"


def test_a_row_struck_out_or_of_nothing_is_not_approved():
    hely = people.actor(money.hely())
    void = ledger.void(money.fee_owed(), people.actor(people.kaisa()), reason="Kahdesti")

    assert code_of(approval.approve, void, hely) == "moved"
    assert code_of(approval.approve, money.fee_owed(amount="0.00"), hely) == "nothing"


def test_who_approves_is_for_the_money_people_to_say():
    keep = {"unit": people.organisation(), "person": money.deputy()}

    refused = [
        code_of(approver.keep, **keep, by=people.actor(people.kaisa())),
        code_of(approver.keep, **keep, by=people.actor(people.finance()), deputy=money.deputy()),
        code_of(approver.keep, **{**keep, "person": people.olli()}, by=people.actor(people.finance())),
    ]
    approver.keep(**keep, by=people.actor(people.finance()))

    assert refused == ["not_allowed", "same", "stranger"]
    assert code_of(approver.keep, **keep, by=people.actor(people.admin())) == "twice"


@pytest.mark.parametrize("seat", ["person", "deputy"])
def test_nobody_names_oneself_where_another_could(seat):
    reijo, pirkko = people.finance(), people.admin()
    named = {"unit": people.organisation(), "person": money.deputy(), seat: reijo}

    refused = code_of(approver.keep, **named, by=people.actor(reijo))
    row = approver.keep(**named, by=people.actor(pirkko))

    assert (refused, getattr(row, seat)) == ("own", reijo)


def test_one_who_is_alone_with_the_money_names_oneself():
    reijo = people.finance()

    row = approver.keep(unit=people.organisation(), person=reijo, by=people.actor(reijo))

    assert row.person == reijo


def test_one_message_tells_of_all_that_waits_and_not_again_the_next_day():
    hely = money.hely()
    for __ in range(3):
        money.fee_owed()

    told = [approval_digest.tell(key) for key in approval_digest.people()]
    again = [approval_digest.tell(key) for key in approval_digest.people()]

    message = Message.objects.get()
    assert (told, again, message.person, message.kind) == ([True], [False], hely, "fees.approval.waits")
    assert "3" in message.body
    assert "50" not in message.body


def test_late_approvals_are_found():
    old(money.fee_owed(), days=8)
    money.fee_owed()

    assert approval.late(Fee.objects.all(), people.organisation()).count() == 1


def test_the_database_refuses_the_payee_as_approver_and_a_sum_below_nothing():
    fee = money.fee_owed()
    for broken in (
        {"status": "approved", "approver": fee.payee_id, "approved_at": clock.now()},
        {"amount": Decimal("-1.00")},
        {"status": "sent"},
        {"status": "paid", "approver": people.kaisa().pk, "approved_at": clock.now(), "sent_at": clock.now()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Fee.objects.filter(pk=fee.pk).update(**broken)
