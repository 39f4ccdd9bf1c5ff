"""A member finds the meeting, answers it, confirms a fare; the leader sees both on their own screens and tells everybody."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.messaging.models import Message
from councils.models import Bulletin, Invitation
from tests.factories import councils, fares, people

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_the_first_page_to_the_meeting_the_fare_and_the_notice(screen):
    past = councils.held()
    row, waiting = fares.present(meeting=past), fares.present(councils.irja(), past)
    meeting = councils.opened()
    matti, elina = screen(people.matti()), screen(councils.elina())

    matti.goto(reverse("portal:now"))
    matti.locator(f"a.btn[href='{reverse('councils:meeting', args=[meeting.pk])}#tuletko']").click()
    matti.locator("[name=answer][value=yes]").check()
    matti.locator("form[aria-labelledby=tuletko] button").click()
    matti.locator(f"nav a[href='{reverse('councils:home')}']").click()
    expect(matti.locator(".status--ok").first).to_be_visible()
    matti.locator(f"a[href='{reverse('councils:fares')}']").click()
    matti.locator(f"[name=r{row.pk}-amount]").fill("6,60")
    matti.locator(f"form:has([value='{row.pk}']) button").click()
    expect(matti.get_by_role("status").first).to_be_visible()

    row.refresh_from_db()
    answer = Invitation.objects.get(meeting=meeting, person=people.matti()).answer
    assert (answer, row.fare.amount) == ("yes", Decimal("6.60"))

    elina.goto(reverse("wagtailadmin_home"))
    elina.locator(f"a[href='{reverse('meeting_fares:page', args=[past.pk])}']").click()
    elina.locator(f"[name=r{waiting.pk}-amount]").fill("3,30")
    elina.locator(f"[name=signed][value='{waiting.pk}']").check()
    elina.locator("form button.btn").click()
    expect(elina.get_by_text("3,30").first).to_be_visible()
    elina.goto(reverse("council_bulletin:new", args=[past.council_id]))
    elina.locator("[name=title_fi]").fill("Tila muuttuu")
    elina.locator("[name=text_fi]").fill("Kokoonnumme Koivussa.")
    elina.locator("form button.btn").click()
    expect(elina.locator("table.data tbody tr")).to_have_count(2)

    matti.goto(reverse("councils:home"))
    matti.locator(f"a[href='{reverse('councils:bulletin', args=[Bulletin.objects.get().pk])}']").click()
    expect(matti.get_by_text("Kokoonnumme Koivussa.")).to_be_visible()
    assert Message.objects.filter(kind="councils.bulletin.told").count() == 2
