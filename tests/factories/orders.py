"""Orders on their way: a draft, sent, asked, agreed, held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal

from coordination.fees.models import PriceClass
from coordination.foundation import clock
from coordination.people.models import Unit
from experts.domain import booking_request
from experts.models import BookingRequest, Expert
from tests.factories import experts, people

GOAL = "Asiakas uskaltaa avata kertyneet laskut."
PERMISSION = {"permission": "given", "permission_asked_by": "Sari, sosiaaliohjaaja", "professional": "Sari Salminen, sosiaaliohjaaja"}


def in_days(days: int, start: int = 13, end: int = 14) -> tuple[datetime, datetime]:
    """A time on the Finnish clock, so many days ahead."""
    day = clock.today() + timedelta(days=days)
    return tuple(datetime.combine(day, time(hour), tzinfo=clock.HELSINKI) for hour in (start, end))


def price_class(code: str = "A", amount: str = "50.00") -> PriceClass:
    """A class of the organisation's price list."""
    found, __ = PriceClass.objects.get_or_create(
        unit=people.organisation(), code=code, valid_from=people.LONG_AGO, defaults={"names": {"fi": "Asiakastapaaminen"}, "amount": Decimal(amount)}
    )
    return found


def order_draft(task: str = "client-meeting", wishes: Sequence[Expert] = (), unit: Unit | None = None, **fields: object) -> BookingRequest:
    """Sari's draft of an order in an agreed unit, complete: it lacks only the sending."""
    sari = people.sari(unit)
    home = unit or sari.unit
    people.agreement_for(home)
    price_class()
    task_type = experts.task_type(task)
    usual = {"topic": "Laskujen avaaminen", "goal": GOAL, "times": [in_days(7), in_days(9)], "place": "Kuulaspiha, Havukumpu"}
    if task_type.is_client_meeting:
        usual |= {**PERMISSION, "permission_on": clock.today()}
    elif task_type.price_code != "A":
        usual["price_class"] = price_class()
    return booking_request.draft(people.actor(sari), home, task_type, wishes, **{**usual, **fields})


def order_sent(task: str = "client-meeting", wishes: Sequence[Expert] = (), unit: Unit | None = None, **fields: object) -> BookingRequest:
    """Sari's order in Kaisa's queue."""
    order = order_draft(task, wishes, unit, **fields)
    return booking_request.send(order, people.actor(order.orderer))
