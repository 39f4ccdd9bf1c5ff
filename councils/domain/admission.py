"""The chosen of a recruitment get a seat in the council or the group, with everything already known (CC-10, DG-03)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.recruitment.domain import admission, hindrance, place
from coordination.recruitment.models import Applicant, Campaign
from councils.models import Council, Membership

from . import membership as verbs


def waiting(council: Council) -> QuerySet[Applicant]:
    """The chosen of the recruitments for this council, in the order they were chosen."""
    rows = Applicant.objects.whole().filter(
        status=Applicant.Status.SELECTED, campaign__in=council.campaigns.values("campaign")
    )
    return rows.select_related("campaign__unit", "person__unit").order_by("decided_at", "pk")


@transaction.atomic
def admit(
    council: Council,
    applicant: Applicant,
    by: Actor,
    *,
    kind: str = Membership.Kind.MEMBER,
    substitute_for: Membership | None = None,
) -> Membership:
    """Give the chosen a seat, or make them a substitute. How to reach them, their language, form of papers and needs
    stand with the person already.

    Raises `Refused` as `membership.admit`, and for one whom nobody has interviewed.
    """
    summary = hindrance.summaries([applicant.pk]).get(applicant.pk)
    if summary is None:
        raise Refused(_("Nobody becomes a member without an interview. Interview first."), code="not_interviewed")
    facts = {"kind": kind, "substitute_for": substitute_for}
    row = verbs.admit(council, applicant.person, by, admitted=summary, **facts)
    admission.mark_started(summary, row.started_on, by)
    return row


def in_reserve(council: Council) -> Campaign | None:
    """The recruitment whose reserve is asked first when a seat of the council is free; None where nobody waits in one."""
    rows = Campaign.objects.filter(pk__in=council.campaigns.values("campaign")).select_related("unit").order_by("-pk")
    return next((row for row in rows if place.queue(row)), None)
