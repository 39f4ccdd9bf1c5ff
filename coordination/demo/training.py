"""The demo's trainings and contracts: a group that goes on, one that ended, what waits for a signature, what runs out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from coordination.demo.cast import GORAN, VEERA, Member
from coordination.demo.organisation import HOUSE, Organisation
from coordination.demo.past import days_ago
from coordination.events.domain import door
from coordination.events.domain import event as events
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.domain import account, person
from coordination.people.models import Person
from coordination.recruitment.domain.admission import Before
from experts.domain import contract, contract_template, expert, training, training_group
from experts.models import ContractKind, Expert, Mark, TrainingGroup

TERM = {
    "fi": "Kokemusasiantuntijakoulutus",
    "sv": "Utbildning för erfarenhetsexperter",
    "en": "Training for experts by experience",
}
STORY = {"fi": "Oman tarinan kertominen", "sv": "Att berätta sin historia", "en": "Telling one's own story"}
NEW = (("Tuukka", "Tulokasmalli"), ("Ritva", "Joukkomalli"), ("Birgitta", "Provgrupp"))
SCHOOL = "Kuulasveden ammattikorkeakoulu"


def build(made: Organisation, cast: dict[Member, Person], experts: dict[str, Expert], coordinator: Actor) -> None:
    # Further back than the roles of the cast reach, the house itself acts.
    _ended(made, [experts[name] for name in ("Veera", "Göran", "Hannu")], HOUSE)
    _going_on(made, [experts["Noora"], *_newcomers(made, coordinator)], coordinator)
    _written_down(experts["Pekka"], coordinator)
    _contracts(made, experts, coordinator)


def _newcomers(made: Organisation, by: Actor) -> list[Expert]:
    """Admitted nearly two months ago, in training."""
    with days_ago(55):
        rows = []
        for number, (first, last) in enumerate(NEW):
            facts = {"first_name": first, "last_name": last, "phone": f"040 000 03{number:02}"}
            someone = person.add(unit=made.county, by=HOUSE, **facts, email=f"{first}.{last}@example.com".lower())
            account.open_account(someone, HOUSE)
            grounds = Before(on=clock.today(), by_whom="Kaisa Koordimalli")
            rows.append(expert.admit(someone, made.county, by, admitted=grounds))
        return rows


def _times(first: int, count: int) -> list[tuple[datetime, datetime]]:
    """Weekly evenings, the first one so many days from the demo's day."""
    day = clock.today() + timedelta(days=first)
    day += timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)
    starts = datetime.combine(day, time(16, 30), tzinfo=clock.HELSINKI)
    times = [starts + timedelta(weeks=number) for number in range(count)]
    return [(each, each + timedelta(hours=3)) for each in times]


def _held(group: TrainingGroup, times: int, by: Actor, missing: Sequence[tuple[int, int]]) -> None:
    """The first times were held; `missing` tells who was away, as (time, person)."""
    for number, event in enumerate(group.series.events.order_by("starts_at")[:times]):
        with days_ago((clock.today() - clock.local(event.ends_at).date()).days - 1):
            rows = event.registrations.select_related("event").order_by("person_id")
            for place, row in enumerate(rows):
                door.mark(row, by, attended=(number, place) not in missing)
            events.held(event, by)


def _ended(made: Organisation, inside: list[Expert], by: Actor) -> None:
    """Bought from a school a year ago: everybody completed it."""
    with days_ago(400):
        starts = clock.today()
        group = training_group.plan(
            made.county,
            by,
            names=STORY,
            provider=SCHOOL,
            hours=24,
            credits=1,
            marks=[Mark.STORY, Mark.PERFORMING, Mark.SPEAKING],
            starts_on=starts,
            ends_on=starts + timedelta(days=40),
        )
        training_group.enrol(group, inside, by)
        training_group.start(group, by)
    with days_ago(355):
        training.complete(group.trainings.select_related("expert"), by, on=clock.today())
        training_group.end(group, by)


def _going_on(made: Organisation, inside: list[Expert], by: Actor) -> None:
    """Six evenings, of which three have been."""
    with days_ago(30):
        group = training_group.plan(
            made.county,
            by,
            names=TERM,
            provider="Kanervan aikuisopisto",
            hours=50,
            marks=[Mark.THEORY, Mark.STORY, Mark.EXPERIENCE, Mark.SERVICES],
            starts_on=clock.today() + timedelta(days=6),
            ends_on=clock.today() + timedelta(days=50),
        )
        training_group.enrol(group, inside, by)
        training_group.add_times(group, by, dates=_times(8, 6), place="Kuulaspiha, Haapa", coordinator=by.person)
        training_group.start(group, by)
    _held(group, 3, by, missing=((1, 2),))


def _written_down(row: Expert, by: Actor) -> None:
    training.write_down(row, by, name="Kokemus työvälineenä", provider="Toivon Silta ry", hours=50, completed_year=2019)


def _contracts(made: Organisation, experts: dict[str, Expert], by: Actor) -> None:
    """Göran signed on the screen, Veera's waits, Pekka's paper runs out in two weeks."""
    kind = ContractKind.COMMISSION
    with days_ago(351):
        first = contract_template.current(made.county, kind)
        facts = {"titles": first.titles, "bodies": first.bodies, "valid_from": clock.today(), "valid_months": 12}
        contract_template.word(made.county, kind, HOUSE, **facts)
        contract.note_signed(experts["Pekka"], kind, HOUSE, signed_on=clock.today())
    with days_ago(50):
        goran = contract.ask(experts[GORAN.first_name], kind, by)
        contract.sign(goran, Actor.of(goran.expert.person.user), agreed=True, language="sv")
    with days_ago(1):
        contract.ask(experts[VEERA.first_name], kind, by)
