"""The verbs of a meeting being planned: plan, change, copy, a series. Nothing of a planned meeting leaves the leaders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, workflow
from councils.models import AgendaItem, Council, Meeting
from councils.permissions.council import require_leader

from . import meeting_day, meeting_people, meeting_task, meeting_template, written

Status = Meeting.Status
PLACE = ("mode", "place", "directions", "venue_access", "online_url")
COPIED = ("kind", "purpose", *PLACE, "catering", *meeting_people.TASKS)
WRITABLE = ("kind", "purpose", "starts_at", "ends_at", *PLACE, "catering", *meeting_people.TASKS, "answer_by")
INNER = ("purpose", "catering", *meeting_people.TASKS)
"""What may change after the meeting has been opened without its invited being told anew."""
KEPT_ITEM = (
    "role",
    "kind",
    "title",
    "text",
    "plain_text",
    "is_main",
    "minutes",
    "presenter",
    "method",
    "mandate",
    "mandate_text",
)
MOST_IN_SERIES = 24


@transaction.atomic
def plan(
    council: Council,
    by: Actor,
    *,
    starts_at: datetime,
    ends_at: datetime | None = None,
    template: str = "",
    **facts: object,
) -> Meeting:
    """A new meeting with the items and tasks of its template (`meeting_template.ALL`), nothing told to anybody.

    `starts_at` and `ends_at` are aware; without an end, the template's length. Place, remote link, directions and
    accessibility come from the council, refreshments from its last meeting, who does what from the duties of its staff;
    any of them may be given. The day to answer by comes from the rule `council.answer_days`. Raises `Refused`.
    """
    require_leader(by, council)
    home = workflow.locked(council)
    _refuse_ended(home)
    chosen = meeting_template.of(template or meeting_template.for_council(home)[0].key)
    ends_at = ends_at or starts_at + timedelta(minutes=chosen.minutes)
    given = {
        **_usual(home),
        "kind": chosen.kind,
        "purpose": in_languages(home, chosen.purpose),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "answer_by": answer_day(home, starts_at),
        **facts,
    }
    made = _made(home, by, given)
    _fill(made, chosen)
    meeting_task.from_template(made, chosen)
    return made


@transaction.atomic
def change(meeting: Meeting, by: Actor, **facts: object) -> Meeting:
    """Change a meeting while it is planned; of an open one only what its invited need not be told (`INNER`).

    Undone tasks move along with the day. Raises `Refused`.
    """
    require_leader(by, meeting.council)
    current = workflow.locked(meeting)
    given = written.sound(Meeting, facts, WRITABLE)
    if current.status != Status.PLANNED:
        _refuse_outer(current, given)
    _check(current.council, current, given)
    was = clock.local(current.starts_at).date()
    changed = written.write(current, given)
    if "starts_at" in changed:
        meeting_task.shift(current, clock.local(current.starts_at).date() - was)
    if changed:
        audit.log(current, "kuuluviin.changed", by, {"fields": changed})
    meeting.refresh_from_db()
    return meeting


@transaction.atomic
def copy(meeting: Meeting, by: Actor, *, starts_at: datetime, ends_at: datetime | None = None) -> Meeting:
    """A new planned meeting with the place, people, items and tasks of an earlier one; no notes, no outcomes, no topics.

    Who has left the council since is left out. Raises `Refused`.
    """
    require_leader(by, meeting.council)
    home = workflow.locked(meeting.council)
    _refuse_ended(home)
    facts = {name: getattr(meeting, name) for name in COPIED}
    belonging = {person.pk for person in [*meeting_people.leaders(home), *meeting_people.members(home)]}
    for task in meeting_people.TASKS:
        if facts[task] and facts[task].pk not in belonging:
            facts[task] = None
    ends_at = ends_at or starts_at + (meeting.ends_at - meeting.starts_at)
    made = _made(
        home, by, {**facts, "starts_at": starts_at, "ends_at": ends_at, "answer_by": answer_day(home, starts_at)}
    )
    rows = [row for row in meeting.items.all() if row.outcome != AgendaItem.Outcome.POSTPONED]
    AgendaItem.objects.bulk_create(_copied(row, made, place, belonging) for place, row in enumerate(rows))
    meeting_task.copy(meeting, made)
    return made


@transaction.atomic
def series(
    council: Council,
    by: Actor,
    *,
    starts_at: datetime,
    how_many: int,
    ends_at: datetime | None = None,
    rhythm: str = "",
    templates: Sequence[str] = (),
    **facts: object,
) -> list[Meeting]:
    """So many meetings at once, at the same hours by the council's rhythm, a public holiday passed over (`meeting_day`).

    `templates` gives one a meeting in turn (a developer-client group's six sessions, DG-05), the last for the rest.
    Raises `Refused`.
    """
    if not 1 <= how_many <= MOST_IN_SERIES:
        raise Refused(
            _("Make between 1 and %(most)s meetings at a time.") % {"most": MOST_IN_SERIES},
            field="how_many",
            code="many",
        )
    begins = clock.local(starts_at)
    length = ends_at - starts_at if ends_at else None
    made = []
    for number, day in enumerate(meeting_day.series(begins.date(), how_many, rhythm or council.rhythm)):
        start = at(day.day, begins.time())
        template = templates[min(number, len(templates) - 1)] if templates else ""
        made.append(
            plan(council, by, starts_at=start, ends_at=start + length if length else None, template=template, **facts)
        )
    return made


def at(day: date, hour: time) -> datetime:
    """A day and a Finnish wall clock as an aware datetime."""
    return datetime.combine(day, hour.replace(tzinfo=None), tzinfo=clock.HELSINKI)


def answer_day(council: Council, starts_at: datetime) -> date:
    """The day by which answers are wished for, by the organisation's rule; never in the past."""
    days = rule.on(council.unit, "council.answer_days")
    return max(clock.local(starts_at).date() - timedelta(days=days), min(clock.today(), clock.local(starts_at).date()))


def in_languages(council: Council, words: object) -> Texts:
    """Lazily translated words in the council's languages; nothing of nothing."""
    if not words:
        return Texts()
    every = Texts.translated(words)
    return Texts({code: every[code] for code in council.languages or ["fi"] if every.get(code)})


def _usual(council: Council) -> dict:
    last = council.meetings.exclude(status=Status.CANCELLED).order_by("starts_at").last()
    own = {name: getattr(council, name) for name in PLACE}
    return {**own, "catering": last.catering if last else Texts(), **meeting_people.usual(council)}


def _made(council: Council, by: Actor, facts: dict) -> Meeting:
    given = written.sound(Meeting, facts, WRITABLE)
    _check(council, None, given)
    number = (council.meetings.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Meeting.objects.create(council=council, number=number, **given)
    audit.log(made, "kuuluviin.made", by, {"council": council.pk})
    return made


def _fill(meeting: Meeting, template: meeting_template.Template) -> None:
    AgendaItem.objects.bulk_create(
        AgendaItem(
            council=meeting.council,
            meeting=meeting,
            position=position,
            role=planned.role,
            kind=planned.kind,
            method=planned.method,
            is_main=planned.is_main,
            minutes=planned.minutes,
            title=in_languages(meeting.council, planned.title),
            text=in_languages(meeting.council, planned.text),
        )
        for position, planned in enumerate(template.items)
    )


def _copied(row: AgendaItem, meeting: Meeting, position: int, belonging: set[int]) -> AgendaItem:
    facts = {name: getattr(row, name) for name in KEPT_ITEM}
    if row.presenter_id not in belonging:
        facts["presenter"] = None
    return AgendaItem(council=meeting.council, meeting=meeting, position=position, **facts)


def _check(council: Council, meeting: Meeting | None, facts: dict) -> None:
    starts_at = facts.get("starts_at") or meeting.starts_at
    ends_at = facts.get("ends_at") or meeting.ends_at
    if ends_at <= starts_at:
        raise Refused(_("The meeting must end after it starts."), field="ends_at", code="backwards")
    if ends_at - starts_at > timedelta(hours=16):
        raise Refused(_("A meeting lasts 16 hours at most."), field="ends_at", code="long")
    answer_by = facts.get("answer_by")
    if answer_by and answer_by > clock.local(starts_at).date():
        raise Refused(
            _("Answers are wished for by the day of the meeting at the latest."), field="answer_by", code="late"
        )
    meeting_people.refuse_strangers(council, facts)


def _refuse_ended(council: Council) -> None:
    if council.status == Council.Status.ENDED:
        raise Refused(_("The council has ended. Make a new term before planning meetings."), code="ended")


def _refuse_outer(meeting: Meeting, facts: dict) -> None:
    if meeting.status != Status.OPEN:
        raise Refused(_("The meeting has been held or cancelled, so it is not changed any more."), code="over")
    outer = [name for name, value in facts.items() if name not in INNER and getattr(meeting, name) != value]
    if outer:
        raise Refused(
            _(
                "Its time and place have been told to everybody. Change them on the page of who comes, so that all are told."
            ),
            field=outer[0],
            code="told",
        )
    empty = [task for task in ("chair", "secretary") if task in facts and facts[task] is None]
    if empty:
        raise Refused(_("An open meeting has a chair and a secretary. Choose somebody."), field=empty[0], code="empty")
