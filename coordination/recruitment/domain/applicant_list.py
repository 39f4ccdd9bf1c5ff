"""The applicants of a campaign as those who recruit list them: what was asked for, who waits too long, who may be there twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from coordination.recruitment.models import Applicant, Campaign

from . import double, waiting

Chosen = Mapping[str, Any]


def found(rows: QuerySet[Applicant], campaign: Campaign, chosen: Chosen) -> QuerySet[Applicant]:
    """Those of `rows` in the campaign that fit what was chosen (`forms.applicant.FilterForm`), newest first.

    With `late` the one who has waited longest comes first.
    """
    rows = rows.filter(campaign=campaign)
    if chosen.get("state"):
        rows = rows.filter(status=chosen["state"])
    if chosen.get("source"):
        rows = rows.filter(source=chosen["source"])
    if chosen.get("channel"):
        rows = rows.filter(channel__kind=chosen["channel"])
    if chosen.get("double"):
        rows = rows.filter(pk__in=double.marked(campaign))
    for word in str(chosen.get("q", "")).split()[:5]:
        rows = rows.filter(_in_words(word))
    if chosen.get("late"):
        return rows.filter(pk__in=waiting.late(campaign).values("pk")).order_by(Coalesce("told_at", "came_at"), "pk")
    return rows.order_by("-came_at", "-pk")


def _in_words(word: str) -> Q:
    names = ("first_name", "last_name", "email", "phone")
    condition = Q()
    for name in names:
        condition |= Q(**{f"person__{name}__icontains": word})
    return condition
