"""What cancelling brings: shown before, computed again at the press, written into the ledger in plain words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import override_settings
from django.utils.translation import gettext

from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import booking as bookings
from experts.domain import cancellation, outcome_words, permission
from experts.models import Booking, BookingRequest, Session
from tests.factories import orders, people

pytestmark = pytest.mark.django_db
# A Wednesday with five plain working days before it.
MEETING = date(2027, 3, 17)
HALF, WHOLE = Decimal("25.00"), Decimal("50.00")


def booked(**fields: object) -> Booking:
    """Made a month before, for Wednesday the 17th at 13."""
    with orders.on_day(MEETING - timedelta(days=30)):
        return orders.booking_confirmed(times=[orders.in_days(30)], **fields)


def sari() -> Actor:
    return people.actor(people.sari())


@pytest.fixture
def late():
    """Monday: two working days before."""
    made = booked()
    with override_settings(DEMO_TODAY=MEETING - timedelta(days=2)):
        yield made


def code_of(verb, *arguments, **more) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments, **more)
    return refusal.value.code


@pytest.mark.parametrize(("days", "euros"), [(9, "0.00"), (5, "25.00"), (2, "25.00"), (0, "50.00")])
def test_the_orderer_cancels_so_many_days_before(days, euros):
    order = booked().booking_request

    with override_settings(DEMO_TODAY=MEETING - timedelta(days=days)):
        seen = cancellation.outcome(order)
        cancellation.cancel(order, sari(), code="time", seen=seen.seal)

    owed = [fee.amount for fee in Fee.objects.all()]
    assert (seen.total, owed) == (Decimal(euros), [Decimal(euros)] if Decimal(euros) else [])


def test_a_booking_brings_what_is_paid_of_it_not_what_was_agreed(late):
    agreed = late.due

    cancellation.cancel(late.booking_request, sari(), code="obstacle")

    assert (agreed, Booking.objects.get(pk=late.pk).due, late.amount) == (WHOLE, HALF, WHOLE)


def test_the_ledger_tells_what_part_and_why(late):
    cancellation.cancel(late.booking_request, sari(), code="obstacle")

    fee, session = Fee.objects.get(), late.sessions.get()
    assert (fee.share, fee.amount, fee.rate, session.share, session.fee) == (
        Decimal("0.50"),
        HALF,
        WHOLE,
        fee.share,
        fee,
    )
    assert "50 %" in fee.reason


def test_the_expert_cancels_late_without_penalty(late):
    bookings.cancel(late, Actor.by_link(late.expert.person))

    assert (Fee.objects.count(), late.status, late.booking_request.status) == (0, "cancelled", "sent")


def test_after_the_expert_the_same_time_is_looked_for(late):
    bookings.cancel(late, Actor.by_link(late.expert.person))

    assert [time.chosen for time in late.booking_request.times.all()] == [True]


def test_costs_only_bring_no_line():
    made = booked()
    made.sessions.update(amount=0, amount_reason="Vain kulut")

    with override_settings(DEMO_TODAY=MEETING):
        cancellation.cancel(made.booking_request, sari(), code="time")

    session = made.sessions.get()
    assert (Fee.objects.count(), session.share, session.costs) == (0, 1, True)


def test_a_deadline_that_passed_meanwhile_charges_nobody(late):
    order = late.booking_request
    with override_settings(DEMO_TODAY=MEETING - timedelta(days=12)):
        shown = cancellation.outcome(order).seal

    assert code_of(cancellation.cancel, order, sari(), code="time", seen=shown) == "consequence"
    assert (BookingRequest.objects.get().status, Fee.objects.count()) == ("confirmed", 0)


@pytest.mark.parametrize("code", ["", "my knee", "cancelled"])
def test_the_reason_comes_from_the_list(late, code):
    assert code_of(cancellation.cancel, late.booking_request, sari(), code=code) == "reason"


def test_a_listed_reason_needs_no_words_and_is_kept(late):
    cancellation.cancel(late.booking_request, sari(), code="obstacle")

    order = BookingRequest.objects.get()
    assert (order.cancel_code, order.cancel_reason != "", Booking.objects.get().ended_because) == (
        "obstacle",
        True,
        order.cancel_reason,
    )


def test_the_client_takes_the_permission_back(late):
    order = late.booking_request
    seen = permission.outcome(order)

    permission.withdraw(order, sari(), seen=seen.seal)

    order.refresh_from_db()
    assert (order.status, order.permission_withdrawn_at is not None, seen.total) == ("cancelled", True, HALF)
    assert Fee.objects.get().amount == HALF
    told = Message.objects.filter(kind__endswith=".cancelled").values_list("body", flat=True)
    assert [text for text in told if "lupa" in text.lower() or "luvan" in text.lower()] == []
    assert len(told) == 3


@pytest.mark.parametrize(
    ("who", "code"), [(people.olli, "stranger"), (people.stranger_coordinator, "stranger"), (people.matti, "stranger")]
)
def test_others_do_not_speak_for_the_client(late, who, code):
    assert code_of(permission.withdraw, late.booking_request, people.actor(who())) == code


def test_without_a_client_there_is_no_permission_to_take_back():
    order = orders.booking_confirmed(task="lecture").booking_request

    assert code_of(permission.withdraw, order, sari()) == "over"


def test_a_held_meeting_is_not_undone():
    order = orders.booking_held().booking_request

    assert code_of(permission.withdraw, order, sari()) == "over"


def test_the_outcome_is_shown_in_euros_before_and_again_when_it_has_changed(client, late):
    people.sign_in(client, people.sari())
    url = f"/fi/oma/tilaukset/{late.booking_request.number}/peru/"

    shown = client.get(url)
    stale = client.post(url, {"code": "time", "seen": "1:0.00:0"})
    done = client.post(url, {"code": "time", "seen": stale.context["outcome"].seal})

    assert shown.context["outcome"].total == HALF
    assert "25,00" in shown.content.decode()
    assert (stale.status_code, Fee.objects.count(), done.status_code) == (200, 1, 302)


def moment(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=clock.HELSINKI)


def test_the_moment_may_be_asked_of_beforehand():
    order = booked().booking_request

    totals = [cancellation.outcome(order, at=moment(MEETING - timedelta(days=days), 12)).total for days in (10, 3, 0)]

    assert totals == [Decimal(0), HALF, WHOLE]


@pytest.mark.parametrize("form", [Person.Format.NORMAL, Person.Format.PLAIN])
def test_the_expert_reads_in_the_mail_what_is_paid_all_the_same(late, form):
    aino = late.expert.person
    aino.format = form
    aino.save(update_fields=["format"])

    cancellation.cancel(late.booking_request, sari(), code="time")

    told = Message.objects.filter(kind="experts.booking.cancelled")
    assert {row.person_id: "25,00" in row.body for row in told} == {aino.pk: True, people.sari().pk: False}


def test_what_was_never_owed_is_not_told_as_a_whole_fee_of_nothing():
    order = booked().booking_request
    Session.objects.update(is_owed=False)

    with override_settings(DEMO_TODAY=MEETING):
        told = outcome_words.what_happens(cancellation.outcome(order))

    assert told[0] == gettext("No fee is due of this. Real costs are paid.")
