"""What waits by each channel: told above the outbox and in the coordinator's list of things to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from coordination.foundation import clock
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.models.desk import kept_in
from coordination.people.models import Person, Role, User

from .call import CHANNELS

Channel = Person.Channel
Status = Message.Status


@dataclass(frozen=True)
class Waiting:
    """How much waits: letters not in a run yet, runs to be posted, people to be rung, what machines still send."""

    letters: int
    runs: int
    people: int
    mails: int
    text_messages: int


def by_channel(user: User) -> Waiting:
    """Counts of the branches the user coordinates, in two queries."""
    heads = user.branches(Role.Kind.COORDINATOR)
    now = clock.now()
    rows: QuerySet[Message] = Message.objects.filter(kept_in(heads), secret=False)
    by_hand = Q(status=Status.BY_HAND) & (Q(not_before=None) | Q(not_before__lte=now))
    by_hand &= Q(valid_until=None) | Q(valid_until__gt=now)
    going = Q(status__in=[Status.QUEUED, Status.SENDING])
    counts = rows.aggregate(
        letters=Count("pk", filter=by_hand & Q(channel=Channel.POST, letter=None)),
        people=Count("person", filter=by_hand & Q(channel__in=CHANNELS), distinct=True),
        mails=Count("pk", filter=going & Q(channel=Channel.EMAIL)),
        text_messages=Count("pk", filter=going & Q(channel=Channel.SMS)),
    )
    return Waiting(runs=PrintRun.objects.visible_to(user).open().count(), **counts)
