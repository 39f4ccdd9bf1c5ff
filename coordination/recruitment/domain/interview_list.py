"""The interviews one holds, in the order in which they ask for something."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from coordination.foundation import clock
from coordination.people.models import Person, User
from coordination.recruitment.models import Interview

DONE_SHOWN = 20
Status = Interview.Status


@dataclass(frozen=True)
class Board:
    """`unwritten` are over and not summed up, `others` those of one's campaigns somebody else holds."""

    unwritten: list[Interview]
    coming: list[Interview]
    others: list[Interview]
    done: list[Interview]

    @property
    def rows(self) -> list[Interview]:
        return [*self.unwritten, *self.coming, *self.others, *self.done]


def of(user: User) -> Board:
    """A fixed number of queries, however many there are."""
    people = Prefetch("interviewers", Person.objects.order_by("first_name", "pk"))
    rows = Interview.objects.visible_to(user).select_related("applicant__person", "applicant__campaign", "summary")
    open_ones = list(
        rows.filter(status__in=(Status.AGREED, Status.HELD), summary=None)
        .order_by("starts_at", "pk")
        .prefetch_related(people)
    )
    closed = rows.filter(interviewers__user=user, summary__isnull=False).order_by("-starts_at", "-pk")
    own = [row for row in open_ones if any(person.user_id == user.pk for person in row.interviewers.all())]
    now = clock.now()
    return Board(
        unwritten=[row for row in own if row.ends_at <= now],
        coming=[row for row in own if row.ends_at > now],
        others=[row for row in open_ones if row not in own],
        done=list(closed.prefetch_related(people)[:DONE_SHOWN]),
    )
