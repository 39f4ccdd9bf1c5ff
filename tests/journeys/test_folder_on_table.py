"""The folder on the table: three side by side, the client picks two on a tablet, a selection on paper, a remark, a consent."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from coordination.foundation import clock
from coordination.privacy.domain import consent_renewal
from coordination.privacy.models import Consent
from coordination.records.models import Job
from experts.models import BookingRequest, Expert, OutOfDate
from experts.tasks import folder_print
from tests.factories import experts, orders, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)
TABLET = {"width": 820, "height": 1180}


def test_the_client_chooses_and_the_folder_is_printed(screen):
    steps.house()
    people.kaisa()
    experts.aino()
    for name in ("Pekka", "Onni"):
        experts.in_folder(name, "Näkymätön")
    order = orders.order_sent()
    page = screen(people.sari(), viewport=TABLET)

    page.goto(f"/fi/oma/kansio/?tilaus={order.number}")
    for name in ("Aino", "Pekka", "Onni"):
        page.locator(f"article.expert:has-text('{name}') input[name=compare]").check()
    page.locator("[data-picks] button").first.click()
    expect(page.locator("table.sidebyside thead th")).to_have_count(3)

    page.locator("a[href*='/kansio/asiakas/']").click()
    page.locator("a[href*='/asiakas/valitse/']").click()
    expect(page.locator("nav")).to_have_count(0)
    page.get_by_role("button", name="Pekka").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Aino").click()
    page.locator("form button.btn").click()
    page.locator("main a.btn").click()

    wishes = BookingRequest.objects.get(pk=order.pk).wishes.order_by("rank")
    assert list(wishes.values_list("expert__person__first_name", "chosen_by_client")) == [
        ("Pekka", True),
        ("Aino", True),
    ]
    assert page.url.endswith(f"/tilaukset/{order.number}/")

    _print(page, Expert.objects.get(person__first_name="Pekka").staff_key)


def _print(page, key):
    """A selection of one: the last page of the file tells whom to call."""
    page.goto(f"/fi/oma/kansio/tulosta/?compare={key}")
    page.locator("main form button").first.click()
    page.wait_for_url("**/oma/tyot/**")
    folder_print.make(Job.objects.get().pk)
    page.reload()
    with page.expect_download() as download:
        page.locator("main a.btn").click()
    last = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages[-1].extract_text()
    assert "Kaisa Koordinaattori" in last


def test_a_remark_is_seen_to_and_a_consent_goes_on_by_its_link(screen, worker, new_context):
    aino = experts.aino()
    sari, expert = screen(people.sari()), screen(aino.person)

    sari.goto(f"/fi/oma/kansio/{aino.staff_key}/vanhentunut/")
    sari.locator("[name=wrong][value=times]").check()
    sari.locator("main form button.btn").click()
    told = OutOfDate.objects.get()
    expert.goto(f"/fi/oma/huomautukset/{told.pk}/")
    expert.locator("[name=fixed][value=yes]").check()
    expert.locator("main form button.btn").click()
    expect(expert.locator("main form")).to_have_count(0)
    sari.goto(f"/fi/oma/huomautukset/{told.pk}/")
    expect(sari.locator("main .status")).to_be_visible()
    worker()

    given = {"given_at": clock.now() - timedelta(days=360), "expires_on": clock.today() + timedelta(days=5)}
    Consent.objects.filter(person=aino.person, purpose="cv_own").update(**given)
    consent_renewal.remind()
    mail = worker()[-1]
    page = new_context().new_page()
    page.goto(steps.link_in(mail))
    page.locator("main button[value=yes]").click()
    expect(page.locator("main button[value=yes]")).to_have_count(0)

    assert Consent.objects.get(
        person=aino.person, purpose="cv_own", withdrawn_at=None
    ).expires_on > clock.today() + timedelta(days=300)
