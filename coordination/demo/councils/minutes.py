"""A year of meetings that were held: minutes taken, offered, approved in the next one, some on the public page."""

from __future__ import annotations

from datetime import time, timedelta

from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.people.actor import Actor
from councils.domain import (
    action,
    agenda,
    attendance,
    live,
    meeting_open,
    minutes_archive,
    minutes_comment,
    minutes_plain,
    minutes_public,
    outcome,
)
from councils.domain import meeting as meetings
from councils.domain import minutes as verbs
from councils.models import AgendaItem, Council, Meeting, Minutes

from . import minutes_texts as texts
from .base import Councils, tick_all
from .minutes_texts import Held, Item

TOLD_BEFORE, PLANNED_BEFORE, OFFERED_AFTER, PUBLISHED_AFTER = 10, 15, 3, 2
"""Days from the meeting."""


def build(made: Councils) -> None:
    """Each meeting on its own day; the minutes are approved in the one after it."""
    earlier: Minutes | None = None
    for held in texts.ADULT:
        earlier = _held(made.adult, held, made.leader, made.secretary, earlier)
    _comments(earlier, made)
    earlier = None
    for held in texts.FAMILIES:
        earlier = _held(made.families, held, made.coordinator, made.coordinator, earlier)
    _on_now(made)


def _held(council: Council, held: Held, leader: Actor, secretary: Actor, earlier: Minutes | None) -> Minutes:
    meeting = _told(council, held, leader)
    with days_ago(held.days):
        live.begin(meeting, secretary)
        _mark(meeting, held, secretary)
        if earlier:
            verbs.approve(earlier, leader, in_meeting=meeting, corrections=[(None, held.correction)])
        for item in meeting.items.select_related("meeting", "council__unit"):
            _write(item, held, secretary)
        Meeting.objects.filter(pk=meeting.pk).update(began_at=meeting.starts_at)
        live.end_(meeting, secretary)
        tick_all(meeting, secretary)
    if earlier:
        minutes_archive.keep(Minutes.objects.get(pk=earlier.pk))
        with days_ago(max(held.days - PUBLISHED_AFTER, 0)):
            _publish(earlier, leader)
    record = Minutes.objects.select_related("meeting__council").get(meeting=meeting)
    with days_ago(max(held.days - OFFERED_AFTER, 0)):
        _offer(record, held, leader)
    return record


def _told(council: Council, held: Held, by: Actor) -> Meeting:
    with days_ago(held.days):
        day = clock.today()
    with days_ago(held.days + PLANNED_BEFORE):
        row = meetings.plan(council, by, starts_at=meetings.at(day, time(13)), ends_at=meetings.at(day, time(15)))
        row.items.filter(role="ordinary").exclude(kind="break").delete()
        for item in held.items:
            agenda.add(row, by, title=item.title, minutes=item.minutes, kind=item.kind, is_main=item.is_main)
    with days_ago(held.days + TOLD_BEFORE):
        meeting_open.open_(row, by)
    return Meeting.objects.select_related("council__unit").get(pk=row.pk)


def _mark(meeting: Meeting, held: Held, by: Actor) -> None:
    seats = [seat for seat in attendance.roll(meeting) if seat.role != "substitute"]
    there = [seat.person for place, seat in enumerate(seats) if place not in held.away]
    attendance.mark_all(meeting, there, "present", by)


def _write(item: AgendaItem, held: Held, by: Actor) -> None:
    told = next((each for each in held.items if each.title == dict(item.title)), texts.OF_ROLE.get(item.role))
    if told is None:
        return
    for language in [code for code in item.council.languages if code in told.notes]:
        text = told.notes[language]
        live.note(item, by, version=item.notes_version, language=language, text=text, base="")
    if told.outcome:
        _tell(item, told, by)


def _tell(item: AgendaItem, told: Item, by: Actor) -> None:
    when = clock.today() + timedelta(days=told.days) if told.days else None
    facts = {"owner": by.person, "by_when": when} if told.outcome == "action" else {"by_when": when}
    outcome.set_(
        item,
        by,
        outcome=told.outcome,
        language=item.council.main_language,
        text=told.text,
        whom=told.whom,
        because=told.because,
        **facts,
    )
    if told.outcome == "action" and told.done:
        for row in action.of_item(item):
            action.finish(row, by, note=told.done)


def _offer(record: Minutes, held: Held, by: Actor) -> None:
    items = record.meeting.items.select_related("meeting__record", "council")
    plain = {tuple(sorted(each.title.items())): each.plain for each in held.items}
    for item in items:
        text = plain.get(tuple(sorted(item.title.items()))) or texts.PLAIN_OF_ROLE.get(item.role, "")
        if text and held.is_plain:
            minutes_plain.write(item, by, language="fi", text=text)
    if held.is_plain:
        minutes_plain.check(record, by, ticked=minutes_plain.Check.values, read_on=clock.today())
    verbs.offer(record, by, without_plain=not held.is_plain)


def _publish(record: Minutes, by: Actor) -> None:
    proposals = minutes_public.proposed(record)
    for item in record.meeting.items.exclude(kind="break").select_related("meeting__record", "council"):
        for language, text in proposals[item.pk].items():
            minutes_public.write(item, by, language=language, text=text)
    minutes_public.publish(record, by, names_read=True)


def _comments(record: Minutes, made: Councils) -> None:
    """Matti was there and would correct something; the leaders have not seen to it yet."""
    item = record.meeting.items.filter(is_main=True).first()
    matti = Actor.of(made.matti.person.user)
    with days_ago(6):
        minutes_comment.comment(record, matti, text="Ehdotimme myös paperista ajanvarauslappua.", item=item)


def _on_now(made: Councils) -> None:
    """A meeting that is on: the secretary's screen stands open on its third item."""
    started = clock.now().replace(minute=0, second=0, microsecond=0)
    council, by = made.substances, made.coordinator
    with days_ago(PLANNED_BEFORE):
        row = meetings.plan(council, by, starts_at=started, ends_at=started + timedelta(hours=2))
        row.items.filter(role="ordinary").exclude(kind="break").delete()
        for item in texts.NOW.items:
            agenda.add(row, by, title=item.title, minutes=item.minutes, kind=item.kind, is_main=item.is_main)
    with days_ago(TOLD_BEFORE):
        meeting_open.open_(row, by)
    meeting = Meeting.objects.select_related("council__unit").get(pk=row.pk)
    live.begin(meeting, by)
    _mark(meeting, texts.NOW, by)
    for item in meeting.items.select_related("meeting", "council__unit"):
        _write(item, texts.NOW, by)
