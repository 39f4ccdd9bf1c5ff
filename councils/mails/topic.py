"""What is written about a topic: to whoever proposed it, never to others."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from councils.models import Staff, Topic

PARKED = "councils.topic.parked"
ROUTE = "councils:topics"


def parked(topic: Topic, title: str) -> Message:
    """To the proposer: the topic is put aside, and why. `title` is the neutral name of the council to this reader."""
    to = topic.proposed_by
    leader = Staff.objects.open().filter(council=topic.council, is_responsible=True).select_related("person").first()
    with translation.override(to.language):
        address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse(ROUTE)}?raati={topic.council_id}"
    return outbox.queue(
        PARKED,
        to=to,
        context={
            "title": title,
            "topic": topic,
            "coordinator": leader.person if leader else None,
            "address": address,
        },
        about=topic,
        # A topic may be brought back and put aside again, with another reason.
        version=Message.objects.filter(about=outbox.cause(topic), kind=PARKED, person=to).count(),
        names=[leader.person] if leader else [],
        reply_to=leader.person.email if leader else "",
        desk=outbox.cause(topic.council),
    )
