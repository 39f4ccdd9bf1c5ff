"""Who is the house: the worker and the commands at the server, and nobody who comes from the street."""

import pytest

from coordination.people.actor import IMPORT, LINK, PHONE, WORKER, Actor
from tests.factories import people


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (Actor.worker(), True),
        (Actor(via=WORKER), True),
        (Actor(via=IMPORT), True),
        (Actor(), False),
        (Actor(via=LINK), False),
        (Actor(via=PHONE), False),
    ],
)
def test_who_is_the_house(by, expected):
    assert by.is_house is expected


@pytest.mark.django_db
def test_a_person_is_not_the_house_whatever_way_the_act_came_in():
    matti = people.matti()

    assert [Actor(person=matti, via=via).is_house for via in (LINK, WORKER, IMPORT)] == [False, False, False]
    assert Actor.worker().acting_for(matti).is_house is False
