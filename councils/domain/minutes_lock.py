"""Approved minutes are locked: nothing of their meeting's items is written any more (MT-12)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from councils.models import AgendaItem, Meeting, Minutes


def to_write(meeting: Meeting) -> Minutes:
    """The meeting's minutes, locked to the end of the transaction before any of its items is.

    Raises `Refused` where the meeting has not begun, or its minutes have been approved.
    """
    row = locked(meeting)
    if row is None:
        raise Refused(_("Begin the meeting first: its minutes are made then."), code="not_begun")
    if row.status == Minutes.Status.APPROVED:
        raise Refused(
            _("These minutes have been approved, so they are not changed any more. Tell of it in the next meeting."),
            code="locked",
        )
    return row


def item_to_write(item: AgendaItem) -> tuple[AgendaItem, Minutes]:
    """The item as it stands in the database, locked after the minutes of its meeting. Raises `Refused`."""
    if item.meeting_id is None:
        raise Refused(_("This item waits for a meeting. Put it on an agenda first."), code="backlog")
    minutes = to_write(item.meeting)
    rows = AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__council", "council")
    return rows.get(pk=item.pk), minutes


def locked(meeting: Meeting) -> Minutes | None:
    """The meeting's minutes, locked to the end of the transaction; None before it has begun."""
    rows = Minutes.objects.select_for_update(of=("self",)).select_related("meeting__council")
    return rows.filter(meeting=meeting).first()
