"""What a person sees of one's own money."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from pypdf import PdfReader

from coordination.fees.domain import correction, earnings
from coordination.fees.models import Fee, FeeInquiry
from coordination.foundation import clock
from tests.factories import claims, money, people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_my_money_lists_my_own_with_the_steps(client, django_assert_num_queries, rows):
    aino = claims.traveller()
    mine = [money.fee_owed(aino) for __ in range(rows)]
    money.fee_owed()
    people.sign_in(client, aino)
    client.get(reverse("fees:mine"))

    with django_assert_num_queries(12):
        page = client.get(reverse("fees:mine"))

    shown = page.context["rows"]
    assert {row.fee for row in shown} == set(mine)
    assert [step.state for step in shown[0].steps] == ["done", "now", "coming", "coming"]
    assert page.context["year"].earned == Decimal(50) * rows


def test_travel_is_no_earning_and_what_is_void_counts_nowhere():
    aino = people.person("Aino")
    for amount, day, kind, status in (
        ("50.00", date(2026, 3, 1), "fee", "owed"),
        ("30.00", date(2026, 3, 31), "fee", "paid"),
        ("5.60", date(2026, 3, 31), "travel", "owed"),
        ("70.00", date(2026, 4, 1), "fee", "void"),
        ("40.00", date(2025, 12, 31), "fee", "owed"),
    ):
        row = money.fee_owed(aino, amount, day)
        if status == "paid":
            money.brought_to(row, "paid")
        Fee.objects.filter(pk=row.pk).update(kind=kind, status=status)

    told = {year.year: year for year in earnings.years(Fee.objects.filter(payee=aino).counted())}

    assert (told[2026].earned, told[2026].travel, told[2026].paid) == (
        Decimal("80.00"),
        Decimal("5.60"),
        Decimal("30.00"),
    )
    assert (told[2026].months[2].earned, told[2026].waiting) == (Decimal("80.00"), Decimal("55.60"))
    assert told[2025].earned == Decimal("40.00")


def test_where_is_my_money_in_one_press(client):
    aino = claims.traveller()
    row, other = money.fee_owed(aino), money.fee_owed()
    people.sign_in(client, aino)

    client.post(reverse("fees:ask", args=[row.pk]))

    assert FeeInquiry.objects.get().fee == row
    assert client.post(reverse("fees:ask", args=[other.pk])).status_code == 404
    assert client.get(reverse("fees:mine")).context["rows"][0].may_ask is False


def test_the_year_on_paper_holds_ones_own_rows_alone(client):
    aino = claims.traveller()
    mine = money.fee_owed(aino, "52.25")
    money.fee_owed(people.person("Veera"), "77.75")
    people.sign_in(client, aino)

    file = client.get(reverse("fees:statement", args=[clock.today().year]))

    pdf = PdfReader(io.BytesIO(b"".join(file.streaming_content)))
    text = "".join(page.extract_text() for page in pdf.pages)
    assert (pdf.root_object["/MarkInfo"]["/Marked"], mine.what in text) == (True, True)
    assert ("52,25" in text, "77,75" in text, "Aino Aalto" in text) == (True, False, True)


def test_what_is_on_its_way_stands_first_whatever_year_it_is_from(client):
    aino = claims.traveller()
    old = money.fee_owed(aino, "50.00", date(clock.today().year - 1, 12, 30))
    paid = money.brought_to(money.fee_owed(aino, "30.00"), "paid")
    people.sign_in(client, aino)

    page = client.get(reverse("fees:mine"))

    assert [row.fee.pk for row in page.context["waiting"]] == [old.pk]
    assert [row.fee.pk for row in page.context["done"]] == [paid.pk]
    assert (page.context["on_its_way"], page.context["waiting"][0].day > clock.today()) == (Decimal("50.00"), True)


def test_travel_paid_wrong_and_reversed_is_taken_back_from_travel():
    aino, finance = people.person("Aino"), people.actor(people.finance())
    bus = money.fee_owed(aino, "30.00")
    Fee.objects.filter(pk=bus.pk).update(kind=Fee.Kind.TRAVEL)
    bus.refresh_from_db()
    minus = correction.reverse(money.brought_to(bus, "paid"), finance, reason="Väärä summa")
    correction.reissue(minus, finance, reason="Oikea summa", amount=Decimal("12.00"))

    told = earnings.years(Fee.objects.filter(payee=aino).counted())[0]

    assert (told.earned, told.travel) == (Decimal("0.00"), Decimal("12.00"))
