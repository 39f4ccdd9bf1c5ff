"""The steps on screen and as files, who is erased and when, the press."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from coordination.foundation import clock
from coordination.records.models import AccessEntry, Job
from coordination.recruitment.models import Applicant, FunnelRow
from tests.factories import people, recruitment

pytestmark = pytest.mark.django_db
Status = Applicant.Status
QUERIES = 15


def url(name: str, *keys: object) -> str:
    return reverse(name, args=[recruitment.campaign().pk, *keys])


def due(name: str = "Hilla", days: int = 200) -> Applicant:
    ended = clock.now() - timedelta(days=days)
    return recruitment.applicant(name, status=Status.NOT_CHOSEN, decided_at=ended)


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


def test_the_steps_name_nobody_and_lead_to_who_waits(kaisa):
    waits = clock.now() - timedelta(days=30)
    recruitment.applicant(came_at=waits, told_at=waits)

    answer = kaisa.get(url("campaign_funnel:page"))

    assertContains(answer, url("campaign_applicant:index") + "?late=1")
    assertNotContains(answer, "Hilla")


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_the_numbers_as_a_file(kaisa, form):
    due()

    answer = kaisa.get(url("campaign_funnel:file", form))

    assert answer.status_code == (404 if form == "pdf" else 200)


@pytest.mark.parametrize("many", [1, 3])
def test_all_recruitments_a_year_at_a_time_in_the_same_queries(kaisa, django_assert_num_queries, many):
    for number in range(many):
        home = recruitment.campaign(f"Haku {number}")
        FunnelRow.objects.create(campaign=home, outcome="withdrawn", applied=clock.today().replace(year=2020, day=1))
        recruitment.applicant(f"Hilla{number}", campaign=home)
    page = reverse("recruitment_funnel:index")
    kaisa.get(page)

    with django_assert_num_queries(QUERIES):
        answer = kaisa.get(page, {"vuosi": "2020"})

    assert (answer.context["total"].applied, answer.context["years"]) == (many, [clock.today().year, 2020])


def test_the_list_beforehand_is_logged_and_the_press_begins_the_work(kaisa):
    row, soon = due(), due("Ben", 170)

    shown = kaisa.get(url("campaign_funnel:forgetting"))
    entry = AccessEntry.objects.latest("pk")
    pressed = kaisa.post(url("campaign_funnel:forgetting"))

    work = Job.objects.get()
    assert [line.applicant for line in shown.context["due"]] == [row]
    assert [line.applicant for line in shown.context["soon"]] == [soon]
    assert entry.about == f"recruitment.forgetting:{row.campaign_id}"
    assert entry.subjects == [f"people.person:{line.person_id}" for line in (row, soon)]
    assert work.cursor == {"campaign": row.campaign_id, "applicants": [row.pk]}
    assertRedirects(pressed, reverse("records:job", args=[work.pk]), fetch_redirect_response=False)


def test_nobody_due_is_told_so(kaisa):
    answer = kaisa.post(url("campaign_funnel:forgetting"), follow=True)

    assertContains(answer, _("Nobody is to be erased yet. The list tells whose turn is next."), html=False)
    assert Job.objects.exists() is False


@pytest.mark.parametrize("name", ["campaign_funnel:page", "campaign_funnel:forgetting"])
@pytest.mark.parametrize("who", [people.finance, people.stranger_coordinator, people.admin])
def test_others_find_nothing(client, name, who):
    answer = people.sign_in(client, who()).get(url(name))

    assert answer.status_code in (302, 403, 404)
