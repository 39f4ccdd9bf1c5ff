"""What people and files do that nobody meant: sums out of all measure, files made to harm, keys that are none."""

from __future__ import annotations

import io
import os
import struct
import tempfile
import zlib
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from coordination.fees.domain import (
    approval,
    batch_result,
    claim_line,
    correction,
    ledger_query,
    payment_batch,
    payroll,
    receipt,
    todo,
)
from coordination.fees.domain import fee as ledger
from coordination.fees.models import Fee, PayeeNumber, PaymentBatch, TravelRate
from coordination.fees.tasks import ledger as ledger_task
from coordination.fees.tasks import payment_batch as batch_task
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.records.domain import job
from tests.factories import claims, money, people

pytestmark = pytest.mark.django_db

HEAD = "Numero;Tulos;Päivä;Syy\n"


def several_pictures() -> bytes:
    """What some phones save as .jpg: a large picture and a small one behind it."""
    out = io.BytesIO()
    small = Image.new("RGB", (30, 20), "red")
    Image.new("RGB", (60, 40), "white").save(out, "MPO", save_all=True, append_images=[small])
    return out.getvalue()


def packed(width: int, height: int) -> bytes:
    """A PNG of one colour: a few kilobytes that unpack into hundreds of megabytes."""
    packer = zlib.compressobj(9)
    lines = b"".join(packer.compress(bytes(1 + 8 * width)) for __ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 16, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*part) for part in ((b"IHDR", head), (b"IDAT", lines), (b"IEND", b""))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def code_of(verb: object, *args: object, **facts: object) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*args, **facts)
    return refusal.value.code


def finance() -> object:
    return people.actor(people.finance())


def test_a_phones_double_picture_is_a_receipt():
    assert receipt.cleaned(several_pictures())[1] == "jpg"


@pytest.mark.parametrize(
    "content", [packed(7000, 6000), b"<svg xmlns='x'><script>a()</script></svg>", b"MZ" + bytes(99)]
)
def test_what_is_no_photo_or_would_fill_the_memory_is_no_receipt(content):
    assert code_of(receipt.cleaned, content) == "format"


@pytest.mark.parametrize("amount", ["999999999", "-5", "NaN", "1e9", "50 $", "５０", "0"])
def test_no_such_sum_stands_in_place_of_a_returned_row(client, amount):
    fee = money.brought_to(money.fee_owed(), "returned")
    people.sign_in(client, people.finance())

    page = client.post(reverse("fees_fee:act", args=[fee.pk, "uusi"]), {"amount": amount, "reason": "Uudestaan"})

    assert ([*page.context["form"].errors], Fee.objects.count()) == (["amount"], 1)


def test_forged_boxes_change_nothing_of_a_new_row(client):
    fee = money.brought_to(money.fee_owed(), "returned")
    people.sign_in(client, people.finance())
    forged = {
        "status": "paid",
        "payee": people.finance().pk,
        "payer": 0,
        "approved_by": 1,
        "number": "P-1",
        "kind": "x",
    }

    client.post(reverse("fees_fee:act", args=[fee.pk, "uusi"]), {"amount": "1 000,505", "reason": "Uusi", **forged})

    made = Fee.objects.get(replaces=fee)
    assert (made.status, made.payee, made.payer, made.approver, str(made.amount)) == (
        "owed", fee.payee, fee.payer, None, "1000.51",
    )  # fmt: skip


def test_a_rate_is_no_million(client):
    people.sign_in(client, people.finance())
    said = {"unit": people.organisation().pk, "kind": "meal", "amount": "999999999", "source": "x"}

    client.post(reverse("fees_rate:new"), said)

    assert not TravelRate.objects.exists()


@pytest.mark.parametrize("payer", ["9" * 30, "9" * 900, "٣", "-1", "1.5"])
def test_a_payer_that_is_no_key_filters_nothing(payer):
    row = money.fee_owed()

    assert list(ledger_query.apply(Fee.objects.all(), f"payer={payer}")) == [row]


def test_what_payroll_says_twice_is_wrong_both_times():
    batch = money.batch_closed(1)
    number, day = Fee.objects.get().number, clock.today().isoformat()
    text = f"{HEAD}{number};maksettu;{day};\n{number};palautettu;{day};Tili\n"

    report = batch_result.read(batch, io.BytesIO(text.encode()), "tulokset.csv")

    assert [line.place for line in report.wrong] == [2, 3]


@pytest.mark.parametrize(
    "content",
    [b'Numero;Tulos\n"' + b"a" * 1_000_001 + b'";x', b"\x00\x01", "\ufeffNumero;\r\n".encode(), b'"Numero;Tulos'],
)
def test_a_file_that_is_no_answer_is_refused_beside_its_box(client, content):
    batch = money.batch_closed(1)
    people.sign_in(client, people.finance())

    page = client.post(reverse("fees_batch:results", args=[batch.pk]), {"file": SimpleUploadedFile("a.csv", content)})

    assert [*page.context["form"].errors] == ["file"]


def test_a_wrong_file_is_told_by_its_first_rows(client):
    batch = money.batch_closed(1)
    people.sign_in(client, people.finance())
    text = HEAD + "x;y;z;\n" * 150

    page = client.post(
        reverse("fees_batch:results", args=[batch.pk]), {"file": SimpleUploadedFile("a.csv", text.encode())}
    )

    assert [len(found) for found in (page.context["report"].wrong, page.context["report"].told)] == [150, 100]


def test_the_answer_in_windows_letters_and_with_formulas(client):
    batch = money.batch_closed(1)
    number, day = Fee.objects.get().number, clock.today().isoformat()
    text = f"Numero;Tulos;Päivä;Syy\r\n{number};palautettu;{day};=HYPERLINK(1)\r\n"

    report = batch_result.read(batch, io.BytesIO(text.encode("cp1252")), "tulokset.csv")
    batch_result.store(batch, report, people.actor(people.finance()))

    assert Fee.objects.get().returned_because == "=HYPERLINK(1)"


def test_a_number_in_payroll_is_written_and_taken_away(client):
    fee = money.fee_owed(payer=money.payer())
    people.sign_in(client, people.finance())
    page = reverse("fees_payee_number:page", args=[fee.payee_id])

    client.post(page, {"number": "1234", "unit": 0, "person": 0})
    listed = client.get(reverse("fees_payee_number:index"), {"nimi": "aino"})
    code = client.post(page, {"number": "131052-308T"})
    client.post(page, {"number": ""})

    assert [(row.pk, row.number) for row in listed.context["people"]] == [(fee.payee_id, "1234")]
    assert ([*code.context["form"].errors], PayeeNumber.objects.count()) == (["number"], 0)


def test_a_number_is_for_payees_of_the_organisation_alone():
    elsewhere = people.person("Muu", "Maa", unit=people.organisation("Muu alue"))

    assert code_of(payroll.number, elsewhere, finance(), number="1", unit=people.organisation()) == "no_payee"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_numbers(client, django_assert_num_queries, rows):
    for place in range(rows):
        money.fee_owed(people.person("Aino", f"Aalto{place}"))
    people.sign_in(client, people.finance())
    client.get(reverse("fees_payee_number:index"))

    with django_assert_num_queries(10):
        page = client.get(reverse("fees_payee_number:index"))

    assert len(page.context["people"]) == rows


def test_what_is_owed_to_the_only_near_approver_goes_further_up():
    hely, boss = money.hely(unit=people.unit()), money.deputy()
    money.approver_is(boss)
    own, other = money.fee_owed(hely), money.fee_owed()

    seen = list(approval.waiting_for(boss))
    approval.approve(own, people.actor(boss))

    assert (seen, own.status) == ([own], "approved")
    assert code_of(approval.approve, other, people.actor(boss)) == "nearer"


def test_rows_that_nobody_can_approve_are_told_to_those_who_name_approvers():
    hely = money.hely()
    for payee, amount in ((None, "50.00"), (None, "5000.00"), (hely, "50.00")):
        money.fee_owed(payee, amount)
    user = people.finance().user
    alone = approval.without_approver(Fee.objects.all(), people.organisation())
    told = [each.url for each in todo.for_office(user)]

    money.approver_is(money.deputy())

    assert (alone, told.count(reverse("fees_approver:new"))) == (2, 1)
    assert approval.without_approver(Fee.objects.all(), people.organisation()) == 0


def test_who_helps_by_phone_writes_into_no_claim_that_one_decides_on():
    claim = claims.claim_begun()
    facts = {"kind": claims.TICKET, "amount": Decimal("500.00")}

    assert code_of(claim_line.add, claim, claims.by_phone(claim.person), **facts) == "not_yours"


def test_a_row_comes_to_what_stands_for_it_in_the_end():
    fee = money.brought_to(money.fee_owed(), "returned")
    made = correction.reissue(fee, finance(), reason="Oikea summa", amount=Decimal("40.00"))
    alone = money.brought_to(money.fee_owed(amount="30.00"), "paid")
    correction.reverse(alone, finance(), reason="Väärä saaja")

    sums = [Fee.objects.get(pk=row.pk).comes_to for row in (fee, made, alone)]

    assert sums == [Decimal("40.00"), Decimal("40.00"), Decimal(0)]


@pytest.mark.parametrize(("status", "amount"), [("returned", "50.00"), ("paid", "-50.00")])
def test_an_answer_struck_out_by_mistake_is_made_anew(client, status, amount):
    fee = money.brought_to(money.fee_owed(), status)
    answer = correction.reissue if status == "returned" else correction.reverse
    struck = answer(fee, finance(), reason="Väärin")
    ledger.void(struck, finance(), reason="Virhe")
    people.sign_in(client, people.finance())

    client.post(reverse("fees_fee:act", args=[struck.pk, "uusi"]), {"amount": amount, "reason": "Uudestaan"})

    made = Fee.objects.get(replaces=struck)
    assert (str(made.amount), made.kind == "correction", made.status) == (amount, status == "paid", "owed")


def test_files_whose_worker_stumbled_are_told_of_and_begun_anew(client):
    batch = payment_batch.close(money.batch_open(1), finance())
    columns = batch.columns
    PaymentBatch.objects.update(columns=["nothing"])
    with pytest.raises(job.Stumbled):
        batch_task.make(batch.job_id)
    page = people.sign_in(client, people.finance()).get(reverse("fees_batch:page", args=[batch.pk]))
    bar = client.get(reverse("fees_batch:state", args=[batch.pk])).json()
    PaymentBatch.objects.update(columns=columns)

    begun = [batch_task.go_on(), batch_task.go_on()]
    batch_task.make(PaymentBatch.objects.get().job_id)

    assert (begun, PaymentBatch.objects.get().csv is not None, batch_task.go_on()) == ([1, 0], True, 0)
    assert (page.context["gave_up"], b"data-progress-url" in page.content, bar["finished"]) == (True, False, True)


def test_what_a_killed_worker_left_half_made_goes_the_next_night(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    half, new = tmp_path / "kuuluviin-ledger-x" / "ledger.csv", tmp_path / "openpyxl.y"
    half.parent.mkdir()
    half.touch()
    new.touch()
    os.utime(half.parent, (0, 0))

    ledger_task.forget()

    assert (half.parent.exists(), new.exists()) == (False, True)
