"""Two who press in the same instant: a suggestion becomes one topic, and three votes never become four."""

from __future__ import annotations

import pytest

from coordination.feedback.domain import suggestion as suggestions
from coordination.feedback.models import Suggestion
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import Actor
from councils.domain import topic, topic_vote
from councils.models import Council, Topic, TopicVote
from tests.concurrency.at_once import at_once, tally
from tests.factories import councils, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
PRESSES = 8


def test_a_suggestion_becomes_one_topic():
    board = councils.staffed()
    row = suggestions.leave(board.unit, Actor(), origin="event", text="Ovi on raskas.", meant_for=cause(board))
    elina, ville = people.actor(councils.elina()), people.actor(councils.ville())

    def taking(by: Actor):
        found, home = Suggestion.objects.get(pk=row.pk), Council.objects.select_related("unit").get(pk=board.pk)
        return lambda: topic.take_suggestion(home, found, by, title="Ovet")

    done, refusals = tally(at_once(*[taking(by) for by in (elina, ville) * (PRESSES // 2)]))

    assert (done, refusals, Topic.objects.count()) == (1, {"gone"}, 1)


def test_three_votes_never_become_four():
    rows = [councils.topic(f"Aihe {number}") for number in range(PRESSES)]
    matti = people.actor(councils.matti().person)

    done, refusals = tally(at_once(*[lambda row=row: topic_vote.vote(row, matti) for row in rows]))

    assert (done, refusals, TopicVote.objects.count()) == (3, {"votes"}, 3)
