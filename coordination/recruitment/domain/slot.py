"""Times for interviews: many at once, never two in the same hour for one interviewer; the first to choose one has it (CC-10, EX-08)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.calendar.models import Guest
from coordination.foundation import clock, formats, identity_code, working_day
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Campaign, Interview, Recruiter, Slot
from coordination.recruitment.permissions.campaign import require_recruiter

from . import ended

DAY_BEGINS, DAY_ENDS = time(8), time(18)
"""Helsinki wall time: interviews are work, and the building is open."""
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(hours=3)
MOST = 40
RECOMMENDED = 2
"""Interviewers (EX-08)."""

Span = tuple[datetime, datetime]


def times(day: date, begins: time, ends: time, minutes: int, pause: int) -> list[Span]:
    """As many talks of so many minutes as fit between two Finnish clock times of a day, with a pause between (aware)."""
    start = datetime.combine(day, begins, tzinfo=clock.HELSINKI)
    last = datetime.combine(day, ends, tzinfo=clock.HELSINKI)
    length, found = timedelta(minutes=minutes), []
    while start + length <= last and len(found) <= MOST:
        found.append((start, start + length))
        start += length + timedelta(minutes=pause)
    return found


def interviewers_of(campaign: Campaign) -> QuerySet[Person]:
    """Who may interview: those who recruit in the campaign, and the coordinators of its branch, while they work here."""
    roles = Role.objects.open()
    coordinators = roles.filter(kind=Role.Kind.COORDINATOR, unit__path__in=campaign.unit.paths_up()).values("person")
    at_work = roles.filter(kind__in=(Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)).values("person")
    named = Recruiter.objects.filter(campaign=campaign, person__in=at_work).values("person")
    people = Person.objects.living().filter(Q(pk__in=coordinators) | Q(pk__in=named))
    return people.exclude(user=None).order_by("last_name", "first_name", "pk")


@transaction.atomic
def offer(
    campaign: Campaign,
    by: Actor,
    *,
    times: Sequence[Span],
    interviewers: Iterable[Person],
    place: str = "",
    online_url: str = "",
    by_phone: bool = False,
) -> list[Slot]:
    """Offer the times (aware, in any order), all of them or none.

    Raises `Refused` for no time or too many, one that is past, too short or long, or outside working hours, for a stranger
    among the interviewers, for one who is elsewhere at that hour, and where it is not told how they meet.
    """
    require_recruiter(by, campaign)
    ended.refuse(campaign)
    identity_code.refuse(place, field="place")
    _refuse_nowhere(place, online_url, by_phone)
    spans = sorted(times)
    _refuse_count(spans)
    for span in spans:
        refuse_unfit(*span)
    people = lock_interviewers(campaign, interviewers)
    _refuse_each_other(spans)
    for person in people:
        _refuse_busy(person, spans)
    made = [
        Slot.objects.create(
            campaign=campaign,
            starts_at=starts,
            ends_at=ends,
            place=place.strip(),
            online_url=online_url,
            by_phone=by_phone,
        )
        for starts, ends in spans
    ]
    for row in made:
        row.interviewers.set(people)
        audit.log(row, "kuuluviin.made", by, {"campaign": campaign.pk})
    return made


@transaction.atomic
def take_back(slot: Slot, by: Actor) -> None:
    """A time nobody has chosen goes. Raises `Refused` for one that somebody has."""
    require_recruiter(by, slot.campaign)
    current = workflow.locked(slot)
    if current.interviews.filter(status__in=Interview.TAKEN).exists():
        raise Refused(
            _("Somebody has chosen this time. Change or cancel the interview instead: the person is then told."),
            code="taken",
        )
    audit.log(current, "kuuluviin.changed", by, {"taken_back": True})
    current.delete()


def refuse_unfit(starts: datetime, ends: datetime) -> None:
    """Raise `Refused` for a time that is past, too short or long, or outside working hours."""
    local, last = clock.local(starts), clock.local(ends)
    facts = {"when": formats.span(starts, ends)}
    if starts <= clock.now():
        raise Refused(_("This time has passed already: %(when)s.") % facts, field="day", code="past")
    if not SHORTEST <= ends - starts <= LONGEST:
        raise Refused(_("An interview lasts from a quarter of an hour to three hours."), field="minutes", code="length")
    if not working_day.is_working(local.date()):
        raise Refused(
            _("%(day)s is not a working day. Choose another day.") % {"day": formats.day(local)},
            field="day",
            code="day",
        )
    if local.time() < DAY_BEGINS or last.time() > DAY_ENDS or last.date() != local.date():
        raise Refused(
            _("Interviews are held between 8 and 18: %(when)s is outside.") % facts, field="begins", code="hours"
        )


def lock_interviewers(campaign: Campaign, people: Iterable[Person]) -> list[Person]:
    """The interviewers, locked in the order of their keys: two who offer at once never book somebody twice. Raises `Refused`."""
    wanted = {person.pk for person in people}
    if not wanted:
        raise Refused(_("Choose who interviews. Two are recommended."), field="interviewers", code="nobody")
    allowed = set(interviewers_of(campaign).filter(pk__in=wanted).values_list("pk", flat=True))
    if allowed != wanted:
        raise Refused(
            _("Only those who recruit in this campaign can interview. Name the person a recruiter first."),
            field="interviewers",
            code="stranger",
        )
    return list(Person.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))


def _refuse_count(spans: Sequence[Span]) -> None:
    if not spans:
        raise Refused(_("No time fits between these hours. Make the talks shorter or the day longer."), "ends", "none")
    if len(spans) > MOST:
        raise Refused(_("Offer at most %(most)s times at once.") % {"most": MOST}, field="ends", code="many")


def _refuse_nowhere(place: str, online_url: str, by_phone: bool) -> None:
    if not (place.strip() or online_url or by_phone):
        raise Refused(
            _("Tell where you meet: write the place, or a remote link, or choose the telephone."), "place", "place"
        )


def _refuse_each_other(spans: Sequence[Span]) -> None:
    for (_begins, ends), (starts, _ends) in pairwise(spans):
        if starts < ends:
            raise Refused(_("Two of these times overlap."), field="begins", code="overlap")


def clash(person: Person, spans: Sequence[Span]) -> Span | None:
    """What stands in the way of the spans (in their order): another time offered with the person, or an entry in the calendar here."""
    first, last = spans[0][0], max(ends for __, ends in spans)
    slots = Slot.objects.filter(interviewers=person, starts_at__lt=last, ends_at__gt=first)
    entries = Guest.objects.filter(
        person=person, entry__cancelled_at=None, entry__starts_at__lt=last, entry__ends_at__gt=first
    )
    taken = [
        *slots.values_list("starts_at", "ends_at"),
        *entries.values_list("entry__starts_at", "entry__ends_at"),
    ]
    over = (span for span in taken if any(starts < span[1] and span[0] < finish for starts, finish in spans))
    return next(over, None)


def _refuse_busy(person: Person, spans: Sequence[Span]) -> None:
    taken = clash(person, spans)
    if taken:
        raise Refused(
            _("%(name)s is already taken then: %(when)s.") % {"name": person.full_name, "when": formats.span(*taken)},
            field="begins",
            code="busy",
        )
