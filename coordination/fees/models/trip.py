"""What somebody may claim costs for: a session, a meeting. Told by the wings, which this floor does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coordination.people.models import Person, Unit, User

NOT_THERE = _(
    "This meeting was called off, or you are marked as not there, so its travel is not paid. If that is wrong, call the "
    "coordinator."
)


@dataclass(frozen=True)
class Trip:
    """One trip of a person. `about` is its key ("experts.session:12"), `day` a Helsinki date.

    `title` is for the person, `words` for the voucher: neutral, in the house's main language. `settled` tells why nothing
    more is claimed for it; `usual` is a remembered fare in euros, offered on the form.
    """

    about: str
    day: date
    title: str
    words: str
    payer: Unit
    unit: Unit
    cost_centre: str = ""
    settled: str | Promise = ""
    usual: Decimal | None = None

    @property
    def was_made(self) -> bool:
        return self.settled is not NOT_THERE


Source = Callable[[Person, date, date], Iterable[Trip]]
Led = Callable[[User], Iterable[str]]

_sources: list[Source] = []
_led: list[Led] = []


def told_by(source: Source) -> None:
    """A wing tells a person's trips between two days, both included."""
    _sources.append(source)


def led_by(led: Led) -> None:
    """A wing tells which of its matters (keys as in `Trip.about`) a user leads."""
    _led.append(led)


def of(person: Person, first: date, last: date) -> list[Trip]:
    """Everything the wings tell, the latest first."""
    found = [trip for source in _sources for trip in source(person, first, last)]
    return sorted(found, key=lambda trip: (trip.day, trip.about), reverse=True)


def keys_led(user: User) -> list[str]:
    return [key for led in _led for key in led(user)]
