"""What each was sent and how far it has come: one row of the sending page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.messaging.backoffice import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.domain import packet
from councils.models import Invitation, Meeting, PacketCopy

Status = PacketCopy.Status
OFF = "off"
PROBLEMS = {
    "pdf": _("The papers could not be made. The fault is ours: send again."),
    "changed": _("Made anew: the meeting has changed."),
    OFF: _("Not sent: the meeting or the invitation was called off."),
}
TONES = {
    Message.Status.SENT: "ok",
    Message.Status.FAILED: "bad",
    Message.Status.UNCERTAIN: "warn",
    Message.Status.BY_HAND: "info",
}
CARE = (Message.Status.FAILED, Message.Status.UNCERTAIN)


@dataclass(frozen=True)
class Row:
    """One invited, with the newest copy and its message, if any; `is_concerned`: what has changed since concerns them."""

    invitation: Invitation
    copy: PacketCopy | None
    is_concerned: bool

    @property
    def message(self) -> Message | None:
        return self.copy.message if self.copy else None

    @property
    def state(self) -> str | Promise:
        if self.copy is None:
            return _("Not sent yet")
        if self.copy.status == Status.WAITING:
            return self.copy.get_status_display()
        if self.message is None:
            return PROBLEMS.get(self.copy.problem, self.copy.get_status_display())
        if self.bounced:
            return pgettext_lazy("message", "bounced")
        return self.message.get_status_display()

    @property
    def bounced(self) -> bool:
        """The receiving server took it and brought it back."""
        return self.message is not None and self.message.came_back

    @property
    def tone(self) -> str:
        if self.bounced or (self.copy is not None and self.copy.status == Status.FAILED):
            return "bad"
        return TONES.get(self.message.status, "neutral") if self.message else "neutral"

    @property
    def at(self) -> datetime | None:
        """When it left, else when it was written."""
        return (self.message.done_at or self.message.queued_at) if self.message else None

    @property
    def needs_care(self) -> bool:
        """It could not be made, did not arrive, or nobody knows, or it cannot leave as things are."""
        if self.message is None:
            return self.may_send_again
        lacking = self.message.channel == Person.Channel.POST and not self.invitation.person.has_postal_address
        return self.bounced or self.message.status in CARE or (self.message.status == "by_hand" and lacking)

    @property
    def may_send_again(self) -> bool:
        """Its papers could not be made. What was called off is left alone."""
        return self.copy is not None and self.copy.status == Status.FAILED and self.copy.problem != OFF

    @property
    def acts(self) -> list[tuple[str, object]]:
        return outbox.acts(self.message) if self.message else []


def rows(meeting: Meeting) -> list[Row]:
    """Everybody the packet goes to, in the order of their roles; a few queries, however many there are."""
    copies = packet.last_copies(meeting)
    concerned = packet.concerned(meeting)
    return [Row(row, copies.get(row.pk), row.pk in concerned) for row in packet.invited(meeting)]
