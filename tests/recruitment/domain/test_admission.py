"""On what ground somebody is admitted (CC-10, EX-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.recruitment.domain import admission
from coordination.recruitment.models import Applicant, Summary
from councils.domain import membership
from councils.models import Membership
from experts.domain import expert
from experts.models import Expert
from tests.factories import councils, people, recruitment
from tests.factories.recruitment import BEFORE

pytestmark = pytest.mark.django_db

HOUSE = Actor.worker()


def chosen(first_name: str = "Hilla") -> Summary:
    """The interview of one who has been chosen."""
    someone = recruitment.applicant(first_name)
    summary = recruitment.summary(someone)
    Applicant.objects.filter(pk=someone.pk).update(status=Applicant.Status.SELECTED)
    return summary


def test_the_chosen_becomes_an_expert_in_training_and_one_of_the_organisations_people():
    summary = chosen()
    person = summary.interview.applicant.person

    made = expert.admit(person, people.unit(), HOUSE, admitted=summary)

    applicant = Applicant.objects.select_related("person").get(pk=summary.interview.applicant_id)
    assert (made.interview, made.admitted_before, made.status) == (summary, "", Expert.Status.TRAINING)
    assert (applicant.status, applicant.person.is_unconfirmed) == (Applicant.Status.ADMITTED, False)


def test_the_chosen_becomes_a_member():
    summary = chosen()

    seat = membership.admit(councils.council(), summary.interview.applicant.person, HOUSE, admitted=summary)

    assert (seat.interview, seat.seat, seat.admitted_before_on) == (summary, 1, None)


def test_one_interview_admits_once():
    summary = chosen()
    person = summary.interview.applicant.person
    membership.admit(councils.council(), person, HOUSE, admitted=summary)

    with pytest.raises(Refused) as refusal:
        expert.admit(person, people.unit(), HOUSE, admitted=summary)

    assert refusal.value.code == "not_chosen"


def test_nobody_is_admitted_by_anothers_interview():
    with pytest.raises(Refused) as refusal:
        admission.grounds(people.person("Toinen"), HOUSE, chosen())

    assert refusal.value.code == "other"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(Applicant.Status.INTERVIEWED, Summary.Outcome.NOW), (Applicant.Status.SELECTED, Summary.Outcome.NO)],
)
def test_nobody_is_admitted_before_the_choice_or_after_a_no(status, outcome):
    someone = recruitment.applicant()
    summary = recruitment.summary(someone, outcome)
    Applicant.objects.filter(pk=someone.pk).update(status=status)

    with pytest.raises(Refused) as refusal:
        admission.grounds(someone.person, HOUSE, summary)

    assert refusal.value.code == "not_chosen"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (replace(BEFORE, by_whom="  "), "admitted_before"),
        (replace(BEFORE, by_whom="131052-308T"), "admitted_before"),
        (replace(BEFORE, on=clock.today() + timedelta(days=1)), "admitted_before_on"),
    ],
)
def test_an_admission_from_before_tells_who_and_when(told, field):
    with pytest.raises(Refused) as refusal:
        admission.grounds(people.person(), HOUSE, told)

    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        (Expert, lambda: {"person": people.person(), "unit": people.organisation()}),
        (Membership, lambda: {"person": people.person(), "council": councils.council(), "seat": 1}),
    ],
)
def test_a_row_without_either_is_refused_by_the_database(row, facts):
    told = facts()

    with pytest.raises(IntegrityError), transaction.atomic():
        row.objects.create(**told)


def test_the_first_day_is_told_once():
    summary = chosen()
    admission.mark_started(summary, clock.today() - timedelta(days=2), HOUSE)

    admission.mark_started(summary, clock.today(), HOUSE)

    assert Applicant.objects.get(pk=summary.interview.applicant_id).started_on == clock.today() - timedelta(days=2)
