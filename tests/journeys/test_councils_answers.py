"""A member without an account answers by the link, the meeting moves, and the same link asks again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from councils.domain import meeting_open
from councils.models import Invitation
from tests.factories import councils, people
from tests.journeys.steps import written

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_answer_by_link_a_new_day_and_the_answer_again(screen, page):
    meeting = councils.meeting()
    councils.item(meeting, is_main=True)
    meeting_open.open_(meeting, Actor.of(councils.elina().user))
    row = Invitation.objects.select_related("link").get(meeting=meeting, person=councils.irja().person)
    elina = screen(councils.elina())
    link = safe_link.path_of(row.link)

    page.goto(link)
    page.locator("[name=answer][value=yes]").check()
    page.locator("[name=needs][value=lift]").check()
    page.locator("form[aria-labelledby=tuletko] button").click()
    expect(page.locator("main .status--ok").first).to_be_visible()

    elina.goto(reverse("meeting_answers:page", args=[meeting.pk]))
    expect(elina.locator(f"#k{row.pk} .status--ok")).to_be_visible()
    elina.locator(f"a[href='{reverse('meeting_change:page', args=[meeting.pk])}']").click()
    expect(elina.get_by_text(people.matti().full_name).first).to_be_visible()
    new_day = clock.local(meeting.starts_at).date() + timedelta(days=7)
    elina.locator("[name=day]").fill(written(new_day))
    elina.locator("form.form button.btn").click()
    expect(elina.locator(f"#k{row.pk} .status--warn")).to_be_visible()

    page.goto(link)
    expect(page.locator("form .note--warn")).to_be_visible()
    page.locator("[name=answer][value=no]").check()
    page.locator("form[aria-labelledby=tuletko] button").click()
    expect(page.locator("form .note--warn")).to_have_count(0)

    row.refresh_from_db()
    assert (row.answer, row.answered_via, row.needs) == ("no", "link", ["lift"])
    assert Message.objects.filter(kind="councils.meeting.changed").count() == 4
