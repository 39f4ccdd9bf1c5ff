"""Recruiting for a named council or group: the wing begins the campaign, the office runs it (CC-06, DG-03)."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from coordination.recruitment.domain import campaign as campaigns
from coordination.recruitment.models import Campaign
from councils.models import Council, CouncilCampaign
from councils.permissions import council as permissions

from . import council as verbs

ADMISSION = "council_admission:index"
GOING_ON = (Campaign.Status.DRAFT, Campaign.Status.OPEN)


@transaction.atomic
def begin(council: Council, by: Actor, **facts: object) -> Campaign:
    """Begin a recruitment for the council: its leaders recruit, its free seats are the aim. A council in planning moves on.

    `facts` are those of `recruitment.domain.campaign.make`. Raises `Refused`: not a leader, a term that has ended, one
    recruitment going on already.
    """
    current = workflow.locked(council, "unit")
    permissions.require_leader(by, current)
    if current.status == Council.Status.ENDED:
        raise Refused(_("The council has ended. Begin a new term first."), code="ended")
    if going_on(current):
        raise Refused(_("A recruitment for this council is going on already. Close it first."), code="twice")
    made = campaigns.make(by=by, kind=_kind(current), unit=current.unit, **{**_starting(current, by), **facts})
    row = CouncilCampaign.objects.create(council=current, campaign=made)
    audit.log(current, "kuuluviin.changed", by, {"campaign": row.campaign_id})
    if current.status == Council.Status.PLANNING:
        verbs.move_on(council, by)
    return made


def going_on(council: Council) -> Campaign | None:
    """The recruitment being prepared or open for the council, if there is one."""
    return Campaign.objects.filter(pk__in=council.campaigns.values("campaign"), status__in=GOING_ON).first()


def latest(council: Council) -> Campaign | None:
    return Campaign.objects.filter(pk__in=council.campaigns.values("campaign")).order_by("-pk").first()


def free_seats(council: Council) -> int:
    """At least one: a full council recruits for reserve."""
    return max(1, council.seats - council.memberships.seated().count())


def recruiters(council: Council) -> list[Person]:
    """The council's leaders, the responsible one first."""
    at_work = campaigns.employed().values("person")
    return [row.person for row in council.staff.open().filter(person__in=at_work).select_related("person")]


def _kind(council: Council) -> str:
    return Campaign.Kind.GROUP if council.kind == Council.Kind.DEVELOPER_GROUP else Campaign.Kind.COUNCIL


def _starting(council: Council, by: Actor) -> dict:
    """What the council knows already: nobody types it again."""
    leaders = recruiters(council)
    return {
        "names": _names(council),
        "seats": free_seats(council),
        "recruiters": leaders,
        "contact": by.person or next(iter(leaders), None),
        "aims": council.aims,
        "meant_for": cause(council),
        "admission_url_name": ADMISSION,
        "admission_key": str(council.pk),
    }


def _names(council: Council) -> Texts:
    """“Digiraati: tule mukaan” in every language of the installation."""
    names = Texts()
    for code, __ in settings.LANGUAGES:
        with override(code):
            names[code] = str(_("%(council)s: come and take part")) % {"council": council.names}
    return names
