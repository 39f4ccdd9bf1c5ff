from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from councils.domain import meeting, meeting_day
from councils.domain.todo import agenda as todo_agenda
from councils.models import AgendaItem, Council, Meeting, MeetingTask
from tests.factories import councils, people

HELSINKI = clock.HELSINKI


def _at(day: int, month: int = 1, hour: int = 13) -> datetime:
    return datetime(2027, month, day, hour, tzinfo=HELSINKI)


@pytest.fixture
def leader(db, settings):
    """On the eve of Advent the whole preparation of a January meeting is still ahead."""
    settings.DEMO_TODAY = date(2026, 11, 28)
    councils.staffed()
    return people.actor(councils.elina())


def test_a_meeting_begins_with_the_councils_place_people_and_agenda(leader):
    board = councils.council()
    Council.objects.filter(pk=board.pk).update(online_url="https://example.org/raati", mode="hybrid")

    made = meeting.plan(councils.council(), leader, starts_at=_at(13))

    assert (made.number, made.status, made.mode, made.place) == (1, "planned", "hybrid", "Kuulaspiha, Koivu")
    assert (made.chair, made.secretary, made.distributor) == (councils.elina(), councils.ville(), councils.ville())
    assert made.ends_at - made.starts_at == timedelta(hours=2)
    assert made.answer_by == date(2027, 1, 10)
    assert [item.role for item in made.items.all()] == [
        "opening", "follow_up", "ordinary", "ordinary", "next", "closing",
    ]  # fmt: skip
    assert made.tasks.get(position=1).due_on == date(2026, 12, 23)
    assert made.tasks.get(position=1).owner == councils.ville()


def test_the_first_meeting_follows_up_nothing(leader):
    made = meeting.plan(councils.council(), leader, starts_at=_at(13), template="first")

    assert made.kind == Meeting.Kind.FIRST
    assert made.items.filter(role=AgendaItem.Role.FOLLOW_UP).count() == 0
    assert made.items.filter(is_main=True).count() == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"ends_at": _at(13, hour=12)}, "backwards"),
        ({"answer_by": date(2027, 1, 14)}, "late"),
        ({"purpose": {"fi": "Puhutaan asiakkaasta 131052-308T"}}, "identity_code"),
    ],
)
def test_an_unsound_meeting_is_refused(leader, facts, code):
    with pytest.raises(Refused) as refusal:
        meeting.plan(councils.council(), leader, starts_at=_at(13), **facts)

    assert refusal.value.code == code


def test_only_people_of_the_council_have_tasks_and_only_a_leader_sends_the_minutes(leader):
    for facts in ({"chair": people.olli()}, {"distributor": people.matti()}):
        with pytest.raises(Refused) as refusal:
            meeting.plan(councils.council(), leader, starts_at=_at(13), **facts)
        assert refusal.value.code == "stranger"

    made = meeting.plan(councils.council(), leader, starts_at=_at(13), chair=people.matti())

    assert made.chair == people.matti()


@pytest.mark.parametrize("who", [councils.other_leader, people.matti, people.olli])
def test_only_the_leaders_plan(leader, who):
    with pytest.raises(Refused) as refusal:
        meeting.plan(councils.council(), people.actor(who()), starts_at=_at(13))

    assert refusal.value.code == "not_leader"


def test_another_day_takes_the_undone_tasks_along(leader):
    made = meeting.plan(councils.council(), leader, starts_at=_at(13))
    was = list(made.tasks.values_list("due_on", flat=True))

    meeting.change(made, leader, starts_at=_at(20), ends_at=_at(20, hour=15))

    assert list(made.tasks.values_list("due_on", flat=True)) == [day + timedelta(days=7) for day in was]


def test_what_the_invited_know_is_not_changed_in_silence(leader):
    made = councils.opened()

    with pytest.raises(Refused) as refusal:
        meeting.change(made, leader, place="Toinen paikka")
    with pytest.raises(Refused) as emptied:
        meeting.change(made, leader, chair=None)
    meeting.change(made, leader, chair=councils.ville(), place=made.place)

    assert (refusal.value.code, emptied.value.code) == ("told", "empty")
    assert made.chair == councils.ville()


def test_a_copy_has_the_plan_and_nothing_of_what_was_said(leader):
    made = councils.held()
    item = made.items.get()
    AgendaItem.objects.filter(pk=item.pk).update(presenter=people.olli(), topic=councils.topic())

    copied = meeting.copy(made, leader, starts_at=_at(13))

    found = copied.items.get()
    assert (str(found.title), str(found.notes), found.outcome, found.topic, found.presenter) == (
        str(item.title), "", "", None, None,
    )  # fmt: skip
    assert (copied.status, copied.number, copied.ends_at) == ("planned", 2, _at(13, hour=15))


def test_a_series_follows_the_rhythm_and_passes_over_holidays(leader):
    first = datetime(2027, 2, 26, 17, tzinfo=HELSINKI)

    made = meeting.series(councils.council(), leader, starts_at=first, how_many=3)

    local = [clock.local(each.starts_at) for each in made]
    # The fourth Friday of March 2027 is Good Friday.
    assert [(each.date(), each.hour) for each in local] == [
        (date(2027, 2, 26), 17),
        (date(2027, 4, 2), 17),
        (date(2027, 4, 23), 17),
    ]
    assert [each.number for each in made] == [1, 2, 3]


def test_weekly_days_go_on_from_the_day_that_was_found():
    days = meeting_day.series(date(2026, 12, 17), 3, "weekly")

    assert [(day.day, day.instead_of) for day in days] == [
        (date(2026, 12, 17), None),
        (date(2026, 12, 31), date(2026, 12, 24)),
        (date(2027, 1, 7), None),
    ]


def test_a_groups_sessions_have_each_their_template(leader):
    keys = [f"group_{number}" for number in range(1, 7)]

    made = meeting.series(
        councils.council(), leader, starts_at=_at(7), how_many=6, rhythm="weekly", templates=keys, mode="place"
    )

    assert [each.kind for each in made] == ["group"] * 6
    assert len({str(each.purpose) for each in made}) == 6


def test_an_ended_council_plans_no_more(leader):
    Council.objects.filter(pk=councils.council().pk).update(status="ended")

    with pytest.raises(Refused) as refusal:
        meeting.plan(councils.council(), leader, starts_at=_at(13))

    assert refusal.value.code == "ended"


@pytest.mark.django_db
def test_tasks_before_a_meeting_wait_for_nobody_once_it_has_been_held():
    meeting = councils.held(days=-5)
    day = clock.local(meeting.starts_at).date()
    for days in (-3, 3):
        MeetingTask.objects.create(
            meeting=meeting, what=f"{days}", owner=councils.elina(), due_on=day + timedelta(days)
        )

    waits = todo_agenda.for_leader(people.user_for(councils.elina()))

    assert [(str(row.title), row.group) for row in waits] == [("3", "Kokouksen jälkeen")]
