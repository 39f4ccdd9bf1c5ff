"""A recruitment of last year: 34 applied, 16 were interviewed, 12 chosen, 11 went through the training. Of them only
numbers are left, but for two who withdrew later and are erased soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle

from coordination.demo.cast import KAISA, SARI
from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.recruitment.domain import applicant, campaign, channel, withdrawing
from coordination.recruitment.models import Applicant, Campaign, Channel, Forgetting, FunnelRow
from experts.domain import recruiting

from . import texts
from .campaigns import Recruitment

Status, Reason, Kind = Applicant.Status, Applicant.Reason, Channel.Kind
BEGAN, ENDED, WRITTEN, ERASED = 400, 200, 59, 12
HEARD = (Kind.NEWSPAPER, Kind.OWN_WORKER, Kind.ADVERT, Kind.SITE, Kind.OWN_WORKER, Kind.PARTNER, Kind.SOCIAL_MEDIA)
LATE_ONES = (("Viivi", "Vainio", 176), ("Otso", "Oksanen", 168))


def build(recruitment: Recruitment) -> None:
    by, cast = recruitment.coordinator, recruitment.cast
    today, pair = clock.today(), [cast[KAISA], cast[SARI]]
    with days_ago(WRITTEN):
        row = recruiting.begin(
            recruitment.made.county, by, **texts.LAST_YEAR, recruiters=pair, starts_on=today - timedelta(days=BEGAN)
        )
        for kind in (Kind.NEWSPAPER, Kind.ADVERT):
            channel.add(row, by, kind=kind)
        campaign.open_(row, by)
        campaign.change(row, by, ends_on=today - timedelta(days=ENDED))
    for first, last, withdrew in LATE_ONES:
        with days_ago(withdrew + 30):
            who = {"first_name": first, "last_name": last, "email": f"{first}.{last}@esimerkki.example".lower()}
            one = applicant.register(row, Actor(), who)
        with days_ago(withdrew):
            withdrawing.withdraw(one, Actor.by_link(one.person))
    with days_ago(WRITTEN):
        campaign.close(row, by)
        campaign.end(row, by)
    FunnelRow.objects.bulk_create(_numbers(row))
    with days_ago(ERASED):
        Forgetting.objects.create(campaign=row, at=clock.now(), count=32, notes_emptied=4)


def _numbers(row: Campaign) -> Iterator[FunnelRow]:
    """32 who are erased; with the two still there 34 applied."""
    outcomes = [
        *[(Status.ADMITTED, "", True)] * 12,
        *[(Status.NOT_CHOSEN, Reason.BALANCE, True)] * 3,
        (Status.LATER, "", True),
        *[(Status.NOT_CHOSEN, Reason.FULL, False)] * 9,
        *[(Status.NOT_CHOSEN, Reason.NO_ANSWER, False)] * 4,
        *[(Status.WITHDRAWN, "", False)] * 3,
    ]
    for number, ((outcome, reason, is_interviewed), heard) in enumerate(zip(outcomes, cycle(HEARD), strict=False)):
        is_chosen = outcome == Status.ADMITTED
        yield FunnelRow(
            campaign=row,
            channel=heard,
            outcome=outcome,
            reason=reason,
            applied=_month(BEGAN - 20),
            interviewed=_month(BEGAN - 60) if is_interviewed else None,
            selected=_month(BEGAN - 80) if is_chosen else None,
            started=_month(BEGAN - 110) if is_chosen else None,
            completed=_month(BEGAN - 230) if is_chosen and number else None,
        )


def _month(ago: int) -> date:
    return (clock.today() - timedelta(days=ago)).replace(day=1)
