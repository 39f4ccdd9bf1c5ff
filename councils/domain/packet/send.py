"""The press that sends a packet: it opens the meeting, writes who gets what, and leaves the making to the worker."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, job, workflow
from councils.domain import meeting_open
from councils.models import Invitation, Meeting, Packet, PacketCopy
from councils.permissions import council as permissions

from . import papers
from .audience import invited
from .check import check, lateness

KIND = "packet"
TASK = "councils.tasks.packet.make"


@transaction.atomic
def send(meeting: Meeting, by: Actor, *, late_because: str = "") -> Packet:
    """Open the meeting if it is being planned, and send everybody invited their packet. A second press sends nothing more.

    Raises `Refused` while a part is missing, later than the rule `council.packet_days` without a reason, and for a meeting
    that is over or off.
    """
    permissions.require_leader(by, meeting.council)
    current = workflow.locked(meeting)
    current.council = meeting.council
    if sent := papers.latest(current):
        return sent
    require_sendable(current)
    reason = _reason(current, late_because)
    if current.status == Meeting.Status.PLANNED:
        meeting_open.open_(current, by)
    meeting.refresh_from_db()
    return write(current, by, list(invited(current)), late_because=reason)


def write(meeting: Meeting, by: Actor, rows: Iterable[Invitation], *, late_because: str = "") -> Packet:
    """The packet's next version to these invited, in each one's channel, form and language of now. The meeting is locked."""
    last = papers.latest(meeting)
    packet = Packet.objects.create(
        meeting=meeting,
        version=last.version + 1 if last else 1,
        made_by=by.user,
        made_at=clock.now(),
        late_because=late_because,
    )
    PacketCopy.objects.bulk_create(
        PacketCopy(
            packet=packet,
            invitation=row,
            form=row.person.format,
            language=row.person.language,
            channel=row.person.channel,
        )
        for row in rows
    )
    packet.job = job.start(KIND, TASK, by, cursor={"packet": packet.pk})
    packet.save(update_fields=["job"])
    audit.log(packet, "kuuluviin.made", by, {"meeting": meeting.pk, "copies": packet.copies.count()})
    return packet


def require_sendable(meeting: Meeting) -> None:
    """Raise `Refused` with the first thing that is missing, or because the meeting is over or off."""
    if meeting.status not in (Meeting.Status.PLANNED, Meeting.Status.OPEN):
        words = _("The meeting is “%(state)s”: nothing is sent any more.")
        raise Refused(words % {"state": meeting.get_status_display()}, code="not_open")
    if lacking := check(meeting):
        raise Refused(lacking[0].text, code=lacking[0].code)


def _reason(meeting: Meeting, words: str) -> str:
    """Why it leaves late; nothing where it is in time. Raises `Refused`."""
    asked = lateness(meeting)
    if not asked.is_late:
        return ""
    identity_code.refuse(words, field="late_because")
    if not words.strip():
        told = _("The papers should leave %(days)s days before. Tell why they leave late.")
        raise Refused(told % {"days": asked.least}, field="late_because", code="late")
    return words.strip()[:300]
