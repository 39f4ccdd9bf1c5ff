"""A developer-client group: its six sessions round the holidays, its sheet, its event, its certificates."""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import Rule
from councils.domain import group, group_certificate, meeting, problem, problem_sheet
from councils.models import Meeting, Problem
from tests.factories import councils, developer_group, people

pytestmark = pytest.mark.django_db


def elina() -> Actor:
    return people.actor(councils.elina())


def refusal(act, *args, **facts) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **facts)
    return refused.value.code


def written(*texts: str, **facts: object) -> list[Problem]:
    made = developer_group.group()
    return [problem.add(made, elina(), problem=text, **facts) for text in texts]


def sheet() -> list[str]:
    return list(Problem.objects.values_list("problem", flat=True))


def test_six_sessions_are_made_in_one_step_round_a_holiday():
    made = developer_group.group()

    sessions = group.plan_sessions(made, elina(), starts_at=meeting.at(date(2027, 3, 22), time(13)))

    assert [row.kind for row in sessions] == ["group"] * 6
    assert [f"{row.starts_at:%-d.%-m.}" for row in sessions] == ["22.3.", "5.4.", "12.4.", "19.4.", "26.4.", "3.5."]
    assert {row.ends_at - row.starts_at for row in sessions} == {timedelta(hours=2)}
    assert {str(row.items.first().title) for row in sessions} == {str(group.meeting_template.COFFEE.title)}
    assert {(row.chair, row.secretary) for row in sessions} == {(councils.elina(), councils.ville())}
    assert Message.objects.count() == 0


def test_the_sessions_are_made_once_by_its_leaders_and_for_a_group_only():
    made, start = developer_group.group(), meeting.at(date(2027, 1, 13), time(13))
    group.plan_sessions(made, elina(), starts_at=start)

    assert refusal(group.plan_sessions, made, elina(), starts_at=start) == "made"
    assert refusal(group.plan_sessions, councils.staffed(), elina(), starts_at=start) == "kind"
    liisa = people.actor(councils.other_leader())
    assert refusal(group.plan_sessions, made, liisa, starts_at=start) == "not_leader"


@pytest.mark.parametrize(("count", "lacking"), [(4, 1), (5, 0), (10, 0), (11, 1)])
def test_a_group_of_a_strange_size_is_noted(count, lacking):
    made = developer_group.group()
    councils.members(count, made)

    assert len(group.notes(made)) == lacking


def test_one_facilitator_is_not_enough():
    made = developer_group.group()
    councils.members(6, made)
    made.staff.filter(person=councils.ville()).delete()

    assert len(group.notes(made)) == 1


def test_rows_keep_their_order():
    rows = written("a", "b", "c")

    problem.shift(rows[2], elina(), -1)
    problem.shift(rows[0], elina(), -5)
    problem.remove(rows[1], elina())

    assert (sheet(), list(Problem.objects.values_list("position", flat=True))) == (["a", "c"], [0, 1])


def test_rows_that_belong_together_become_one():
    first, second, third = written("Ei vastata", "Jono on pitkä", "Muu", why="Huoli kasvaa")
    problem.choose(second, elina(), is_chosen=True)

    made = problem.combine([second, first], elina())

    assert (made.problem, made.why, made.is_chosen) == ("Ei vastata\nJono on pitkä", "Huoli kasvaa", True)
    assert sheet() == [made.problem, "Muu"]
    assert refusal(problem.combine, [third], elina()) == "few"
    assert refusal(problem.combine, [third, second], elina()) == "gone"


def test_what_is_not_sound_stays_out_of_the_sheet():
    (row,) = written("a")

    assert refusal(problem.change, row, elina(), problem=" ") == "empty"
    assert refusal(problem.change, row, elina(), why="131052-308T") == "identity_code"
    assert refusal(problem.change, row, elina(), feasible="ehkä") == "choice"
    assert refusal(problem.change, row, people.actor(people.matti()), why="x") == "not_leader"
    assert refusal(problem.add, councils.council(), elina(), problem="x") == "kind"


def test_the_sheet_goes_to_paper_and_to_a_table():
    written("Ei vastata", solution="Takaisinsoitto", feasible="yes")

    root = PdfReader(BytesIO(problem_sheet.as_pdf(developer_group.group(), "fi"))).trailer["/Root"]

    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "fi")
    assert problem_sheet.as_xlsx(developer_group.group())[:2] == b"PK"


def test_the_event_takes_up_the_chosen_rows_and_asks_guests():
    rows = written("Puhelin", "Kirjeet", "Muu", why="Huoli", solution="Takaisinsoitto")
    for row in rows[:2]:
        problem.choose(row, elina(), is_chosen=True)
    jorma = people.person("Jorma", "Johtaja", email="jorma@example.org")

    made = group.plan_discussion(
        developer_group.group(), elina(), starts_at=councils.meeting().starts_at, guests=[jorma]
    )

    items = [(str(row.title), str(row.text)) for row in made.items.filter(kind="decision").order_by("position")]
    assert items[:2] == [("Puhelin", "Huoli\n\nTakaisinsoitto"), ("Kirjeet", "Huoli\n\nTakaisinsoitto")]
    assert [row.person for row in made.invitations.filter(role="guest")] == [jorma]
    assert sum(made.items.values_list("minutes", flat=True)) <= 120
    assert (made.status, Message.objects.count()) == (Meeting.Status.PLANNED, 0)
    assert refusal(group.plan_discussion, made.council, elina(), starts_at=made.starts_at) == "made"


def test_a_certificate_is_for_those_who_came_often_enough():
    often, made = developer_group.attended(4), developer_group.group()

    body = group_certificate.sheet(made, often.person, elina())

    Rule.objects.create(unit=people.organisation(), key=group_certificate.RULE, value=5, valid_from=people.LONG_AGO)
    assert body[:5] == b"%PDF-"
    assert [(row.times, row.is_enough) for row in group_certificate.shares(made)] == [(4, False)]
    assert refusal(group_certificate.sheet, made, often.person, elina()) == "few"


@pytest.mark.parametrize(("names_group", "told"), [(False, False), (True, True)])
def test_a_certificate_tells_the_groups_name_only_if_asked(names_group, told):
    made, seat = developer_group.group(), developer_group.attended(6)
    share = group_certificate.shares(made)[0]

    words = group_certificate._words(made, share, names_group)

    assert (developer_group.NAME in str(words), seat.person.last_name in str(words)) == (told, False)
