"""What must be done for a meeting: from the template, by whom and by when, ticked off (CC-26)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from councils.models import Meeting, MeetingTask, Staff
from councils.permissions.council import require_leader

from . import meeting_people, meeting_template, written

WRITABLE = ("what", "owner", "due_on")
WHOSE = {Staff.Duty.SECRETARY: "secretary", Staff.Duty.PRESENTER: "presenter"}


def from_template(meeting: Meeting, template: meeting_template.Template) -> None:
    """The template's tasks with their owners and days; a day that has passed already is today's."""
    day = clock.local(meeting.starts_at).date()
    with_words = [(duty, str(duty.what)) for duty in template.tasks]
    MeetingTask.objects.bulk_create(
        MeetingTask(
            meeting=meeting,
            what=what,
            owner=_owner(meeting, duty.whose),
            due_on=max(day + timedelta(days=duty.days), min(clock.today(), day)),
            position=position,
        )
        for position, (duty, what) in enumerate(with_words)
    )


def copy(meeting: Meeting, to: Meeting) -> None:
    """The same tasks and owners for another meeting, as many days from it, none of them done."""
    days = clock.local(to.starts_at).date() - clock.local(meeting.starts_at).date()
    staff = {person.pk for person in meeting_people.leaders(to.council)}
    MeetingTask.objects.bulk_create(
        MeetingTask(
            meeting=to,
            what=row.what,
            owner_id=row.owner_id if row.owner_id in staff else None,
            due_on=row.due_on and row.due_on + days,
            position=row.position,
        )
        for row in meeting.tasks.all()
    )


def shift(meeting: Meeting, days: timedelta) -> None:
    """Undone tasks follow the meeting to its new day."""
    rows = [row for row in meeting.tasks.filter(done_at=None) if row.due_on]
    for row in rows:
        row.due_on += days
    MeetingTask.objects.bulk_update(rows, ["due_on"])


@transaction.atomic
def add(
    meeting: Meeting, by: Actor, *, what: str, owner: Person | None = None, due_on: date | None = None
) -> MeetingTask:
    """A further task. Raises `Refused`."""
    require_leader(by, meeting.council)
    workflow.locked(meeting)
    facts = _sound(meeting, {"what": what, "owner": owner, "due_on": due_on})
    made = MeetingTask.objects.create(meeting=meeting, position=meeting.tasks.count(), **facts)
    audit.log(meeting, "kuuluviin.changed", by, {"task_added": made.pk})
    return made


@transaction.atomic
def change(task: MeetingTask, by: Actor, **facts: object) -> MeetingTask:
    """What is done, by whom (a leader of the council) or by when. Raises `Refused`."""
    require_leader(by, task.meeting.council)
    current = workflow.locked(task)
    if changed := written.write(current, _sound(task.meeting, facts)):
        audit.log(task.meeting, "kuuluviin.changed", by, {"task": current.pk, "fields": changed})
    task.refresh_from_db()
    return task


@transaction.atomic
def tick(task: MeetingTask, by: Actor, *, done: bool = True) -> MeetingTask:
    """Done, or not done after all. Twice is the same as once."""
    require_leader(by, task.meeting.council)
    current = workflow.locked(task)
    if done != (current.done_at is not None):
        current.done_at, current.done_by = (clock.now(), by.person) if done else (None, None)
        current.save(update_fields=["done_at", "done_by"])
        audit.log(task.meeting, "kuuluviin.changed", by, {"task": current.pk, "done": done})
    task.refresh_from_db()
    return task


@transaction.atomic
def remove(task: MeetingTask, by: Actor) -> None:
    require_leader(by, task.meeting.council)
    audit.log(task.meeting, "kuuluviin.changed", by, {"task_removed": task.pk})
    task.delete()


def overdue(task: MeetingTask) -> bool:
    return task.done_at is None and task.due_on is not None and task.due_on < clock.today()


def _sound(meeting: Meeting, facts: dict) -> dict:
    given = written.sound(MeetingTask, facts, WRITABLE)
    if "what" in given and not given["what"]:
        raise Refused(_("Write what is to be done."), field="what", code="what")
    owner = given.get("owner")
    if owner and owner.pk not in {person.pk for person in meeting_people.leaders(meeting.council)}:
        raise Refused(_("Choose a leader of this council."), field="owner", code="stranger")
    return given


def _owner(meeting: Meeting, duty: str) -> Person | None:
    """Whoever holds the duty in this meeting, if a leader; a member takes part and has no tasks of the office."""
    holder = getattr(meeting, WHOSE.get(duty, "chair"))
    leading = meeting_people.leaders(meeting.council)
    return holder if holder in leading else next(iter(leading), None)
