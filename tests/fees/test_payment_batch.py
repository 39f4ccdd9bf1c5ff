"""Approved to sent to paid: batches, their files, payroll's answer, and rows that answer others."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from django.urls import reverse

from coordination.fees.domain import (
    approval,
    batch_file,
    batch_result,
    correction,
    payment,
    payment_batch,
    payroll,
)
from coordination.fees.domain import fee as ledger
from coordination.fees.models import BatchLayout, BatchRow, Fee, PaymentBatch
from coordination.fees.tasks import payment_batch as task
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.models import AccessEntry, Job
from tests.factories import money, people

pytestmark = pytest.mark.django_db

Status = Fee.Status
HEAD = "Numero;Tulos;Päivä;Syy;Summa;Valuutta\n"


def code_of(verb: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*args, **kwargs)
    return refusal.value.code


def finance() -> Actor:
    return people.actor(people.finance())


def today() -> str:
    day = clock.today()
    return f"{day.day}.{day.month}.{day.year}"


def answer(batch: PaymentBatch, *lines: str) -> batch_result.Report:
    return batch_result.read(batch, io.BytesIO((HEAD + "\n".join(lines)).encode()), "tulokset.csv")


def sent_fee(amount: str = "50.00") -> Fee:
    money.batch_closed(1)
    return Fee.objects.get()


def test_a_batch_takes_what_is_ready_once():
    batch = money.batch_open(2)

    assert (batch.rows.count(), batch.number, Fee.objects.filter(status=Status.APPROVED).count()) == (2, None, 2)
    assert code_of(payment_batch.begin, money.payer(), finance()) == "nothing"


def test_closing_numbers_the_batch_and_sends_its_rows():
    batch = money.batch_closed(2)

    kept = PaymentBatch.objects.get()
    assert (kept.number, kept.count, kept.total, kept.business_id) == (
        f"M-{clock.today().year}-0001", 2, Decimal("100.00"), "1234567-1",
    )  # fmt: skip
    assert {fee.status for fee in Fee.objects.all()} == {Status.SENT}
    for verb in (payment_batch.close, payment_batch.give_up):
        assert code_of(verb, batch, finance()) == "closed"
    assert code_of(payment_batch.leave_out, batch, [1], finance()) == "closed"


def test_the_files_are_made_once_and_served_as_they_are():
    batch = money.batch_closed(2)
    csv, checksum = batch.csv_id, batch.csv.sha256
    Fee.objects.update(what="Muuttunut")
    task.make(batch.job_id)

    again = PaymentBatch.objects.get()
    lines = money.content(again.csv).decode("utf-8-sig").splitlines()
    book = openpyxl.load_workbook(io.BytesIO(money.content(again.xlsx))).worksheets[0]
    assert (again.csv_id, again.csv.sha256, len(lines)) == (csv, checksum, 3)
    assert (lines[1].split(";")[1], lines[1].split(";")[11:13]) == (Fee.objects.earliest("pk").number, ["50,00", "EUR"])
    assert book["L2"].value == 50


def test_files_that_a_lost_worker_owes_are_begun_anew():
    late, fresh = (payment_batch.close(money.batch_open(1), finance()) for __ in range(2))
    Job.objects.update(status="running")
    PaymentBatch.objects.filter(pk=late.pk).update(closed_at=clock.now() - timedelta(hours=2))

    begun = batch_file.go_on()

    jobs = dict(PaymentBatch.objects.values_list("pk", "job"))
    assert (begun, jobs[late.pk] != late.job_id, jobs[fresh.pk]) == (1, True, fresh.job_id)


def test_who_took_a_file_is_written_down(client):
    batch = money.batch_closed(1)
    people.sign_in(client, people.finance())

    file = client.get(reverse("fees_batch:file", args=[batch.pk, "csv"]))

    assert b"".join(file.streaming_content) == money.content(batch.csv)
    assert AccessEntry.objects.get(about="fees.batch").subjects == [batch.number, "csv"]


def test_a_file_changed_or_taken_away_in_the_store_is_not_handed_out(client):
    batch = money.batch_closed(1)
    people.sign_in(client, people.finance())
    address = reverse("fees_batch:file", args=[batch.pk, "csv"])
    place = Path(batch.csv.file.path)
    sound = place.read_bytes()

    place.chmod(0o600)
    place.write_bytes(sound.replace(b"50,00", b"90,00"))
    changed = client.get(address)
    place.unlink()
    gone = client.get(address)

    assert [changed.status_code, gone.status_code] == [302, 302]
    assert not AccessEntry.objects.filter(about=batch_file.KIND).exists()


def test_a_batch_left_out_or_given_up_frees_its_rows():
    batch = money.batch_open(2)

    payment_batch.leave_out(batch, [batch.rows.first().pk], finance())
    payment_batch.give_up(batch, finance())

    assert payment_batch.begin(money.payer(), finance()).rows.count() == 2


def test_a_payer_without_a_business_id_is_not_closed():
    batch = money.batch_open(1)
    Unit.objects.update(business_id="")

    assert code_of(payment_batch.close, batch, finance()) == "business_id"


def test_only_the_money_people_make_batches():
    money.fees_approved(1)

    assert code_of(payment_batch.begin, money.payer(), people.actor(people.kaisa())) == "not_allowed"


def test_a_batch_may_be_of_a_month_and_of_a_cost_centre():
    rows = money.fees_approved(2)
    last_month = clock.today().replace(day=1) - timedelta(days=1)
    Fee.objects.filter(pk=rows[0].pk).update(earned_on=last_month, cost_centre="7")

    assert list(payment_batch.ready(money.payer(), last_month)) == [rows[0]]
    assert list(payment_batch.ready(money.payer(), None, "7")) == [rows[0]]


def test_codes_are_configuration_the_class_before_the_kind():
    batch = money.batch_open(1)
    row = batch.rows.select_related("fee__payer").get()
    payer = row.fee.payer
    bare = payroll.Codes(payer).of(row.fee)
    keep = {"kind": "fee", "source": "Tulorekisteri 1.1.2026"}
    payroll.keep_code(people.organisation(), finance(), income_type="aaa", **keep)
    payroll.keep_code(people.organisation(), finance(), income_type="bbb", price_code="A", **keep)

    payment_batch.close(batch, finance())

    assert (bare, BatchRow.objects.get().income_type) == (("", ""), "bbb")
    assert code_of(payroll.keep_code, payer, finance(), kind="fee", source="", income_type="1") == "source"


@pytest.mark.parametrize(
    "heading",
    ["Henkilötunnus", "HETU", "Tilinumero", "IBAN", "Veroprosentti", "Skattesats", "Personbeteckning", "Tax %"],
)
def test_no_column_is_named_for_what_is_never_kept(heading):
    columns = [{"key": key, "heading": key} for key in ("number", "payee")] + [{"key": "amount", "heading": heading}]

    assert (
        code_of(payroll.keep_layout, people.organisation(), finance(), columns=columns, variant="excel") == "never_kept"
    )


def test_the_columns_of_ones_own_for_another_program():
    columns = [{"key": key, "heading": key.upper()} for key in ("amount", "payee", "number", "earned_on")]
    payroll.keep_layout(people.organisation(), finance(), columns=columns, variant=BatchLayout.Variant.PLAIN)

    lines = money.content(money.batch_closed(1).csv).decode().splitlines()

    fee = Fee.objects.get()
    assert lines == ["AMOUNT,PAYEE,NUMBER,EARNED_ON", f"50.00,Aino Aalto0,{fee.number},{fee.earned_on.isoformat()}"]


def test_payrolls_answer_is_read_back():
    batch = money.batch_closed(2)
    first, second = Fee.objects.order_by("pk")

    batch_result.store(
        batch,
        answer(batch, f"{first.number};maksettu;{today()};;50,00;EUR", f"{second.number};palautettu;{today()};Tili;;"),
        finance(),
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, first.paid_on) == (Status.PAID, clock.today())
    assert (second.status, second.returned_because) == (Status.RETURNED, "Tili")
    assert sorted(Message.objects.filter(kind__startswith="fees.fee").values_list("kind", flat=True)) == [
        "fees.fee.paid", "fees.fee.returned",
    ]  # fmt: skip
    assert payment_batch.standing(batch) == {"": 0, "paid": 50, "returned": 50}


def test_each_fault_of_the_answer_is_told_by_row_and_column():
    batch = money.batch_closed(2)
    first, second = Fee.objects.order_by("pk")
    other = money.batch_closed(1).rows.get().fee
    payment.mark_paid(second, finance(), on=clock.today())

    report = answer(
        batch,
        f"{first.number};maksettu;{today()};;50,00;SEK",
        f"{first.number};maksettu;{today()};;-50,00;EUR",
        f"{second.number};maksettu;{today()};;;",
        f"{other.number};maksettu;{today()};;;",
        "P-1999-00001;ehkä;1.1.2000;;;",
        f"{first.number};palautettu;{today()};;51;",
    )

    told = [(line.place, column) for line in report.wrong for column, __ in line.problems]
    assert told == [
        (2, "Valuutta"), (2, "Numero"), (3, "Summa"), (3, "Numero"), (4, "Numero"), (5, "Numero"), (6, "Numero"), (6, "Tulos"),
        (6, "Päivä"), (7, "Syy"), (7, "Summa"), (7, "Numero"),
    ]  # fmt: skip
    assert Fee.objects.filter(status=Status.PAID).count() == 1


def test_all_or_nothing_unless_the_sound_rows_are_asked_for():
    batch = money.batch_closed(2)
    first, __ = Fee.objects.order_by("pk")
    lines = (f"{first.number};maksettu;{today()};;;", f"P-1;maksettu;{today()};;;")

    nothing = batch_result.store(batch, answer(batch, *lines), finance())
    between = Fee.objects.filter(status=Status.PAID).count()
    sound = batch_result.store(batch, answer(batch, *lines), finance(), only_sound=True)

    assert (nothing.stored, between, sound.stored, len(sound.wrong)) == (False, 0, True, 1)
    assert Fee.objects.get(status=Status.PAID) == first


def test_a_returned_row_is_closed_and_a_new_one_answers_it_once():
    fee = payment.send_back(sent_fee(), finance(), reason="Tili on suljettu", on=clock.today())

    made = correction.reissue(fee, finance(), reason="Uusi tili on ilmoitettu palkanlaskentaan")

    assert (made.replaces, made.status, made.amount, Fee.objects.get(pk=fee.pk).status) == (
        fee, Status.OWED, fee.amount, Status.RETURNED,
    )  # fmt: skip
    assert code_of(correction.reissue, fee, finance(), reason="Taas") == "answered"
    assert (correction.latest(fee), list(Fee.objects.counted())) == (made, [made])


def test_what_was_paid_wrong_is_reversed_and_the_right_sum_owed():
    fee = payment.mark_paid(sent_fee(), finance(), on=clock.today())

    minus = correction.reverse(fee, finance(), reason="Väärä luokka")
    right = correction.reissue(minus, finance(), reason="Oikea luokka", amount=Decimal("40.00"))

    assert (minus.kind, minus.amount, minus.replaces) == (Fee.Kind.CORRECTION, Decimal("-50.00"), fee)
    assert (right.kind, right.amount, right.payee) == (Fee.Kind.FEE, Decimal("40.00"), fee.payee)
    assert sum(row.amount for row in Fee.objects.counted()) == Decimal("40.00")
    assert code_of(ledger.void, minus, finance(), reason="Turha") == "answered"


@pytest.mark.parametrize("amount", ["-10.00", "0.00"])
def test_only_a_reversal_is_negative(amount):
    fee = payment.send_back(sent_fee(), finance(), reason="Tili", on=clock.today())

    assert code_of(correction.reissue, fee, finance(), reason="Uusi", amount=Decimal(amount)) == "amount"


def test_a_sent_row_is_not_changed_by_anybody():
    fee = sent_fee()
    hely = people.actor(money.hely())

    assert code_of(approval.give_back, fee, hely, reason="Virhe") == "moved"
    assert code_of(approval.approve, fee, hely) == "moved"
    assert code_of(ledger.void, fee, finance(), reason="Virhe") == "approved"
    assert code_of(correction.reverse, fee, finance(), reason="Virhe") == "not_paid"
    assert code_of(correction.reissue, fee, finance(), reason="Virhe") == "not_returned"


def test_payroll_pays_no_day_to_come_and_nothing_before_it_was_sent():
    fee = sent_fee()

    assert code_of(payment.mark_paid, fee, finance(), on=clock.today() + timedelta(days=1)) == "future"
    assert code_of(payment.mark_paid, fee, finance(), on=clock.today() - timedelta(days=1)) == "before"
    assert code_of(payment.send_back, fee, finance(), on=clock.today(), reason="") == "reason"
    assert code_of(payment.mark_paid, fee, people.actor(people.kaisa()), on=clock.today()) == "not_allowed"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_batch(client, django_assert_num_queries, rows):
    batch = money.batch_closed(rows)
    people.sign_in(client, people.finance())
    client.get(reverse("fees_batch:page", args=[batch.pk]))

    with django_assert_num_queries(14):
        page = client.get(reverse("fees_batch:page", args=[batch.pk]))

    assert len(page.context["rows"]) == rows


def test_the_answer_is_read_on_the_screen(client):
    batch = money.batch_closed(1)
    number = Fee.objects.get().number
    people.sign_in(client, people.finance())
    address = reverse("fees_batch:results", args=[batch.pk])

    def file(text: str) -> dict:
        made = io.BytesIO((HEAD + text).encode())
        made.name = "tulokset.csv"
        return {"file": made}

    wrong = client.post(address, file(f"{number};maksettu;{today()};;51,00;EUR"))
    right = client.post(address, file(f"{number};maksettu;{today()};;50,00;EUR"))

    report = wrong.context["report"]
    assert (len(report.wrong), wrong.status_code) == (1, 200)
    assert [str(why) in wrong.content.decode() for __, why in report.wrong[0].problems] == [True]
    assert (right.status_code, Fee.objects.get().status) == (302, Status.PAID)


def test_batch_file_refuses_while_it_is_made():
    batch = money.batch_open(1)

    assert code_of(batch_file.fetch, batch, "csv", people.finance().user) == "not_made"


def test_a_reversal_that_comes_back_is_made_again_under_the_right_sum():
    fee = payment.mark_paid(sent_fee(), finance(), on=clock.today())
    minus = correction.reverse(fee, finance(), reason="Väärä luokka")
    right = correction.reissue(minus, finance(), reason="Oikea luokka", amount=Decimal("40.00"))
    money.brought_to(minus, "returned")
    between = sum(row.amount for row in Fee.objects.counted()), list(correction.unanswered())

    again = correction.reissue(minus, finance(), reason="Uudestaan")

    right.refresh_from_db()
    assert between == (Decimal("40.00"), [minus])
    assert (again.amount, again.replaces, right.replaces) == (Decimal("-50.00"), minus, again)
    assert sum(row.amount for row in Fee.objects.counted()) == Decimal("40.00")
    assert (Fee.objects.get(pk=fee.pk).comes_to, list(correction.unanswered())) == (Decimal("40.00"), [])
    assert code_of(correction.reissue, minus, finance(), reason="Taas") == "answered"
