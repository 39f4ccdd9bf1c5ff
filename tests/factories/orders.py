"""Orders on their way: a draft, sent, asked, agreed, held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.test import override_settings

from coordination.fees.models import PriceClass
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain import agreement, booking, booking_request, offer
from experts.models import Booking, BookingRequest, Expert, Offer, RequestedTime
from tests.factories import experts, people

GOAL = "Asiakas uskaltaa avata kertyneet laskut."
PERMISSION = {
    "permission": "given",
    "permission_asked_by": "Sari, sosiaaliohjaaja",
    "professional": "Sari Salminen, sosiaaliohjaaja",
}


def in_days(days: int, start: int = 13, end: int = 14) -> tuple[datetime, datetime]:
    """A time on the Finnish clock, so many days ahead."""
    day = clock.today() + timedelta(days=days)
    return tuple(datetime.combine(day, time(hour), tzinfo=clock.HELSINKI) for hour in (start, end))


def price_class(code: str = "A", amount: str = "50.00") -> PriceClass:
    """A class of the organisation's price list."""
    found, __ = PriceClass.objects.get_or_create(
        unit=people.organisation(),
        code=code,
        valid_from=people.LONG_AGO,
        defaults={"names": {"fi": "Asiakastapaaminen"}, "amount": Decimal(amount)},
    )
    return found


def order_draft(
    task: str = "client-meeting", wishes: Sequence[Expert] = (), unit: Unit | None = None, **fields: object
) -> BookingRequest:
    """Sari's draft of an order in an agreed unit, complete: it lacks only the sending."""
    sari = people.sari(unit)
    home = unit or sari.unit
    people.agreement_for(home)
    price_class()
    task_type = experts.task_type(task)
    usual = {
        "topic": "Laskujen avaaminen",
        "goal": GOAL,
        "times": [in_days(7), in_days(9)],
        "place": "Kuulaspiha, Havukumpu",
    }
    if task_type.is_client_meeting:
        usual |= {**PERMISSION, "permission_on": clock.today()}
    elif task_type.price_code != "A":
        usual["price_class"] = price_class()
    return booking_request.draft(people.actor(sari), home, task_type, wishes, **{**usual, **fields})


def order_sent(
    task: str = "client-meeting", wishes: Sequence[Expert] = (), unit: Unit | None = None, **fields: object
) -> BookingRequest:
    """Sari's order in Kaisa's queue."""
    order = order_draft(task, wishes, unit, **fields)
    return booking_request.send(order, people.actor(order.orderer))


TICKS = ("confidentiality", "roles", "division")


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """The house's clock stands on that day."""
    with override_settings(DEMO_TODAY=day):
        yield


def day_after(made: Booking) -> date:
    return clock.local(made.ends_at).date() + timedelta(days=1)


def main_times(order: BookingRequest) -> list[RequestedTime]:
    return list(order.times.filter(kind=RequestedTime.Kind.MAIN).order_by("option"))


def offer_open(expert: Expert | None = None, order: BookingRequest | None = None, **fields: object) -> Offer:
    """Kaisa has asked Aino, or another expert, whatever the warnings say."""
    asked = expert or experts.aino()
    overruled = {asked.pk: ("Sopii silti, kysyin itse.", clock.today())}
    return offer.make(order or order_sent(**fields), [asked], people.actor(people.kaisa()), overruled=overruled)[0]


def offer_accepted(expert: Expert | None = None, order: BookingRequest | None = None, **fields: object) -> Offer:
    """Yes to every time that is still possible, by the link."""
    asked = offer_open(expert, order, **fields)
    return offer.accept(asked, Actor.by_link(asked.expert.person), offer.open_times(asked.booking_request))


def booking_confirmed(expert: Expert | None = None, order: BookingRequest | None = None, **fields: object) -> Booking:
    """Kaisa has confirmed the first time."""
    accepted = offer_accepted(expert, order, **fields)
    sent = accepted.booking_request
    return booking.confirm(sent, main_times(sent)[0], [accepted], people.actor(people.kaisa()))[0]


def booking_agreed(**fields: object) -> Booking:
    """Both sides have ticked the whole agreement."""
    made = booking_confirmed(**fields)
    agreement.tick(made, "orderer", people.actor(made.booking_request.orderer), TICKS)
    agreement.tick(made, "expert", Actor.by_link(made.expert.person), TICKS)
    return made


def booking_held(**fields: object) -> Booking:
    """The day after the meeting Sari has said that it was held; the fee is owed."""
    made = booking_agreed(**fields)
    with on_day(day_after(made)):
        return booking.mark_held(made, people.actor(made.booking_request.orderer))
