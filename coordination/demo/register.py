"""From sketches to experts: admitted, consenting, with an approved CV, each by the verbs a person would use."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.experts import SKETCHES, Sketch
from coordination.demo.organisation import HOUSE, Organisation
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.domain import account, person
from coordination.people.models import Person
from coordination.privacy.domain import consent
from coordination.privacy.models import Consent, Purpose
from coordination.recruitment.domain.admission import Before
from experts.domain import audience, availability, contract, cv, expert, limit
from experts.models import Audience, ContractKind, Expert, ServiceArea, TaskType

Register = dict[str, Expert]


def build(made: Organisation, cast: dict, coordinator: Actor) -> Register:
    """Every sketch as an expert, by first name."""
    people = {member.email: row for member, row in cast.items()}
    return {
        sketch.first_name: _admit(sketch, number, made, people, coordinator)
        for number, sketch in enumerate(SKETCHES, start=1)
    }


def rewrite(register: Register, coordinator: Actor) -> None:
    """A newer text waits beside the approved one, which stays shown until the coordinator has read it."""
    for sketch in SKETCHES:
        if added := sketch.facts.get("rewriting"):
            row = register[sketch.first_name]
            by = _as_oneself(row.person, coordinator)
            draft = cv.write(cv.start(row, sketch.language, by), by, background=f"{sketch.background} {added}")
            cv.submit(draft, by, agreed=True)


def _admit(sketch: Sketch, number: int, made: Organisation, people: dict[str, Person], coordinator: Actor) -> Expert:
    someone = people.get(sketch.email) or _person(sketch, number, made)
    person.change(someone, HOUSE, birth_year=sketch.born, town=sketch.town)
    row = expert.admit(
        someone,
        made.county,
        coordinator,
        admitted=Before(on=date(sketch.trained or 2025, 9, 3), by_whom="Kaisa Koordimalli"),
        list_name="Rekisteri",
        list_number=str(number),
        joined_on=clock.today() - timedelta(days=300 + 90 * (number % 7)),
    )
    self_actor = _as_oneself(someone, coordinator)
    _keep_limits(row, sketch, self_actor, made)
    if sketch.state != "training":
        expert.activate(row, coordinator)
        _sign(row, coordinator)
        _publish(row, sketch, self_actor, coordinator)
        _consent(someone, sketch, self_actor, coordinator)
    if sketch.state == "leave":
        expert.take_leave(row, self_actor)
    if sketch.state == "withdrawn":
        consent.withdraw(someone, Purpose.CV_OWN, self_actor)
    return row


def _sign(row: Expert, coordinator: Actor) -> None:
    """The confidentiality commitment, on paper on the day of joining."""
    if row.person.user_id != (coordinator.user and coordinator.user.pk):
        contract.note_signed(row, ContractKind.CONFIDENTIALITY, coordinator, signed_on=row.joined_on)


def _person(sketch: Sketch, number: int, made: Organisation) -> Person:
    facts = sketch.facts
    made_person = person.add(
        unit=made.county,
        by=HOUSE,
        first_name=sketch.first_name,
        last_name=sketch.last_name,
        email=sketch.email,
        phone=f"040 000 00{30 + number}",
        street="" if facts.get("protected") else f"Mallikuja {number}",
        postcode="" if facts.get("protected") else "00000",
        language=sketch.language,
        channel=Person.Channel.EMAIL if sketch.email else Person.Channel.PHONE,
        protected_address=bool(facts.get("protected")),
    )
    if sketch.email:
        account.open_account(made_person, HOUSE)
    return made_person


def _as_oneself(someone: Person, coordinator: Actor) -> Actor:
    return Actor.of(someone.user) if someone.user else coordinator.acting_for(someone)


def _keep_limits(row: Expert, sketch: Sketch, by: Actor, made: Organisation) -> None:
    areas = {area.code: area for area in ServiceArea.objects.all()}
    topic, days = sketch.facts.get("paused", ("", 0))
    refused = sketch.facts.get("refuses")
    limit.keep(
        row,
        by,
        areas=[areas[code] for code in sketch.areas],
        task_types=list(TaskType.objects.filter(code__in=sketch.tasks)),
        languages=sketch.languages,
        locality=sketch.town,
        remote=sketch.remote,
        max_per_month=sketch.most,
        rest_days=sketch.rest,
        no_media=bool(sketch.facts.get("no_media")),
        fee_mode=Expert.FeeMode.COSTS_ONLY if sketch.facts.get("costs_only") else Expert.FeeMode.FEE,
        paused={areas[topic]: clock.today() + timedelta(days=days)} if topic else {},
        refused_units=[getattr(made, refused)] if refused else [],
    )
    availability.keep(
        row, by, week=[availability.Stretch(day, time(start), time(end)) for day, start, end in sketch.week]
    )


def _publish(row: Expert, sketch: Sketch, by: Actor, coordinator: Actor) -> None:
    """The expert writes and agrees, the coordinator approves; the one without an account does it with the coordinator."""
    areas = {area.code: area for area in ServiceArea.objects.all()}
    draft = cv.start(row, sketch.language, by)
    cv.write(
        draft,
        by,
        training_year=sketch.trained,
        trainer=sketch.trainer,
        background=sketch.background,
        motto=sketch.motto,
        story=sketch.story,
        special_skills=list(sketch.skills),
        area_texts={areas[code]: text for code, text in sketch.areas.items()},
    )
    submitted = cv.submit(draft, by, agreed=True)
    cv.approve(submitted, coordinator)
    expert.change(row, coordinator, training_year=sketch.trained)
    for kind in Audience.Kind.values:
        audience.keep(
            row, kind, by, name=Audience.Name.FIRST, birth=Audience.Birth.DECADE, photo=False, locality=kind != "public"
        )


def _consent(someone: Person, sketch: Sketch, by: Actor, coordinator: Actor) -> None:
    """On screen by oneself; the one without an account signed on paper, and the coordinator wrote it down."""
    purposes = [Purpose.CV_OWN]
    purposes += [Purpose.CV_PUBLIC] if sketch.public else []
    purposes += [Purpose.CV_PARTNERS] if sketch.partners else []
    actor, channel = (by, Consent.Channel.SCREEN) if someone.user_id else (coordinator, Consent.Channel.PAPER)
    for purpose in purposes:
        consent.give(someone, purpose, actor, channel=channel)
