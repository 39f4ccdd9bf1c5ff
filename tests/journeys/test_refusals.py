"""What the house refuses, as the one at the screen meets it: in words, beside the field, with nothing lost or leaked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import serializers
from django.urls import reverse
from playwright.sync_api import Page, expect
from wagtail.models import ModelLogEntry

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.privacy.domain import consent
from coordination.privacy.models import Purpose
from experts.domain import booking, offer
from experts.models import Booking, BookingRequest, Offer
from tests.factories import experts, orders, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)

CODE = "131052-308T"
WITH_CODE = f"Asiakas {CODE} uskaltaa avata laskut."


def open_step(page: Page, order: BookingRequest, step: str) -> None:
    page.goto(reverse("experts:order_edit", args=[order.number, step]))


def offer_path(offered: Offer) -> str:
    return safe_link.path_of(offered.link)


def test_a_client_meeting_is_not_sent_without_the_clients_permission(screen):
    order = orders.order_draft(permission="not_asked", permission_on=None, permission_asked_by="")
    page = screen(people.sari())

    open_step(page, order, "tavoite")
    page.locator("[name=goal]").fill("Uusi tavoite: kirjeet auki.")
    page.locator("[name=permission][value=given]").check()
    steps.go_on(page)
    expect(page.locator("[name=permission_on]")).to_have_attribute("aria-invalid", "true")

    assert "Kirjoita päivä, jolloin asiakas antoi luvan." in steps.errors_beside(page.locator("[name=permission_on]"))
    assert page.locator("[name=goal]").input_value() == "Uusi tavoite: kirjeet auki."

    open_step(page, order, "tarkista")
    page.get_by_role("button", name="Lähetä tilaus").click()
    expect(page.locator(".errorbox")).to_contain_text("lupa")

    order.refresh_from_db()
    assert order.status == BookingRequest.Status.DRAFT


def test_an_identity_code_stays_in_the_browser(screen):
    order = orders.order_draft()
    page = screen(people.sari())
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or "") if "luonnos" in request.url else None)

    open_step(page, order, "tavoite")
    page.locator("[name=goal]").fill(WITH_CODE)
    expect(page.locator("[data-autosave-status]")).to_contain_text("henkilötunnus")
    steps.go_on(page)
    expect(page.locator("[name=goal]")).to_have_attribute("aria-invalid", "true")

    assert "henkilötunnus" in steps.errors_beside(page.locator("[name=goal]"))
    assert page.locator("[name=goal]").input_value() == WITH_CODE
    assert [body for body in sent if CODE in body] == []
    order.refresh_from_db()
    assert order.goal == orders.GOAL
    stored = serializers.serialize(
        "json", [*BookingRequest.objects.all(), *ModelLogEntry.objects.all(), *Message.objects.all()]
    )
    assert stored.count(CODE) == 0

    page.locator("[name=goal]").fill("Asiakas uskaltaa avata laskut.")
    steps.go_on(page)
    page.wait_for_url("**/aika/")

    order.refresh_from_db()
    assert order.goal == "Asiakas uskaltaa avata laskut."


def test_one_expert_is_never_booked_twice_at_a_time(screen):
    aino = experts.aino()
    first = orders.offer_accepted(aino, orders.order_sent(times=[orders.in_days(7)]))
    second = orders.offer_accepted(aino, orders.order_sent(times=[orders.in_days(7)]))
    page = screen(people.kaisa())
    page.goto(reverse("booking_request:confirm", args=[second.booking_request_id]))
    confirm(first)

    page.get_by_role("button", name="Vahvista ja kerro kaikille").click()
    expect(page.locator(".errorbox")).to_contain_text("Aino Aalto")

    assert list(Booking.objects.values_list("offer", flat=True)) == [first.pk]


def confirm(accepted: Offer) -> None:
    order = accepted.booking_request
    booking.confirm(order, orders.main_times(order)[0], [accepted], people.actor(people.kaisa()))


def test_a_withdrawn_consent_closes_the_cv_at_once(screen):
    aino = experts.aino()
    order = orders.order_sent()
    sari, kaisa = screen(people.sari()), screen(people.kaisa())
    sari.goto(reverse("experts:folder"))
    expect(sari.get_by_role("link", name="Aino", exact=True)).to_be_visible()
    kaisa.goto(reverse("booking_request:page", args=[order.pk]))
    kaisa.get_by_role("checkbox", name="Aino Aalto").check()

    withdraw_at_own_screen(screen(aino.person))
    answer = sari.goto(reverse("experts:cv", args=[aino.staff_key]))
    sari.goto(reverse("experts:folder"))
    expect(sari.get_by_role("heading", level=1)).to_be_visible()
    in_folder = sari.get_by_role("link", name="Aino", exact=True).count()
    kaisa.get_by_role("button", name="Lähetä tarjous").click()
    expect(kaisa.locator(".errorbox")).to_be_visible()

    assert (answer.status, in_folder) == (404, 0)
    assert not consent.Consent.objects.in_force().filter(person=aino.person, purpose=Purpose.CV_OWN).exists()
    assert Offer.objects.count() == 0


def withdraw_at_own_screen(page: Page) -> None:
    page.goto(reverse("privacy:mine"))
    page.locator(f'form[action="{reverse("privacy:withdraw", args=[Purpose.CV_OWN])}"] button').click()
    expect(page.get_by_role("status").first).to_be_visible()


def test_a_stranger_meets_closed_doors(screen):
    made = orders.booking_confirmed()
    order = made.booking_request
    page = screen(people.olli())
    closed = [
        reverse("experts:folder"),
        reverse("experts:cv", args=[made.expert.staff_key]),
        reverse("experts:order_new"),
        reverse("experts:order", args=[order.number]),
        reverse("experts:booking", args=[made.pk]),
        reverse("experts:offer", args=[made.offer_id]),
    ]

    statuses = {path: page.goto(path).status for path in closed}
    in_office = page.goto(reverse("booking_request:page", args=[order.pk])).status

    assert set(statuses.values()) <= {403, 404}, statuses
    assert in_office == 403
    assert page.get_by_text(order.number).count() == 0


def test_a_mail_scanner_changes_nothing_by_looking(new_context):
    offered = orders.offer_open()
    page = new_context().new_page()

    looks = [page.goto(offer_path(offered)).status for __ in range(2)]

    offered.refresh_from_db()
    offered.link.refresh_from_db()
    assert looks == [200, 200]
    assert (offered.status, offered.link.used_at) == (Offer.Status.OPEN, None)
    expect(page.get_by_role("button", name="Lähden")).to_be_visible()


def test_an_old_link_says_so_kindly(new_context, settings):
    offered = orders.offer_open()
    page = new_context().new_page()
    settings.DEMO_TODAY = clock.local(offered.link.expires_at).date() + timedelta(days=1)

    answer = page.goto(offer_path(offered))

    assert answer.status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("Linkki ei enää toimi")
    expect(page.get_by_text("Puhelimessasi tai tietokoneessasi ei ole vikaa")).to_be_visible()


def test_an_answered_offer_does_not_ask_again(new_context):
    answered = orders.offer_open()
    offer.decline(answered, Actor.by_link(answered.expert.person))
    page = new_context().new_page()

    page.goto(offer_path(answered))

    expect(page.get_by_role("button", name="Lähden")).to_have_count(0)


def test_a_code_opens_the_offer_and_a_wrong_one_says_why(new_context):
    offered = orders.offer_open()
    page = new_context().new_page()

    page.goto(reverse("messaging:code"))
    page.locator("[name=code]").fill("AAAA-2222")
    page.locator("main form button").click()
    expect(page.locator("[name=code]")).to_have_attribute("aria-invalid", "true")
    refusal = steps.errors_beside(page.locator("[name=code]"))
    page.locator("[name=code]").fill(safe_link.code_of(offered.link.nonce).lower())
    page.locator("main form button").click()
    page.wait_for_url(f"**{offer_path(offered)}")

    assert "Koodia ei ole" in refusal
