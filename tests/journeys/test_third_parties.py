"""Nothing is fetched from third parties, and the content security policy lets work what people need.

Every page of a journey watches itself (`tests/plugins/browser.py`); here stand the screens that need more than the
strict policy, each really used: a date picker and a chooser fail silently where a policy stops them.
"""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Page as WagtailPage

from coordination.demo import cast
from tests.journeys import pages

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_home_of_the_back_office_opens(demo_house, screen):
    page = screen(pages.somebody(cast.KAISA))

    page.goto(reverse("wagtailadmin_home"))

    expect(page.get_by_role("heading", name="Mikä odottaa sinua")).to_be_visible()


def test_a_date_filter_opens_its_calendar(demo_house, screen):
    page = screen(pages.somebody(cast.PIRKKO))

    page.goto(reverse("records_access:index"))
    page.get_by_role("button", name="Näytä suodattimet").click()
    page.get_by_role("button", name="Milloin").click()
    page.locator("[name=at_from]").click()

    expect(page.locator(".xdsoft_datetimepicker:visible")).to_be_visible()


def test_a_chooser_opens_and_chooses(demo_house, screen):
    page = screen(pages.somebody(cast.EETU))
    home = WagtailPage.objects.filter(depth=2).first()

    page.goto(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    page.locator(".page-chooser").get_by_role("button", name="Toimet").first.click()
    page.get_by_role("button", name="Valitse toinen sivu").click()
    page.locator(".modal-content a.choose-page").first.click()

    expect(page.locator(".modal-content")).to_have_count(0)
