"""A campaign's desk: its letters and calls are for those who recruit in it, and for nobody else (CC-08, L-13).

Named in `messaging.permissions.desk`, as a closed one in `messaging.models.desk`, and for a kick-off in `events.mails.event`.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from coordination.events.models import Event
from coordination.people.models import Unit, User
from coordination.recruitment.models import Campaign

from .campaign import recruits


def of(campaign: Campaign) -> str:
    """The desk's name, as messages and print runs carry it."""
    return f"{Campaign._meta.label_lower}:{campaign.pk}"


def of_event(event: Event) -> str:
    """The desk of the campaign whose first event this is, or none: to be invited there tells that one has applied."""
    campaign = Campaign.objects.filter(kick_off=event).order_by("pk").first()
    return of(campaign) if campaign else ""


def holds(user: User, desk: str) -> bool:
    """Whether the user recruits in the campaign today."""
    name, __, key = desk.partition(":")
    if name != Campaign._meta.label_lower or not key.isdecimal():
        return False
    campaign = Campaign.objects.select_related("unit").filter(pk=int(key)).first()
    return campaign is not None and recruits(user, campaign)


def within(heads: Iterable[Unit]) -> QuerySet:
    """The desks of all campaigns of these branches, as a subquery."""
    name = Concat(Value(f"{Campaign._meta.label_lower}:"), Cast("pk", TextField()), output_field=TextField())
    rows = Campaign.objects.filter(Unit.branch_condition(heads, "unit__"))
    return rows.order_by().annotate(desk=name).values("desk")
