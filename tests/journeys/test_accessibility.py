"""Every page of ours breaks no WCAG 2.2 A or AA rule, holds at 320 px and says its language.

The short form walks the public pages and the portal in Finnish; `make check` the back office as well, in all three
languages and in dark mode too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

import pytest
import wagtail
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page
from wagtail.models import Page as SitePage

from coordination.demo import cast
from coordination.people.models import Person
from tests.house.every_door import DOORS
from tests.journeys import every_page, pages
from tests.plugins.browser import breaches

pytestmark = pytest.mark.django_db(transaction=True)

LONG = os.environ.get("KUULUVIIN_LONG") == "1"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
# Colours do not change with the language, nor words with the colours: dark is walked in one language.
# The slowest rule. The colours themselves are proven by `test_colours.py`, and on every page in the long form.
LEFT_OUT = () if LONG else ("color-contrast",)
LOOKS = [("fi", "light"), ("fi", "dark"), ("sv", "light"), ("en", "light")] if LONG else [("fi", "light")]


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
@pytest.mark.parametrize("walk", every_page.WALKS)
def test_every_page_of_ours_is_accessible(demo_house, new_context, sign_in, walk, language, scheme):
    whom, addresses = every_page.WALKS[walk]
    person = whom()
    with translation.override(language):
        if not (ways := walked(addresses(language))):
            pytest.skip("The back office is walked in the long form.")
    context = new_context(viewport=WIDE, locale=f"{language}-FI", color_scheme=scheme)
    if person:
        sign_in(context, speaking(person, language))
    page = context.new_page()

    found = [problem for address in ways for problem in problems(page, address, language)]

    assert found == [], "\n".join(found)


def walked(addresses: Iterable[pages.Address]) -> list[str]:
    """The pages of the back office carry Wagtail's scripts, which take most of the time: they are walked in the long form."""
    return [address for __, address in addresses if LONG or not address.startswith("/hallinta/")]


def speaking(person: Person, language: str) -> Person:
    person.language = language
    person.save(update_fields=["language"])
    return person


def problems(page: Page, address: str, language: str) -> list[str]:
    """What is wrong with the page at both widths. The short form reads the rules at one of them and the width at the other."""
    page.set_viewport_size(WIDE)
    page.goto(address)
    found = [words for __, words in breaches(page, without=LEFT_OUT)]
    if unquote(urlsplit(page.url).path) != unquote(urlsplit(address).path):
        found.append(f"is not shown: it leads to {page.url}")
    spoken = page.locator("html").get_attribute("lang")
    if spoken != language:
        found.append(f"says its language is {spoken}")
    page.set_viewport_size(NARROW)
    if wide := page.evaluate(TOO_WIDE):
        found.append(f"scrolls sideways at 320 px: {wide}")
    if LONG:
        found += [f"at 320 px {words}" for __, words in breaches(page)]
    return [f"{address} {words}" for words in dict.fromkeys(found)]


# In the back office the page scrolls inside #main; a listing of Wagtail's is a table, which may scroll (WCAG 1.4.10).
# Wagtail's side panel waits unseen beside the page until it is opened, and its menu glides in: the page is measured at rest.
TOO_WIDE = """async () => {
    const gliding = () => document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
    do {
        await Promise.allSettled(gliding().map((one) => one.finished));
        await new Promise(requestAnimationFrame);
    } while (gliding().length);
    const scrollers = [document.scrollingElement, document.querySelector("#main")].filter(Boolean);
    const apart = [...document.querySelectorAll("#main table.listing, .form-side:not(.form-side--open)")];
    apart.forEach((element) => { element.style.display = "none"; });
    const width = Math.max(...scrollers.map((element) => element.scrollWidth));
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    apart.forEach((element) => { element.style.display = ""; });
    return width > innerWidth ? `${width} px, ` + wide.slice(0, 4).map((element) => element.tagName + "." + element.className).join(", ") : "";
}"""


def test_every_page_is_walked(demo_house):
    walked = {name for __, addresses in every_page.WALKS.values() for name, __ in addresses("fi")}

    shown = {
        name
        for name, door in DOORS.items()
        if door.method == "get" and name.rpartition(":")[2] not in pages.WAGTAILS_OWN
    }

    assert sorted(shown - walked - set(every_page.NO_PAGES)) == []


WAGTAIL = "8.0.1"
EXCEPTIONS = {
    ("image upload", "label"),  # the file field of the form without scripts has no label
    ("document upload", "label"),
}
"""Rules that Wagtail's own screens break, by screen, in version WAGTAIL. Ours have none."""


def wagtails_screens() -> dict[str, str]:
    home = SitePage.objects.filter(depth=2).first()
    return {
        "explorer": reverse("wagtailadmin_explore", args=[home.pk]),
        "page editor": reverse("wagtailadmin_pages:edit", args=[home.pk]),
        "page chooser of a type": reverse("wagtailadmin_pages:add_subpage", args=[home.pk]),
        "page history": reverse("wagtailadmin_pages:history", args=[home.pk]),
        "images": reverse("wagtailimages:index"),
        "image upload": reverse("wagtailimages:add"),
        "documents": reverse("wagtaildocs:index"),
        "document upload": reverse("wagtaildocs:add"),
        "account": reverse("wagtailadmin_account"),
    }


@pytest.mark.long
def test_wagtails_own_screens_break_what_is_listed_and_nothing_else(demo_house, screen):
    page = screen(pages.somebody(cast.EETU), viewport=WIDE)

    broken = set()
    for name, address in wagtails_screens().items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        broken |= {(name, rule) for rule, __ in breaches(page)}

    assert broken == set(EXCEPTIONS)


def test_the_exceptions_are_those_of_the_version_in_use():
    assert wagtail.__version__ == WAGTAIL
