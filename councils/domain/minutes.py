"""The verbs of minutes: offered for comments to all, approved in a later meeting, then locked (MT-04, MT-10, MT-12)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from councils.mails import minutes as mails
from councils.models import AgendaItem, Correction, Meeting, Minutes
from councils.permissions.council import require_leader

from . import attendance, minutes_plain, minutes_revision, minutes_telling, neutral, topic
from .minutes_lock import to_write

Status = Minutes.Status
NEEDS_NO_OUTCOME = {AgendaItem.Role.OPENING, AgendaItem.Role.CLOSING}


@transaction.atomic
def offer(minutes: Minutes, by: Actor, *, without_plain: bool = False) -> Minutes:
    """Open the minutes for comments and tell every member, substitute and leader, the absent too; again as a new version.

    `without_plain`: go on although the plain-language text is missing or unread. Raises `Refused`.
    """
    require_leader(by, minutes.meeting.council)
    current = to_write(minutes.meeting)
    if current.meeting.status == Meeting.Status.OPEN:
        raise Refused(
            _("End the meeting first: the minutes are offered when all of it has been written."), code="early"
        )
    if not without_plain:
        minutes_plain.refuse_unready(current)
    again = current.status == Status.COMMENTABLE
    now = clock.now()
    if again:
        _write(current, version=current.version + 1, offered_at=now)
        audit.log(current, "kuuluviin.changed", by, {"version": current.version})
    else:
        version = current.version + 1 if current.offered_at else current.version
        workflow.move(current, Status.COMMENTABLE, by, offered_at=now, version=version)
    minutes_revision.keep(current, by)
    topic.settle(current.meeting, by)
    _tell(current)
    _copy(current, minutes)
    return minutes


@transaction.atomic
def take_back(minutes: Minutes, by: Actor) -> Minutes:
    """Back to a draft: what has not left never leaves, and members read it again once it is offered. Raises `Refused`."""
    require_leader(by, minutes.meeting.council)
    to_write(minutes.meeting)
    workflow.move(minutes, Status.DRAFT, by)
    mails.no_longer_offered(minutes)
    return minutes


@transaction.atomic
def approve(
    minutes: Minutes, by: Actor, *, in_meeting: Meeting, corrections: Iterable[tuple[int | None, str]] = ()
) -> Minutes:
    """Approve the minutes in a later meeting, corrections noted as (key of the item or None, text); then they are locked.

    The meeting they tell of is closed. Raises `Refused`: an item without an outcome, a meeting that cannot approve them,
    minutes nobody could comment on.
    """
    require_leader(by, minutes.meeting.council)
    current = to_write(minutes.meeting)
    _refuse_wrong_meeting(current, in_meeting)
    if unsettled := without_outcome(current):
        titles = ", ".join(f"“{item.title}”" for item in unsettled)
        raise Refused(_("These items have no outcome yet: %(items)s.") % {"items": titles}, code="no_outcome")
    noted = [(item, text.strip()) for item, text in corrections if text.strip()]
    for __, text in noted:
        identity_code.refuse(text, field="corrections")
    now = clock.now()
    workflow.move(minutes, Status.APPROVED, by, approved_in=in_meeting, approved_at=now)
    keys = set(current.meeting.items.values_list("pk", flat=True))
    Correction.objects.bulk_create(
        Correction(minutes=minutes, item_id=item if item in keys else None, text=text, noted_at=now, noted_by=by.user)
        for item, text in noted
    )
    minutes_revision.keep(minutes, by)
    workflow.move(minutes.meeting, Meeting.Status.CLOSED, by)
    topic.settle(current.meeting, by)
    _tell_approved(minutes)
    transaction.on_commit(lambda: _poke(minutes.pk))
    return minutes


def without_outcome(minutes: Minutes) -> list[AgendaItem]:
    """Items whose outcome is not told yet; breaks, the opening and the closing need none."""
    open_ = minutes.meeting.items.filter(outcome=AgendaItem.Outcome.NONE).exclude(role__in=NEEDS_NO_OUTCOME)
    return list(open_.exclude(kind=AgendaItem.Kind.BREAK))


def may_approve_in(minutes: Minutes) -> models.QuerySet[Meeting]:
    """Later meetings of the council that have begun or been held, the next first."""
    later = Meeting.objects.filter(council=minutes.meeting.council, starts_at__gt=minutes.meeting.starts_at)
    held = models.Q(status__in=[Meeting.Status.HELD, Meeting.Status.CLOSED])
    now_on = models.Q(status=Meeting.Status.OPEN, began_at__isnull=False)
    return later.filter(held | now_on).order_by("starts_at")


def audience(minutes: Minutes) -> list[Person]:
    """Whom the minutes are told to: members and substitutes, there or absent, and the leaders (MT-04)."""
    council = minutes.meeting.council
    seated = {row.person_id: row.person for row in council.memberships.open().select_related("person__unit")}
    leaders = {row.person_id: row.person for row in council.staff.open().select_related("person__unit")}
    return list({**seated, **leaders}.values())


def _tell(minutes: Minutes) -> None:
    meeting = minutes.meeting
    telling, contact = minutes_telling.of(minutes), mails.contact_of(meeting)
    there = set(meeting.attendances.filter(state__in=attendance.THERE).values_list("person_id", flat=True))
    for person in audience(minutes):
        mails.offered(
            minutes,
            person,
            neutral.title(meeting.council, person),
            telling.for_person(person),
            contact=contact,
            was_there=person.pk in there,
        )


def _tell_approved(minutes: Minutes) -> None:
    """A notice, without the words: they have been told already, and corrections are few."""
    meeting, contact = minutes.meeting, mails.contact_of(minutes.meeting)
    is_corrected = minutes.corrections.exists()
    for person in audience(minutes):
        title = neutral.title(meeting.council, person)
        mails.approved(minutes, person, title, contact=contact, is_corrected=is_corrected)


def _refuse_wrong_meeting(minutes: Minutes, meeting: Meeting) -> None:
    if not may_approve_in(minutes).filter(pk=meeting.pk).exists():
        raise Refused(
            _(
                "Minutes are approved in a later meeting of the same council, once it has begun. Choose another meeting."
            ),
            field="in_meeting",
            code="wrong_meeting",
        )


def _write(row: Minutes, **facts: object) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))


def _copy(source: Minutes, target: Minutes) -> None:
    for name in ("status", "version", "offered_at"):
        setattr(target, name, getattr(source, name))


def _poke(key: int) -> None:
    from django_q.tasks import async_task

    async_task("councils.tasks.minutes_archive.keep", key)
