"""From the steps of a recruitment to the list of who is erased, and the press, on a narrow phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.foundation import clock
from coordination.people.models import Person
from coordination.records.models import Job
from coordination.recruitment.models import Applicant
from coordination.recruitment.tasks import forgetting
from tests.factories import people, recruitment, selection

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
PHONE = {"width": 360, "height": 740}
ACT = ".office .next-step .btn"


def test_kaisa_sees_who_is_erased_and_erases(screen):
    campaign, old = recruitment.campaign(), clock.now() - timedelta(days=190)
    for name, status in (("Hilla", "not_chosen"), ("Vieno", "interviewed")):
        selection.interviewed(name, status=status, **({"decided_at": old} if name == "Hilla" else {}))
    kaisa = screen(people.kaisa())
    kaisa.set_viewport_size(PHONE)

    kaisa.goto(reverse("campaign:page", args=[campaign.pk]))
    kaisa.locator(f"a[href='{reverse('campaign_funnel:page', args=[campaign.pk])}']").click()
    kaisa.locator(f"a[href='{reverse('campaign_funnel:forgetting', args=[campaign.pk])}']").click()
    expect(kaisa.locator(".office table.data").first).to_contain_text("Hilla Hakija")
    kaisa.locator(ACT).click()
    kaisa.wait_for_url("**" + reverse("records:job", args=[Job.objects.get().pk]))
    forgetting.run(Job.objects.get().pk)
    kaisa.goto(reverse("campaign_funnel:forgetting", args=[campaign.pk]))

    expect(kaisa.locator(ACT)).to_have_count(0)
    expect(kaisa.locator(".office")).not_to_contain_text("Hilla")
    assert list(Applicant.objects.values_list("person__first_name", flat=True)) == ["Vieno"]
    assert Person.objects.filter(first_name="Hilla").exists() is False
