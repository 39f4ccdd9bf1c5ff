"""Sets of experts as conditions: `among(rows)` is true of the experts those rows belong to."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When


def among(rows: QuerySet, column: str = "expert_id") -> Q:
    """The experts named by `rows`: a set both databases build once, not a question for each expert."""
    return Q(pk__in=rows.order_by().values(column))


def points(condition: Q, worth: int) -> Case:
    """`worth` where the condition holds, else nothing."""
    return Case(When(condition, then=Value(worth)), default=Value(0), output_field=IntegerField())


NOBODY = Q(pk__in=[])
