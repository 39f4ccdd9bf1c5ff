"""The topic bank: who proposes, what the leaders do with it, and who hears of it."""

from __future__ import annotations

import pytest

from coordination.feedback.domain import suggestion as suggestions
from coordination.feedback.models import Suggestion
from coordination.foundation.refused import Refused
from coordination.messaging.domain.outbox import cause
from coordination.messaging.models import Message
from coordination.people.actor import POST, Actor
from councils.domain import topic as verbs
from councils.domain import topic_bank
from councils.models import Topic, TopicTheme
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def matti() -> Actor:
    return people.actor(councils.matti().person)


def elina() -> Actor:
    return people.actor(councils.elina())


def refusal(act, *args, **facts) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **facts)
    return refused.value.code


def test_a_member_proposes():
    board = councils.staffed()

    made = verbs.propose(board, matti(), title=" Puhelinjonot ", text="Jono on pitkä.")

    assert (made.title, made.origin, made.status) == ("Puhelinjonot", "member", "proposed")
    assert made.proposed_by == councils.matti().person


def test_a_leader_writes_down_what_a_member_sends_on_paper():
    board = councils.staffed()
    irja = councils.irja().person

    made = verbs.propose(board, elina().acting_for(irja, POST), title="Kirjeet")

    assert (made.origin, made.proposed_by) == ("member", irja)


@pytest.mark.parametrize("origin", ["management", "leader", "unit"])
def test_what_others_bring_keeps_its_origin(origin):
    board = councils.staffed()
    unit = board.unit if origin == "unit" else None

    made = verbs.propose(board, elina(), title="Aukioloajat", origin=origin, from_unit=unit)

    proposer = councils.elina() if origin == "leader" else None
    assert (made.origin, made.proposed_by, made.from_unit) == (origin, proposer, unit)


def test_who_does_not_belong_proposes_nothing():
    board = councils.staffed()
    olli, liisa = people.actor(people.olli()), people.actor(councils.other_leader())

    assert refusal(verbs.propose, board, olli, title="Oma asia") == "stranger"
    assert refusal(verbs.propose, board, matti(), title="Johdon asia", origin="management") == "not_leader"
    assert refusal(verbs.propose, board, liisa, title="Asia", for_person=councils.irja().person) == "not_leader"
    assert Topic.objects.count() == 0


def test_what_is_not_sound_is_refused():
    board = councils.staffed()

    assert refusal(verbs.propose, board, matti(), title="  ") == "title"
    assert refusal(verbs.propose, board, matti(), title="x" * 121) == "long"
    assert refusal(verbs.propose, board, matti(), title="Asia", text="131052-308T") == "identity_code"
    assert refusal(verbs.propose, board, elina(), title="Asia", origin="unit") == "unit"


def test_topics_are_gathered_and_an_empty_theme_goes():
    first, second = councils.topic(), councils.topic("Jonot tiskillä")
    board = first.council

    theme = verbs.cluster(board, elina(), [first, second], new_name="Jonot")
    verbs.cluster(board, elina(), [first, second], theme=None)

    assert str(theme.names) == "Jonot"
    assert (TopicTheme.objects.count(), list(Topic.objects.values_list("theme", flat=True))) == (0, [None, None])


def test_only_topics_and_themes_of_the_council_are_gathered():
    own, other = councils.topic(), councils.topic("Muiden", councils.council("Toinen raati"))
    strange = TopicTheme.objects.create(council=other.council, names="Muiden teema")

    assert refusal(verbs.cluster, own.council, elina(), [other], new_name="Omat") == "none"
    assert refusal(verbs.cluster, own.council, elina(), [own], theme=strange) == "theme"


def test_the_proposer_hears_why_a_topic_is_put_aside_each_time():
    row = councils.topic(proposed_by=councils.irja().person)

    verbs.park(row, elina(), "Ovet vaihdetaan jo.")
    verbs.bring_back(row, elina())
    verbs.park(row, elina(), "Ovet on vaihdettu.")

    bodies = list(Message.objects.order_by("pk").values_list("body", flat=True))
    assert ["Ovet vaihdetaan jo." in bodies[0], "Ovet on vaihdettu." in bodies[1], len(bodies)] == [True, True, 2]
    assert set(Message.objects.values_list("desk", flat=True)) == {cause(row.council)}
    assert refusal(verbs.park, row, elina(), "") == "because"


def test_a_topic_goes_to_a_meeting_and_back_into_the_bank():
    row, meeting = councils.topic(), councils.meeting()

    item = verbs.take(row, elina(), meeting)
    row.refresh_from_db()

    assert (item.meeting, item.topic, row.status) == (meeting, row, "taken")
    assert verbs.handle(row, elina()).status == "handled"


@pytest.mark.parametrize(
    ("outcome", "status"), [("noted", "handled"), ("", "taken"), ("postponed", "taken"), ("decision", "handled")]
)
def test_a_topic_is_talked_over_when_its_item_ended_in_something(outcome, status):
    row, meeting = councils.topic(status="taken"), councils.meeting()
    councils.item(meeting, topic=row, outcome=outcome, postponed_because="Aika loppui")

    verbs.settle(meeting, elina())

    row.refresh_from_db()
    assert row.status == status


def test_a_topic_that_goes_on_in_the_next_meeting_stays_there():
    row, meeting = councils.topic(status="taken"), councils.meeting()
    councils.item(meeting, topic=row, outcome="noted")
    councils.item(councils.meeting(days=40), topic=row)

    assert verbs.settle(meeting, elina()) == []


def suggested(origin: str = Suggestion.Origin.INTERVIEW, **facts: str) -> Suggestion:
    board = councils.staffed()
    facts = {"meant_for": cause(board), **facts}
    return suggestions.leave(board.unit, Actor.worker(), origin=origin, text="Ovi on raskas.", **facts)


@pytest.mark.parametrize(
    ("origin", "kept"), [("interview", "interview"), ("event", "event"), ("site", "client"), ("staff", "unit")]
)
def test_a_suggestion_is_taken_without_a_name(origin, kept):
    row = suggested(origin)

    made = verbs.take_suggestion(councils.council(), row, elina(), title="Ovet")

    assert (made.origin, made.text, made.proposed_by) == (kept, "Ovi on raskas.", None)
    assert list(suggestions.waiting_for(cause(councils.council()), councils.council().unit)) == []


def test_a_suggestion_is_seen_to_once():
    row, board = suggested(), councils.council()
    verbs.take_suggestion(board, row, elina(), title="Ovet")

    assert refusal(verbs.take_suggestion, board, row, elina(), title="Ovet") == "gone"
    assert refusal(verbs.dismiss_suggestion, board, row, elina(), "Ei tänne") == "gone"
    assert Topic.objects.count() == 1


def test_a_suggestion_is_put_aside_with_a_reason():
    row, board = suggested(), councils.council()

    assert refusal(verbs.dismiss_suggestion, board, row, elina(), " ") == "because"
    assert verbs.dismiss_suggestion(board, row, elina(), "Sama on jo pankissa.").dismissed_because


def test_what_was_written_to_another_council_waits_for_it():
    row = suggested(meant_for=cause(councils.council("Toinen raati")))

    assert refusal(verbs.take_suggestion, councils.council(), row, elina(), title="Ovet") == "elsewhere"


def test_what_was_written_to_the_organisation_waits_for_each_council_under_it():
    board = councils.staffed()
    row = suggestions.leave(board.unit.organisation(), Actor.worker(), origin="site", text="Parkkipaikat")
    away = people.unit("Vanhusten palvelut")

    assert list(suggestions.waiting_for(cause(board), board.unit)) == [row]
    assert list(suggestions.waiting_for("councils.council:99", away)) == [row]
    assert list(suggestions.waiting_for("x:1", people.organisation("Naapurin hyvinvointialue"))) == []


def test_the_bank_is_read_by_themes_most_supported_first():
    first, second, alone = councils.topic("a"), councils.topic("b"), councils.topic("c")
    verbs.cluster(first.council, elina(), [first, second], new_name="Jonot")
    second.votes.create(membership=councils.matti())

    found = topic_bank.clusters(list(Topic.objects.with_support().select_related("theme")))

    assert [(row.name, [topic.title for topic in row.topics]) for row in found] == [
        ("Jonot", ["b", "a"]),
        (None, ["c"]),
    ]
    assert alone.theme is None
