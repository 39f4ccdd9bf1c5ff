"""The ranking beside a plain reading of the rules: the same experts, points and order, whatever the rows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from coordination.foundation import clock
from coordination.people.models import Partnership
from coordination.privacy.models import Consent
from experts.domain import matching
from experts.models import (
    Availability,
    AwayPeriod,
    Booking,
    BookingRequest,
    BusyTime,
    CVRevision,
    Expert,
    Offer,
    PastBooking,
    PausedTopic,
    RefusedUnit,
    Session,
    SpecialDay,
)
from tests.conftest import LONG
from tests.factories import people
from tests.factories.matching import small_world

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

FINLAND = ZoneInfo("Europe/Helsinki")
ORDINARY, CLOCKS_BACK, CLOCKS_ON = date(2026, 11, 18), date(2026, 10, 20), date(2027, 3, 24)
SEEDS = range(200 if LONG else 5)


class Oracle:
    """Reads every row into Python and applies the rules one by one."""

    def __init__(self, order: BookingRequest, today: date) -> None:
        self.order, self.today = order, today
        mains = [each for each in order.times.all() if each.kind == "main"]
        ahead = [each for each in mains if each.starts_at > clock.now()]
        self.mains = [each for each in mains if each.chosen] or ahead
        self.others = [each for each in order.times.all() if each.kind != "main" and each.ends_at > clock.now()]
        self.areas = list(order.areas.all())
        self.wishes = {wish.expert_id: wish.rank for wish in order.wishes.all()}
        self.first = min((local(each.starts_at).date() for each in self.mains), default=today)

    def window(self, main) -> tuple[datetime, datetime]:
        if main.kind in ("preparation", "rehearsal"):
            return main.starts_at, main.ends_at
        before = timedelta(minutes=self.order.preparation_minutes)
        return main.starts_at - before, main.ends_at + timedelta(minutes=self.order.debrief_minutes)

    def seen(self, expert: Expert) -> bool:
        home = people.organisation()
        if expert.unit.path.startswith(home.path):
            return True
        partners = [each.owner.path for each in Partnership.objects.all() if each.partner.path.startswith(home.path)]
        listed = expert.status == "active" and CVRevision.objects.filter(cv__expert=expert, status="approved").exists()
        return (
            any(expert.unit.path.startswith(path) for path in partners)
            and listed
            and self.agrees(expert, "cv_partners")
        )

    def agrees(self, expert: Expert, purpose: str) -> bool:
        rows = [each for each in Consent.objects.filter(person=expert.person) if each.purpose == purpose]
        return any(
            each.given_at and not each.withdrawn_at and (each.expires_on is None or each.expires_on >= self.today)
            for each in rows
        )

    def fits(self, expert: Expert) -> bool:
        asked = [
            each
            for each in Offer.objects.filter(booking_request=self.order, expert=expert)
            if each.status in ("open", "accepted")
        ]
        if asked or not self.seen(expert):
            return False
        if expert.pk in self.wishes:
            return True
        return expert.status != "ended" and (not self.areas or bool(set(expert.areas.all()) & set(self.areas)))

    def stopped(self, expert: Expert) -> bool:
        own = expert.unit.path[:4] == self.order.unit.path[:4]
        refused = [each.unit.path for each in RefusedUnit.objects.filter(expert=expert)]
        return (
            expert.status != "active"
            or expert.person_id == self.order.orderer_id
            or not self.agrees(expert, "cv_own" if own else "cv_partners")
            or (self.order.task_type.is_media and not self.agrees(expert, "media"))
            or any(self.order.unit.path.startswith(path) for path in refused)
            or (bool(self.mains) and all(self.taken(expert, main) for main in self.mains))
        )

    def taken(self, expert: Expert, main) -> bool:
        spans = [self.window(each) for each in (main, *self.others)]
        busy = list(BusyTime.objects.filter(expert=expert))
        return any(each.starts_at < last and each.ends_at > first for each in busy for first, last in spans)

    def working_days(self, expert: Expert) -> list[tuple[int, date]]:
        rows = Session.objects.filter(booking__expert=expert).exclude(booking__booking_request=self.order)
        on = [each for each in rows.select_related("booking") if each.status in ("planned", "held")]
        return [
            (each.booking_id, local(each.starts_at).date())
            for each in on
            if each.booking.status in ("confirmed", "held")
        ]

    def past_days(self, expert: Expert) -> list[date]:
        return [each.held_on for each in PastBooking.objects.filter(expert=expert) if each.outcome == "held"]

    def rested(self, expert: Expert, main) -> bool:
        day = local(main.starts_at).date()
        return not expert.rest_days or all(
            abs((each - day).days) > expert.rest_days for _, each in self.working_days(expert)
        )

    def room_in_month(self, expert: Expert, main) -> bool:
        day = local(main.starts_at).date()
        month = (day.year, day.month)
        own = {booking for booking, each in self.working_days(expert) if (each.year, each.month) == month}
        past = sum((each.year, each.month) == month for each in self.past_days(expert))
        return expert.max_per_month is None or len(own) + past < expert.max_per_month

    def told(self, expert: Expert, main) -> bool:
        first, last = (local(each) for each in self.window(main))
        days = [first.date() + timedelta(days=n) for n in range((last.date() - first.date()).days + 1)]
        if any(
            each.starts_on <= day <= each.ends_on for each in AwayPeriod.objects.filter(expert=expert) for day in days
        ):
            return False
        special = list(SpecialDay.objects.filter(expert=expert))
        for each in special:
            starts, ends = (
                (first.time() if each.day == days[0] else time.min),
                (last.time() if each.day == days[-1] else time.max),
            )
            if not each.available and each.day in days and each.starts < ends and each.ends > starts:
                return False
        week = list(Availability.objects.filter(expert=expert))
        if not week:
            return True
        stretches = [each for each in week if each.weekday == days[0].weekday()]
        stretches += [each for each in special if each.available and each.day == days[0]]
        return len(days) == 1 and any(each.starts <= first.time() and each.ends >= last.time() for each in stretches)

    def clear(self, expert: Expert, main) -> bool:
        return not self.taken(expert, main) and all(
            self.rested(expert, each) and self.room_in_month(expert, each) and self.told(expert, each)
            for each in (main, *self.others)
        )

    def experience(self, expert: Expert) -> int:
        pauses = PausedTopic.objects.filter(expert=expert)
        paused = {each.area_id for each in pauses if each.until is None or each.until >= self.first}
        known = [area for area in self.areas if area in expert.areas.all() and area.pk not in paused]
        part = len(known) * (80 // len(self.areas)) if self.areas else 80
        return part + (20 if self.order.task_type in expert.task_types.all() else 0)

    def time(self, expert: Expert) -> int:
        if not self.mains:
            return 100
        return 40 + (60 // len(self.mains)) * sum(self.clear(expert, main) for main in self.mains)

    def recent(self, expert: Expert) -> int:
        since = self.today - timedelta(days=90)
        rows = Booking.objects.filter(expert=expert).exclude(booking_request=self.order)
        done = [local(each.ends_at).date() for each in rows if each.status in ("confirmed", "held")]
        return sum(day >= since for day in done + self.past_days(expert))

    def nearness(self, expert: Expert) -> int:
        same_town = bool(self.order.unit.locality) and expert.locality == self.order.unit.locality
        remotely, only = expert.remote in ("also", "only"), expert.remote == "only"
        place = {
            "place": 0 if only else 40 if same_town else 10,
            "remote": 40 if remotely else 0,
            "either": 40 if remotely or same_town else 10,
        }[self.order.mode]
        spoken = {each.code for each in expert.languages.all()}
        wanted = self.order.languages
        speech = (30 // len(wanted)) * len(set(wanted) & spoken) if wanted else 30
        held = Booking.objects.filter(expert=expert, status="held", booking_request__unit=self.order.unit).exists()
        been = held or PastBooking.objects.filter(expert=expert, outcome="held", unit=self.order.unit).exists()
        return place + speech + (30 if been else 0)

    def score(self, expert: Expert) -> int:
        fairness = 100 - 20 * min(self.recent(expert), 5)
        return 40 * self.experience(expert) + 25 * self.time(expert) + 20 * fairness + 15 * self.nearness(expert)

    def matches(self, limit: int) -> list[tuple[str, int]]:
        able = [each for each in Expert.objects.all() if self.fits(each) and not self.stopped(each)]
        able.sort(key=lambda each: (-self.score(each), self.wishes.get(each.pk, 9), self.recent(each), each.staff_key))
        kept = [each for place, each in enumerate(able) if place < limit or each.pk in self.wishes]
        return [(each.staff_key, self.score(each)) for each in kept]

    def halted(self, limit: int) -> list[str]:
        rows = [each for each in Expert.objects.all() if self.fits(each) and self.stopped(each)]
        rows.sort(key=lambda each: (self.wishes.get(each.pk, 9), -self.experience(each), each.staff_key))
        return [each.staff_key for each in rows[:limit]]


def local(instant: datetime) -> datetime:
    return instant.astimezone(FINLAND)


@pytest.mark.parametrize("today", [ORDINARY, CLOCKS_BACK, CLOCKS_ON], ids=["ordinary", "clocks-back", "clocks-on"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_database_ranks_as_the_plain_rules_do(seed, today, settings):
    settings.DEMO_TODAY = today
    __, order = small_world(seed, today)
    limit = 20 if seed % 2 else 3

    ranking = matching.rank(order, people.kaisa().user, limit=limit)

    oracle = Oracle(order, today)
    assert [(match.expert.staff_key, match.score) for match in ranking.matches] == oracle.matches(limit)
    assert [match.expert.staff_key for match in ranking.stopped] == oracle.halted(limit)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_tell_what_the_database_counted(seed, settings):
    settings.DEMO_TODAY = ORDINARY
    __, order = small_world(seed, ORDINARY)

    ranking = matching.rank(order, people.kaisa().user)

    oracle = Oracle(order, ORDINARY)
    for match in ranking.matches:
        clear = [main for main in oracle.mains if oracle.clear(match.expert, main)]
        assert sorted(match.free_times, key=lambda each: each.pk) == sorted(clear, key=lambda each: each.pk)
        assert match.stops == []
        assert matching.stops_for(order, match.expert) == []
    assert all(match.stops for match in ranking.stopped)
