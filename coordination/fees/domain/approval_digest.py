"""One message to an approver of all that waits, never one a row (CASA #2762)."""

from __future__ import annotations

from datetime import datetime, timedelta

from coordination.fees.mails import fee as mails
from coordination.fees.models import Approver
from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.models import Person

from . import approval

AGAIN_AFTER = timedelta(days=7)


def people() -> list[int]:
    """Keys of those who approve or stand in today."""
    rows = Approver.objects.in_force().values_list("person", "deputy")
    return sorted({key for row in rows for key in row if key})


def tell(key: int) -> bool:
    """Tell a person of what waits, if something new does, or a week has gone since it was told. Returns whether it was."""
    person = Person.objects.select_related("unit").get(pk=key)
    waiting = approval.waiting_for(person)
    count = waiting.count()
    if not count or not _is_time(person, waiting.order_by("-created_at").values_list("created_at", flat=True).first()):
        return False
    mails.approval_waits(person, count)
    return True


def _is_time(person: Person, newest: datetime) -> bool:
    told = Message.objects.filter(person=person, kind=mails.WAITS).order_by("-queued_at").first()
    return told is None or newest > told.queued_at or told.queued_at < clock.now() - AGAIN_AFTER
