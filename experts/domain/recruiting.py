"""Recruiting experts by experience: the wing begins the campaign, the office runs it (EX-03, EX-06)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.recruitment.domain import campaign as campaigns
from coordination.recruitment.models import Campaign
from experts.permissions import expert as permissions

ADMISSION = "expert_admission:index"


@transaction.atomic
def begin(unit: Unit, by: Actor, **facts: object) -> Campaign:
    """Begin a recruitment of experts into the register of `unit`. Whoever begins it recruits, unless others are named.

    `facts` are those of `recruitment.domain.campaign.make`. Raises `Refused` for anybody but the unit's coordinators.
    """
    if not (by.is_house or permissions.may_coordinate_in(by, unit)):
        raise Refused(_("A coordinator of the unit recruits experts. Ask yours."), field="unit", code="not_coordinator")
    starting = {
        "names": Texts.translated(_("Become an expert by experience")),
        "recruiters": [by.person] if by.person else [],
        "admission_url_name": ADMISSION,
        "admission_key": str(unit.pk),
    }
    return campaigns.make(kind=Campaign.Kind.EXPERTS, unit=unit, by=by, **{**starting, **facts})
