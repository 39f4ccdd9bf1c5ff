"""Small random worlds for the matching: a handful of experts, their work, limits and told times, and one order.

Rows are written as they would stand after the verbs; a seed gives the same world again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.models import Partnership, Person, Unit
from coordination.privacy.models import Consent, Purpose
from experts.models import (
    CV,
    Availability,
    AwayPeriod,
    Booking,
    BookingRequest,
    BusyTime,
    CVRevision,
    Expert,
    ExpertLanguage,
    Offer,
    PastBooking,
    PausedTopic,
    RefusedUnit,
    RequestedTime,
    ServiceArea,
    Session,
    SpecialDay,
    TaskType,
    Wish,
)
from tests.factories import people

TOWNS = ["Havukumpu", "Kuulaspiha", ""]
LANGUAGES = ["fi", "sv", "en"]
DEBRIEF = timedelta(minutes=15)


@dataclass
class World:
    """What the matching is asked about."""

    random: Random
    today: date
    units: list[Unit] = field(default_factory=list)
    areas: list[ServiceArea] = field(default_factory=list)
    tasks: list[TaskType] = field(default_factory=list)
    experts: list[Expert] = field(default_factory=list)
    numbers: int = 0

    def number(self) -> int:
        self.numbers += 1
        return self.numbers

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, rows: list, most: int) -> list:
        return self.random.sample(rows, self.random.randint(0, min(most, len(rows))))

    def instant(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), clock.HELSINKI).astimezone(clock.now().tzinfo)


def small_world(seed: int, today: date, experts: int = 12) -> tuple[World, BookingRequest]:
    """A world of one organisation, a partner and a stranger, and a sent order somewhere in the organisation."""
    world = World(Random(seed), today)
    _units(world)
    _catalogue(world)
    for number in range(experts):
        world.experts.append(_expert(world, number))
    for expert in world.experts:
        _work(world, expert)
    order = _order(world)
    _offers(world, order)
    return world, order


def _units(world: World) -> None:
    home = people.organisation()
    service = people.unit("Aikuissosiaalityö", locality="Havukumpu")
    team = people.unit("Havukummun tiimi", parent=service, locality=world.random.choice(TOWNS))
    other = people.unit("Perhepalvelut", locality="Kuulaspiha")
    partner, stranger = people.organisation("Kumppani ry"), people.organisation("Naapurin hyvinvointialue")
    world.units = [home, service, team, other, partner, stranger]
    if world.chance(0.7):
        Partnership.objects.create(owner=partner, partner=home, valid_from=world.today - timedelta(days=100))


def _catalogue(world: World) -> None:
    world.areas = [ServiceArea.objects.create(code=f"area-{n}", names=f"Ala {n}") for n in range(4)]
    world.tasks = [TaskType.objects.create(code=f"task-{n}", names=f"Tehtävä {n}", is_media=n == 1) for n in range(3)]


def _expert(world: World, number: int) -> Expert:
    draw = world.random
    unit = draw.choice([*world.units[:4], *world.units])
    person = people.person(f"Nimi{number}", unit=unit, channel=Person.Channel.POST, phone="0400000032")
    expert = Expert.objects.create(
        person=person,
        unit=unit,
        status=draw.choice([Expert.Status.ACTIVE] * 7 + list(Expert.Status)),
        staff_key=f"key{draw.randrange(10**9):09}{number}",
        locality=draw.choice(TOWNS),
        remote=draw.choice(Expert.Remote.values),
        max_per_month=draw.choice([None, None, 1, 2, 4]),
        rest_days=draw.choice([0, 0, 0, 1, 2, 7]),
        no_media=world.chance(0.3),
        fee_mode=draw.choice(Expert.FeeMode.values),
        admitted_before="2.1.2020",
    )
    expert.areas.set(world.some(world.areas, 3))
    expert.task_types.set(world.some(world.tasks, 2))
    for code in world.some(LANGUAGES, 2):
        ExpertLanguage.objects.create(expert=expert, code=code)
    _folder(world, expert)
    _limits(world, expert)
    _told_times(world, expert)
    return expert


def _folder(world: World, expert: Expert) -> None:
    given, day = clock.now() - timedelta(days=30), timedelta(days=1)
    for purpose in (Purpose.CV_OWN, Purpose.CV_PARTNERS, Purpose.MEDIA):
        fields = {"person": expert.person, "purpose": purpose, "channel": "import"}
        if world.chance(0.85):
            Consent.objects.create(**fields, given_at=given, expires_on=world.random.choice([None, world.today, None]))
        elif world.chance(0.5):
            Consent.objects.create(**fields, given_at=given, withdrawn_at=clock.now())
        elif world.chance(0.5):
            Consent.objects.create(**fields, given_at=given, expires_on=world.today - day)
        else:
            Consent.objects.create(**fields)
    if world.chance(0.8):
        cv = CV.objects.create(expert=expert, language="fi")
        CVRevision.objects.create(cv=cv, number=1, status="approved", written_at=given, expert_agreed_at=given)


def _limits(world: World, expert: Expert) -> None:
    for area in world.some(world.areas, 1):
        until = world.random.choice(
            [None, world.today - timedelta(days=1), world.today + timedelta(days=world.random.randint(0, 20))]
        )
        PausedTopic.objects.create(expert=expert, area=area, until=until)
    if world.chance(0.15):
        RefusedUnit.objects.create(expert=expert, unit=world.random.choice(world.units[:4]))


def _told_times(world: World, expert: Expert) -> None:
    draw = world.random
    for weekday in range(7) if world.chance(0.6) else []:
        for starts in world.some([0, 8, 12, 16], 2):
            Availability.objects.create(expert=expert, weekday=weekday, starts=time(starts), ends=time(starts + 7, 30))
    for __ in range(draw.randint(0, 2)):
        starts = draw.randint(0, 20)
        day = world.today + timedelta(days=draw.randint(0, 12))
        SpecialDay.objects.create(
            expert=expert, day=day, starts=time(starts), ends=time(starts + 3), available=world.chance(0.5)
        )
    if world.chance(0.2):
        first = world.today + timedelta(days=draw.randint(-3, 10))
        AwayPeriod.objects.create(expert=expert, starts_on=first, ends_on=first + timedelta(days=draw.randint(0, 4)))


def _work(world: World, expert: Expert) -> None:
    draw = world.random
    slots = draw.sample([(day, hour) for day in range(-100, 15) for hour in (0, 3, 8, 13, 19)], draw.randint(0, 6))
    soon = draw.sample([(day, hour) for day in range(10) for hour in (1, 10, 15, 22)], draw.randint(0, 3))
    for day, hour in [*slots, *soon]:
        starts = world.instant(world.today + timedelta(days=day), hour, draw.choice([0, 30]))
        booking(world, expert, draw.choice(world.units[:4]), starts, past=day < 0)
    for __ in range(draw.randint(0, 3)):
        PastBooking.objects.create(
            expert=expert,
            held_on=world.today - timedelta(days=draw.randint(0, 120)),
            unit=draw.choice([None, *world.units[:4]]),
            outcome=draw.choice(["held", "held", "cancelled", "moved"]),
            source="luettelo.xlsx",
            row_digest=f"{world.number():064}",
        )


def booking(
    world: World, expert: Expert, unit: Unit, starts: datetime, *, past: bool, order: BookingRequest | None = None
) -> Booking:
    """An hour's booking as it stands: cancelled ones hold no hours, held ones have a fee."""
    status = world.random.choice(
        ["held", "held", "no_show", "cancelled"] if past else ["confirmed", "confirmed", "cancelled"]
    )
    ends = starts + timedelta(hours=1)
    if BusyTime.objects.filter(expert=expert, starts_at__lt=ends + DEBRIEF, ends_at__gt=starts).exists():
        status = "cancelled"
    of = order or _sent(world, unit, status="held" if past else "confirmed")
    last = of.times.order_by("-option").first()
    at = RequestedTime.objects.create(
        booking_request=of, option=(last.option if last else 0) + 1, starts_at=starts, ends_at=ends
    )
    offer = Offer.objects.create(
        booking_request=of,
        expert=expert,
        status="accepted",
        made_at=starts - timedelta(days=9),
        expires_at=starts - timedelta(days=5),
    )
    made = Booking.objects.create(
        booking_request=of,
        expert=expert,
        offer=offer,
        time=at,
        seat=world.random.randint(1, 9999),
        status=status,
        starts_at=starts,
        ends_at=ends,
        confirmed_at=starts - timedelta(days=4),
    )
    session = Session.objects.create(
        booking=made,
        time=at,
        starts_at=starts,
        ends_at=ends,
        status={"confirmed": "planned", "held": "held"}.get(status, "cancelled"),
        fee=_fee(world, expert, unit) if status == "held" else None,
    )
    if status in ("confirmed", "held"):
        hours = {"starts_at": starts, "ends_at": ends + DEBRIEF}
        BusyTime.objects.create(booking=made, session=session, expert=expert, **hours)
    if status == "confirmed" and world.chance(0.3):
        _further(made)
    return made


def _further(made: Booking) -> None:
    """The same again after two weeks, unless the hours are taken."""
    starts, ends = made.starts_at + timedelta(days=14), made.ends_at + timedelta(days=14)
    if BusyTime.objects.filter(expert=made.expert, starts_at__lt=ends, ends_at__gt=starts).exists():
        return
    last = made.booking_request.times.filter(kind="further").order_by("-option").first()
    at = RequestedTime.objects.create(
        booking_request=made.booking_request,
        kind="further",
        option=(last.option if last else 0) + 1,
        starts_at=starts,
        ends_at=ends,
    )
    hours = {"starts_at": starts, "ends_at": ends}
    session = Session.objects.create(booking=made, time=at, kind="further", **hours)
    BusyTime.objects.create(booking=made, session=session, expert=made.expert, **hours)
    Booking.objects.filter(pk=made.pk).update(ends_at=ends)


def _fee(world: World, expert: Expert, unit: Unit) -> Fee:
    return Fee.objects.create(
        number=f"F{world.number()}",
        payee=expert.person,
        payer=unit,
        unit=unit,
        what="Keikka",
        rate=50,
        amount=50,
        earned_on=world.today,
    )


def _sent(world: World, unit: Unit, **fields: object) -> BookingRequest:
    return BookingRequest.objects.create(
        **{
            "number": f"T-{world.number()}",
            "status": "sent",
            "orderer": people.sari(),
            "unit": unit,
            "task_type": world.tasks[0],
            "sent_at": clock.now(),
            **fields,
        }
    )


def _order(world: World) -> BookingRequest:
    draw = world.random
    order = _sent(
        world,
        draw.choice(world.units[:4]),
        task_type=draw.choice(world.tasks),
        mode=draw.choice(BookingRequest.Mode.values),
        languages=world.some(LANGUAGES, 2),
        preparation_minutes=draw.choice([0, 0, 30, 60]),
        debrief_minutes=draw.choice([0, 15]),
        orderer=draw.choice(world.experts).person if world.chance(0.2) else people.sari(),
    )
    order.areas.set(world.some(world.areas, 3))
    for option in range(1, draw.randint(0, 3) + 1):
        day = world.today + timedelta(days=draw.randint(0, 8))
        starts = world.instant(day, draw.choice([1, 2, 3, 9, 10, 13, 16, 22]), draw.choice([0, 0, 30]))
        length = timedelta(minutes=draw.choice([45, 60, 120, 180]))
        RequestedTime.objects.create(booking_request=order, option=option, starts_at=starts, ends_at=starts + length)
    if world.chance(0.1):
        order.times.filter(option=1).update(chosen=True)
    if world.chance(0.2):
        starts = world.instant(world.today + timedelta(days=draw.randint(0, 8)), 10)
        RequestedTime.objects.create(
            booking_request=order, kind="rehearsal", starts_at=starts, ends_at=starts + timedelta(hours=1)
        )
    for week in range(1, draw.choice([0, 0, 0, 2]) + 1):
        starts = world.instant(world.today + timedelta(days=draw.randint(1, 3) + 7 * week), 13)
        RequestedTime.objects.create(
            booking_request=order,
            kind="further",
            option=week,
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
        )
    for rank, expert in enumerate(world.some(world.experts, 3), start=1):
        Wish.objects.create(booking_request=order, expert=expert, rank=rank)
    return order


def _offers(world: World, order: BookingRequest) -> None:
    for expert in world.some(world.experts, 2):
        status = world.random.choice(Offer.Status.values)
        at = clock.now() - timedelta(days=1)
        Offer.objects.create(
            booking_request=order, expert=expert, status=status, made_at=at, expires_at=at + timedelta(days=3)
        )


def order_for_debts(starts: datetime) -> BookingRequest:
    """Sari's sent order of a client meeting on debts: an hour from `starts`, a debrief of fifteen minutes, in Finnish."""
    from tests.factories import experts

    order = BookingRequest.objects.create(
        number="2026-0148",
        status="sent",
        orderer=people.sari(),
        unit=people.unit("Aikuissosiaalityö", locality="Havukumpu"),
        task_type=experts.task_type("client-meeting"),
        languages=["fi"],
        debrief_minutes=15,
        sent_at=clock.now(),
    )
    order.areas.add(experts.service_area("debt-counselling"))
    order.times.create(option=1, starts_at=starts, ends_at=starts + timedelta(hours=1))
    return order


def booked(expert: Expert, starts: datetime) -> Booking:
    """An hour of another order is confirmed for the expert, in another unit."""
    from tests.factories import experts

    of = BookingRequest.objects.create(
        number=f"T-{starts:%d%H%M}-{expert.pk}",
        status="confirmed",
        orderer=people.sari(),
        unit=people.unit("Perhepalvelut"),
        task_type=experts.task_type("lecture"),
        sent_at=clock.now(),
    )
    ends = starts + timedelta(hours=1)
    offer = Offer.objects.create(
        booking_request=of, expert=expert, status="accepted", made_at=clock.now(), expires_at=starts
    )
    made = Booking.objects.create(
        booking_request=of,
        expert=expert,
        offer=offer,
        time=of.times.create(starts_at=starts, ends_at=ends),
        seat=1,
        starts_at=starts,
        ends_at=ends,
        confirmed_at=clock.now(),
    )
    session = Session.objects.create(booking=made, time=made.time, starts_at=starts, ends_at=ends)
    BusyTime.objects.create(booking=made, session=session, expert=expert, starts_at=starts, ends_at=ends)
    return made
