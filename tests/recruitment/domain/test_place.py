"""A freed place goes to the first in reserve, then to those who agreed to come later (CC-10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import choice, decision, keeping, place, retention
from coordination.recruitment.models import Applicant
from tests.factories import people, recruitment, selection

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def code_of(call) -> str:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value.code


def kinds() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


def asked() -> list[str]:
    return [row.person.first_name for row in place.offered(recruitment.campaign())]


def test_the_first_in_order_is_asked_and_nobody_goes_past():
    later = selection.interviewed("Lasse", status="later")
    first, second = selection.in_reserve("Ritva", "Sulo")

    refused = [code_of(lambda row=row: place.offer(row, HOUSE)) for row in (second, later)]
    place.offer(first, HOUSE)

    assert (refused, asked(), kinds()) == (["not_first"] * 2, ["Ritva"], ["recruitment.place.offered"])
    assert (first.place_answer_by, [row.person.first_name for row in place.queue(recruitment.campaign())]) == (
        clock.today() + timedelta(days=7),
        ["Ritva", "Sulo", "Lasse"],
    )
    assert "paikka/" in Message.objects.get().body


def test_whose_day_has_passed_or_who_cannot_be_chosen_is_not_in_turn():
    gone = selection.in_reserve("Ritva")[0]
    Applicant.objects.filter(pk=gone.pk).update(keep_until=clock.today() - timedelta(days=1))
    selection.interviewed("Lasse", outcome="later", status="later")

    assert place.queue(recruitment.campaign()) == []


def test_yes_makes_one_chosen():
    row = selection.offered()

    place.answer(row, Actor.by_link(row.person), takes=True)

    assert (row.status, row.place_offered_at, row.keep_until, kinds()) == (
        "selected",
        None,
        None,
        ["recruitment.place.taken"],
    )


@pytest.mark.parametrize(("draft", "facts"), [("later", {}), ("not_chosen", {"reason": "full"})])
def test_yes_takes_the_place_whatever_was_being_chosen_meanwhile(draft, facts):
    row = selection.offered()
    choice.choose(recruitment.campaign(), [row], HOUSE, draft, **facts)

    place.answer(row, Actor.by_link(row.person), takes=True)

    assert (row.status, row.choice, row.reason) == ("selected", "", "")


@pytest.mark.parametrize("end", ["yes", "no", "passed", "settled"])
def test_a_letter_that_offers_the_place_is_not_posted_once_the_place_is_gone(end):
    row = selection.in_reserve("Ritva")[0]
    Person.objects.filter(pk=row.person_id).update(channel="post", street="Kuja 1", postcode="00100", town="Koivu")
    place.offer(Applicant.objects.get(pk=row.pk), HOUSE)
    if end == "passed":
        Applicant.objects.update(place_answer_by=clock.today() - timedelta(days=1))
    if end == "settled":
        choice.choose(row.campaign, [row], HOUSE, "not_chosen", reason="full")
    ends = {
        "yes": lambda: place.answer(row, HOUSE, takes=True),
        "no": lambda: place.answer(row, HOUSE, takes=False),
        "passed": lambda: place.pass_on(row, HOUSE),
        "settled": lambda: decision.settle(row.campaign, HOUSE),
    }

    ends[end]()

    assert Message.objects.get(kind=place.OFFERED).status == "superseded"


def test_no_keeps_one_in_mind_as_the_last_and_the_next_one_is_asked_at_once():
    row = selection.offered("Ritva")
    other = selection.interviewed("Sulo", status="reserve", reserve_rank=2)

    place.answer(row, people.actor(people.kaisa()).acting_for(row.person), takes=False)

    other.refresh_from_db()
    assert (row.status, row.reserve_rank, asked()) == ("reserve", 3, ["Sulo"])
    assert kinds() == ["recruitment.place.declined", "recruitment.place.offered"]


def test_without_an_answer_the_place_goes_on_after_the_day_and_not_before():
    selection.interviewed("Sulo", status="reserve", reserve_rank=2)
    row = selection.offered("Ritva", days=0)

    refused = code_of(lambda: place.pass_on(row, HOUSE))
    Applicant.objects.filter(pk=row.pk).update(place_answer_by=clock.today() - timedelta(days=1))
    place.pass_on(row, HOUSE)

    assert (refused, asked(), kinds()) == ("early", ["Sulo"], ["recruitment.place.passed", "recruitment.place.offered"])


@pytest.mark.parametrize("is_silent", [True, False])
def test_whose_day_passed_while_the_place_waited_is_asked_before_anything_is_erased(is_silent):
    row = selection.offered("Ritva", days=-1 if is_silent else 7)
    Applicant.objects.filter(pk=row.pk).update(keep_until=clock.today() - timedelta(days=3))

    if is_silent:
        place.pass_on(row, HOUSE)
    else:
        place.answer(row, Actor.by_link(row.person), takes=False)

    assert (row.keep_until, list(retention.over(row.campaign))) == (clock.today() + timedelta(days=15), [])
    assert list(keeping.ending(row.campaign)) == []


def test_a_day_far_ahead_stays_as_it_was_agreed():
    row = selection.offered("Ritva")
    agreed = row.keep_until

    place.answer(row, Actor.by_link(row.person), takes=False)

    assert row.keep_until == agreed


def test_refusals_of_places():
    waiting, offered = selection.in_reserve("Aija")[0], selection.offered("Ritva")
    stranger = Actor.by_link(people.olli())

    codes = [
        code_of(lambda: place.answer(waiting, Actor.by_link(waiting.person), takes=True)),
        code_of(lambda: place.answer(offered, stranger, takes=True)),
        code_of(lambda: place.offer(offered, HOUSE)),
        code_of(lambda: place.offer(waiting, people.actor(people.olli()))),
        code_of(lambda: place.offer(selection.interviewed("Uusi"), HOUSE)),
    ]

    assert codes == ["not_offered", "not_own", "offered", "not_recruiter", "not_reserve"]


def test_free_places_are_those_nobody_has_and_nobody_is_asked_for():
    campaign = recruitment.campaign(seats=4)
    selection.interviewed("Aija", status="selected")
    selection.offered("Ritva")

    assert place.free(campaign) == 2
