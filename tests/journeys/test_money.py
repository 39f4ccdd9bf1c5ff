"""Held, approved by keyboard, sent to payroll in a batch, paid when payroll's file is read back; asked after on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.fees.domain import batch_file, inquiry
from coordination.fees.models import Fee, PaymentBatch
from coordination.foundation import clock
from coordination.people.models import Unit
from tests.factories import money, orders, people
from tests.journeys import steps

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_from_held_to_paid(screen, worker, tmp_path):
    steps.house()
    booking = orders.booking_held()
    Unit.objects.filter(pk=people.organisation().pk).update(business_id="1234567-1")
    hely, aino = money.hely(), booking.expert.person
    people.user_for(aino)
    fee = Fee.objects.get()
    inquiry.ask(fee, people.actor(aino))

    she_answers_and_approves(screen(hely, viewport={"width": 320, "height": 800}), fee)
    finance = screen(people.finance())
    it_goes_in_a_batch(finance)
    batch = batch_file.make(PaymentBatch.objects.get())
    payroll_answers(finance, batch, fee, tmp_path)
    mails = worker()

    fee.refresh_from_db()
    assert (fee.status, fee.paid_on) == (Fee.Status.PAID, clock.today())
    assert len([mail for mail in mails if mail["To"] == aino.email]) >= 2
    own = screen(aino)
    own.goto(reverse("fees:mine"))
    expect(own.get_by_role("main")).to_contain_text("50,00")


def she_answers_and_approves(page: Page, fee: Fee) -> None:
    """On a narrow phone, by the keyboard alone where it is a press."""
    page.goto(reverse("fees:approvals"))
    page.get_by_role("main").locator("a[href*=kysymys]").click()
    page.locator("[name=words]").fill("Hyväksyn tänään, rahat tulevat seuraavana maksupäivänä.")
    page.locator("main form button").click()
    page.locator(f"#fee-{fee.pk}").focus()
    page.keyboard.press("Space")
    page.locator("main form button[type=submit]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    fee.refresh_from_db()
    assert fee.status == Fee.Status.APPROVED


def it_goes_in_a_batch(page: Page) -> None:
    page.goto(reverse("fees_batch:new"))
    page.locator("[name=payer]").select_option(str(people.organisation().pk))
    page.locator(".office form .btn").first.click()
    page.locator("form[action$='sulje/'] button").click()
    expect(page.locator(".office h1")).to_have_text(f"M-{clock.today().year}-0001")


def payroll_answers(page: Page, batch: PaymentBatch, fee: Fee, folder: Path) -> None:
    """A wrong file first: nothing is stored, and the row and the column are told."""
    page.goto(reverse("fees_batch:page", args=[batch.pk]))
    with page.expect_download() as taken:
        page.locator("a[href$='/csv/']").click()
    assert Path(taken.value.path()).read_bytes() == money.content(batch.csv)
    for currency in ("SEK", "EUR"):
        file = folder / f"{currency}.csv"
        line = f"{fee.number};maksettu;{steps.written(clock.today())};;50,00;{currency}"
        file.write_text(f"Numero;Tulos;Päivä;Syy;Summa;Valuutta\n{line}\n", encoding="utf-8")
        page.locator("[name=file]").set_input_files(file)
        page.locator(".office form[enctype] button").click()
        if currency == "SEK":
            expect(page.locator(".office table tbody tr")).to_have_count(1)
            expect(page.locator(".office table tbody")).to_contain_text("Valuutta")
    expect(page.locator(".office h1")).to_have_text(batch.number)
