"""Erasing one applicant: nothing stays but a row of the funnel that leads back to nobody (L-05, AN-04).

Rows are locked in this order: applicant, person. Who can be erased is `retention`'s to say, and is asked again under the lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from coordination.calendar.domain import entry as entries
from coordination.events.domain import forgetting as places
from coordination.events.models import Registration
from coordination.foundation import clock
from coordination.messaging.domain import forgetting as letters
from coordination.messaging.domain import outbox
from coordination.messaging.models import SafeLink
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import (
    Applicant,
    Campaign,
    Forgetting,
    FunnelRow,
    Interview,
    InterviewNote,
    Slot,
    Summary,
)

from . import interview_entry, retention

SELECTED = (Applicant.Status.SELECTED, Applicant.Status.ADMITTED)


@transaction.atomic
def forget_one(key: int, by: Actor, campaign: Campaign, at: datetime) -> int:
    """Erase one applicant and all that was written, unless something has changed meanwhile. Returns how many (0 or 1).

    `at` is when the run began, which the log knows it by. One whose message is being sent or printed at this moment waits for the next night.
    """
    row = Applicant.objects.select_for_update(of=("self",)).filter(pk=key).first()
    if row is None or not retention.over(campaign).filter(pk=key).exists():
        return 0
    row = workflow.locked(row, "campaign", "channel", "person")
    rows = list(Applicant.objects.filter(Q(pk=key) | Q(merged_into=key)).order_by("pk"))
    persons = _persons(rows)
    talks = list(Interview.objects.filter(applicant__in=rows))
    written = letters.about(outbox.cause(each) for each in (*rows, *talks))
    if letters.is_leaving(written | letters.about([], persons)):
        return 0
    FunnelRow.objects.create(**anonymous(row))
    _forget_talks(talks)
    _forget_places(campaign, rows, persons, by)
    letters.forget(written, by)
    _forget_entries(rows)
    places.forget_persons(persons, by)
    log(campaign, at, by, count=1)
    return 1


def log(campaign: Campaign, at: datetime, by: Actor, **numbers: int) -> None:
    """Count to the run's row of the log, which is made with the first of it and stands in the audit, too."""
    row, is_first = Forgetting.objects.get_or_create(campaign=campaign, at=at, by=by.user, defaults={"count": 0})
    Forgetting.objects.filter(pk=row.pk).update(**{name: F(name) + number for name, number in numbers.items()})
    if is_first:
        audit.log(campaign, "kuuluviin.removed", by, {"forgetting": row.pk})


def anonymous(row: Applicant) -> dict:
    """What stays: the campaign, the kind of channel, the outcome and its reason, the steps by their months."""
    return {
        "campaign": row.campaign,
        "channel": row.channel.kind if row.channel else "",
        "outcome": row.status,
        "reason": row.reason,
        "applied": month(row.came_at),
        "interviewed": month(row.interviewed_at),
        "selected": month(row.decided_at) if row.status in SELECTED else None,
        "started": month(row.started_on),
        "completed": month(row.completed_on),
    }


def month(at: datetime | date | None) -> date | None:
    """The first day of its month (Helsinki)."""
    if at is None:
        return None
    day = clock.local(at).date() if isinstance(at, datetime) else at
    return day.replace(day=1)


def _persons(rows: Iterable[Applicant]) -> list[Person]:
    keys = {row.person_id for row in rows}
    return list(Person.objects.select_for_update().filter(Q(pk__in=keys) | Q(merged_into__in=keys)).order_by("pk"))


def _forget_talks(talks: list[Interview]) -> None:
    """Interviews with their notes, sums, calendar entries and the times they took."""
    keys = [talk.pk for talk in talks]
    entries.forget(interview_entry.uid_of(talk, of_person=own) for talk in talks for own in (True, False))
    for model in (InterviewNote, Summary):
        rows = model.objects.filter(interview__in=keys)
        audit.forget(model, rows.values_list("pk", flat=True))
        rows.delete()
    audit.forget(Interview, keys)
    Interview.objects.filter(pk__in=keys).delete()
    times = Slot.objects.filter(pk__in=[talk.slot_id for talk in talks if talk.slot_id], ends_at__lt=clock.now())
    audit.forget(Slot, times.values_list("pk", flat=True))
    times.filter(interviews=None).delete()


def _forget_places(campaign: Campaign, rows: list[Applicant], persons: list[Person], by: Actor) -> None:
    """Places at the kick-off, and at the event where the details were left."""
    events = {campaign.kick_off_id, *(row.event_id for row in rows)} - {None}
    places.forget(Registration.objects.filter(person__in=persons, event__in=events), by)


def _forget_entries(rows: list[Applicant]) -> None:
    keys, links = [row.pk for row in rows], [row.link_id for row in rows if row.link_id]
    audit.forget(Applicant, keys)
    Applicant.objects.filter(pk__in=keys).delete()
    SafeLink.objects.filter(pk__in=links).delete()
