"""A developer-client group's way: six weekly sessions in one step, and the discussion event at the end (DG-05…DG-11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import rule, workflow
from councils.models import AgendaItem, Council, Meeting, Problem, Staff
from councils.permissions import council as permissions

from . import agenda, guest, meeting, meeting_people, meeting_template

SESSIONS = 6
FACILITATORS = 2
LONGEST_TITLE = 120
SHOWN = next(
    place
    for place, planned in enumerate(meeting_template.DISCUSSION.items)
    if planned.is_main and planned.kind == AgendaItem.Kind.INFORMATION
)
"""Where the proposals are shown on the discussion event's agenda."""


def notes(council: Council) -> list[str]:
    """What a group lacks: too few or too many people (DG-02), not two facilitators (DG-01)."""
    rules = rule.together(council.unit, ["council.group_least", "council.group_most"])
    count, led = council.memberships.seated().count(), council.staff.open()
    found = []
    if count < rules["council.group_least"]:
        words = ngettext("The group has %(count)s participant.", "The group has %(count)s participants.", count)
        few = gettext("It works best with at least %(least)s.") % {"least": rules["council.group_least"]}
        found.append(f"{words % {'count': count}} {few}")
    if count > rules["council.group_most"]:
        words = ngettext("The group has %(count)s participant.", "The group has %(count)s participants.", count)
        many = gettext("With more than %(most)s not everybody is heard.") % {"most": rules["council.group_most"]}
        found.append(f"{words % {'count': count}} {many}")
    if led.filter(duty=Staff.Duty.FACILITATOR).count() < FACILITATORS:
        found.append(gettext("Two group facilitators are needed: name them on the page of the leaders."))
    return found


def sessions(council: Council) -> list[Meeting]:
    """The group's sessions that have not been cancelled, in time."""
    rows = council.meetings.filter(kind=Meeting.Kind.GROUP).exclude(status=Meeting.Status.CANCELLED)
    return list(rows.order_by("starts_at"))


def discussion(council: Council) -> Meeting | None:
    """The discussion event after the group, if there is one."""
    rows = council.meetings.filter(kind=Meeting.Kind.DISCUSSION).exclude(status=Meeting.Status.CANCELLED)
    return rows.order_by("starts_at").last()


@transaction.atomic
def plan_sessions(council: Council, by: Actor, *, starts_at: datetime, **facts: Any) -> list[Meeting]:
    """The six weekly sessions from an aware first start, each with its own agenda; a public holiday is passed over.

    Raises `Refused`: not a group, not its leader, or the sessions are there already.
    """
    held = _group(council, by)
    if sessions(held):
        raise Refused(_("The sessions have been made already. Change them one by one."), code="made")
    templates = [template.key for template in meeting_template.GROUP]
    rhythm, given = Council.Rhythm.WEEKLY, {**_facilitators(held), **facts}
    return meeting.series(held, by, starts_at=starts_at, how_many=SESSIONS, rhythm=rhythm, templates=templates, **given)


@transaction.atomic
def plan_discussion(council: Council, by: Actor, *, starts_at: datetime, guests: Sequence[Person] = ()) -> Meeting:
    """The discussion event with its guests; each chosen problem row is an item to be decided on (DG-11).

    Nothing leaves before the meeting is opened. What is then decided becomes somebody's action in the minutes, as in any
    meeting. Raises `Refused`.
    """
    held = _group(council, by)
    if discussion(held):
        raise Refused(_("The discussion event has been planned already. Change it on its own page."), code="made")
    event = meeting_template.DISCUSSION.key
    made = meeting.plan(held, by, starts_at=starts_at, template=event, **_facilitators(held))
    _show_chosen(made, by, list(held.problems.filter(is_chosen=True)))
    for person in guests:
        guest.add(made, by, person=person, matter=gettext("Hearing and discussing the group's proposals"))
    return made


def _facilitators(council: Council) -> dict[str, Person | None]:
    """One leads the session, the other writes (DG-01); who has that very task does it."""
    usual = meeting_people.usual(council)
    rows = council.staff.open().filter(duty=Staff.Duty.FACILITATOR).select_related("person")
    both = [row.person for row in rows]
    chair = usual["chair"] or next(iter(both), None)
    secretary = usual["secretary"] or next((person for person in both if person != chair), None)
    return {"chair": chair, "secretary": secretary}


def _show_chosen(made: Meeting, by: Actor, rows: list[Problem]) -> None:
    """The time for showing the proposals is shared among them, an item each, in their order."""
    if not rows:
        return
    slot = made.items.all()[SHOWN]
    minutes = max(5, slot.minutes // len(rows))
    for place, row in enumerate(rows):
        item = agenda.add(made, by, kind=AgendaItem.Kind.DECISION, minutes=minutes, **_words(row, made.council))
        agenda.put(item, by, SHOWN + 1 + place)
    agenda.remove(slot, by)


def _words(row: Problem, council: Council) -> dict[str, dict[str, str]]:
    """A row as an item: the problem names it, why and the solution are its text."""
    language = council.main_language
    title = row.problem.split("\n")[0]
    rest = [row.problem] if title != row.problem or len(title) > LONGEST_TITLE else []
    parts = [*rest, row.why, row.solution]
    short = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
    return {"title": {language: short}, "text": {language: "\n\n".join(filter(None, parts))}}


def _group(council: Council, by: Actor) -> Council:
    permissions.require_leader(by, council)
    if council.kind != Council.Kind.DEVELOPER_GROUP:
        raise Refused(_("This is for developer-client groups. Plan the meetings one by one."), code="kind")
    return workflow.locked(council)
