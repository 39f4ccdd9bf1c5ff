"""Reasons for and against as a colleague would give them, with the real figures."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from coordination.foundation import clock
from coordination.people.models import Person
from coordination.privacy.models import Consent, Purpose
from experts.domain import matching
from experts.models import (
    AwayPeriod,
    BookingRequest,
    Expert,
    Offer,
    PastBooking,
    PausedTopic,
    RefusedUnit,
    SpecialDay,
    Wish,
)
from tests.factories import experts, people
from tests.factories.matching import booked, order_for_debts

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 17)
WEDNESDAY = datetime(2026, 11, 25, 13, tzinfo=clock.HELSINKI)


@pytest.fixture(autouse=True)
def _on_a_tuesday(settings):
    settings.DEMO_TODAY = TODAY


@pytest.fixture
def kaisa():
    return people.kaisa().user


@pytest.fixture
def aino() -> Expert:
    return experts.aino()


@pytest.fixture
def order() -> BookingRequest:
    return order_for_debts(WEDNESDAY)


def words(reasons) -> list[str]:
    return [reason.text.replace("\u00a0", " ") for reason in reasons]


def codes(reasons) -> list[tuple[str, str]]:
    return [(reason.code, reason.needs) for reason in reasons]


def only_match(order, user) -> matching.Match:
    (match,) = matching.rank(order, user).matches
    return match


def test_reasons_are_sentences_with_figures(aino, order, kaisa):
    booked(aino, WEDNESDAY - timedelta(days=10))
    Wish.objects.create(booking_request=order, expert=aino, rank=1)

    match = only_match(order, kaisa)

    assert codes(match.pros) == [("areas", ""), ("task", ""), ("free", ""), ("month", ""), ("town", "")]
    assert codes(match.cons) == [("familiar", "")]
    assert "25.11." in match.pros[2].text
    assert match.wish == 1
    assert match.free_times == list(order.times.all())
    assert (match.needs_reason, match.needs_asking) == (False, False)


@pytest.mark.parametrize(
    ("limit", "code"),
    [({"max_per_month": 1}, "month"), ({"rest_days": 10}, "rest")],
)
def test_own_limit_takes_a_reason_and_the_day_of_asking(aino, order, kaisa, limit, code):
    booked(aino, WEDNESDAY - timedelta(days=9))
    Expert.objects.filter(pk=aino.pk).update(**{"max_per_month": None, "rest_days": 0, **limit})

    match = only_match(order, kaisa)

    assert codes(match.cons)[0] == (code, "asking")
    assert (match.needs_reason, match.needs_asking) == (True, True)
    assert codes(matching.warnings_for(order, Expert.objects.get(pk=aino.pk))) == [(code, "asking")]


def test_paused_topic_is_told_with_its_last_day(aino, order, kaisa):
    PausedTopic.objects.create(expert=aino, area=order.areas.get(), until=date(2026, 11, 25))

    match = only_match(order, kaisa)

    assert codes(match.cons)[0] == ("topic", "asking")
    assert "25.11.2026" in match.cons[0].text


def test_pause_that_ends_before_the_meeting_is_no_warning(aino, order, kaisa):
    PausedTopic.objects.create(expert=aino, area=order.areas.get(), until=date(2026, 11, 24))

    match = only_match(order, kaisa)

    assert not match.needs_reason


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda expert: AwayPeriod.objects.create(expert=expert, starts_on=WEDNESDAY, ends_on=WEDNESDAY), "away"),
        (
            lambda expert: SpecialDay.objects.create(
                expert=expert, day=WEDNESDAY.date(), starts=time(14), ends=time(15), available=False
            ),
            "away",
        ),
        (lambda expert: expert.availabilities.update(weekday=3), "outside"),
        (lambda expert: expert.availabilities.update(ends=time(14)), "outside"),
        (lambda expert: expert.languages.all().delete(), "language"),
    ],
    ids=["away", "cannot that day", "another weekday", "whole does not fit", "language"],
)
def test_what_stands_against_may_be_overruled_with_a_reason(aino, order, kaisa, make, code):
    make(aino)

    match = only_match(order, kaisa)

    assert codes(match.cons)[0] == (code, "reason")
    assert (match.needs_reason, match.needs_asking) == (True, False)


def test_part_of_the_time_is_told_as_it_is(aino, order, kaisa):
    aino.availabilities.update(ends=time(14))

    match = only_match(order, kaisa)

    assert "13–14" in match.cons[0].text.replace("\u00a0", " ")


def test_one_clear_time_is_enough(aino, order, kaisa):
    aino.availabilities.update(ends=time(14))
    extra = order.times.create(option=2, starts_at=WEDNESDAY - timedelta(hours=1), ends_at=WEDNESDAY)

    match = only_match(order, kaisa)

    assert match.free_times == [extra]
    assert codes(match.cons)[0] == ("outside", "")
    assert not match.needs_reason


@pytest.mark.parametrize(("remote", "mode", "needs"), [("only", "place", "asking"), ("no", "remote", "reason")])
def test_place_that_does_not_suit(aino, order, kaisa, remote, mode, needs):
    Expert.objects.filter(pk=aino.pk).update(remote=remote)
    BookingRequest.objects.filter(pk=order.pk).update(mode=mode)
    order.refresh_from_db()

    match = only_match(order, kaisa)

    assert codes(match.cons)[0] == ("remote", needs)


def test_whoever_has_no_email_is_called(aino, order, kaisa):
    Person.objects.filter(pk=aino.person_id).update(email="", channel="phone", phone="0400000032")

    match = only_match(order, kaisa)

    assert "040 000 0032" in words(match.cons)[-1]


def test_no_work_in_three_months_goes_first_among_equals(aino, order, kaisa):
    equal = experts.in_folder("Veera", staff_key="0")
    equal.areas.set(order.areas.all())
    equal.task_types.add(order.task_type)
    equal.languages.create(code="fi")
    PastBooking.objects.create(expert=equal, held_on=TODAY - timedelta(days=90), source="luettelo", row_digest="1")

    matches = matching.rank(order, kaisa).matches

    assert [match.expert for match in matches] == [aino, equal]
    assert ("fairness", "") in codes(matches[0].pros)


def test_earlier_visits_and_answers_are_told(aino, order, kaisa):
    PastBooking.objects.create(
        expert=aino, held_on=date(2025, 1, 1), unit=order.unit, source="luettelo", row_digest="1"
    )
    Offer.objects.create(
        booking_request=order,
        expert=aino,
        status="declined",
        made_at=clock.now(),
        expires_at=clock.now(),
        answered_at=clock.now(),
    )

    match = only_match(order, kaisa)

    assert ("familiar", "") in codes(match.pros)
    assert codes(match.cons) == [("answered", "")]


def stop_by_taken_time(expert, order):
    booked(expert, WEDNESDAY + timedelta(minutes=70))


def stop_by_consent(expert, order):
    Consent.objects.filter(person=expert.person, purpose=Purpose.CV_OWN).update(withdrawn_at=clock.now())


def stop_by_leave(expert, order):
    Expert.objects.filter(pk=expert.pk).update(status=Expert.Status.LEAVE)


def stop_by_unit(expert, order):
    RefusedUnit.objects.create(expert=expert, unit=people.organisation())


def stop_by_orderer(expert, order):
    BookingRequest.objects.filter(pk=order.pk).update(orderer=expert.person)
    order.refresh_from_db()


def stop_by_media(expert, order):
    order.task_type.is_media = True
    order.task_type.save()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (stop_by_taken_time, "busy"),
        (stop_by_consent, "consent"),
        (stop_by_leave, "inactive"),
        (stop_by_unit, "unit"),
        (stop_by_orderer, "orderer"),
        (stop_by_media, "media"),
    ],
)
def test_hard_stops(aino, order, kaisa, make, code):
    make(aino, order)

    ranking = matching.rank(order, kaisa)

    assert ranking.matches == []
    assert [(match.expert, codes(match.stops)) for match in ranking.stopped] == [(aino, [(code, "")])]
    assert codes(matching.stops_for(order, Expert.objects.get(pk=aino.pk))) == [(code, "")]


def test_consent_withdrawn_is_told_with_its_day(aino, order, kaisa):
    stop_by_consent(aino, order)

    ranking = matching.rank(order, kaisa)

    assert "17.11.2026" in ranking.stopped[0].stops[0].text


def test_nobody_is_offered_to_by_oneself(aino, order):
    people.role_for(aino.person, "coordinator", people.organisation())

    ranking = matching.rank(order, aino.person.user)

    assert [codes(match.stops) for match in ranking.stopped] == [[("self", "")]]


@pytest.mark.parametrize("who", [people.olli, people.sari, people.matti, people.stranger_coordinator])
def test_only_the_coordinator_of_the_branch_finds_anybody(aino, order, who):
    ranking = matching.rank(order, who().user)

    assert (ranking.matches, ranking.stopped) == ([], [])


def test_weights_are_the_rules_of_the_unit(aino, order, kaisa):
    ranking = matching.rank(order, kaisa)

    assert ranking.weights == matching.Weights(experience=40, time=25, fairness=20, nearness=15)
    assert ranking.weights.total == 100


@pytest.mark.parametrize("number", [1, 3, 200])
def test_queries_do_not_grow_with_the_experts(order, kaisa, number, django_assert_num_queries):
    for n in range(number):
        someone = experts.expert_active(f"nimi{n}", person=people.person(f"Nimi{n}"))
        experts.consent_for(someone.person, Purpose.CV_OWN)
        someone.areas.set(order.areas.all())
    order = BookingRequest.objects.select_related("unit", "task_type").get(pk=order.pk)
    kaisa.open_roles  # noqa: B018

    with django_assert_num_queries(QUERIES):
        matching.rank(order, kaisa)


QUERIES = 25
