"""Journeys in a real browser: Debian's Chromium, driven by Playwright, against a live server.

A page watches itself: a script error, a breach of the content security policy or a request to anywhere but the live
server fails the test that caused it.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from coordination.people.models import Person

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WAIT_MS = 10_000
SCREENS = pytest.StashKey[list["BrowserContext"]]()


def _chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("Chromium is missing: `make system` installs it, or set CHROMIUM to a browser's path.")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        yield chromium
        chromium.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A journey that fails tells what each screen showed."""
    report = yield
    if report.when == "call" and report.failed:
        for page in [page for context in item.stash.get(SCREENS, []) for page in context.pages]:
            report.sections.append((f"Screen at {page.url}", _seen(page)))
    return report


def _seen(page: Page) -> str:
    from playwright.sync_api import Error

    try:
        return page.locator("body").aria_snapshot(timeout=2000)
    except Error as error:
        return str(error)


@pytest.fixture
def new_context(browser: Browser, live_server, request) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a browser profile (Finnish, Helsinki time); call it once for each person at a screen of their own.

    Keyword arguments go to Playwright's `new_context`, such as `locale="sv-FI"` or `viewport={...}`.
    """
    complaints: list[str] = []
    contexts: list[BrowserContext] = request.node.stash.setdefault(SCREENS, [])

    def make(**options: object) -> BrowserContext:
        usual = {"locale": "fi-FI", "timezone_id": "Europe/Helsinki", "reduced_motion": "reduce"}
        context = browser.new_context(base_url=live_server.url, **{**usual, **options})
        context.set_default_timeout(WAIT_MS)
        context.on("page", lambda page: watch(page, complaints, live_server.url))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context().new_page()


@pytest.fixture
def sign_in(live_server, settings) -> Callable[[BrowserContext, Person], BrowserContext]:
    """`sign_in(context, person)`: the profile is signed in as the person with a second factor, past the sign-in pages.

    The second factor is required for the rest of the test, as it is in production.
    """
    from django.test import Client

    from tests.factories import people

    settings.SECOND_FACTOR_REQUIRED = True

    def enter(context: BrowserContext, person: Person) -> BrowserContext:
        client = people.sign_in(Client(), person)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
        return context

    return enter


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page)` asserts that the page as it stands breaks no WCAG 2.2 A or AA rule; `except_for` names rules let off."""

    def check(page: Page, except_for: tuple[str, ...] = ()) -> None:
        found = [words for rule, words in breaches(page) if rule not in except_for]
        assert found == [], f"{page.url}\n" + "\n".join(found)

    return check


def breaches(page: Page, *, without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The WCAG 2.2 A and AA rules the page breaks as it stands: each with what is wrong and where.

    Rules named in `without` are not read.
    """
    from axe_playwright_python.sync_playwright import Axe

    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {
        "runOnly": {"type": "tag", "values": WCAG_22_AA},
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": False} for rule in without},
    }
    violations = page.evaluate("options => axe.run(document, options).then(found => found.violations)", options)
    return [
        (violation["id"], f"{violation['id']}: {violation['help']} at {node['target']}")
        for violation in violations
        for node in violation["nodes"]
    ]


def watch(page: Page, complaints: list[str], home: str) -> None:
    def on_request(request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != urlsplit(home).netloc:
            complaints.append(f"{page.url} asks a third party for {request.url}")

    def on_console(message) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(f"{page.url}: {message.text}")

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
