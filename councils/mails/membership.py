"""What is written of a seat in a council: a welcome to one who is admitted, thanks to one who leaves."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.models import Meeting, Membership, Staff

ADMITTED, LEFT = "councils.membership.admitted", "councils.membership.left"


def admitted(row: Membership, title: str, *, meeting: Meeting | None) -> Message:
    """To the newcomer: who leads, when the next meeting is, how to sign in. `title` is neutral to this reader."""
    to = row.person
    with translation.override(to.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("councils:home")
    facts = {"meeting": meeting, "is_substitute": row.seat is None, "address": address}
    return _queue(ADMITTED, row, title, **facts)


def left(row: Membership, title: str) -> Message:
    """To one who has left: thanks, and what stays. Never the reason."""
    return _queue(LEFT, row, title)


def _queue(kind: str, row: Membership, title: str, **facts: object) -> Message:
    leader = _leader(row)
    return outbox.queue(
        kind,
        to=row.person,
        context={"title": title, "coordinator": leader, **facts},
        about=row,
        names=[leader] if leader else [],
        reply_to=leader.email if leader else "",
        desk=outbox.cause(row.council),
    )


def _leader(row: Membership) -> Person | None:
    staff = Staff.objects.open().filter(council=row.council).select_related("person").order_by("-is_responsible", "pk")
    return next((each.person for each in staff), None)
