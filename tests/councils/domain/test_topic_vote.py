"""A few votes each: the fourth is refused, and free again when a topic has been talked over."""

from __future__ import annotations

import pytest

from coordination.foundation.refused import Refused
from coordination.records.models import Rule
from councils.domain import topic as topics
from councils.domain import topic_vote as votes
from councils.models import TopicVote
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def four() -> list:
    return [councils.topic(f"Aihe {number}") for number in range(4)]


def matti():
    return people.actor(councils.matti().person)


def elina():
    return people.actor(councils.elina())


def given(topic, by) -> str:
    try:
        votes.vote(topic, by)
    except Refused as refused:
        return refused.code
    return "given"


def test_the_fourth_vote_is_refused_and_comes_free():
    rows, by = four(), matti()

    outcomes = [given(row, by) for row in rows]
    votes.unvote(rows[0], by)
    again = given(rows[3], by)

    assert (outcomes, again, TopicVote.objects.count()) == (["given", "given", "given", "votes"], "given", 3)


@pytest.mark.parametrize(
    "act", [lambda row: topics.handle(row, elina()), lambda row: topics.park(row, elina(), "Ei nyt")]
)
def test_a_topic_that_is_over_gives_its_votes_back(act):
    rows, by = four(), matti()
    for row in rows[:3]:
        votes.vote(row, by)

    act(rows[0])

    assert (votes.left(councils.matti()), given(rows[3], by), given(rows[0], by)) == (1, "given", "given")
    assert TopicVote.objects.count() == 4


def test_the_same_press_again_gives_no_second_vote():
    row = councils.topic()

    assert (given(row, matti()), given(row, matti()), TopicVote.objects.count()) == ("given", "given", 1)


def test_the_organisation_sets_how_many():
    rows = four()
    Rule.objects.create(unit=people.organisation(), key=votes.RULE, value=1, valid_from=people.LONG_AGO)

    assert [given(row, matti()) for row in rows[:2]] == ["given", "votes"]


def test_a_leader_notes_a_vote_told_on_the_phone():
    row, irja = councils.topic(), councils.irja()

    votes.vote(row, elina().acting_for(irja.person))

    assert list(TopicVote.objects.values_list("membership", flat=True)) == [irja.pk]


def test_others_give_no_votes():
    row = councils.topic()

    assert given(row, elina()) == "stranger"
    assert given(row, people.actor(people.olli())) == "stranger"
    assert given(row, people.actor(councils.other_leader()).acting_for(councils.irja().person)) == "not_leader"
