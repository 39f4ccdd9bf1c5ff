"""A visitor leaves details, is invited, interviewed by two, chosen beside others, told, and gets a seat: all by presses on screens."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.recruitment.domain import guide
from coordination.recruitment.models import Applicant, Campaign, Interview
from councils.models import CouncilCampaign, Membership
from tests.factories import councils, events, interviews, people, recruitment, selection

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
PHONE = {"width": 360, "height": 740}
ACT = ".office form .btn:not(.btn--plain)"


def test_from_the_form_to_a_seat(screen, new_context):
    campaign = council_campaign()
    visitor = new_context(viewport=PHONE).new_page()
    apply(visitor, campaign)
    kaisa = screen(people.kaisa())
    kaisa.goto(reverse("campaign_applicant:invite_everyone", args=[campaign.pk]))
    kaisa.locator(ACT).click()
    expect(kaisa.locator("table.data tbody tr")).to_have_count(2)
    interviews.slots(home=campaign)
    mine = Applicant.objects.get(person__first_name="Vieno")
    kaisa.goto(reverse("campaign_interview:index", args=[campaign.pk]))
    kaisa.locator(f"[name=applicant][value='{mine.pk}']").check()
    kaisa.locator(f"form[action='{reverse('campaign_interview:ask', args=[campaign.pk])}'] .btn").first.click()
    expect(kaisa.locator("#valitsematta")).to_be_visible()
    visitor.goto(reverse("application_times_link", args=[safe_link.token(Applicant.objects.get(pk=mine.pk).link)]))
    visitor.locator("label.choice").first.click()
    visitor.locator("main form .btn").first.click()
    expect(visitor.locator("main form [name=give_back]")).to_be_visible()
    interview(kaisa, screen(people.sari()))

    choose(kaisa, campaign, mine)
    elina = screen(councils.elina())
    elina.goto(reverse("council:members", args=[councils.council().pk]))
    elina.locator(".next-step .btn").click()
    elina.locator(f"button[name=applicant][value='{mine.pk}']").click()
    expect(elina.locator("button[name=applicant]")).to_have_count(0)

    mine = Applicant.objects.get(pk=mine.pk)
    seat = Membership.objects.get(person=mine.person)
    assert (seat.kind, seat.interview.interview.applicant) == ("member", mine)
    assert (mine.status, mine.person.is_unconfirmed, mine.started_on) == ("admitted", False, seat.started_on)
    kinds = Message.objects.filter(person=mine.person).values_list("kind", flat=True)
    assert {"recruitment.applicant.received", "recruitment.interview.asked", "recruitment.choice.selected"} <= set(
        kinds
    )


def council_campaign() -> Campaign:
    """For Elina's council, with a kick-off; Kaisa and Sari recruit, and somebody else has been interviewed."""
    board = councils.staffed()
    made = recruitment.campaign(
        "Raati hakee",
        board.unit,
        kind="council",
        meant_for=f"councils.council:{board.pk}",
        admission_url_name="council_admission:index",
        admission_key=str(board.pk),
        kick_off=events.event(),
    )
    CouncilCampaign.objects.create(council=board, campaign=made)
    for person in (people.kaisa(), people.sari()):
        recruitment.recruiter(made, person)
    guide.seed(made)
    selection.interviewed("Toinen", campaign=made)
    return made


def apply(visitor: Page, campaign: Campaign) -> None:
    visitor.goto(reverse("recruitment_street:apply", args=[campaign.pk]))
    # A form that comes back faster than anybody types is asked again.
    visitor.wait_for_timeout(3100)
    visitor.locator("[name=first_name]").fill("Vieno")
    visitor.locator("[name=last_name]").fill("Vieras")
    visitor.locator("[name=email]").fill("vieno@example.org")
    visitor.locator("main form button[type=submit]").click()
    expect(visitor).to_have_url(reverse("recruitment_street:thanks"))


def interview(kaisa: Page, sari: Page) -> None:
    """Each writes apart, then one sums up for both."""
    row = interviews.now(Interview.objects.get(status=Interview.Status.AGREED))
    there = reverse("recruitment:interview", args=[row.pk])
    for tablet in (kaisa, sari):
        tablet.goto(there)
        tablet.locator("form[data-autosave-url] textarea").first.fill("Kertoo rauhallisesti.")
        tablet.locator("[name=suits][value=now]").check()
        tablet.locator("button[name=finish]").click()
        expect(tablet.locator("form[data-autosave-url]")).to_have_count(0)
    sari.goto(there)
    for name in ("life_situation", "outcome"):
        sari.locator(f"[name={name}][value=now]").check()
    sari.locator("#yhteenveto ~ form .btn").click()
    expect(sari.locator("#yhteenveto ~ dl")).to_be_visible()


def choose(kaisa: Page, campaign: Campaign, mine: Applicant) -> None:
    """By the keyboard: saved as it is chosen, the balance beside follows. Then side by side, and settled."""
    kaisa.goto(reverse("campaign_selection:index", args=[campaign.pk]))
    kaisa.locator(f"[name=row-{mine.pk}]").select_option("select")
    expect(kaisa.locator("[data-selection-status]")).not_to_be_empty()
    expect(kaisa.locator("#balance table")).not_to_have_count(0)
    for box in kaisa.locator("[name=picked]").all():
        box.check()
    kaisa.locator("button[value=vertaa]").click()
    expect(kaisa.locator("table.sidebyside th[scope=col]")).to_have_count(2)
    other = campaign.applicants.exclude(pk=mine.pk).get()
    kaisa.locator(f"[name=row-{other.pk}]").select_option("reserve")
    kaisa.locator("form .btn").last.click()
    kaisa.goto(reverse("campaign_selection:settle", args=[campaign.pk]))
    kaisa.locator("form .btn").first.click()
    expect(kaisa.locator("[name=picked]")).to_have_count(0)
    assert sorted(campaign.applicants.values_list("status", flat=True)) == ["reserve", "selected"]
