"""A campaign's desk: its letters and calls are for those who recruit in it, and for nobody else (CC-08, L-13).

Named in `messaging.permissions.desk`, as a closed one in `messaging.models.desk`, and for a kick-off in `events.mails.event`.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from coordination.events.models import Event
from coordination.people.models import Unit, User
from coordination.recruitment.models import Applicant, Campaign

from .campaign import recruits


def of(campaign: Campaign) -> str:
    """The desk's name, as messages and print runs carry it."""
    return f"{Campaign._meta.label_lower}:{campaign.pk}"


def of_event(event: Event, people: Iterable[int]) -> dict[int, str]:
    """The desk for each of the people (by key) invited to an event: to be invited to a first event tells that one has applied.

    Of several campaigns with one first event it is the one they applied to, else the first; with none there is no desk.
    One query, and one more where campaigns share the event.
    """
    keys = set(people)
    campaigns = list(Campaign.objects.filter(kick_off=event).order_by("pk"))
    found = dict.fromkeys(keys, of(campaigns[0]) if campaigns else "")
    if len(campaigns) > 1:
        names = {campaign.pk: of(campaign) for campaign in campaigns}
        applied = Applicant.objects.filter(campaign__in=names, person__in=keys).order_by("-campaign")
        found |= {person: names[campaign] for person, campaign in applied.values_list("person", "campaign")}
    return found


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
