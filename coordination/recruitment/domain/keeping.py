"""Before the agreed day of waiting comes: the person is asked once whether to be kept in mind longer (CC-10, L-05).

Who does not answer is erased when the day has passed (`retention`). Rows are locked in this order: campaign, applicant.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, sweep, workflow
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions import applicant as permissions

from . import told

ASKED = "recruitment.place.ending"
ASK_DAYS, KEEP_DAYS = "recruitment.ending_days", "recruitment.reserve_days"
KEPT = (Applicant.Status.RESERVE, Applicant.Status.LATER)
WITH = ("campaign__unit", "campaign__contact", "person__unit", "link")


def ending(campaign: Campaign) -> QuerySet[Applicant]:
    """Whose agreed day is near, by the organisation's days: they may be kept on now. The soonest first."""
    last = clock.today() + timedelta(days=int(rule.on(campaign.unit, ASK_DAYS)))
    rows = Applicant.objects.whole().filter(campaign=campaign, status__in=KEPT, keep_until__lte=last)
    return rows.order_by("keep_until", "pk")


def is_ending(row: Applicant) -> bool:
    return row.status in KEPT and ending(row.campaign).filter(pk=row.pk).exists()


def next_day(row: Applicant) -> date:
    """Until when one who is kept on now is kept in mind: so many days after the day agreed (Helsinki date)."""
    return row.keep_until + timedelta(days=int(rule.on(row.campaign.unit, KEEP_DAYS)))


def soonest_end(campaign: Campaign) -> date:
    """The first day (Helsinki date) that may be agreed anew so that the person is still asked before anything is erased:
    so many days from tomorrow, since a question of today for the same day may have been taken back.
    """
    return clock.today() + timedelta(days=int(rule.on(campaign.unit, ASK_DAYS)) + 1)


def day_after_an_answer(row: Applicant) -> date:
    """Until when one whose matter was decided or answered meanwhile is kept in mind again: the day agreed, or `soonest_end`."""
    return max(row.keep_until, soonest_end(row.campaign))


@transaction.atomic
def keep_on(applicant: Applicant, by: Actor) -> Applicant:
    """Kept in mind until `next_day`, by the person's link, or noted by a recruiter who was told (`by.acting_for`).

    Raises `Refused`: another's, not kept in mind any more, or the day is far: whoever presses twice is kept on once.
    """
    row = _locked(applicant.pk)
    permissions.require_own_or_recruiter(by, row)
    if row.status not in KEPT:
        raise Refused(_("There is no place in reserve to keep any more. Call us and ask."), code="not_kept")
    if not is_ending(row):
        raise Refused(_("This has been noted already: the day is far ahead."), code="early")
    row.keep_until = next_day(row)
    row.save(update_fields=["keep_until"])
    audit.log(row, "kuuluviin.changed", by, {"keep_until": row.keep_until.isoformat()})
    drop(row)
    told.stamp([row])
    applicant.refresh_from_db()
    return applicant


def drop(row: Applicant) -> None:
    """The question is not needed any more: what waits of it is not sent, posted or told."""
    outbox.supersede(row, kind=ASKED)


def ask_due() -> int:
    """Ask everybody whose day is near, once for each agreed day, however often it is begun. Returns how many were asked."""
    campaigns = Campaign.objects.filter(applicants__status__in=KEPT).select_related("unit").distinct()
    keys = [row.pk for campaign in campaigns.order_by("pk") for row in _unasked(campaign)]
    return sweep.each(keys, ask)


def _unasked(campaign: Campaign) -> QuerySet[Applicant]:
    """Not those about whom something is being decided or answered: that ends otherwise."""
    return ending(campaign).filter(keep_until__gte=clock.today(), choice="", place_offered_at=None)


@transaction.atomic
def ask(key: int) -> int:
    """Ask one, unless that has been done for this day or something has changed. Returns how many (0 or 1)."""
    row = _locked(key)
    again = row.keep_until.isoformat() if row.keep_until else ""
    earlier = Message.objects.filter(about=outbox.cause(row), kind=ASKED, again=again)
    if earlier.exists() or not _unasked(row.campaign).filter(pk=row.pk).exists():
        return 0
    context = {"applicant": row, "next_day": next_day(row)}
    told.tell(ASKED, row, context, door="jatko/", again=again, valid_until=_midnight_after(row.keep_until))
    return 1


def _locked(key: int) -> Applicant:
    workflow.locked(Campaign(pk=Applicant.objects.values_list("campaign", flat=True).get(pk=key)))
    return workflow.locked(Applicant(pk=key), *WITH)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), clock.HELSINKI)
