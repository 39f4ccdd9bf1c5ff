"""The main job, at four screens: ordered, matched, offered, agreed, met, talked over, and the fee stands in the ledger."""

from __future__ import annotations

import re
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.urls import reverse
from icalendar import Calendar
from playwright.sync_api import Page, expect

from coordination.fees.models import Fee
from experts.models import Booking, BookingRequest, Offer
from tests.factories import experts, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_order_from_the_folder_to_the_ledger(screen, new_context, worker, settings):
    steps.house()
    aino = experts.aino()
    sari, kaisa = screen(people.sari()), screen(people.kaisa())
    guest = new_context().new_page()
    day = steps.wednesday()

    sari_orders_from_the_folder(sari, day)
    kaisa_sends_the_offer(kaisa)
    aino_accepts_by_the_link(guest, mail_to("aino@example.org", worker()), day)
    kaisa_confirms(kaisa)
    confirmations = worker()
    both_are_invited(confirmations)
    both_agree(sari, guest, mail_to("aino@example.org", confirmations))
    settings.DEMO_TODAY = day + timedelta(days=1)
    sari_marks_it_held(sari)
    both_talk_it_over(sari, guest)

    fee = Fee.objects.get()
    assert (fee.payee, str(fee.amount), fee.earned_on) == (aino.person, "50.00", day)
    assert Booking.objects.get().debriefs.count() == 2
    the_fee_stands_in_the_ledger(screen(people.finance()), screen(aino.person))


def sari_orders_from_the_folder(page: Page, day) -> None:
    page.goto(reverse("portal:now"))
    page.get_by_role("link", name="CV-kansio").first.click()
    page.get_by_role("searchbox").fill("velkajärjestelystä")
    page.get_by_role("button", name="Hae").click()
    page.get_by_role("link", name="Aino", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aino")
    page.get_by_role("link", name="Aloita tilaus").click()
    steps.fill_task(page)
    steps.fill_goal(page)
    steps.fill_place(page, day)
    steps.fill_payer(page)
    page.get_by_role("button", name="Lähetä tilaus").click()
    steps.told(page, "Sen saa Kaisa")
    assert BookingRequest.objects.get().status == BookingRequest.Status.SENT


def kaisa_sends_the_offer(page: Page) -> None:
    order = BookingRequest.objects.get()
    page.goto(reverse("wagtailadmin_home"))
    page.get_by_role("link", name=order.number).first.click()
    page.get_by_role("checkbox", name="Aino Aalto").check()
    page.get_by_role("button", name="Lähetä tarjous").click()
    steps.told(page, "Tarjous lähti")
    assert Offer.objects.get().status == Offer.Status.OPEN
    expect(page.get_by_role("cell", name="Aino Aalto", exact=True)).to_be_visible()


def aino_accepts_by_the_link(page: Page, mail: EmailMessage, day) -> None:
    body = steps.body_of(mail)
    assert f"{steps.written(day)} klo 13–14" in body
    assert "Paikka: Kuulaspiha, Havukumpu" in body
    assert steps.GOAL not in body

    page.goto(steps.link_in(mail))
    expect(page.get_by_text(steps.GOAL)).to_be_visible()
    page.get_by_role("checkbox", name="klo 13–14").check()
    page.get_by_role("button", name="Lähden").click()
    steps.told(page, "Koordinaattori vahvistaa ajan")
    offer = Offer.objects.get()
    assert offer.status == Offer.Status.ACCEPTED
    assert offer.times.count() == 1


def kaisa_confirms(page: Page) -> None:
    page.reload()
    page.get_by_role("link", name="Valitse aika").click()
    page.get_by_role("button", name="Vahvista ja kerro kaikille").click()
    steps.told(page, "Vahvistettu")
    assert Booking.objects.get().status == Booking.Status.CONFIRMED


def both_are_invited(mails: list[EmailMessage]) -> None:
    entries = []
    for address in ("aino@example.org", "sari@example.org"):
        mail = mail_to(address, mails)
        assert "Kuulaspiha, Havukumpu" in steps.body_of(mail)
        assert "Ovi B, toinen kerros" in steps.body_of(mail)
        raw = steps.calendar_of(mail)
        assert steps.GOAL not in raw
        calendar = Calendar.from_ical(raw)
        assert calendar["METHOD"] == "REQUEST"
        entries.append(calendar.walk("VEVENT")[0])
    assert entries[0]["UID"] == entries[1]["UID"]


def both_agree(sari: Page, guest: Page, mail: EmailMessage) -> None:
    sari.goto(reverse("experts:booking", args=[Booking.objects.get().pk]))
    guest.goto(steps.link_in(mail))
    for page in (sari, guest):
        for tick in page.locator("[name=ticks]").all():
            tick.check()
        page.locator("button[value=agree]").click()
        steps.told(page, "sopimuksesta on kirjattu")
    assert Booking.objects.get().agreement.complete


def sari_marks_it_held(page: Page) -> None:
    page.goto(reverse("portal:now"))
    page.get_by_role("main").get_by_role("link", name=re.compile("[Kk]erro|[Mm]erkitse")).first.click()
    page.locator("[name=held][value=yes]").check()
    page.locator("button[value=outcome]").click()
    steps.told(page, "Se on kirjattu")
    assert Booking.objects.get().status == Booking.Status.HELD


def both_talk_it_over(sari: Page, guest: Page) -> None:
    guest.reload()
    for page in (sari, guest):
        page.locator("[name=talked][value=yes]").check()
        page.locator("[name=feeling]").first.check()
        page.locator("button[value=debrief]").click()
        steps.told(page, "Kiitos, että kerroit")


def the_fee_stands_in_the_ledger(finance: Page, aino: Page) -> None:
    finance.goto(reverse("fees_fee:index"))
    expect(finance.get_by_role("row").filter(has_text="Aino Aalto")).to_contain_text("50,00")
    aino.goto(reverse("fees:mine"))
    expect(aino.get_by_role("article").filter(has_text="Asiakastapaaminen")).to_contain_text("50,00 €")


def mail_to(address: str, mails: list[EmailMessage]) -> EmailMessage:
    """The one mail to that address."""
    (mail,) = [mail for mail in mails if mail["To"] == address]
    return mail
