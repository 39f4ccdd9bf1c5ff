"""Places, cancellations, calendars: what follows from a booking and from its end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.calendar.models import Entry
from coordination.fees.models import PriceClass
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import Rule
from experts.domain import absence, agreement, debrief, offer
from experts.domain import booking as bookings
from experts.domain.booking_clash import refusing_clashes
from experts.models import Agreement, Booking, BookingRequest, BusyTime, Debrief, Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def code_of(verb, *arguments, **more) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments, **more)
    return refusal.value.code


def two_accepted(**fields: object) -> tuple[BookingRequest, list[Offer]]:
    order = orders.order_sent(**fields)
    return order, [orders.offer_accepted(expert, order) for expert in (experts.aino(), experts.in_folder("Onni"))]


def confirm(order: BookingRequest, offers: list[Offer], **more: str) -> list[Booking]:
    return bookings.confirm(order, orders.main_times(order)[0], offers, kaisa(), **more)


def test_more_experts_than_places_is_refused():
    order, accepted = two_accepted(seats=1)

    assert code_of(confirm, order, accepted) == "too_many"


def test_fewer_experts_need_a_reason():
    order, accepted = two_accepted(seats=3)

    assert code_of(confirm, order, accepted) == "too_few"
    assert [made.seat for made in confirm(order, accepted, fewer="nobody_else")] == [1, 2]
    assert order.status == BookingRequest.Status.CONFIRMED


def test_the_others_are_told_kindly():
    order, (first, second) = two_accepted(seats=1)

    confirm(order, [first])

    second.refresh_from_db()
    assert second.status == Offer.Status.FILLED
    assert Message.objects.get(kind="experts.offer.filled").person == second.expert.person


def test_a_cancelled_booking_gives_the_hours_and_the_order_back():
    booking = orders.booking_confirmed()

    bookings.cancel(booking, kaisa(), "Tila ei ole käytössä.")

    assert (BusyTime.objects.count(), Booking.objects.get().status) == (0, "cancelled")
    assert (booking.booking_request.status, booking.ended_because) == ("sent", "Tila ei ole käytössä.")


def test_a_cancelled_booking_leaves_the_calendars_and_the_reminders():
    booking = orders.booking_confirmed()
    sequence = Entry.objects.get().sequence

    bookings.cancel(booking, kaisa(), "Tila ei ole käytössä.")

    entry = Entry.objects.get()
    assert (entry.cancelled_at is not None, entry.sequence) == (True, sequence + 1)
    assert set(Message.objects.filter(kind="experts.booking.reminder").values_list("status", flat=True)) == {
        "superseded"
    }
    cancellation = Message.objects.filter(kind="experts.booking.cancelled").first()
    assert cancellation.attachments.get().content_type == "text/calendar; method=CANCEL"
    assert "Tila ei ole" not in cancellation.body


def test_the_expert_cancels_without_a_reason_and_the_coordinator_hears():
    booking = orders.booking_confirmed()

    bookings.cancel(booking, Actor.by_link(booking.expert.person))

    assert Message.objects.get(kind="experts.booking.open_place").person == people.kaisa()
    assert Offer.objects.get().status == Offer.Status.DECLINED


def test_the_place_of_one_who_cancelled_is_filled_again():
    order, accepted = two_accepted(seats=2)
    first, second = confirm(order, accepted)
    bookings.cancel(first, Actor.by_link(first.expert.person))

    third = orders.offer_accepted(experts.in_folder("Sanna"), BookingRequest.objects.get())
    confirm(third.booking_request, [third])

    seats = Booking.objects.standing().values_list("seat", "expert__person__first_name")
    assert sorted(seats) == sorted([(first.seat, "Sanna"), (second.seat, second.expert.person.first_name)])
    assert BookingRequest.objects.get().status == "confirmed"


def test_an_expert_may_be_asked_again_after_cancelling():
    booking = orders.booking_confirmed()
    bookings.cancel(booking, Actor.by_link(booking.expert.person))

    again = orders.offer_open(booking.expert, BookingRequest.objects.get())

    assert again.status == Offer.Status.OPEN


def test_a_new_place_raises_the_sequence_and_tells_both():
    booking = orders.booking_confirmed()
    order = booking.booking_request
    BookingRequest.objects.update(place="Toinen talo", version=order.version + 1)

    bookings.republish(Booking.objects.get())

    assert (Entry.objects.get().sequence, Entry.objects.get().place) == (1, "Toinen talo")
    assert Message.objects.filter(kind="experts.booking.changed").count() == 2
    reminders = Message.objects.filter(kind="experts.booking.reminder").order_by("pk").values_list("status", flat=True)
    assert list(reminders) == ["superseded", "superseded", "queued", "queued"]


def test_the_price_stays_as_it_was_confirmed():
    booking = orders.booking_agreed()
    PriceClass.objects.update(amount=99)

    with orders.on_day(orders.day_after(booking)):
        bookings.mark_held(booking, people.actor(people.sari()))

    fee = booking.sessions.get().fee
    assert (fee.amount, fee.rate) == (50, 50)


def test_nothing_held_means_no_fee_and_the_end_of_the_order():
    booking = orders.booking_agreed()

    with orders.on_day(orders.day_after(booking)):
        absence.mark(booking.sessions.get(), "expert_absent", people.actor(people.sari()), "Kukaan ei tullut.")

    order = BookingRequest.objects.get()
    assert (booking.sessions.get().fee, order.status, order.cancel_reason) == (None, "cancelled", "Kukaan ei tullut.")


def test_the_last_outcome_decides_the_orders():
    order, accepted = two_accepted(seats=2, task="lecture")
    first, second = confirm(order, accepted)

    with orders.on_day(orders.day_after(first)):
        bookings.mark_held(first, people.actor(people.sari()))
        between = BookingRequest.objects.get().status
        absence.mark(second.sessions.get(), "expert_absent", people.actor(people.sari()))

    assert (between, BookingRequest.objects.get().status) == ("confirmed", "held")


def test_the_database_has_the_last_word_in_our_words():
    booking = orders.booking_confirmed()
    busy = BusyTime.objects.get()

    def overlap() -> None:
        with refusing_clashes():
            BusyTime.objects.create(
                booking=booking, expert=booking.expert, starts_at=busy.starts_at, ends_at=busy.ends_at
            )

    assert code_of(overlap) == "busy_time_no_overlap"


def test_a_tick_once_made_stands():
    booking = orders.booking_confirmed()
    sari = people.actor(people.sari())
    agreement.tick(booking, "orderer", sari, ["roles"])
    first = Agreement.objects.get().orderer_roles_at

    made = agreement.tick(booking, "orderer", sari, orders.TICKS)

    assert (made.orderer_roles_at, made.ticked_by("orderer"), made.complete) == (first, True, False)


def test_an_overdue_debrief_is_asked_for_once():
    booking = orders.booking_held()
    debrief_day = orders.day_after(booking) + timedelta(days=3)

    with orders.on_day(debrief_day):
        debrief.record(booking, "orderer", people.actor(people.sari()), talked=True, feeling="good")
        reminded = [debrief.remind(), debrief.remind()]
        overdue = list(Booking.objects.debrief_overdue())

    asked = Message.objects.filter(kind="experts.debrief.missing")
    assert (reminded, overdue) == ([1, 1], [booking])
    assert [row.person for row in asked] == [booking.expert.person]


@pytest.mark.parametrize(
    ("feeling", "next_step", "waits"),
    [
        ("good", "nothing", 0),
        ("good", "call", 1),
        ("good", "supervision", 1),
        ("heavy", "nothing", 1),
        ("mixed", "meeting", 0),
    ],
)
def test_a_wish_waits_for_the_coordinator(feeling, next_step, waits):
    booking = orders.booking_held()

    with orders.on_day(orders.day_after(booking)):
        made = debrief.record(
            booking,
            "expert",
            Actor.by_link(booking.expert.person),
            talked=True,
            feeling=feeling,
            next=next_step,
            note="Soita.",
        )

    told = Message.objects.filter(kind="experts.debrief.waits")
    assert told.count() == waits
    assert [body for body in told.values_list("body", flat=True) if "Soita." in body] == []
    assert debrief.waits_for_coordinator(made) is bool(waits)


def test_the_coordinator_sees_to_a_debrief_once():
    booking = orders.booking_held()
    with orders.on_day(orders.day_after(booking)):
        debrief.record(booking, "expert", Actor.by_link(booking.expert.person), talked=True, feeling="heavy")
    made = Debrief.objects.get()

    debrief.handle(made, kaisa())

    assert code_of(debrief.handle, made, kaisa()) == "handled"
    assert code_of(debrief.handle, made, people.actor(people.sari())) == "stranger"


def test_a_full_set_waits_until_all_places_have_a_yes():
    Rule.objects.create(key="offer.confirms_itself", value=True, valid_from=people.LONG_AGO)
    order = orders.order_sent(seats=2)
    orders.offer_accepted(experts.aino(), order)
    between = Booking.objects.count()

    second = orders.offer_open(experts.in_folder("Onni"), order)
    offer.accept(second, Actor.by_link(second.expert.person), orders.main_times(order)[1:])

    chosen = {made.time for made in Booking.objects.all()}
    assert (between, Booking.objects.count(), chosen) == (0, 2, {orders.main_times(order)[1]})
