"""What there is to say of each expert on the screen: a fixed number of queries for all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet

from coordination.foundation import clock
from coordination.privacy.models import Consent, Purpose
from experts.domain import strain, supervision
from experts.models import (
    Availability,
    AwayPeriod,
    BackgroundCheck,
    Booking,
    BusyTime,
    Contract,
    Expert,
    ExpertLanguage,
    Offer,
    PastBooking,
    PausedTopic,
    RefusedUnit,
    Session,
    SpecialDay,
)

from .hours import ON, WORKING
from .need import Need, Span, midnight, month_after


@dataclass
class Facts:
    """What one expert's rows say about one order."""

    expert: Expert
    areas: set[int] = field(default_factory=set)
    paused: dict[int, date | None] = field(default_factory=dict)
    knows_task: bool = False
    languages: set[str] = field(default_factory=set)
    refuses_unit: bool = False
    consents: set[str] = field(default_factory=set)
    withdrawn: dict[str, datetime] = field(default_factory=dict)
    busy: list[Span] = field(default_factory=list)
    sessions: list[tuple[int, date]] = field(default_factory=list)
    """The booking and the Finnish day of each of its sessions."""
    past: list[date] = field(default_factory=list)
    recent: int = 0
    visits: int = 0
    told: list[Availability] = field(default_factory=list)
    special: list[SpecialDay] = field(default_factory=list)
    away: list[AwayPeriod] = field(default_factory=list)
    offer: Offer | None = None
    heavy_rows: list[int] = field(default_factory=list)
    """For a heavy order: how many heavy bookings stand unbroken around each of its times."""
    heavy_limit: int = 0
    checked_until: date | None = None
    contracts: set[str] = field(default_factory=set)
    """Of the demanded kinds, those signed and good on the last day."""
    missed: int = 0
    """Supervision and joint times missed in a row up to now."""

    def in_month(self, month: date) -> int:
        """Bookings of a month (its first day), imported ones too; one with several sessions counts once."""
        until = month_after(month)
        own = {booking for booking, day in self.sessions if month <= day < until}
        return len(own) + sum(month <= day < until for day in self.past)


def collect(need: Need, experts: Iterable[Expert]) -> dict[int, Facts]:
    """The facts of the experts by primary key."""
    found = {expert.pk: Facts(expert) for expert in experts}
    if found:
        for gather in (
            _knowledge,
            _limits,
            _consents,
            _work,
            _visits,
            _told_times,
            _offers,
            _strain,
            _checks,
            _contracts,
            _missed,
        ):
            gather(need, found)
    return found


def _knowledge(need: Need, found: dict[int, Facts]) -> None:
    for pk, area in (
        _of(Expert.areas.through, found)
        .filter(servicearea_id__in=need.area_ids)
        .values_list("expert_id", "servicearea_id")
    ):
        found[pk].areas.add(area)
    task = _of(Expert.task_types.through, found).filter(tasktype_id=need.order.task_type_id)
    for pk in task.values_list("expert_id", flat=True):
        found[pk].knows_task = True
    for pk, code in _of(ExpertLanguage, found).values_list("expert_id", "code"):
        found[pk].languages.add(code)


def _limits(need: Need, found: dict[int, Facts]) -> None:
    paused = PausedTopic.objects.in_force(need.first_day).filter(expert__in=found, area__in=need.area_ids)
    for pk, area, until in paused.values_list("expert_id", "area_id", "until"):
        found[pk].paused[area] = until
    refused = _of(RefusedUnit, found).filter(unit__path__in=need.unit.paths_up())
    for pk in refused.values_list("expert_id", flat=True):
        found[pk].refuses_unit = True


def _consents(need: Need, found: dict[int, Facts]) -> None:
    persons = {facts.expert.person_id: facts for facts in found.values()}
    purposes = [Purpose.CV_OWN, Purpose.CV_PARTNERS, Purpose.MEDIA]
    rows = Consent.objects.filter(person__in=persons, purpose__in=purposes)
    rows = rows.annotate(holds=Q(pk__in=Consent.objects.in_force().values("pk"))).order_by("withdrawn_at")
    for person, purpose, withdrawn_at, holds in rows.values_list("person_id", "purpose", "withdrawn_at", "holds"):
        if holds:
            persons[person].consents.add(purpose)
        if withdrawn_at:
            persons[person].withdrawn[purpose] = withdrawn_at


def _work(need: Need, found: dict[int, Facts]) -> None:
    since, until = _stretch(need)
    counted: set[int] = set()
    for pk, booking, starts, ends in _sessions(need, found, midnight(since)):
        found[pk].sessions.append((booking, clock.local(starts).date()))
        if booking not in counted:
            counted.add(booking)
            found[pk].recent += ends >= need.recent_from
    past = _of(PastBooking, found).filter(outcome=PastBooking.Outcome.HELD, held_on__gte=since)
    for pk, held_on in past.values_list("expert_id", "held_on"):
        found[pk].recent += held_on >= need.recent_from_day
        found[pk].past.append(held_on)
    clash = Q(starts_at__lt=midnight(until), ends_at__gt=midnight(since))
    for pk, starts, ends in _of(BusyTime, found).filter(clash).values_list("expert_id", "starts_at", "ends_at"):
        found[pk].busy.append((starts, ends))


def _sessions(need: Need, found: dict[int, Facts], since: datetime) -> QuerySet[Session]:
    """Expert, booking, when the session begins, when the whole booking ends."""
    rows = Session.objects.filter(booking__expert__in=list(found), booking__status__in=WORKING)
    rows = rows.filter(booking__ends_at__gte=since).exclude(booking__booking_request=need.order).order_by()
    return rows.filter(status__in=ON).values_list("booking__expert", "booking", "starts_at", "booking__ends_at")


def _stretch(need: Need) -> tuple[date, date]:
    """From the first day any rule looks at to the day after the last one."""
    times = [*need.options, *need.extra]
    firsts = [each.first_day for each in times]
    lasts = [each.last_day for each in times]
    rest = timedelta(days=60)
    since = min([need.recent_from_day, *need.months, *need.extra_months, *(day - rest for day in firsts)])
    return since, max([need.today, *lasts]) + timedelta(days=1)


def _visits(need: Need, found: dict[int, Facts]) -> None:
    held = _of(Booking, found).filter(status=Booking.Status.HELD, booking_request__unit=need.unit)
    past = _of(PastBooking, found).filter(outcome=PastBooking.Outcome.HELD, unit=need.unit)
    for rows in (held, past):
        for pk, times in rows.order_by().values("expert_id").annotate(n=Count("pk")).values_list("expert_id", "n"):
            found[pk].visits += times


def _told_times(need: Need, found: dict[int, Facts]) -> None:
    for row in _of(Availability, found).order_by("weekday", "starts"):
        found[row.expert_id].told.append(row)
    if not (need.options or need.extra):
        return
    first, last = need.options_days
    for row in _of(SpecialDay, found).filter(day__range=(first, last)):
        found[row.expert_id].special.append(row)
    for row in _of(AwayPeriod, found).filter(starts_on__lte=last, ends_on__gte=first):
        found[row.expert_id].away.append(row)


def _offers(need: Need, found: dict[int, Facts]) -> None:
    newest = _of(Offer, found).filter(booking_request=need.order).order_by("made_at", "pk")
    for offer in newest:
        found[offer.expert_id].offer = offer


def _strain(need: Need, found: dict[int, Facts]) -> None:
    """Only a heavy order asks; three queries."""
    if not need.is_heavy:
        return
    limit, days = strain.limit_of(need.unit), [option.day for option in need.options] or [need.today]
    reach = timedelta(days=limit.days)
    spans: dict[int, strain.Span] = {pk: [] for pk in found}
    rows = strain.working(list(found), min(days) - reach, max(days) + reach).exclude(booking_request=need.order)
    for pk, starts, heavy in rows.values_list("expert_id", "starts_at", "heavy"):
        spans[pk].append((clock.local(starts).date(), heavy))
    for pk, facts in found.items():
        facts.heavy_limit = limit.in_row
        facts.heavy_rows = [strain.in_row_with(spans[pk], day, limit.days) for day in days]


def _checks(need: Need, found: dict[int, Facts]) -> None:
    """Only an order with minors asks; one query."""
    if not need.order.with_minors:
        return
    rows = _of(BackgroundCheck, found).values("expert_id").annotate(until=Max("valid_until"))
    for pk, until in rows.values_list("expert_id", "until"):
        found[pk].checked_until = until


def _contracts(need: Need, found: dict[int, Facts]) -> None:
    """One query where the rules demand any."""
    if not need.contracts:
        return
    rows = Contract.objects.in_force(need.last_day).filter(expert_id__in=list(found), kind__in=need.contracts)
    for pk, kind in rows.order_by().values_list("expert_id", "kind"):
        found[pk].contracts.add(kind)


def _missed(need: Need, found: dict[int, Facts]) -> None:
    counted = supervision.missed(facts.expert.person_id for facts in found.values())
    for facts in found.values():
        facts.missed = counted[facts.expert.person_id].count


def _of(model: type, found: dict[int, Facts]) -> QuerySet:
    return model._default_manager.filter(expert_id__in=list(found)).order_by()
