"""What goes otherwise than planned: called off late, a client who did not come, a time that may move, a permission taken back."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.orders.maker import Orders, hours, weekday_from
from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import absence, booking, cancellation, permission, time_change
from experts.models import BookingRequest, Session

ROOM = "Kuulaspiha, huone 3"


def build(made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
    """Each brought about by its verbs on the days it would have happened."""
    orders, today = Orders(made, register, orderer, coordinator), clock.today()
    _called_off_late(orders)
    _client_absent(orders)
    _permission_taken_back(orders)
    _time_may_move(orders, today)
    _expert_cannot_come(orders, today)


def _called_off_late(orders: Orders) -> None:
    """Three days before: half of the fee."""
    with days_ago(30):
        when = hours(weekday_from(clock.today() + timedelta(days=12), 3), time(10), time(11))
        order = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            ("Pekka",),
            times=[when],
            topic="Vuokravelan selvittely",
            place=ROOM,
            areas=("debt-counselling",),
        )
        orders.confirm(order, "Pekka")
    with days_ago((clock.today() - clock.local(when[0]).date()).days + 3):
        cancellation.cancel(_now(order), orders.orderer, code="time")


def _client_absent(orders: Orders) -> None:
    """The expert came: the whole fee, told without blame."""
    with days_ago(28):
        when = hours(weekday_from(clock.today() + timedelta(days=10), 1), time(14), time(15))
        order = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            ("Onni",),
            times=[when],
            topic="Ensimmäinen askel",
            place=ROOM,
            areas=("child-welfare",),
        )
        orders.agree(orders.confirm(order, "Onni"))
    with days_ago((clock.today() - clock.local(when[0]).date()).days - 1):
        session = Session.objects.select_related("booking__booking_request").get(booking__booking_request=order)
        absence.mark(session, Session.Status.CLIENT_ABSENT, orders.orderer)


def _permission_taken_back(orders: Orders) -> None:
    with days_ago(5):
        when = hours(weekday_from(clock.today() + timedelta(days=15), 0), time(10), time(11))
        order = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            times=[when],
            topic="Arjen rytmi",
            place=ROOM,
            areas=("mental-health",),
        )
        orders.confirm(order, "Tuulia")
    with days_ago(1):
        permission.withdraw(_now(order), orders.orderer)


def _time_may_move(orders: Orders, today: date) -> None:
    """The orderer asks; the expert has not answered."""
    day = weekday_from(today + timedelta(days=20), 2)
    with days_ago(4):
        order = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            ("Veera",),
            times=[hours(day, time(13), time(14))],
            topic="Perintäkirjeet auki",
            place=ROOM,
            areas=("debt-counselling",),
        )
        made = orders.confirm(order, "Veera")[0]
    time_change.propose(made.time, *hours(day + timedelta(days=1), time(13), time(14)), orders.orderer)


def _expert_cannot_come(orders: Orders, today: date) -> None:
    """A place to fill again at the same time."""
    when = hours(weekday_from(today + timedelta(days=27), 2), time(13), time(14))
    with days_ago(3):
        order = orders.send(
            orders.made.havukumpu,
            "client-meeting",
            times=[when],
            topic="Laskut järjestykseen",
            place=ROOM,
            areas=("debt-counselling",),
        )
        made = orders.confirm(order, "Pekka")[0]
    booking.cancel(made, orders.as_expert(made.expert))


def _now(order: BookingRequest) -> BookingRequest:
    return BookingRequest.objects.get(pk=order.pk)
