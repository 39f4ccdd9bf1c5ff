"""Four councils, one whose term has ended, and a developer-client group: their leaders, members and substitutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from coordination.demo.cast import ELINA, MATTI, VILLE, Member
from coordination.demo.organisation import HOUSE, Organisation
from coordination.demo.past import days_ago
from coordination.fees.models import PriceClass
from coordination.foundation import clock
from coordination.people.actor import PHONE, POST, Actor
from coordination.people.domain import person as people
from coordination.people.models import Person, Unit, User
from coordination.recruitment.domain.admission import Before
from councils.domain import council, meeting_task, membership, staff
from councils.models import Council, Meeting, Membership

from . import texts
from .members import ADULT, DIGITAL, ENDED, FAMILIES, GROUP, SUBSTANCES, Sketch

ADMITTED = "Kaisa Koordimalli"


@dataclass
class Councils:
    """What the rest of the demo hangs on. Elina leads `adult`, Ville takes its minutes, Matti and Irja are its members."""

    adult: Council
    families: Council
    substances: Council
    digital: Council
    ended: Council
    group: Council
    made: Organisation
    coordinator: Actor
    leader: Actor
    secretary: Actor
    matti: Membership
    irja: Membership


@dataclass
class Maker:
    """Makes people once each: somebody of one council may have been in another."""

    made: Organisation
    by: Actor
    known: dict[str, Person]

    def leader(self, first: str, last: str, unit: Unit, language: str = "fi") -> Person:
        key = f"{first} {last}"
        if key not in self.known:
            email = f"{first}.{last}@example.org".lower().replace("ö", "o").replace("ä", "a")
            self.known[key] = people.add(
                unit=unit, by=HOUSE, first_name=first, last_name=last, email=email, title="ohjaaja", language=language
            )
        return self.known[key]

    def member(self, sketch: Sketch, unit: Unit) -> Person:
        if sketch.name not in self.known:
            self.known[sketch.name] = people.add(unit=unit, by=HOUSE, **sketch.person())
        return self.known[sketch.name]


def build(made: Organisation, cast: dict[Member, Person], coordinator: Actor) -> Councils:
    known = {f"{member.first_name} {member.last_name}": row for member, row in cast.items()}
    maker = Maker(made, coordinator, known)
    elina, ville = cast[ELINA], cast[VILLE]
    with days_ago(900):
        ended = _council(maker, made.adult, texts.ENDED, ENDED, [(elina, "chair", True)])
    with days_ago(330):
        council.end(ended, coordinator)
    with days_ago(290):
        adult = _adult(maker, elina, ville)
        families = _families(maker)
        substances = _substances(maker)
    with days_ago(120):
        digital = _digital(maker)
    with days_ago(75):
        group = _council(
            maker, made.adult, texts.GROUP, GROUP, [(elina, "facilitator", True), (ville, "facilitator", False)]
        )
    rows = Membership.objects.filter(council=adult).select_related("person")
    return Councils(
        adult,
        families,
        substances,
        digital,
        ended,
        group,
        made,
        coordinator,
        leader=_signed_in(elina),
        secretary=_signed_in(ville),
        matti=rows.get(person=cast[MATTI]),
        irja=rows.get(person__first_name="Irja"),
    )


def _adult(maker: Maker, elina: Person, ville: Person) -> Council:
    anne = maker.leader("Anne", "Sosiaalimalli", maker.made.adult)
    leaders = [(elina, "chair", True), (ville, "secretary", False), (anne, "presenter", False)]
    return _council(maker, maker.made.adult, texts.ADULT, ADULT, leaders)


def _families(maker: Maker) -> Council:
    """Its term ends soon, so its leaders are reminded of it."""
    unit = maker.made.families
    maria, salla = maker.leader("Maria", "Mallström", unit, "sv"), maker.leader("Salla", "Perhemalli", unit)
    anne = maker.leader("Anne", "Sosiaalimalli", maker.made.adult)
    leaders = [(anne, "chair", False), (maria, "secretary", True), (salla, "presenter", False)]
    return _council(maker, unit, texts.FAMILIES, FAMILIES, leaders, days=290 + 45)


def _substances(maker: Maker) -> Council:
    """Full: the next one is refused."""
    unit = maker.made.clinic
    petri, jaana = maker.leader("Petri", "Päihdemalli", unit), maker.leader("Jaana", "Vastaanottomalli", unit)
    heli = maker.leader("Heli", "Hoitomalli", unit)
    leaders = [(petri, "chair", True), (jaana, "secretary", False), (heli, "presenter", False)]
    return _council(maker, unit, texts.SUBSTANCES, SUBSTANCES, leaders)


def _digital(maker: Maker) -> Council:
    """Too small, with two leaders and no social worker: the overview says so."""
    unit = maker.made.county
    dina, olavi = maker.leader("Dina", "Verkkomalli", unit), maker.leader("Olavi", "Palvelumalli", unit)
    return _council(maker, unit, texts.DIGITAL, DIGITAL, [(dina, "chair", True), (olavi, "secretary", False)])


def _council(
    maker: Maker, unit: Unit, facts: dict, sketches: list[Sketch], leaders: list[tuple], days: int = 730
) -> Council:
    today, made, by = clock.today(), maker.made, maker.by
    row = council.make(
        unit=unit,
        by=by,
        term_starts=today + timedelta(days=10),
        term_ends=today + timedelta(days=days),
        payer=unit,
        meeting_fee=PriceClass.objects.filter(unit=made.county, code="F").order_by("valid_from").first(),
        **facts,
    )
    jorma = maker.leader("Jorma", "Johtomalli", made.management)
    if row.kind == Council.Kind.CLIENT_COUNCIL:
        council.commit(row, by, sponsor=jorma, title="Palvelujohtaja", on=today, text=texts.COMMITMENT)
    for person, duty, is_responsible in leaders:
        worker = person.first_name in {"Elina", "Anne", "Jaana"}
        staff.add(row, person, by, duty=duty, is_responsible=is_responsible, is_social_worker=worker)
    while council.following(row) is not None:
        council.move_on(row, by)
    for number, sketch in enumerate(sketches):
        _seat(maker, row, number, sketch)
    return row


def _seat(maker: Maker, row: Council, number: int, sketch: Sketch) -> None:
    person, by = maker.member(sketch, row.unit), maker.by
    first = row.memberships.seated().first() if sketch.kind == Membership.Kind.SUBSTITUTE else None
    seat = membership.admit(
        row,
        person,
        by,
        kind=sketch.kind,
        substitute_for=first,
        admitted=Before(on=clock.today() - timedelta(days=400), by_whom=ADMITTED),
    )
    on_behalf = replace(by, on_behalf_of=person, via=POST if sketch.channel == "post" else PHONE)
    if sketch.choices:
        membership.choose(seat, on_behalf, **dict.fromkeys(sketch.choices, True))
    if number % 6 != 5:
        membership.agree_rules(seat, on_behalf)


def tick_all(meeting: Meeting, by: Actor) -> None:
    """What was to be done for a meeting that has been held was done."""
    for task in meeting.tasks.all():
        meeting_task.tick(task, by)


def _signed_in(person: Person) -> Actor:
    return Actor.of(User.objects.get(pk=person.user_id))
