"""How a campaign stands: how many at each step, by which way they came, of which age; numbers only, nobody's name."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from coordination.recruitment.models import Applicant, Campaign, Channel

Status = Applicant.Status
PAST_INTERVIEW = (Status.INTERVIEWED, Status.SELECTED, Status.ADMITTED, Status.RESERVE)
CHOSEN = (Status.SELECTED, Status.ADMITTED)


@dataclass(frozen=True)
class Line:
    """A row of a small table: what it counts, how many, of how many at most."""

    label: str
    count: int
    most: int


@dataclass(frozen=True)
class Overview:
    """`applied` counts everybody once, merged rows left out."""

    applied: int
    uninvited: int
    chosen: int
    steps: list[Line]
    ages: list[Line]
    areas: list[Line]
    ways: list[tuple[Channel, int]]
    first_timers: int
    told_first_time: int


def counted(campaigns: QuerySet[Campaign]) -> QuerySet[Campaign]:
    """Each with `applied`, `interviewed` and `chosen`, in the one query of a list."""
    own = Q(applicants__merged_into=None)
    return campaigns.annotate(
        applied=Count("applicants", filter=own),
        interviewed=Count("applicants", filter=own & Q(applicants__interviewed_at__isnull=False)),
        chosen=Count("applicants", filter=own & Q(applicants__status__in=CHOSEN)),
    )


def of(campaign: Campaign) -> Overview:
    """Six queries, however many applied."""
    rows = campaign.applicants.filter(merged_into=None)
    statuses, ages = _by(rows, "status"), _by(rows.exclude(age_band=""), "age_band")
    areas = _by(rows.exclude(area=""), "area")
    first = _by(rows.exclude(is_first_timer=None), "is_first_timer")
    applied = sum(statuses.values())
    came = _by(rows, "channel")
    return Overview(
        applied=applied,
        uninvited=statuses.get(Status.INTERESTED, 0),
        chosen=sum(statuses.get(status, 0) for status in CHOSEN),
        steps=[Line(str(status.label), statuses[status], applied) for status in Status if status in statuses],
        ages=[Line(str(band.label), ages.get(band, 0), applied) for band in Applicant.AgeBand] if ages else [],
        areas=[Line(area, count, applied) for area, count in sorted(areas.items(), key=lambda pair: -pair[1])[:6]],
        ways=[(channel, came.get(channel.pk, 0)) for channel in campaign.channels.all()],
        first_timers=first.get(True, 0),
        told_first_time=sum(first.values()),
    )


def _by(rows: QuerySet[Applicant], name: str) -> dict:
    return dict(rows.order_by().values_list(name).annotate(count=Count("pk")))
