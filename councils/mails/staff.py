"""What is written to one who begins to lead a council: which one, as what, and how to sign in."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.models import Staff

ADDED = "councils.staff.added"


def added(row: Staff, adder: Person | None) -> Message:
    """To the new leader, under a subject that names no council; questions go to whoever added them."""
    with translation.override(row.person.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("council:page", args=[row.council_id])
    return outbox.queue(
        ADDED,
        to=row.person,
        context={
            "council_name": row.council.names.in_language(row.person.language),
            "is_responsible": row.is_responsible,
            "coordinator": adder,
            "address": address,
        },
        about=row,
        names=[adder] if adder else [],
        reply_to=adder.email if adder else "",
        desk=outbox.cause(row.council),
    )
