"""A council from its founding to its public page: a coordinator founds it, a leader admits a member, everybody reads."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from coordination.people.models import Person
from councils.models import Council, Membership
from tests.factories import councils, people, site

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_council_is_founded_led_and_read_of(screen):
    site.council_index()
    people.unit()
    known = people.person("Löytyvä", "Näyte", email="loytyva@example.org", unit=people.unit())
    page = screen(people.kaisa())

    page.goto("/hallinta/raadit/uusi/")
    page.locator("[name=unit]").select_option(label="\u2003Nuorten palvelut")
    page.locator("[name=names_fi]").fill(councils.NAME)
    page.locator("[name=purpose_fi]").fill("Nuoret kertovat, mikä toimii.")
    page.locator("[name=is_public]").check()
    page.locator(".office form .btn").first.click()
    expect(page.locator("h1")).to_have_text(councils.NAME)
    council = Council.objects.get()
    page.locator("form[action$='/vaihe/'] button").click()
    expect(page.locator(".steps [aria-current=step]")).to_have_count(1)
    _leader(page)
    _member(screen(Person.objects.get(first_name="Oona")), council, known.full_name)

    page.goto(f"/fi/raati/{council.pk}/")
    expect(page.locator("h1")).to_have_text(councils.NAME)
    expect(page.locator("main")).not_to_contain_text("Löytyvä")


def _leader(page):
    """Somebody nobody has written down yet: the coordinator gives the role by adding her."""
    page.locator("a[href$='/vetajat/uusi/'].btn").click()
    for name, value in {"first_name": "Oona", "last_name": "Ohjaaja", "email": "oona@example.org"}.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=duty][value=chair]").check()
    page.locator("[name=is_responsible]").check()
    page.locator(".office form .btn").first.click()
    expect(page.locator(".office")).to_contain_text("Oona Ohjaaja")


def _member(page, council, name):
    page.goto(f"/hallinta/raadit/{council.pk}/jasenet/")
    page.locator(".office a.btn").first.click()
    page.locator("[name=reach]").fill("loytyva@example.org")
    page.locator(".office form .btn").first.click()
    page.locator("li a.btn").click()
    page.locator("[name=admitted_before_on]").fill("3.2.2026")
    page.locator("[name=admitted_before]").fill("Kaisa")
    page.locator(".office form .btn").first.click()
    expect(page.locator("table.data")).to_contain_text(name)
    assert Membership.objects.get(council=council).seat == 1
