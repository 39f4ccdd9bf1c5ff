"""The verbs of an agenda: add an item, change it, put it in its place, take it out, move it to another meeting.

The order is kept under the meeting's lock: whoever puts an item anywhere, positions are 0, 1, 2… without a gap or a
pair. The opening and the follow-up of earlier proposals stand first (section 2.8).
"""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from councils.models import AgendaItem, Council, Meeting, Topic
from councils.permissions.council import require_leader

from . import material, meeting_people, written
from .agenda_clock import Slot, clock

__all__ = ["Slot", "add", "change", "clock", "move", "put", "remove", "wait"]

Status, Role, Mandate = Meeting.Status, AgendaItem.Role, AgendaItem.Mandate
TEXTS = ("title", "text", "plain_text")
WRITABLE = (*TEXTS, "kind", "is_main", "minutes", "presenter", "method", "mandate", "mandate_text")
HEAD = {Role.OPENING: 0, Role.FOLLOW_UP: 1}
TAIL = {Role.NEXT, Role.CLOSING}
LONGEST = next(
    one.limit_value for one in AgendaItem._meta.get_field("minutes").validators if isinstance(one, MaxValueValidator)
)


@transaction.atomic
def add(
    meeting: Meeting, by: Actor, *, title: object = None, topic: Topic | None = None, **facts: object
) -> AgendaItem:
    """A new item before the closing ones. After the agenda has been sent it is marked as late.

    A topic of the bank gives its title and text where none are given, and is on an agenda from now on. Raises `Refused`.
    """
    require_leader(by, meeting.council)
    held = _changeable(meeting)
    given = _sound(
        held.council, held, {"title": title or "", **facts} if topic is None else _of_topic(held, topic, title, facts)
    )
    made = AgendaItem.objects.create(
        council=held.council, meeting=held, topic=topic, is_late=held.opened_at is not None, **given
    )
    rows = [row for row in held.items.all() if row.pk != made.pk]
    place = next((index for index, row in enumerate(rows) if row.role in TAIL), len(rows))
    _number([*rows[:place], made, *rows[place:]])
    _take(topic, by)
    audit.log(held, "kuuluviin.changed", by, {"added": made.pk})
    return made


@transaction.atomic
def wait(
    council: Council, by: Actor, *, title: object = None, topic: Topic | None = None, **facts: object
) -> AgendaItem:
    """A new item of no meeting: it waits in the council's backlog. Raises `Refused`."""
    require_leader(by, council)
    given = _sound(
        council, None, {"title": title or "", **facts} if topic is None else _of_topic(None, topic, title, facts)
    )
    made = AgendaItem.objects.create(council=council, topic=topic, **given)
    _take(topic, by)
    audit.log(made, "kuuluviin.made", by, {"council": council.pk})
    return made


@transaction.atomic
def change(item: AgendaItem, by: Actor, **facts: object) -> AgendaItem:
    """Change what an item says, how long it takes, who presents it. Raises `Refused`."""
    require_leader(by, item.council)
    if item.meeting_id:
        _changeable(item.meeting)
    current = workflow.locked(item)
    given = _sound(current.council, current.meeting, facts, current)
    changed = written.write(current, given)
    if changed:
        audit.log(current, "kuuluviin.changed", by, {"fields": changed, "meeting": current.meeting_id})
    item.refresh_from_db()
    return item


@transaction.atomic
def put(item: AgendaItem, by: Actor, place: int) -> list[AgendaItem]:
    """Put an item to a place (0 is the first) of its agenda; the agenda as it then stands.

    The opening and the follow-up stay first: nothing goes before them. Raises `Refused`.
    """
    require_leader(by, item.council)
    meeting = _changeable(item.meeting)
    rows = list(meeting.items.select_for_update(of=("self",)).order_by("position", "pk"))
    moving = next((row for row in rows if row.pk == item.pk), None)
    if moving is None:
        raise _gone()
    if moving.role in HEAD:
        raise Refused(_("The agenda begins with this item. It stays where it is."), code="stays")
    rest = [row for row in rows if row is not moving]
    lowest = sum(row.role in HEAD for row in rest)
    place = min(max(place, lowest), len(rest))
    ordered = _headed([*rest[:place], moving, *rest[place:]])
    if _number(ordered):
        audit.log(meeting, "kuuluviin.changed", by, {"item": moving.pk, "place": place})
    item.refresh_from_db()
    return ordered


@transaction.atomic
def remove(item: AgendaItem, by: Actor) -> None:
    """Take an item out for good; its topic goes back to the bank. Raises `Refused`."""
    require_leader(by, item.council)
    meeting = _changeable(item.meeting) if item.meeting_id else None
    current = _unmoved(item)
    if current.role == Role.FOLLOW_UP:
        raise Refused(_("Every meeting tells what came of earlier proposals. The item stays."), code="stays")
    if current.materials.exists():
        raise Refused(_("The item has material. Take the material away first, or move the item."), code="material")
    topic, council = current.topic, current.council
    audit.log(meeting or council, "kuuluviin.changed", by, {"removed": current.pk})
    current.delete()
    if meeting:
        _number(list(meeting.items.all()))
    if topic and topic.status == Topic.Status.TAKEN and not topic.items.exists():
        workflow.move(topic, Topic.Status.PROPOSED, by)


@transaction.atomic
def move(item: AgendaItem, by: Actor, to: Meeting | None = None, *, because: str = "") -> AgendaItem:
    """Move an item to another meeting of the council, or to the backlog (None). The item as it now stands there.

    Of a meeting still planned the row itself moves. Where the agenda has been sent, a row stays behind that says so
    and why (`because`), and the new one follows it (`moved_from`), with its material. Raises `Refused` (MT-11).
    """
    require_leader(by, item.council)
    _lock_both(item, to)
    current = workflow.locked(item)
    if to is not None and to.council_id != current.council_id:
        raise Refused(_("Choose a meeting of the same council."), field="to", code="stranger")
    if current.meeting_id == (to.pk if to else None):
        raise Refused(_("The item is there already."), field="to", code="there")
    if current.role != Role.ORDINARY:
        raise Refused(_("This item belongs to every meeting, so it is not moved."), code="stays")
    if current.moved_to.exists():
        raise Refused(_("The item has been moved on already."), code="moved")
    _refuse_moved(current, item)
    target = _changeable(to) if to else None
    origin = current.meeting
    if origin is None or origin.status == Status.PLANNED:
        moved = _carried(current, target)
    else:
        moved = _left_behind(current, target, because)
    audit.log(moved, "kuuluviin.changed", by, {"from": origin and origin.pk, "to": target and target.pk})
    item.refresh_from_db()
    return moved


def _carried(row: AgendaItem, target: Meeting | None) -> AgendaItem:
    origin = row.meeting
    row.meeting, row.is_late = target, bool(target and target.opened_at)
    row.save(update_fields=["meeting", "is_late"])
    if origin:
        _number(list(origin.items.all()))
    _settle(row, target)
    return row


def _left_behind(row: AgendaItem, target: Meeting | None, because: str) -> AgendaItem:
    facts = written.sound(AgendaItem, {"postponed_because": because or row.postponed_because}, ["postponed_because"])
    if not facts["postponed_because"]:
        raise Refused(_("Write why it is moved: the agenda has been sent."), field="because", code="because")
    kept = {name: getattr(row, name) for name in WRITABLE}
    made = AgendaItem.objects.create(
        council=row.council,
        meeting=target,
        topic=row.topic,
        moved_from=row,
        is_late=bool(target and target.opened_at),
        **kept,
    )
    written.write(row, {**facts, "outcome": AgendaItem.Outcome.POSTPONED})
    material.share(row, made)
    _settle(made, target)
    return made


def _settle(row: AgendaItem, target: Meeting | None) -> None:
    """Into its place before the closing items of its new meeting."""
    if target is None:
        return
    rows = [other for other in target.items.all() if other.pk != row.pk]
    place = next((index for index, other in enumerate(rows) if other.role in TAIL), len(rows))
    _number([*rows[:place], row, *rows[place:]])


def _number(rows: list[AgendaItem]) -> bool:
    """Positions without a gap; whether anything moved."""
    changed = [row for place, row in enumerate(rows) if row.position != place]
    for place, row in enumerate(rows):
        row.position = place
    AgendaItem.objects.bulk_update(changed, ["position"])
    return bool(changed)


def _headed(rows: list[AgendaItem]) -> list[AgendaItem]:
    return sorted(rows, key=lambda row: HEAD.get(row.role, len(HEAD)))


def _changeable(meeting: Meeting) -> Meeting:
    """The meeting, locked, while its agenda may still change: planned, open, or under way."""
    current = workflow.locked(meeting)
    if current.status not in (Status.PLANNED, Status.OPEN):
        raise Refused(_("The meeting is over, so its agenda is not changed any more."), code="over")
    return current


def _unmoved(item: AgendaItem) -> AgendaItem:
    """The item locked, still of the meeting whose lock was taken before it."""
    current = AgendaItem.objects.select_for_update(of=("self",)).filter(pk=item.pk).first()
    if current is None:
        raise _gone()
    _refuse_moved(current, item)
    return current


def _refuse_moved(current: AgendaItem, seen: AgendaItem) -> None:
    if current.meeting_id != seen.meeting_id:
        raise _gone()


def _gone() -> Refused:
    return Refused(_("The item is not on this agenda any more. Open the page again."), code="gone")


def _lock_both(item: AgendaItem, to: Meeting | None) -> None:
    for key in sorted({key for key in (item.meeting_id, to.pk if to else None) if key}):
        workflow.locked(Meeting(pk=key))


def _of_topic(meeting: Meeting | None, topic: Topic, title: object, facts: dict) -> dict:
    council = meeting.council if meeting else topic.council
    if topic.council_id != council.pk:
        raise Refused(_("Choose a topic of this council."), field="topic", code="stranger")
    language = council.main_language
    return {"title": title or {language: topic.title}, "text": {language: topic.text}, **facts}


def _take(topic: Topic | None, by: Actor) -> None:
    if topic is not None and topic.status != Topic.Status.TAKEN:
        if topic.status == Topic.Status.PARKED:
            workflow.move(topic, Topic.Status.PROPOSED, by, parked_because="")
        workflow.move(topic, Topic.Status.TAKEN, by)


def _sound(council: Council, meeting: Meeting | None, facts: dict, row: AgendaItem | None = None) -> dict:
    given = written.sound(AgendaItem, facts, WRITABLE)
    if "title" in given and not given["title"]:
        raise Refused(_("Write what the item is about."), field="title", code="title")
    if "minutes" in given and not 1 <= (given["minutes"] or 0) <= LONGEST:
        raise Refused(
            _("An item takes between 1 and %(most)s minutes.") % {"most": LONGEST}, field="minutes", code="minutes"
        )
    mandate = given.get("mandate", row.mandate if row else "")
    where = given.get("mandate_text", row.mandate_text if row else "")
    if mandate == Mandate.ELSEWHERE and not where:
        raise Refused(
            _("Nobody present may decide: write where the matter goes."), field="mandate_text", code="mandate"
        )
    _refuse_strange_presenter(council, meeting, given.get("presenter"))
    return given


def _refuse_strange_presenter(council: Council, meeting: Meeting | None, presenter: object) -> None:
    if presenter is None:
        return
    known = [*meeting_people.leaders(council), *meeting_people.members(council)]
    known += meeting_people.guests(meeting) if meeting else []
    if presenter not in known:
        raise Refused(_("Choose a leader, a member or a guest of this meeting."), field="presenter", code="stranger")
