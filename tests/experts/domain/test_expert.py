"""From every state, every verb, every actor: the life of an expert in the register."""

from dataclasses import replace

import pytest

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import expert as verbs
from experts.models import Expert
from tests.factories import experts, people
from tests.factories.recruitment import BEFORE

Status = Expert.Status
VERBS = {"activate": verbs.activate, "take_leave": verbs.take_leave, "come_back": verbs.come_back, "end": verbs.end}
ARROWS = {
    ("activate", Status.TRAINING): Status.ACTIVE,
    ("take_leave", Status.ACTIVE): Status.LEAVE,
    ("come_back", Status.LEAVE): Status.ACTIVE,
    ("end", Status.TRAINING): Status.ENDED,
    ("end", Status.ACTIVE): Status.ENDED,
    ("end", Status.LEAVE): Status.ENDED,
}
MAY = {"coordinator": set(VERBS), "expert": {"take_leave", "come_back", "end"}}
CAST = {
    "coordinator": people.kaisa,
    "staff": people.sari,
    "stranger": people.olli,
    "other coordinator": people.stranger_coordinator,
}


@pytest.mark.parametrize("who", ["expert", *CAST])
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", Status.values)
def test_what_each_may_do_from_each_state(db, status, verb, who):
    expert = experts.expert_active(status=status)
    by = people.actor(expert.person if who == "expert" else CAST[who]())
    becomes = ARROWS.get((verb, status)) if verb in MAY.get(who, ()) else None

    if becomes is None:
        with pytest.raises(Refused):
            VERBS[verb](expert, by)
    else:
        VERBS[verb](expert, by)

    assert Expert.objects.get(pk=expert.pk).status == (becomes or status)


def test_a_coordinator_does_not_activate_oneself(db):
    expert = experts.expert_in_training(person=people.kaisa())

    with pytest.raises(Refused):
        verbs.activate(expert, people.actor(people.kaisa()))


def test_admitting_needs_to_tell_how(db):
    person = people.person()

    with pytest.raises(Refused) as refusal:
        verbs.admit(person, people.organisation(), people.actor(people.kaisa()), admitted=replace(BEFORE, by_whom=" "))

    assert refusal.value.field == "admitted_before"


def test_one_is_admitted_once(db):
    expert = experts.expert_active()

    with pytest.raises(Refused) as refusal:
        verbs.admit(expert.person, expert.unit, people.actor(people.kaisa()), admitted=BEFORE)

    assert refusal.value.code == "twice"


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_only_a_coordinator_of_the_unit_admits(db, who):
    with pytest.raises(Refused):
        verbs.admit(people.person(), people.organisation(), people.actor(who()), admitted=BEFORE)


def test_the_house_may_admit_an_imported_person(db):
    expert = verbs.admit(people.person(town="Usvala"), people.organisation(), Actor.worker(), admitted=BEFORE)

    assert (expert.status, expert.locality) == (Status.TRAINING, "Usvala")


def test_a_protected_address_gives_no_town(db):
    person = people.person(town="Usvala", protected_address=True)

    expert = verbs.admit(person, people.organisation(), Actor.worker(), admitted=BEFORE)

    assert expert.locality == ""
