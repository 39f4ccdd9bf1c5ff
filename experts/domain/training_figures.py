"""Trainings by year: how many groups and of what, how many completed (AN-03). Numbers, no names of people."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Count

from coordination.people.models import User
from experts.models import Expert, Training, TrainingGroup


@dataclass
class Year:
    year: int
    groups: int = 0
    subjects: list[str] = field(default_factory=list)
    began: int = 0
    completed: int = 0
    interrupted: int = 0
    elsewhere: int = 0
    """Completed outside our groups and written down."""


def by_year(user: User) -> list[Year]:
    """The years of the branches one coordinates, newest first. Three queries, however many rows."""
    found: dict[int, Year] = {}
    groups = TrainingGroup.objects.led_by(user).exclude(status=TrainingGroup.Status.CANCELLED)
    for group in groups.order_by("starts_on", "pk"):
        row = found.setdefault(group.starts_on.year, Year(group.starts_on.year))
        row.groups += 1
        row.subjects.append(str(group.names))
    mine = Training.objects.filter(expert__in=Expert.objects.coordinated_by(user)).order_by()
    inside = mine.filter(group__isnull=False).exclude(group__status=TrainingGroup.Status.CANCELLED)
    for year, status, count in inside.values_list("group__starts_on__year", "status").annotate(n=Count("pk")):
        row = found.setdefault(year, Year(year))
        row.began += count
        row.completed += count if status == Training.Status.COMPLETED else 0
        row.interrupted += count if status == Training.Status.INTERRUPTED else 0
    outside = mine.filter(group=None, status=Training.Status.COMPLETED)
    for year, count in outside.values_list("completed_year").annotate(n=Count("pk")):
        found.setdefault(year, Year(year)).elsewhere += count
    return sorted(found.values(), key=lambda row: -row.year)
