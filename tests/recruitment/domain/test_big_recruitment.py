"""The big recruitment: 1,130 applied, 420 were chosen, 346 went through it (AN-04). Nothing is done one press at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from coordination.events.models import Registration
from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.models import Person
from coordination.records.models import Job
from coordination.recruitment.domain import admission, choice, decision, forgetting, funnel, kick_off, retention
from coordination.recruitment.models import Applicant, Campaign, FunnelRow, Interview, Slot, Summary
from coordination.recruitment.tasks import decision as settling
from coordination.recruitment.tasks import forgetting as erasing
from coordination.recruitment.tasks import kick_off as inviting
from tests.factories import events, people, recruitment, selection

pytestmark = [pytest.mark.django_db, pytest.mark.long]
Status = Applicant.Status
MANY, CHOSEN, THROUGH = 1130, 420, 346
DRAFTING, ERASED = 30, 150
PAGES = ("campaign_applicant:index", "campaign_selection:index", "campaign_selection:settle", "campaign_funnel:page")


def home() -> Campaign:
    return recruitment.campaign(kick_off=events.event(), seats=CHOSEN)


def fill(campaign: Campaign, many: int) -> None:
    """So many more who left their details."""
    now, first = clock.now(), Person.objects.count()
    made = Person.objects.bulk_create(
        Person(
            first_name="Hilla",
            last_name=f"Hakija{first + number}",
            email=f"hilla{first + number}@example.org",
            unit=campaign.unit,
            is_unconfirmed=True,
        )
        for number in range(many)
    )
    facts = {"campaign": campaign, "source": "form", "came_at": now, "notice_told_at": now, "told_at": now}
    Applicant.objects.bulk_create(Applicant(person=person, area="Koivu", **facts) for person in made)


def interview(campaign: Campaign) -> None:
    """Everybody has been interviewed and suits now."""
    now = clock.now()
    times = {"starts_at": now - timedelta(hours=1), "ends_at": now, "held_at": now, "asked_at": now}
    rows = campaign.applicants.filter(interviews=None)
    talks = Interview.objects.bulk_create(Interview(applicant=row, status="held", **times) for row in rows)
    told = {"outcome": "now", "life_situation": "now", "closed_at": now, "closed_by": people.kaisa()}
    met = dict.fromkeys(selection.CRITERIA, clock.today())
    Summary.objects.bulk_create(Summary(interview=talk, **told, **met) for talk in talks)
    campaign.applicants.update(status=Status.INTERVIEWED, interviewed_at=now)


def queries(act) -> int:
    with CaptureQueriesContext(connection) as told:
        act()
    return len(told)


def draft(campaign: Campaign, many: int) -> list[Applicant]:
    """The first so many chosen, the others not; two presses."""
    by, rows = people.actor(people.kaisa()), list(campaign.applicants.order_by("pk"))
    choice.choose(campaign, rows[:many], by, "select")
    choice.choose(campaign, rows[many:], by, "not_chosen", reason="full")
    return rows


def test_every_screen_asks_the_same_of_three_and_of_all(client):
    campaign = home()
    kaisa = people.sign_in(client, people.kaisa())
    pages = [reverse(name, args=[campaign.pk]) for name in PAGES] + [reverse("recruitment_funnel:index")]
    fill(campaign, 3)
    interview(campaign)
    draft(campaign, 1)
    for page in pages:
        kaisa.get(page)
    few = [queries(lambda page=page: kaisa.get(page)) for page in pages]

    fill(campaign, MANY - 3)
    interview(campaign)
    drafting = queries(lambda: draft(campaign, CHOSEN))
    many = [queries(lambda page=page: kaisa.get(page)) for page in pages]

    assert many == few
    assert drafting <= DRAFTING


def test_from_the_invitation_to_the_numbers_in_bulk():
    campaign, by = home(), people.actor(people.kaisa())
    fill(campaign, MANY)
    work = kick_off.invite_everyone(campaign, by)
    inviting.invite(work.pk)
    assert (_bar(work), Registration.objects.count()) == (("done", MANY, MANY), MANY)

    interview(campaign)
    rows = draft(campaign, CHOSEN)
    work = decision.settle(campaign, by)
    settling.settle(work.pk)
    assert (_bar(work), Message.objects.filter(kind__startswith="recruitment.choice.").count()) == (
        ("done", MANY, MANY),
        MANY,
    )

    for number, row in enumerate(rows[:CHOSEN]):
        sums = Summary.objects.select_related("interview__applicant").get(interview__applicant=row)
        admission.grounds(row.person, by, sums)
        admission.mark_started(sums, clock.today(), by)
        if number < THROUGH:
            admission.mark_completed(sums, clock.today(), by)
    total = funnel.total(funnel.ways(Campaign.objects.all()))
    assert list(total.counts.values()) == [MANY, MANY, CHOSEN, CHOSEN, THROUGH]


def test_the_rest_are_forgotten_behind_a_bar_and_the_numbers_stay():
    campaign = home()
    fill(campaign, ERASED)
    interview(campaign)
    old = clock.now() - timedelta(days=200)
    campaign.applicants.update(status=Status.NOT_CHOSEN, reason="full", decided_at=old)
    listed = queries(lambda: retention.preview(campaign))

    work = forgetting.begin(campaign, people.actor(people.kaisa()))
    erasing.run(work.pk)

    left = [model.objects.count() for model in (Applicant, Interview, Summary, Slot)]
    done = ("done", ERASED, ERASED)
    assert (listed, _bar(work), FunnelRow.objects.count(), left) == (3, done, ERASED, [0, 0, 0, 0])
    assert Person.objects.filter(is_unconfirmed=True).count() == 0


def _bar(work: Job) -> tuple[str, int, int]:
    row = Job.objects.get(pk=work.pk)
    return row.status, row.done, row.total
