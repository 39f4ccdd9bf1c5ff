"""Two who answer a council in the same instant: one answer stands, and nobody's is written over unseen."""

from __future__ import annotations

import pytest

from coordination.messaging.models import Message
from coordination.people.actor import Actor
from councils.domain import statement as verbs
from councils.models import Forwarding
from tests.concurrency.at_once import at_once, tally
from tests.factories import councils, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_the_recipient_and_a_leader_answer_at_once():
    councils.staffed()
    elina = people.actor(councils.elina())
    recipient = people.person("Jorma", "Johtaja", email="jorma@example.org")
    verbs.forward(councils.statement(), elina, to="unit", recipient=recipient, recipient_title="Johtaja")
    told = Message.objects.filter(kind="councils.statement.moved").count()

    outcomes = at_once(
        lambda: verbs.answer(Forwarding.objects.get(), Actor.by_link(recipient), "Kyllä."),
        lambda: verbs.answer(Forwarding.objects.get(), elina, "Ei.", via="phone"),
        lambda: verbs.answer(Forwarding.objects.get(), Actor.by_link(recipient), "Ehkä."),
    )

    way = Forwarding.objects.select_related("statement").get()
    assert tally(outcomes) == (1, {"answered"})
    assert (way.answer in ("Kyllä.", "Ei.", "Ehkä."), way.status, way.statement.moves) == (True, "answered", 2)
    assert Message.objects.filter(kind="councils.statement.moved").count() - told in (3, 4)


def test_two_statements_begun_at_once_get_numbers_of_their_own():
    councils.staffed()
    elina, council = people.actor(councils.elina()), councils.council()
    words = {"title": {"fi": "Kirjeet"}, "text": {"fi": "Selkokielelle."}}

    outcomes = at_once(*[lambda: verbs.write(council, elina, **words)] * 4)

    assert outcomes == ["done"] * 4
    assert sorted(council.statements.values_list("number", flat=True)) == [1, 2, 3, 4]
