"""Letters, calls and text messages of the demo: one expert of each, and the same question waiting for all three."""

from __future__ import annotations

from datetime import time, timedelta

from coordination.demo.orders.maker import Orders, hours, weekday_from
from coordination.demo.organisation import HOUSE, Organisation
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.domain import person
from coordination.people.models import Person
from coordination.records.domain import rule_keeping

BY_LETTER, BY_PHONE, BY_TEXT_MESSAGE = "Hannu", "Pekka", "Tuulia"


def build(made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
    """Today: an order whose three candidates are asked each by a channel of their own."""
    rule_keeping.keep("reminder.hours", [168, 24], coordinator, unit=made.county, source="Esimerkki")
    person.change(
        register[BY_LETTER].person, HOUSE, channel=Person.Channel.POST, format=Person.Format.LARGE, postcode="00100"
    )
    person.change(register[BY_TEXT_MESSAGE].person, HOUSE, channel=Person.Channel.SMS)
    when = hours(weekday_from(clock.today() + timedelta(days=24), 3), time(13), time(15))
    orders = Orders(made, register, orderer, coordinator)
    asked = orders.send(
        made.havukumpu,
        "lecture",
        times=[when],
        topic="Kun apu vaihtuu kesken",
        need="Puheenvuoro uusille työntekijöille.",
        audience="Uudet työntekijät",
        audience_size=12,
        place="Kuulaspiha, sali",
        areas=("mental-health",),
    )
    orders.offer(asked, BY_LETTER, BY_PHONE, BY_TEXT_MESSAGE)
