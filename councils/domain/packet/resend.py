"""Sending a packet again: to all, to one, or to those whom what has changed since concerns."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.messaging.domain.letter import PAPERS
from coordination.messaging.models import Attachment, Message
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from councils.models import Invitation, Meeting, Packet, PacketCopy
from councils.permissions import council as permissions

from . import papers
from .audience import invited
from .send import require_sendable, write


@transaction.atomic
def resend(meeting: Meeting, by: Actor, who: Iterable[int], *, after: int) -> Packet:
    """The packet's next version to these invited (by key of their invitation). `after` is the version the screen showed.

    So a press sends once, however often it is pressed. Raises `Refused` when somebody has sent meanwhile, while a packet
    is being made, for nobody, and as `send` does.
    """
    permissions.require_leader(by, meeting.council)
    current = workflow.locked(meeting)
    current.council = meeting.council
    last = papers.latest(current)
    if last is None or last.version != after:
        raise Refused(_("This has been sent already. Open the page again to see how it stands."), code="moved")
    if last.status == Packet.Status.MAKING:
        raise Refused(_("The packet is still being made. Wait a moment."), code="making")
    require_sendable(current)
    rows = list(invited(current).filter(pk__in=list(who)))
    if not rows:
        raise Refused(_("Choose to whom it is sent again."), code="none")
    return write(current, by, rows)


def last_copies(meeting: Meeting) -> dict[int, PacketCopy]:
    """The newest copy of each invited, by the key of the invitation, with its message."""
    rows = PacketCopy.objects.filter(packet__meeting=meeting).select_related("packet", "message", "file")
    return {row.invitation_id: row for row in rows.order_by("packet__version")}


def concerned(meeting: Meeting) -> set[int]:
    """Keys of the invitations of those who have got nothing, or whose papers would be different today.

    A plain text that is mended concerns those who read plain language, a Swedish word those who read Swedish.
    """
    last = papers.latest(meeting)
    if last is None:
        return set()
    copies = last_copies(meeting)
    had = _papers_had([copy.message_id for copy in copies.values() if copy.message_id])
    today = papers.Papers(meeting, last.version)
    made = {last.version: today}

    def would_differ(row: Invitation) -> bool:
        copy = copies.get(row.pk)
        if copy is None or copy.message_id not in had:
            return True
        version = copy.packet.version
        now = made.get(version) or made.setdefault(version, today.as_version(version))
        row.meeting = meeting
        variant = papers.Variant(row.person.language, row.person.format)
        return now.envelope(row, variant).body != had[copy.message_id]

    return {row.pk for row in invited(meeting) if would_differ(row)}


def _papers_had(keys: list[int]) -> dict[int, bytes]:
    rows = Attachment.objects.filter(message__in=keys, content_type=PAPERS).exclude(
        message__status__in=[Message.Status.FAILED, Message.Status.STOPPED, Message.Status.EXPIRED]
    )
    return {key: bytes(body) for key, body in rows.values_list("message", "body")}
