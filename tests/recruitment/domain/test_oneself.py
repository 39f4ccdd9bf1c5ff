"""One with two hats: who recruits and has applied decides nothing of oneself, and reads no word of others about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role
from coordination.recruitment.domain import admission, choice, interview, interview_note, merging, place
from coordination.recruitment.models import Applicant
from tests.factories import councils, people, recruitment

pytestmark = pytest.mark.django_db
Status = Applicant.Status


def matti_applies(status: str) -> Applicant:
    """Matti, who has come to coordinate the branch besides."""
    matti = councils.matti().person
    people.role_for(matti, Role.Kind.COORDINATOR, people.organisation())
    return recruitment.applicant("Matti", "Meriläinen", person=matti, status=status)


def chooses(row: Applicant, by: Actor) -> object:
    return choice.choose(row.campaign, [row], by, Applicant.Choice.LATER)


def ranks(row: Applicant, by: Actor) -> object:
    return choice.rank(row.campaign, row, by, earlier=True)


def offers(row: Applicant, by: Actor) -> object:
    return place.offer(row, by)


def joins(row: Applicant, by: Actor) -> object:
    return interview.join(recruitment.interview(row, people.kaisa()), by)


def writes(row: Applicant, by: Actor) -> object:
    held = recruitment.interview(row, people.kaisa(), by.person)
    return interview_note.write(held, by, answers={}, suits="now")


def merges(row: Applicant, by: Actor) -> object:
    return merging.merge(row, recruitment.applicant(), by)


def admits(row: Applicant, by: Actor) -> object:
    return admission.grounds(row.person, by, recruitment.summary(row))


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        (chooses, Status.INTERVIEWED),
        (ranks, Status.RESERVE),
        (offers, Status.RESERVE),
        (joins, Status.INVITED),
        (writes, Status.INVITED),
        (merges, Status.INTERVIEWED),
        (admits, Status.SELECTED),
    ],
)
def test_nobody_decides_about_oneself(verb: Callable[[Applicant, Actor], object], status: str):
    row = matti_applies(status)

    with pytest.raises(Refused) as refusal:
        verb(row, people.actor(row.person))

    assert refusal.value.code == "oneself"


def test_nobody_reads_what_others_came_to_about_oneself():
    row = matti_applies(Status.INTERVIEWED)
    summary = recruitment.summary(row)
    client = people.sign_in(Client(), row.person)
    pages = [
        reverse("recruitment:interview", args=[summary.interview_id]),
        reverse("campaign_applicant:page", args=[row.campaign_id, row.pk]),
    ]

    table = client.get(reverse("campaign_selection:index", args=[row.campaign_id]))

    assert [client.get(page).status_code for page in pages] == [404, 404]
    assert list(table.context["page_obj"]) == []
    assert client.get(reverse("recruitment:application", args=[row.pk])).status_code == 200
