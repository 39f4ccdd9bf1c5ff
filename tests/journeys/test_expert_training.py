"""From the chosen of a recruitment to the folder: admitted, trained, certified, signed, active, and the CV approved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.events.models import Event
from coordination.foundation import clock
from coordination.people.models import Person
from coordination.recruitment.models import Applicant
from experts.models import Contract, CVRevision, Expert, Training, TrainingGroup
from tests.factories import experts, people, recruitment, selection, training
from tests.journeys.steps import written

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
PHONE = {"width": 360, "height": 740}
SIGNED = "confidentiality"
STORY = "Ylivelkaantuminen alkoi sairauden jälkeen. Nyt tiedän, mistä apua saa."


def test_from_the_recruitment_to_the_folder(screen):
    group, hilla = chosen_for_a_group()
    kaisa = screen(people.kaisa())
    admit(kaisa, group)
    train(kaisa, group)
    expert = Expert.objects.get(person=hilla)
    kaisa.goto(reverse("expert_contract:ask", args=[expert.pk, SIGNED]))
    press(kaisa)

    people.user_for(hilla)
    phone = screen(hilla, viewport=PHONE)
    sign(phone)
    kaisa.goto(reverse("expert:move", args=[expert.pk, "aktivoi"]))
    press(kaisa)
    experts.consent_for(hilla, "cv_own")
    write_cv(phone)
    kaisa.goto(reverse("expert:cv_approval", args=[CVRevision.objects.get().pk]))
    press(kaisa)
    sari = screen(people.sari())
    sari.goto(reverse("experts:cv", args=[Expert.objects.get().staff_key]))

    expect(sari.locator("main")).to_contain_text(STORY)
    expert = Expert.objects.get()
    done = Training.objects.get()
    assert (expert.status, expert.training_year) == ("active", clock.today().year)
    assert (done.status, done.completed_on, bool(done.certificate_number)) == ("completed", clock.today(), True)
    assert Contract.objects.get().signed_how == "screen"
    assert Applicant.objects.get().completed_on == clock.today()


def chosen_for_a_group() -> tuple[TrainingGroup, Person]:
    unit = people.kaisa().unit
    facts = {"admission_url_name": "expert_admission:index", "admission_key": str(unit.pk)}
    campaign = recruitment.campaign("Haemme asiantuntijoita", unit, **facts)
    row = selection.interviewed("Hilla", campaign=campaign, status="selected", decided_at=clock.now())
    return training.group(campaign), row.person


def press(page: Page) -> None:
    page.locator(".office form .btn:not(.btn--plain)").first.click()
    expect(page.locator(".messages .success, .office .note--ok, [role=status]").first).to_be_visible()


def admit(kaisa: Page, group: TrainingGroup) -> None:
    kaisa.goto(reverse("expert_admission:index", args=[group.unit_id]))
    kaisa.locator("button[name=applicant]").first.click()
    expect(kaisa.locator("button[name=applicant]")).to_have_count(0)


def train(kaisa: Page, group: TrainingGroup) -> None:
    """The chosen in one press, one evening, the door, and everybody has completed it."""
    there = reverse("training_group:page", args=[group.pk])
    kaisa.goto(reverse("training_group:times", args=[group.pk]))
    for name, value in (("day", written(clock.today() + timedelta(days=1))), ("begins", "17"), ("ends", "19")):
        kaisa.locator(f"[name={name}]").fill(value)
    kaisa.locator("[name=how_many]").fill("1")
    kaisa.locator("[name=place]").fill("Kuulaspiha")
    kaisa.locator(".office form.form .btn").first.click()
    kaisa.wait_for_url("**" + there)
    for act in ("valitut", "aloita"):
        kaisa.locator(f"form[action='{reverse('training_group:press', args=[group.pk, act])}'] .btn").click()
        expect(kaisa.locator(f"form[action$='/{act}/']")).to_have_count(0)

    now = clock.now()
    Event.objects.update(starts_at=now - timedelta(hours=2), ends_at=now - timedelta(minutes=1))
    kaisa.goto(reverse("events:door", args=[Event.objects.get().pk]))
    kaisa.locator("form[action$='/tuli/'] button >> visible=true").first.click()
    expect(kaisa.locator("form[action$='/peru/']")).to_have_count(1)

    kaisa.goto(reverse("training_group:complete", args=[group.pk]))
    kaisa.locator("[name=on]").fill(written(clock.today()))
    kaisa.locator(".office form.form .btn").first.click()
    kaisa.wait_for_url("**" + there)
    certificate = reverse("training_group:certificate", args=[Training.objects.get().pk])
    assert kaisa.request.get(certificate).body()[:5] == b"%PDF-"


def sign(phone: Page) -> None:
    phone.goto(reverse("experts:my_support"))
    phone.locator(f"a[href='{reverse('experts:my_contract', args=[Contract.objects.get().pk])}']").first.click()
    phone.locator("[name=agreed]").check()
    phone.locator("main form.form button").click()
    expect(phone.locator("[name=agreed]")).to_have_count(0)


def write_cv(phone: Page) -> None:
    phone.goto(reverse("experts:my_cv_edit", args=["fi"]))
    for name in ("background", "story"):
        phone.locator(f"[name={name}]").fill(STORY)
    phone.locator("button[name=send]").click()
    phone.wait_for_url("**" + reverse("experts:my_cv_submit", args=["fi"]))
    phone.locator("[name=agreed]").check()
    phone.locator("main form .btn[type=submit]").click()
    phone.wait_for_url("**" + reverse("experts:my_cv"))
