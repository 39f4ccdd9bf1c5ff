from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation.refused import Refused
from councils.domain import agenda, meeting
from councils.models import AgendaItem, Meeting, Topic
from tests.factories import councils, people


@pytest.fixture
def leader(db):
    councils.staffed()
    return people.actor(councils.elina())


@pytest.fixture
def planned(leader):
    start = councils.meeting().starts_at
    return meeting.plan(councils.council(), leader, starts_at=start + timedelta(days=30))


def _titles(made: Meeting) -> list[str]:
    return [row.role if row.role != "ordinary" else str(row.title) for row in made.items.all()]


def _positions(made: Meeting) -> list[int]:
    return list(made.items.values_list("position", flat=True))


def _cleared(made: Meeting) -> Meeting:
    made.items.filter(role="ordinary").delete()
    return made


def test_a_new_item_stands_before_the_closing_ones(leader, planned):
    agenda.add(_cleared(planned), leader, title="Odotustila", minutes=30, is_main=True)
    agenda.add(planned, leader, title="Puhelin")

    assert _titles(planned) == ["opening", "follow_up", "Odotustila", "Puhelin", "next", "closing"]
    assert _positions(planned) == list(range(6))


def test_items_are_put_in_order_and_none_before_the_head(leader, planned):
    agenda.add(_cleared(planned), leader, title="Yksi")
    two = agenda.add(planned, leader, title="Kaksi")

    agenda.put(two, leader, 0)

    assert _titles(planned)[:4] == ["opening", "follow_up", "Kaksi", "Yksi"]
    assert _positions(planned) == list(range(planned.items.count()))
    with pytest.raises(Refused) as refusal:
        agenda.put(planned.items.get(role="follow_up"), leader, 4)
    assert refusal.value.code == "stays"


def test_the_clock_runs_from_item_to_item_and_tells_what_is_over(leader):
    made = councils.meeting()
    for title, minutes in (("Yksi", 50), ("Kaksi", 60), ("Kolme", 20)):
        councils.item(made, title, minutes=minutes)

    slots = agenda.clock(made)

    starts = [round((slot.starts_at - made.starts_at).total_seconds() / 60) for slot in slots]
    assert starts == [0, 50, 110]
    assert [slot.is_over for slot in slots] == [False, False, True]


def test_after_sending_an_item_is_late(leader):
    made = councils.opened()

    late = agenda.add(made, leader, title="Kiireinen")

    assert [row.is_late for row in made.items.all()] == [False, True]
    assert late.is_late is True


def test_a_topic_of_the_bank_is_on_the_agenda_and_back_again(leader, planned):
    topic = councils.topic(text="Jonot ovat pitkät.")

    item = agenda.add(planned, leader, topic=topic)
    topic.refresh_from_db()
    taken = topic.status
    agenda.remove(item, leader)
    topic.refresh_from_db()

    assert (str(item.title), str(item.text)) == ("Puhelinjonot", "Jonot ovat pitkät.")
    assert (taken, topic.status) == (Topic.Status.TAKEN, Topic.Status.PROPOSED)


def test_from_a_planned_meeting_the_item_itself_moves(leader, planned):
    item = agenda.add(planned, leader, title="Odotustila")
    later = councils.meeting(days=60)

    agenda.move(item, leader, later)
    agenda.move(item, leader, None)

    assert (item.meeting, item.position >= 0) == (None, True)
    assert list(AgendaItem.objects.backlog(councils.council())) == [item]
    assert _positions(planned) == list(range(planned.items.count()))


def test_from_a_sent_agenda_a_row_stays_that_tells_why(leader):
    made = councils.opened()
    item, later = made.items.get(), councils.meeting(days=60)
    with pytest.raises(Refused) as refusal:
        agenda.move(item, leader, later)

    moved = agenda.move(item, leader, later, because="Vieras sairastui")

    item.refresh_from_db()
    assert refusal.value.code == "because"
    assert (item.outcome, item.postponed_because, moved.moved_from, moved.meeting) == (
        "postponed", "Vieras sairastui", item, later,
    )  # fmt: skip
    assert [slot.has_moved for slot in agenda.clock(made)] == [True]
    with pytest.raises(Refused) as again:
        agenda.move(item, leader, None, because="Taas")
    assert again.value.code == "moved"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"title": " "}, "title"),
        ({"title": "A", "minutes": 0}, "minutes"),
        ({"title": "A", "mandate": "elsewhere"}, "mandate"),
        ({"title": "A", "text": {"sv": "131052-308T"}}, "identity_code"),
    ],
)
def test_an_unsound_item_is_refused(leader, planned, facts, code):
    with pytest.raises(Refused) as refusal:
        agenda.add(planned, leader, **facts)

    assert refusal.value.code == code


def test_a_held_meetings_agenda_stands(leader):
    made = councils.held()

    with pytest.raises(Refused) as refusal:
        agenda.add(made, leader, title="Jälkikäteen")

    assert refusal.value.code == "over"


def test_another_councils_leader_changes_nothing(leader, planned):
    stranger = people.actor(councils.other_leader())

    for verb in (
        lambda: agenda.add(planned, stranger, title="A"),
        lambda: agenda.put(planned.items.last(), stranger, 0),
        lambda: agenda.remove(planned.items.last(), stranger),
        lambda: agenda.move(planned.items.last(), stranger, None),
        lambda: agenda.wait(planned.council, stranger, title="A"),
    ):
        with pytest.raises(Refused) as refusal:
            verb()
        assert refusal.value.code == "not_leader"


def test_whoever_looked_at_an_item_that_has_moved_since_does_nothing_to_it(leader, planned):
    item = agenda.add(planned, leader, title="Odotustila")
    seen = AgendaItem.objects.get(pk=item.pk)
    other = meeting.plan(planned.council, leader, starts_at=planned.starts_at + timedelta(days=30))
    agenda.move(item, leader, other)

    with pytest.raises(Refused) as moved:
        agenda.move(seen, leader, None)
    with pytest.raises(Refused) as removed:
        agenda.remove(seen, leader)

    assert (moved.value.code, removed.value.code) == ("gone", "gone")
    assert AgendaItem.objects.get(pk=item.pk).meeting == other
