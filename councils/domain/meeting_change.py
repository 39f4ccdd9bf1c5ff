"""Changing an open meeting: everybody is told once, the calendars follow, and who must answer again is asked (MT-07)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.domain.change import Change
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import audit
from councils.mails import invitation as mails
from councils.models import Council, Invitation, Meeting
from councils.permissions import council as permissions

from . import invitation_call, invitation_entry, invitation_reminder, neutral
from .packet.renew import renew

Answer = Invitation.Answer
FIELDS = ("starts_at", "ends_at", "mode", "place", "directions", "venue_access", "online_url")
LABELS = {
    "mode": _("On the spot or remotely"),
    "place": _("Place"),
    "directions": _("How to get there"),
    "venue_access": _("Accessibility of the place"),
    "online_url": _("Remote link"),
}
# So near the meeting a change does not wait for more of them.
NEAR = timedelta(days=1)
_span = lazy(formats.span, str)


def told(meeting: Meeting) -> list[Invitation]:
    """Everybody a change or the cancelling is told to, leaders too. One query."""
    rows = meeting.invitations.standing().select_related("person__unit", "link")
    return list(rows.order_by("role", "person__last_name", "person__first_name", "pk"))


def asks_again(meeting: Meeting, starts_at: datetime) -> bool:
    """Whether a yes to the old time says nothing of the new one: the day or the hour has moved, not minutes alone."""
    return _hour(meeting.starts_at) != _hour(starts_at)


@transaction.atomic
def change(meeting: Meeting, by: Actor, **facts: object) -> Meeting:
    """Change time (aware datetimes), place or way of an open meeting (`FIELDS`); what is not given stays.

    The entry is rewritten with a higher SEQUENCE, each of the invited is told of all changes of a short while in one
    message, what had not left and tells the old state never leaves, a yes is asked again if day or hour moved.
    Raises `Refused`, also where nothing changes.
    """
    permissions.require_leader(by, meeting.council)
    current = invitation_call.lock(meeting)
    invitation_call.refuse_unless_open(current)
    changes, moved = _write(current, facts)
    current.version += 1
    current.save(update_fields=[*FIELDS, "version"])
    audit.log(current, "kuuluviin.changed", by, {"changed": [row.what for row in changes]})
    if moved:
        _ask_again(current)
    invitation_entry.put(current)
    told_by_packet = renew(current, by)
    _supersede_others(current)
    for row in told(current):
        row.meeting = current
        safe_link.extend(row.link, invitation_call.expires_at(current))
        if row.pk not in told_by_packet:
            _tell(row, changes)
        invitation_reminder.drop(row)
    meeting.refresh_from_db()
    return meeting


def _supersede_others(meeting: Meeting) -> None:
    """Whatever of this meeting has not left tells an older state; earlier changes are told with this one."""
    rows = Message.objects.filter(about=outbox.cause(meeting), status__in=outbox.UNSENT).exclude(kind=mails.CHANGED)
    for kind in set(rows.values_list("kind", flat=True)):
        outbox.supersede(meeting, kind=kind)


def _write(meeting: Meeting, facts: dict) -> tuple[list[Change], bool]:
    """Put the facts on the row; what has changed in words, and whether a yes must be asked again."""
    if strangers := set(facts) - set(FIELDS):
        raise TypeError(f"A change of a meeting does not know {sorted(strangers)}.")
    was = {name: getattr(meeting, name) for name in FIELDS}
    for name, value in facts.items():
        setattr(meeting, name, Texts.of(value) if isinstance(was[name], Texts) else value)
    _refuse_unsound(meeting)
    changes = _differences(meeting, was)
    if not changes:
        raise Refused(_("Nothing has changed: change something, or go back."), code="same")
    return changes, _hour(was["starts_at"]) != _hour(meeting.starts_at)


def _differences(meeting: Meeting, was: dict) -> list[Change]:
    found = []
    if (was["starts_at"], was["ends_at"]) != (meeting.starts_at, meeting.ends_at):
        old, new = _span(was["starts_at"], was["ends_at"]), _span(meeting.starts_at, meeting.ends_at)
        found.append(Change("time", pgettext_lazy("change", "Time"), old, new))
    if was["mode"] != meeting.mode:
        modes = dict(Council.Mode.choices)
        found.append(Change("mode", LABELS["mode"], modes[was["mode"]], modes[meeting.mode]))
    for name in ("place", "directions", "venue_access", "online_url"):
        if was[name] != getattr(meeting, name):
            found.append(Change(name, LABELS[name], was[name], getattr(meeting, name)))
    return found


def _refuse_unsound(meeting: Meeting) -> None:
    if meeting.starts_at <= clock.now():
        raise Refused(_("The new time must lie ahead."), field="day", code="ahead")
    if meeting.ends_at <= meeting.starts_at:
        raise Refused(_("The meeting must end after it begins."), field="end", code="ends")
    if meeting.mode != Council.Mode.REMOTE and not meeting.place:
        raise Refused(_("Write where the meeting is."), field="place", code="place")
    if meeting.mode != Council.Mode.PLACE and not meeting.online_url:
        raise Refused(_("Give the remote link."), field="online_url", code="online")
    for name in ("place", "directions", "venue_access"):
        value = getattr(meeting, name)
        for words in value.values() if isinstance(value, Texts) else [value]:
            identity_code.refuse(words, field=name)


def _ask_again(meeting: Meeting) -> None:
    """A yes was to another time: it is asked again, and the row keeps when it was given (`was_for_another_time`)."""
    meeting.invitations.standing().filter(answer=Answer.YES).update(answer=Answer.NONE)


def _tell(row: Invitation, changes: list[Change]) -> None:
    meeting = row.meeting
    mails.queue(
        mails.CHANGED,
        row,
        neutral.title(meeting.council, row.person),
        about=meeting,
        version=meeting.version,
        enclosure=invitation_entry.enclosure_for(row),
        context={"asked_again": row.was_for_another_time},
        changes=changes,
        urgent=meeting.starts_at - clock.now() < NEAR,
        valid_until=meeting.ends_at,
    )


def _hour(moment: datetime) -> tuple:
    local = clock.local(moment)
    return local.date(), local.hour
