"""The public pages in Chromium: accessible, within a phone's width, usable by keyboard and on paper."""

from __future__ import annotations

import pytest

from cms import first_pages
from coordination.privacy.models import Purpose
from tests.factories import experts

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = (
    "/fi/",
    "/fi/kokemusasiantuntijat/",
    "/fi/kokemusasiantuntijat/kansio/",
    "/fi/kokemusasiantuntijat/nain-tilaat/",
    "/fi/tule-mukaan/",
    "/fi/ajankohtaista/",
    "/fi/ajankohtaista/paatoskirje/",
    "/fi/haku/?q=luento",
    "/fi/eiole/",
    "/sv/tillganglighet/",
)


@pytest.fixture
def public_key(live_server) -> str:
    """The demo's pages and one expert whom everybody may see."""
    first_pages.build(["fi", "sv"], invented=True)
    aino = experts.aino()
    experts.consent_for(aino.person, Purpose.CV_PUBLIC)
    return aino.public_key


def test_the_site_is_accessible_and_fits_a_phone(new_context, axe, public_key):
    wide = new_context(viewport={"width": 1280, "height": 900}).new_page()
    narrow = new_context(viewport={"width": 320, "height": 640}).new_page()

    for path in (*PATHS, f"/fi/cv/{public_key}/"):
        for page in (wide, narrow):
            page.goto(path)
            axe(page)
        assert (path, narrow.evaluate("document.documentElement.scrollWidth")) == (path, 320)


def test_ticking_an_area_narrows_the_folder_at_once(page, public_key):
    page.goto("/fi/kokemusasiantuntijat/kansio/")

    page.get_by_role("checkbox").first.check()
    page.locator(".chip--remove").wait_for()

    assert page.url.endswith("?area=debt-counselling")
    assert page.locator("article.expert").count() == 1


def test_a_reader_gets_from_the_front_door_to_an_expert_and_to_another_language(page, public_key):
    page.goto("/fi/")

    page.get_by_role("link", name="Keitä he ovat?").click()
    page.get_by_role("link", name="Aino").click()
    heading = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Svenska").click()

    assert heading == "Aino"
    assert page.url.endswith(f"/sv/cv/{public_key}/")
    assert page.locator("html").get_attribute("lang") == "sv"
