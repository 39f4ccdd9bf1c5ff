"""Trainings, supervision and contracts in situations."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from coordination.events.domain import door, series
from coordination.events.domain import event as events
from coordination.events.models import Event, EventSeries
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.models import Campaign
from experts.domain import contract, training_group
from experts.models import Contract, ContractKind, Expert, Mark, Training, TrainingGroup
from tests.factories import experts, orders, people

HOUSE = Actor.worker()
PLACE = "Kuulaspiha, Haapa"


def kaisa() -> Actor:
    return Actor.of(people.kaisa().user)


def group(campaign: Campaign | None = None, **facts: object) -> TrainingGroup:
    """Of the register of Kaisa's unit, planned, thirty hours, beginning today."""
    usual = {
        "names": {"fi": "Kokemusasiantuntijakoulutus", "sv": "Utbildning för erfarenhetsexperter"},
        "provider": "Kanervan aikuisopisto",
        "hours": 30,
        "marks": [Mark.THEORY, Mark.SERVICES],
        "starts_on": clock.today(),
        "ends_on": clock.today() + timedelta(days=60),
        "campaign": campaign,
    }
    return training_group.plan(people.kaisa().unit, HOUSE, **{**usual, **facts})


def running(*inside: Expert) -> TrainingGroup:
    made = group()
    training_group.enrol(made, inside or [experts.expert_in_training()], HOUSE)
    return training_group.start(made, HOUSE)


def going_on(expert: Expert | None = None) -> Training:
    return running(*([expert] if expert else [])).trainings.get()


def evenings(count: int = 2, days: int = 7) -> list[tuple[datetime, datetime]]:
    """Two hours from five o'clock, `count` weeks in a row."""
    starts = datetime.combine(clock.today() + timedelta(days=days), datetime.min.time(), clock.HELSINKI)
    starts += timedelta(hours=17)
    times = [starts + timedelta(weeks=number) for number in range(count)]
    return [(each, each + timedelta(hours=2)) for each in times]


def supervision(count: int = 2, kind: str = Event.Kind.SUPERVISION) -> EventSeries:
    """Open times ahead; nobody is invited yet."""
    made = series.begin(
        kind,
        people.kaisa().unit,
        HOUSE,
        names="Työnohjaus",
        dates=evenings(count),
        place=PLACE,
        coordinator=people.kaisa(),
    )
    series.open_all(made, HOUSE)
    return made


def supervision_held(*attended: tuple[Person, bool], ago: int = 20) -> Event:
    """A time of supervision `ago` days ago: who was there, and who was not."""
    today = clock.today()
    with orders.on_day(today - timedelta(days=ago + 7)):
        made = supervision(1)
        series.invite(made, [person for person, __ in attended], HOUSE)
        event = made.events.get()
    with orders.on_day(today - timedelta(days=ago - 1)):
        for person, there in attended:
            door.mark(event.registrations.get(person=person), HOUSE, attended=there)
        return events.held(event, HOUSE)


def asked(expert: Expert, kind: str = ContractKind.COMMISSION) -> Contract:
    return contract.ask(expert, kind, HOUSE)


def runs_out(expert: Expert, until: date, kind: str = ContractKind.COMMISSION) -> Contract:
    return experts.signed(expert, kind, valid_until=until)
