"""Sessions: each with its hours, its outcome, its entry and its fee (ET-05, PS-01)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from coordination.calendar.models import Entry
from coordination.fees.models import Fee, PriceClass
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import booking as bookings
from experts.domain import booking_request, booking_request_time, matching, offer, session
from experts.domain.booking_request_time import Hours, Other
from experts.models import Booking, BookingRequest, BusyTime, Session
from tests.factories import experts, orders, people, sessions

pytestmark = pytest.mark.django_db


def sari() -> Actor:
    return people.actor(people.sari())


def code_of(verb, *arguments, **more) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments, **more)
    return refusal.value.code


def day_after(row: Session) -> date:
    return clock.local(row.ends_at).date() + timedelta(days=1)


def test_a_booking_has_a_session_for_every_time_with_its_own_hours_and_entry():
    booking = sessions.evenings_booked()

    rows = list(booking.sessions.all())
    assert [row.kind for row in rows] == ["main"] + ["further"] * 5
    assert (booking.starts_at, booking.ends_at) == (rows[0].starts_at, rows[-1].ends_at)
    assert (BusyTime.objects.count(), Entry.objects.count(), len({row.entry.uid for row in rows})) == (6, 6, 6)
    assert booking.amount == sum(row.amount for row in rows) == Decimal("300.00")


def test_everybody_gets_an_invitation_and_a_reminder_for_each_time():
    sessions.evenings_booked(3)

    confirmed = Message.objects.filter(kind="experts.booking.confirmed")
    assert [row.attachments.count() for row in confirmed] == [3, 3]
    assert Message.objects.filter(kind="experts.booking.reminder", status="queued").count() == 6


def test_each_session_brings_its_own_fee_and_the_last_one_ends_the_booking():
    booking = sessions.evenings_booked(2)
    first, second = booking.sessions.all()

    with orders.on_day(day_after(first)):
        session.mark_held(first, sari())
        between = (Fee.objects.count(), Booking.objects.get().status, BookingRequest.objects.get().status)
    with orders.on_day(day_after(second)):
        session.mark_held(second, sari())

    assert between == (1, "confirmed", "confirmed")
    assert (Fee.objects.count(), Booking.objects.get().status, BookingRequest.objects.get().status) == (
        2,
        "held",
        "held",
    )
    assert sorted(Fee.objects.values_list("earned_on", flat=True)) == [
        clock.local(row.starts_at).date() for row in (first, second)
    ]


@pytest.mark.parametrize(
    ("who", "days", "code"), [("expert", 1, "stranger"), ("sari", -1, "early"), ("olli", 1, "stranger")]
)
def test_a_session_is_told_by_those_who_ordered_and_only_when_it_is_over(who, days, code):
    booking = sessions.evenings_booked(2)
    first = booking.sessions.first()
    by = {"expert": Actor.by_link(booking.expert.person), "sari": sari(), "olli": people.actor(people.olli())}[who]

    with orders.on_day(clock.local(first.ends_at).date() + timedelta(days=days)):
        assert code_of(session.mark_held, first, by) == code


def test_a_session_is_told_once():
    first = sessions.evenings_booked(2).sessions.first()

    with orders.on_day(day_after(first)):
        session.mark_held(first, sari())
        assert code_of(session.mark_held, first, sari()) == "moved"

    assert Fee.objects.count() == 1


def test_all_that_are_over_are_told_at_once():
    booking = sessions.evenings_booked(4)
    second = booking.sessions.all()[1]

    with orders.on_day(day_after(second)):
        session.mark_all_held(session.over_of(booking), sari())

    assert sorted(booking.sessions.values_list("status", flat=True)) == ["held", "held", "planned", "planned"]


def test_the_rehearsal_of_a_client_meeting_may_be_held_before_the_agreement():
    booking = orders.booking_confirmed(others=[sessions.rehearsal(3)])
    rehearsal = booking.sessions.get(kind="rehearsal")

    with orders.on_day(day_after(rehearsal)):
        session.mark_held(rehearsal, sari())

    assert rehearsal.fee.amount == Decimal("50.00")


@pytest.mark.parametrize(
    ("pay", "amount", "lines"), [({}, "100.00", 2), ({"included": True}, "50.00", 1), ({"cheap": True}, "70.00", 2)]
)
def test_a_rehearsal_is_paid_as_the_order_tells(pay, amount, lines):
    fields = dict(pay)
    if fields.pop("cheap", False):
        orders.price_class()
        fields["price_class"] = PriceClass.objects.create(
            unit=people.organisation(), code="E", valid_from=people.LONG_AGO, names={"fi": "Harjoitus"}, amount=20
        )
    span = orders.in_days(3, 10, 12)
    booking = orders.booking_agreed(others=[Other("rehearsal", *span, **fields)])

    with orders.on_day(orders.day_after(booking)):
        bookings.mark_held(booking, sari())

    assert (booking.amount, Fee.objects.count()) == (Decimal(amount), lines)
    assert sum(fee.amount for fee in Fee.objects.all()) == Decimal(amount)


def test_cancelling_leaves_what_was_held_and_frees_the_rest():
    booking = sessions.evenings_booked(3)
    first = booking.sessions.first()
    with orders.on_day(day_after(first)):
        session.mark_held(first, sari())

        bookings.cancel(booking, sessions.kaisa(), "Ryhmä loppui.")

    assert sorted(booking.sessions.values_list("status", flat=True)) == ["cancelled", "cancelled", "held"]
    assert (Booking.objects.get().status, BusyTime.objects.count()) == ("held", 1)


def test_a_further_time_that_is_taken_stops_the_offer_and_is_named():
    aino = experts.aino()
    order = sessions.evenings_sent(3)
    third = orders.in_days(21, 18, 20)
    orders.booking_confirmed(aino, orders.order_sent("lecture", times=[third], need="Luento."))

    [stop] = matching.stops_for(order, aino)

    assert (stop.code, f"{clock.local(third[0]).day}." in stop.text) == ("busy", True)
    assert code_of(orders.offer_open, aino, order) == "busy"


def test_a_yes_is_refused_when_a_further_time_was_booked_meanwhile():
    aino = experts.aino()
    order = sessions.evenings_sent(3)
    asked = orders.offer_open(aino, order)
    orders.booking_confirmed(aino, orders.order_sent("lecture", times=[orders.in_days(21, 18, 20)], need="Luento."))

    assert code_of(offer.accept, asked, Actor.by_link(aino.person), offer.open_times(order)) == "busy"


def test_rest_and_limits_are_counted_of_every_session():
    aino = experts.aino()
    aino.rest_days, aino.max_per_month = 2, 1
    aino.save()
    sessions.evenings_booked(6, aino)
    beside = orders.order_sent("lecture", times=[orders.in_days(29, 10, 11)], need="Luento.")

    codes = {reason.code for reason in matching.warnings_for(beside, aino)}

    assert {"rest", "month"} <= codes


@pytest.mark.parametrize("rows", [1, 3])
def test_sessions_do_not_add_queries_to_the_matching(rows, django_assert_num_queries):
    aino = experts.aino()
    order = BookingRequest.objects.get(pk=sessions.evenings_sent(2 * rows).pk)

    with django_assert_num_queries(20):
        matching.stops_for(order, aino)


def test_a_job_of_weeks_is_paid_as_wages_and_blocks_its_hours():
    order = sessions.work_sent(12)
    booking = orders.booking_confirmed(experts.aino(), order)

    with orders.on_day(orders.day_after(booking)):
        bookings.mark_held(booking, sari())

    assert (booking.sessions.count(), BusyTime.objects.count(), booking.amount) == (24, 24, Decimal("0.00"))
    assert (Fee.objects.count(), Booking.objects.get().status) == (0, "held")
    assert {str(order.payer) in row.amount_reason for row in booking.sessions.all()} == {True}


def test_a_job_counts_once_in_each_of_its_months():
    aino = experts.aino()
    aino.max_per_month = 2
    aino.save()
    orders.booking_confirmed(aino, sessions.work_sent(12))
    beside = orders.order_sent("lecture", times=[orders.in_days(40, 18, 19)], need="Luento.")

    assert "month" not in {reason.code for reason in matching.warnings_for(beside, aino)}


def test_a_job_of_more_than_a_hundred_days_is_refused():
    assert code_of(sessions.work_sent, 51) == "too_many_times"


def test_weekly_times_keep_their_hour_when_the_clocks_change():
    first = tuple(datetime(2026, 10, 20, hour, tzinfo=clock.HELSINKI) for hour in (17, 19))

    found = booking_request_time.weekly(first, 2)

    assert [clock.local(starts).hour for starts, _ in found] == [17, 17]
    assert found[1][0].utcoffset() != found[0][0].utcoffset()


@pytest.mark.parametrize(
    ("others", "code"),
    [([Other("rehearsal", *orders.in_days(7, 13, 15))], "clash"), ([Other("further", *orders.in_days(-3))], "past")],
)
def test_an_order_with_impossible_times_is_not_sent(others, code):
    order = orders.order_draft(others=others)

    assert code_of(booking_request.send, order, sari()) == code


@pytest.mark.parametrize(("works", "days"), [(False, 4), (True, 6)])
def test_public_holidays_are_left_out_of_a_job_unless_work_is_done_on_them(works, days):
    """Wednesdays and Thursdays over Christmas Eve and Epiphany."""
    with orders.on_day(date(2026, 12, 1)):
        order = sessions.work_sent(
            assigned_from=date(2026, 12, 17),
            assigned_until=date(2027, 1, 6),
            weekly_hours=[Hours(2, time(9), time(12)), Hours(3, time(9), time(12))],
            works_on_holidays=works,
        )

    told = [line for line in order.work_times if "24.12.2026" in line]
    assert order.times.count() == days
    assert [("24.12.2026" in line, "6.1.2027" in line) for line in told] == ([] if works else [(True, True)])
