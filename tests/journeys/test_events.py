"""A kick-off from a draft to the door: opened, a visitor registers, marked on a phone by an employee, held."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.events.models import Event, Organiser, Registration
from coordination.foundation import clock
from tests.factories import events, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_visitor_registers_and_an_employee_marks_them_at_the_door(screen, page):
    event = events.event(status=Event.Status.DRAFT)
    Organiser.objects.create(event=event, person=people.sari())
    kaisa = screen(people.kaisa())

    kaisa.goto(reverse("event:page", args=[event.pk]))
    kaisa.locator(f"form[action='{reverse('event:press', args=[event.pk, 'avaa'])}'] button").click()
    expect(kaisa.locator(".next-step a.btn").first).to_have_attribute("href", reverse("event:invite", args=[event.pk]))

    page.goto(reverse("event_street:index"))
    page.locator(f"a[href$='/tapahtumat/{event.pk}/']").first.click()
    page.locator(f"a[href$='/tapahtumat/{event.pk}/ilmoittaudu/']").click()
    page.wait_for_timeout(3100)  # nobody types faster than the form lets through
    page.locator("[name=first_name]").fill("Tuuli")
    page.locator("[name=phone]").fill("040 123 4567")
    page.locator("[name=needs][value=lift]").check()
    page.locator("form.form button.btn").click()
    page.wait_for_url("**/kiitos/")

    row = Registration.objects.get(event=event)
    Event.objects.filter(pk=event.pk).update(starts_at=clock.now() - timedelta(hours=1))
    sari = screen(people.sari())
    sari.set_viewport_size({"width": 360, "height": 740})
    sari.goto(reverse("events:door", args=[event.pk]))
    sari.locator(f"#r{row.pk} form[action$='/tuli/'] button").click()
    expect(sari.locator(f"#r{row.pk} .status--ok")).to_be_visible()
    sari.locator("form[action$='/pidetty/'] button").click()
    expect(sari.locator("main .note--ok").first).to_be_visible()

    row.refresh_from_db()
    event.refresh_from_db()
    assert (row.status, event.status) == (Registration.Status.ATTENDED, Event.Status.HELD)
