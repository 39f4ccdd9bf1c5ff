"""Moving a meeting: one question to the other side, and everything moves at once or nothing does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.calendar.models import Entry
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import booking as bookings
from experts.domain import time_change
from experts.models import Booking, BusyTime, TimeChange
from tests.factories import experts, orders, people, sessions

pytestmark = pytest.mark.django_db
NEW = orders.in_days


def sari() -> Actor:
    return people.actor(people.sari())


def by_link(booking: Booking) -> Actor:
    return Actor.by_link(booking.expert.person)


def asked(booking: Booking, by: Actor | None = None, days: int = 8, start: int = 15) -> TimeChange:
    return time_change.propose(booking.time, *NEW(days, start, start + 1), by or sari())


def code_of(verb, *arguments, **more) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments, **more)
    return refusal.value.code


def test_everything_moves_with_the_yes():
    booking = orders.booking_agreed()
    sequence = Entry.objects.get().sequence
    change = asked(booking)

    time_change.answer(change, by_link(booking), suits=True)

    booking.refresh_from_db()
    session, busy, (starts, ends) = booking.sessions.get(), BusyTime.objects.get(), NEW(8, 15, 16)
    debrief = timedelta(minutes=booking.booking_request.debrief_minutes)
    assert {(row.starts_at, row.ends_at) for row in (booking, session, session.time)} == {(starts, ends)}
    assert (busy.starts_at, busy.ends_at) == (starts, ends + debrief)
    assert (session.entry.starts_at, session.entry.sequence) == (starts, sequence + 1)
    assert (change.status, booking.agreement.complete) == ("agreed", True)


def test_both_get_the_new_time_with_an_invitation():
    booking = orders.booking_confirmed()

    time_change.answer(asked(booking), by_link(booking), suits=True)

    told = Message.objects.filter(kind="experts.time_change.moved")
    assert sorted(row.person.first_name for row in told) == ["Aino", "Sari"]
    assert [b"METHOD:REQUEST" in bytes(row.attachments.get().body) for row in told] == [True, True]


def test_the_reminders_follow():
    booking = orders.booking_confirmed()

    time_change.answer(asked(booking), by_link(booking), suits=True)

    waiting = Message.objects.filter(kind="experts.booking.reminder", status="queued")
    assert {row.valid_until for row in waiting} == {NEW(8, 15, 16)[0]}


def test_a_no_leaves_the_time_and_tells_the_proposer():
    booking = orders.booking_confirmed()
    before = booking.starts_at

    change = time_change.answer(asked(booking), by_link(booking), suits=False)

    booking.refresh_from_db()
    assert (booking.starts_at, change.status) == (before, "declined")
    assert Message.objects.get(kind="experts.time_change.stays").person == people.sari()


@pytest.mark.parametrize(
    ("who", "asks"),
    [(lambda row: sari(), ["Aino"]), (by_link, ["Sari"]), (lambda row: people.actor(people.kaisa()), ["Aino", "Sari"])],
    ids=["orderer", "expert", "coordinator"],
)
def test_the_other_side_is_asked(who, asks):
    booking = orders.booking_confirmed()

    change = asked(booking, who(booking))

    assert sorted(row.person.first_name for row in change.answers.all()) == asks


def test_it_moves_once_all_have_said_yes():
    order = orders.order_sent(seats=2, task="lecture")
    accepted = [orders.offer_accepted(expert, order) for expert in (experts.aino(), experts.in_folder("Onni"))]
    first, second = bookings.confirm(order, orders.main_times(order)[0], accepted, people.actor(people.kaisa()))
    change = asked(first)

    time_change.answer(change, by_link(first), suits=True)
    between = change.status
    time_change.answer(change, by_link(second), suits=True)

    assert (between, change.status) == ("open", "agreed")
    assert {row.starts_at for row in Booking.objects.all()} == {NEW(8, 15, 16)[0]}


def test_who_is_booked_after_the_question_is_asked_before_anything_moves():
    order = sessions.training_sent()
    first = sessions.filled(order, sessions.offered_role(order, experts.in_folder("Onni"), 2))
    change = asked(first)
    second = sessions.filled(order, sessions.offered_role(order, experts.in_folder("Sanna"), 3))

    time_change.answer(change, by_link(first), suits=True)
    between = (change.status, Booking.objects.get(pk=second.pk).time.starts_at == change.was_starts_at)
    time_change.answer(change, by_link(second), suits=True)

    assert (between, change.status) == (("open", True), "agreed")
    assert sorted(row.person.first_name for row in change.answers.all()) == ["Onni", "Sanna"]


def test_a_newer_question_takes_the_place_of_the_older():
    booking = orders.booking_confirmed()
    old = asked(booking)
    new = asked(booking, days=10)

    assert code_of(time_change.answer, old, by_link(booking), suits=True) == "moved"
    assert [row.status for row in TimeChange.objects.order_by("pk")] == ["superseded", "open"]
    assert time_change.answer(new, by_link(booking), suits=True).status == "agreed"


def test_a_taken_time_is_refused_at_asking_and_at_answering():
    booking = orders.booking_confirmed()
    change = asked(booking)
    other = orders.booking_confirmed(booking.expert, times=[NEW(8, 15, 16)])

    assert code_of(asked, booking, sari(), 8, 15) == "busy"
    assert code_of(time_change.answer, change, by_link(booking), suits=True) == "busy"
    assert Booking.objects.get(pk=booking.pk).starts_at != other.starts_at


@pytest.mark.parametrize(
    ("days", "start", "end", "code"), [(-1, 13, 14, "ahead"), (7, 13, 14, "same"), (8, 13, 15, "length")]
)
def test_what_cannot_be_proposed(days, start, end, code):
    booking = orders.booking_confirmed()

    assert code_of(time_change.propose, booking.time, *NEW(days, start, end), sari()) == code


@pytest.mark.parametrize("who", [people.olli, people.stranger_coordinator, people.matti])
def test_others_propose_and_answer_nothing(who):
    booking = orders.booking_confirmed()
    stranger = people.actor(who())

    assert code_of(asked, booking, stranger) == "stranger"
    assert code_of(time_change.answer, asked(booking), stranger, suits=True) == "stranger"


def test_an_unanswered_question_closes_by_itself():
    booking = orders.booking_confirmed()
    change = asked(booking)

    closed = time_change.expire(change.expires_at)

    change.refresh_from_db()
    assert (closed, change.status, time_change.expire(change.expires_at)) == (1, "expired", 0)


def test_a_cancelled_meeting_needs_no_answer():
    booking = orders.booking_confirmed()
    change = asked(booking)

    bookings.cancel(booking, people.actor(people.kaisa()), code="not_needed")

    change.refresh_from_db()
    assert change.status == "withdrawn"


def test_whoever_was_asked_for_the_old_time_is_told():
    order = orders.order_sent(seats=2, task="lecture")
    accepted = orders.offer_accepted(experts.aino(), order)
    kaisa = people.actor(people.kaisa())
    booking = bookings.confirm(order, orders.main_times(order)[0], [accepted], kaisa, fewer="nobody_else")[0]
    other = orders.offer_open(experts.in_folder("Onni"), order)

    time_change.answer(asked(booking), by_link(booking), suits=True)

    other.refresh_from_db()
    assert other.status == "withdrawn"
