"""Every night: the groups of roles whose last day has passed."""

from __future__ import annotations

from coordination.people.domain import group
from coordination.people.models import Person


def end_old() -> int:
    """Keep groups in step with roles whose dates came or passed. Returns how many persons were looked at."""
    people = Person.objects.filter(user__isnull=False, roles__isnull=False).select_related("user").distinct()
    for person in people:
        group.keep_in_step(person)
    return len(people)
