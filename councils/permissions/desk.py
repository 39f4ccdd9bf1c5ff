"""A council's desk: its letters and calls are its leaders' to post and make. Named in `messaging.permissions.desk`."""

from __future__ import annotations

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from coordination.people.models import User
from councils.models import Council

from .council import leads


def of(council: Council) -> str:
    """The desk's name, as messages and print runs carry it."""
    return f"{council._meta.label_lower}:{council.pk}"


def holds(user: User, desk: str) -> bool:
    """Whether the user leads the council today."""
    name, __, key = desk.partition(":")
    if name != Council._meta.label_lower or not key.isdecimal():
        return False
    council = Council.objects.select_related("unit").filter(pk=int(key)).first()
    return council is not None and leads(user, council)


def led_by(user: User) -> QuerySet:
    """The desks of the councils the user leads, as a subquery. Named in `coordination.events.models.owner`."""
    name = Concat(Value(f"{Council._meta.label_lower}:"), Cast("pk", TextField()), output_field=TextField())
    return Council.objects.led_by(user).order_by().annotate(desk=name).values("desk")
