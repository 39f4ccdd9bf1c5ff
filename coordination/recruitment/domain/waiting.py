"""Who has heard nothing from us for longer than the organisation's days (TD-06, L-13), and telling them where things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import audit, job, rule
from coordination.records.models import Job, Rule
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions.campaign import require_recruiter

from . import told

KEY = "recruitment.answer_days"
TASK, AT_A_TIME = "coordination.recruitment.tasks.standing.tell", 25
Status = Applicant.Status
OURS = (Status.INTERESTED, Status.INVITED, Status.INTERVIEWED, Status.SELECTED)
"""Where the next word is ours. One in reserve or for later has agreed to wait until a day."""
AGREED = (Status.RESERVE, Status.LATER)


def days(campaign: Campaign) -> int:
    return int(rule.on(campaign.unit, KEY))


def answer_by(applicant: Applicant) -> datetime:
    """By when the applicant hears from us at the latest (aware)."""
    return (applicant.told_at or applicant.came_at) + timedelta(days=days(applicant.campaign))


def late(campaign: Campaign) -> QuerySet[Applicant]:
    """Who has waited too long, the longest first; also those whose agreed day of waiting has gone by."""
    rows = Applicant.objects.whole().filter(_late(days(campaign)), campaign=campaign)
    return rows.order_by(Coalesce("told_at", "came_at"), "pk")


def counts(user: User) -> dict[Campaign, int]:
    """How many have waited too long in each campaign one recruits for. Three queries, however many campaigns."""
    campaigns = Campaign.objects.led_by(user).exclude(status__in=(Campaign.Status.DRAFT, Campaign.Status.ENDED))
    led = {row.pk: row for row in campaigns.select_related("unit")}
    if not led:
        return {}
    rules = list(Rule.objects.in_force().filter(key=KEY).select_related("unit"))
    own = {pk: _days_by(row, rules) for pk, row in led.items()}
    condition = models.Q()
    for number in set(own.values()):
        mine = [pk for pk, value in own.items() if value == number]
        condition |= models.Q(_late(number), campaign__in=mine)
    found = Counter(Applicant.objects.whole().filter(condition).values_list("campaign", flat=True))
    return {led[pk]: number for pk, number in sorted(found.items())}


def tell_many(applicants: QuerySet[Applicant], by: Actor) -> int | Job:
    """As `tell_where`, many of them in the worker with a progress bar. Raises `Refused` as it does, and for who may not."""
    keys = list(applicants.order_by("pk").values_list("pk", flat=True))
    if len(keys) <= AT_A_TIME:
        return tell_where(applicants, by)
    for campaign in Campaign.objects.filter(applicants__in=keys).distinct():
        require_recruiter(by, campaign)
    return job.start("standing", TASK, by, cursor={"applicants": keys})


def run(work: Job) -> None:
    """The worker's part: so many at a time, each batch for good. Begun again, it goes on after them."""
    keys, by = work.cursor["applicants"], Actor.of(work.started_by)
    for start in range(work.done, len(keys), AT_A_TIME):
        batch = Applicant.objects.standing().filter(pk__in=keys[start : start + AT_A_TIME])
        if batch.exists():
            tell_where(batch, by)
        job.went_on(work, min(start + AT_A_TIME, len(keys)), len(keys))


@transaction.atomic
def tell_where(applicants: Iterable[Applicant], by: Actor) -> int:
    """Tell each of them where the application stands and that nothing has been forgotten. Returns how many were told.

    Raises `Refused` where nobody is chosen, or one's matter is over.
    """
    keys = {row.pk for row in applicants}
    rows = list(
        Applicant.objects.standing()
        .filter(pk__in=keys)
        .select_related("campaign__unit", "campaign__contact", "person__unit", "link")
        .order_by("pk")
    )
    if not rows:
        raise Refused(_("Choose first whom you mean."), code="nobody")
    for campaign in {row.campaign for row in rows}:
        require_recruiter(by, campaign)
    today = clock.today().isoformat()
    for row in rows:
        # Once a day at most: a second press is the same word.
        told.tell("recruitment.applicant.standing", row, again=today)
    audit.log(rows[0].campaign, "kuuluviin.changed", by, {"told": len(rows)})
    return len(rows)


def _late(number: int) -> models.Q:
    since = clock.now() - timedelta(days=number)
    silent = models.Q(told_at__lt=since) | models.Q(told_at=None, came_at__lt=since)
    return models.Q(silent, status__in=OURS) | models.Q(silent, status__in=AGREED, keep_until__lt=clock.today())


def _days_by(campaign: Campaign, rules: list[Rule]) -> int:
    """The nearest branch's own, else everybody's, else the default."""
    paths = set(campaign.unit.paths_up())
    near = [row for row in rules if row.unit is None or row.unit.path in paths]
    nearest = max(near, key=lambda row: row.unit.depth if row.unit else 0, default=None)
    return int(nearest.value) if nearest else rule.DEFAULTS[KEY]
