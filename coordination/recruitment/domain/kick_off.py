"""The kick-off: everybody who left their details or told a worker is invited in one step, and nobody is forgotten (CC-08, CC-09, EX-07)."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.events.domain import registration
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, job
from coordination.records.models import Job
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions.campaign import require_recruiter

from . import ended, told

HOUSE = Actor.worker()
"""Events ask for an organiser; who recruits need not be one, and has been asked for here."""
TASK, KIND = "coordination.recruitment.tasks.kick_off.invite", "kick_off"
AT_A_TIME = 25


def everyone(campaign: Campaign) -> QuerySet[Applicant]:
    """All who left their details or were recommended, whatever the way, and whose matter is open. Nobody is left out."""
    return Applicant.objects.standing().filter(campaign=campaign).order_by("came_at", "pk")


def uninvited(campaign: Campaign) -> QuerySet[Applicant]:
    """Those of them whom the event does not know yet."""
    known = Registration.objects.filter(event=campaign.kick_off_id).values("person")
    return everyone(campaign).exclude(person__in=known)


def ways(campaign: Campaign) -> list[tuple[str, int]]:
    """By which channels the uninvited would hear, and how many by each: ("Post", 4)."""
    counted = Counter(uninvited(campaign).values_list("person__channel", flat=True))
    return [(str(label), counted[value]) for value, label in Person.Channel.choices if counted[value]]


@transaction.atomic
def invite_everyone(campaign: Campaign, by: Actor) -> Job | None:
    """Invite all who have not been invited; whoever comes later is invited by the next press.

    Few are invited at once (None is returned), many in the worker, with a progress bar. Raises `Refused`: not a recruiter,
    no kick-off, one that is not open, nobody to invite.
    """
    require_recruiter(by, campaign)
    ended.refuse(campaign)
    if campaign.kick_off is None:
        raise Refused(_("This recruitment has no kick-off event. Choose or make one first."), code="no_kick_off")
    registration.refuse_over(campaign.kick_off)
    waiting = uninvited(campaign).count()
    if not waiting:
        raise Refused(_("Everybody has been invited already."), code="nobody")
    audit.log(campaign, "kuuluviin.changed", by, {"kick_off": campaign.kick_off_id, "count": waiting})
    if waiting > AT_A_TIME:
        return job.start(KIND, TASK, by, cursor={"campaign": campaign.pk})
    invite_some(campaign)
    return None


def run(campaign_key: int, work: Job) -> int:
    """The worker's part: so many at a time, each batch for good. Begun again, it goes on with those who are left."""
    campaign = Campaign.objects.select_related("kick_off", "unit").get(pk=campaign_key)
    done = work.done
    total = done + uninvited(campaign).count()
    while number := invite_some(campaign):
        done += number
        job.went_on(work, done, max(total, done))
    return done


@transaction.atomic
def invite_some(campaign: Campaign) -> int:
    """The next who have not been invited, each in their own channel. Returns how many."""
    rows = list(uninvited(campaign).select_related("person__unit")[:AT_A_TIME])
    if not rows:
        return 0
    registration.invite(campaign.kick_off, [row.person for row in rows], HOUSE)
    Applicant.objects.filter(pk__in=[row.pk for row in rows]).update(called_at=clock.now())
    told.stamp(rows)
    return len(rows)


def campaign_of(event: Event) -> Campaign | None:
    """For which recruitment those who are interested leave their details at the end of an event, where they may."""
    if not event.collects_interest or event.status in (Event.Status.DRAFT, Event.Status.CANCELLED):
        return None
    taking = Campaign.objects.taking().select_related("unit", "contact")
    found = taking.filter(kick_off=event).first()
    if found is None and event.meant_for:
        found = taking.filter(meant_for=event.meant_for).first()
    return found
