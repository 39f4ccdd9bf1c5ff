"""After a change of the meeting: packets that had not left are made anew, so that nobody reads the old time."""

from __future__ import annotations

from collections.abc import Iterable

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from councils.mails import packet as mails
from councils.models import Meeting, PacketCopy

from .audience import invited
from .send import write

Status = PacketCopy.Status
GONE = {Message.Status.SUPERSEDED, Message.Status.STOPPED, Message.Status.EXPIRED, Message.Status.FAILED}


def renew(meeting: Meeting, by: Actor) -> set[int]:
    """Call off what had not left of the meeting's packets and begin their next version. The caller has locked the meeting.

    Returns the keys of the invitations whom no packet has reached before: the new one tells them all, so that nothing
    else need be told of the change.
    """
    rows = PacketCopy.objects.select_for_update(of=("self",)).filter(packet__meeting=meeting).order_by("pk")
    copies = list(rows.select_related("message"))
    for copy in copies:
        if copy.status == Status.WAITING:
            workflow.move(copy, Status.FAILED, Actor.worker(), log=False, problem="changed")
    held_back = {copy.invitation_id for copy in copies if _is_held_back(copy)}
    outbox.supersede(meeting, kind=mails.SENT)
    again = [row for row in invited(meeting) if row.pk in held_back]
    if again:
        write(meeting, by, again)
    return held_back - _reached(copies)


def _is_held_back(copy: PacketCopy) -> bool:
    return copy.problem == "changed" or (copy.message is not None and copy.message.status in outbox.UNSENT)


def _reached(copies: Iterable[PacketCopy]) -> set[int]:
    told = (copy for copy in copies if copy.message is not None)
    return {copy.invitation_id for copy in told if copy.message.status not in {*GONE, *outbox.UNSENT}}
