"""The draft of a choice: who may be chosen, why not, the order of the reserve (CC-10, EX-10, L-45)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import Rule
from coordination.recruitment.domain import balance, choice, withdrawing
from coordination.recruitment.models import Applicant
from tests.factories import people, recruitment, selection

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def choose(*rows: Applicant, to: str = "select", by: Actor = HOUSE, **facts: object) -> int:
    return choice.choose(recruitment.campaign(), rows, by, to, **facts)


def code_of(call) -> str:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value.code


def stands(row: Applicant) -> tuple:
    row.refresh_from_db()
    return row.status, row.choice, row.reason, row.keep_until, row.reserve_rank


def test_a_choice_is_a_draft_that_nobody_hears_of():
    row = selection.interviewed()

    choose(row, by=people.actor(people.kaisa()))

    assert stands(row) == ("interviewed", "select", "", None, None)
    assert Message.objects.count() == 0


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"outcome": "no"}, "outcome_no"),
        ({"outcome": "later"}, "outcome_later"),
        ({"is_employee": True}, "employee"),
        ({"is_in_body": True}, "in_body"),
    ],
)
def test_who_cannot_be_chosen_is_refused_with_why(facts, code):
    row = selection.interviewed(**facts)

    refused = code_of(lambda: choose(row))

    assert (refused, stands(row)[1]) == (code, "")


def test_nobody_is_chosen_or_kept_in_reserve_without_an_interview_but_may_be_answered():
    row = recruitment.applicant("Veli")

    refused = [code_of(lambda to=to: choose(row, to=to)) for to in ("select", "reserve")]
    choose(row, to="not_chosen", reason="no_answer")

    assert (refused, stands(row)[1:3]) == (["not_interviewed"] * 2, ("not_chosen", "no_answer"))


def test_an_experts_criteria_have_to_be_met():
    row = recruitment.applicant("Veli")
    recruitment.summary(row)
    row.refresh_from_db()

    assert code_of(lambda: choose(row)) == "criteria"


def test_an_employee_known_by_a_role_alone_is_refused_unless_the_organisation_allows_it():
    row = selection.interviewed(person=people.sari())

    refused = code_of(lambda: choose(row))
    Rule.objects.create(key="recruitment.no_employees", value=False, valid_from=clock.today())
    choose(row)

    assert (refused, stands(row)[1]) == ("employee", "select")


@pytest.mark.parametrize(
    ("to", "facts", "code"),
    [
        ("not_chosen", {}, "reason"),
        ("not_chosen", {"reason": "did not like"}, "reason"),
        ("reserve", {"keep_until": clock.today}, "past"),
        ("maybe", {}, "choice"),
    ],
)
def test_a_choice_is_whole(to, facts, code):
    row = selection.interviewed()
    given = {name: value() if callable(value) else value for name, value in facts.items()}

    assert code_of(lambda: choose(row, to=to, **given)) == code


def test_only_those_who_recruit_choose():
    row = selection.interviewed()

    assert code_of(lambda: choose(row, by=people.actor(people.olli()))) == "not_recruiter"


def test_the_reserve_has_an_order_that_can_be_changed():
    first, second = selection.interviewed("Aija"), selection.interviewed("Ben")
    day = clock.today() + timedelta(days=90)
    choose(first, second, to="reserve", keep_until=day)

    choice.rank(recruitment.campaign(), second, HOUSE, earlier=True)

    assert [stands(row)[3:] for row in (second, first)] == [(day, 1), (day, 2)]
    assert list(choice.in_reserve(recruitment.campaign())) == [second, first]


def test_one_in_reserve_is_not_chosen_behind_the_back_and_keeps_the_agreed_day_while_another_answer_is_a_draft():
    row = selection.in_reserve("Ritva")[0]
    day = row.keep_until

    refused = code_of(lambda: choose(row))
    choose(row, to="not_chosen", reason="full")

    assert (refused, stands(row)) == ("state", ("reserve", "not_chosen", "full", day, 1))


def test_taking_back_and_withdrawing_leave_no_choice():
    one, other = selection.interviewed("Aija"), selection.interviewed("Ben")
    choose(one, other, to="reserve")

    choice.take_back(recruitment.campaign(), [one], HOUSE)
    withdrawing.withdraw(other, HOUSE)

    assert [stands(row)[:2] for row in (one, other)] == [("interviewed", ""), ("withdrawn", "")]
    assert list(choice.in_reserve(recruitment.campaign())) == []


def test_hundreds_are_chosen_in_the_same_queries(django_assert_num_queries):
    few = [selection.interviewed(name) for name in ("Aija", "Ben", "Cia")]
    kaisa = people.actor(people.kaisa())
    kaisa.user.branches("coordinator")

    with django_assert_num_queries(16):
        choose(few[0], by=kaisa)
    with django_assert_num_queries(16):
        choose(*few, by=kaisa)


def test_the_balance_sets_the_chosen_beside_all_who_applied(django_assert_num_queries):
    campaign = recruitment.campaign(seats=1)
    facts = [
        ("Aija", "under_25", ["housing"]),
        ("Ben", "under_25", ["housing", "debt-counselling"]),
        ("Cia", "55_69", []),
    ]
    rows = [selection.interviewed(name, age_band=age, services=services, area="Koivu") for name, age, services in facts]
    choose(rows[0], rows[1])

    with django_assert_num_queries(1):
        found = balance.of(campaign)

    lines = {
        part.title: [(line.applied, line.chosen, line.share_chosen) for line in part.lines] for part in found.parts
    }
    assert (found.applied, found.chosen, found.over, found.undecided, found.by_choice) == (3, 2, 1, 1, {"select": 2})
    assert [*lines.values()] == [[(2, 2, 100), (1, 0, 0)], [(3, 2, 100)], [(3, 2, 100)], [(1, 1, 50), (2, 2, 100)]]
