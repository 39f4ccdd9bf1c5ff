"""From every state, every verb, every actor: what a CV text may do (CM-13)."""

import pytest

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import cv
from experts.models import CVRevision
from tests.factories import experts, people

Status = CVRevision.Status

MADE = {
    Status.DRAFT: experts.cv_draft,
    Status.SUBMITTED: experts.cv_submitted,
    Status.RETURNED: lambda expert: cv.send_back(
        experts.cv_submitted(expert), people.actor(people.kaisa()), "Lyhennä."
    ),
    Status.APPROVED: experts.cv_approved,
    Status.SUPERSEDED: lambda expert: _replaced(expert),
}
VERBS = {
    "write": lambda row, by: cv.write(row, by, motto="Uusi motto"),
    "submit": lambda row, by: cv.submit(row, by, agreed=True),
    "approve": lambda row, by: cv.approve(row, by),
    "send_back": lambda row, by: cv.send_back(row, by, "Lyhennä tarinaa."),
}
ALLOWED = {
    ("write", Status.DRAFT, "expert"): Status.DRAFT,
    ("write", Status.DRAFT, "coordinator"): Status.DRAFT,
    ("submit", Status.DRAFT, "expert"): Status.SUBMITTED,
    ("submit", Status.DRAFT, "coordinator"): Status.SUBMITTED,
    ("approve", Status.SUBMITTED, "coordinator"): Status.APPROVED,
    ("send_back", Status.SUBMITTED, "coordinator"): Status.RETURNED,
}
ACTORS = ("expert", "coordinator", "staff", "stranger", "other coordinator")


def _replaced(expert):
    older = experts.cv_approved(expert)
    experts.cv_approved(expert, motto="Toinen")
    older.refresh_from_db()
    return older


def _actor(name, expert):
    cast = {
        "expert": lambda: expert.person,
        "coordinator": people.kaisa,
        "staff": people.sari,
        "stranger": people.olli,
        "other coordinator": people.stranger_coordinator,
    }
    return people.actor(cast[name]())


@pytest.mark.parametrize("who", ACTORS)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", MADE)
def test_what_each_may_do_from_each_state(db, status, verb, who):
    expert = experts.expert_active()
    revision = CVRevision.objects.get(pk=MADE[status](expert).pk)
    becomes = ALLOWED.get((verb, status, who))

    if becomes is None:
        with pytest.raises(Refused):
            VERBS[verb](revision, _actor(who, expert))
    else:
        VERBS[verb](revision, _actor(who, expert))

    revision = CVRevision.objects.get(pk=revision.pk)
    assert revision.status == (becomes or status)


def test_nobody_approves_ones_own(db):
    expert = experts.expert_active(person=people.kaisa())
    revision = experts.cv_submitted(expert)

    with pytest.raises(Refused) as refusal:
        cv.approve(revision, people.actor(people.kaisa()))

    assert refusal.value.code == "own"


def test_the_house_publishes_nothing_by_itself(db):
    revision = experts.cv_submitted(experts.expert_active())

    with pytest.raises(Refused):
        cv.approve(revision, Actor.worker())
