"""For the leaders: a seat has become free, and somebody waits in reserve to be asked first (CC-10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock
from coordination.foundation.todo import Todo
from coordination.people.models import User
from coordination.recruitment.models import Applicant
from councils.models import Council, CouncilCampaign

Status = Applicant.Status
GATHERED = (Council.Status.STARTING, Council.Status.REGULAR)


def for_leader(user: User) -> Iterator[Todo]:
    """One matter a council whose seats are not all taken or promised. Three queries at most, however many councils."""
    seated = Count("memberships", filter=Q(memberships__left_on=None, memberships__seat__isnull=False))
    rows = Council.objects.led_by(user).filter(status__in=GATHERED, campaigns__isnull=False).distinct()
    councils = {row.pk: row for row in rows.annotate(seated=seated)}
    if not councils:
        return
    of_campaign = dict(CouncilCampaign.objects.filter(council__in=councils).values_list("campaign", "council"))
    promised, reserve = _counts(of_campaign)
    for council in councils.values():
        campaign = reserve.get(council.pk)
        if campaign and council.seated + promised[council.pk] < council.seats:
            yield Todo(
                title=_("A seat is free, and somebody is in reserve"),
                text=str(council.names),
                url=reverse("campaign_selection:reserve", args=[campaign]),
                button=_("Ask the first in reserve"),
                group=pgettext("to do", "Recruitment"),
            )


def _counts(of_campaign: dict[int, int]) -> tuple[Counter, dict[int, int]]:
    """How many seats of each council are promised, and the latest recruitment where somebody waits in reserve."""
    rows = Applicant.objects.whole().filter(campaign__in=of_campaign, status__in=(Status.SELECTED, Status.RESERVE))
    promised, reserve = Counter(), {}
    facts = rows.order_by("campaign").values_list("campaign", "status", "place_offered_at", "keep_until")
    for campaign, status, offered, until in facts:
        if status == Status.SELECTED or offered:
            promised[of_campaign[campaign]] += 1
        elif until >= clock.today():
            reserve[of_campaign[campaign]] = campaign
    return promised, reserve
