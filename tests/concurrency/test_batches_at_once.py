"""Sixteen make a batch, close it, approve, pay and answer in the same instant: each row once, whoever wins."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest

from coordination.fees.domain import approval, batch_result, correction, inquiry, payment, payment_batch
from coordination.fees.models import BatchRow, Fee, FeeInquiry, PaymentBatch
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from councils.domain import attendance, fare
from councils.models import Attendance
from tests.concurrency.at_once import at_once, tally
from tests.factories import councils, fares, money, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

PRESSES = 16


def finance() -> object:
    return people.actor(people.finance())


def test_a_row_is_in_one_batch_only():
    money.fees_approved(3)
    payer, by = money.payer(), finance()

    outcomes = at_once(*[lambda: payment_batch.begin(payer, by)] * PRESSES)

    done, codes = tally(outcomes)
    assert (done, codes <= {"nothing", "taken"}) == (1, True)
    assert (PaymentBatch.objects.count(), BatchRow.objects.count()) == (1, 3)


def test_a_batch_is_closed_once_and_numbers_run_on():
    batch, by = money.batch_open(2), finance()

    outcomes = at_once(*[lambda: payment_batch.close(PaymentBatch.objects.get(pk=batch.pk), by)] * PRESSES)

    assert tally(outcomes) == (1, {"closed"})
    assert PaymentBatch.objects.get().number == f"M-{clock.today().year}-0001"
    assert set(Fee.objects.values_list("status", flat=True)) == {Fee.Status.SENT}


def test_an_approval_taken_back_and_a_batch_never_both():
    fee = money.fees_approved(1)[0]
    payer, by, hely = money.payer(), finance(), people.actor(money.hely())

    def take_back() -> object:
        return approval.give_back(Fee.objects.get(pk=fee.pk), hely, reason="Virhe")

    at_once(*[take_back, lambda: payment_batch.begin(payer, by)] * (PRESSES // 2))

    kept = Fee.objects.get()
    assert (kept.status == Fee.Status.APPROVED) == BatchRow.objects.filter(fee=kept).exists()


def test_a_row_is_paid_or_returned_and_answered_once():
    money.batch_closed(2)
    first, second = Fee.objects.order_by("pk")
    by, today = finance(), clock.today()

    def pay() -> object:
        return payment.mark_paid(Fee.objects.get(pk=first.pk), by, on=today)

    def send_back() -> object:
        return payment.send_back(Fee.objects.get(pk=first.pk), by, reason="Tili", on=today)

    told = at_once(*[pay, send_back] * (PRESSES // 2))
    payment.send_back(second, by, reason="Tili", on=today)
    answered = at_once(*[lambda: correction.reissue(Fee.objects.get(pk=second.pk), by, reason="Uusi")] * PRESSES)

    assert (tally(told), tally(answered)) == ((1, {"not_sent"}), (1, {"answered"}))
    assert Fee.objects.filter(replaces=second).count() == 1


def test_two_pairs_of_eyes_are_two_people_however_fast_they_press():
    siiri = money.deputy()
    hely = money.hely(siiri)
    fee = money.fee_owed(amount="600.00")

    def by(person: object) -> object:
        actor = people.actor(person)
        return lambda: approval.approve(Fee.objects.get(pk=fee.pk), actor)

    at_once(*[by(hely)] * (PRESSES // 2), *[by(siiri)] * (PRESSES // 2))

    kept = Fee.objects.get()
    assert kept.approver_id != kept.first_approver_id
    assert kept.first_approver_id == hely.pk


def test_where_is_my_money_is_asked_once():
    aino = people.person("Aino", email="aino@example.org")
    people.user_for(aino)
    fee = money.fee_owed(aino)
    by = people.actor(aino)

    outcomes = at_once(*[lambda: inquiry.ask(Fee.objects.get(pk=fee.pk), by)] * PRESSES)

    assert tally(outcomes) == (1, {"waits"})
    assert FeeInquiry.objects.count() == 1


def test_payrolls_answer_is_read_back_once():
    batch, by, day = money.batch_closed(2), finance(), clock.today().isoformat()
    lines = "\n".join(f"{fee.number};maksettu;{day};" for fee in Fee.objects.order_by("pk"))
    text = f"Numero;Tulos;Päivä;Syy\n{lines}\n".encode()

    def read_back() -> object:
        report = batch_result.read(batch, io.BytesIO(text), "tulokset.csv")
        if not report.sound:
            raise Refused("", code="told")
        return batch_result.store(batch, report, by)

    done, codes = tally(at_once(*[read_back] * (PRESSES // 2)))

    assert (done, codes <= {"not_sent", "told"}) == (1, True)
    assert set(Fee.objects.values_list("status", flat=True)) == {Fee.Status.PAID}


def test_a_row_is_approved_or_given_back_never_both():
    fee, hely = money.fee_owed(), people.actor(money.hely())

    def approve() -> object:
        return approval.approve(Fee.objects.get(pk=fee.pk), hely)

    def give_back() -> object:
        return approval.give_back(Fee.objects.get(pk=fee.pk), hely, reason="Virhe")

    at_once(*[approve, give_back] * (PRESSES // 2))

    kept = Fee.objects.get()
    assert (kept.status == Fee.Status.APPROVED) == (kept.given_back_at is None)


def test_a_reversal_that_came_back_is_made_again_once():
    batch, by = money.batch_closed(1), finance()
    paid = payment.mark_paid(batch.rows.get().fee, by, on=clock.today())
    minus = correction.reverse(paid, by, reason="Väärä summa")
    right = correction.reissue(minus, by, reason="Oikea summa", amount=Decimal(40))
    money.brought_to(minus, "returned")

    outcomes = at_once(*[lambda: correction.reissue(Fee.objects.get(pk=minus.pk), by, reason="Taas")] * PRESSES)

    assert tally(outcomes) == (1, {"answered"})
    assert Fee.objects.get(pk=right.pk).replaces.amount == Decimal(-50)
    assert sum(Fee.objects.counted().values_list("amount", flat=True)) == Decimal(40)


def test_one_who_is_marked_absent_is_never_paid_the_fare():
    councils.staffed()
    row, elina = fares.present(meeting=councils.minutes().meeting), people.actor(councils.elina())

    def confirm() -> object:
        return fare.confirm(Attendance.objects.get(pk=row.pk), elina, amount=Decimal("5.60"), signed="paper")

    def mark() -> object:
        return attendance.mark(row.meeting, row.person, "absent", elina)

    at_once(*[confirm, mark] * (PRESSES // 2))

    kept = Attendance.objects.get(pk=row.pk)
    assert (kept.state == "present") == (kept.fare is not None)
