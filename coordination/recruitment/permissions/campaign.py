"""Who recruits in a campaign. Each answer is a plain yes or no; the verb says why not."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role, Unit, User
from coordination.people.permissions import branch
from coordination.recruitment.models import Campaign, Recruiter


def may_recruit_in(user: User | None, unit: Unit) -> bool:
    """Whether the user may begin a campaign of the unit: its coordinators, and those who lead councils there."""
    return branch.holds(user, unit, Role.Kind.COORDINATOR, Role.Kind.LEADER)


def recruits(user: User | None, campaign: Campaign) -> bool:
    """The coordinators of its branch, and those named to recruit in it while they work in the organisation."""
    if user is None or not user.is_authenticated:
        return False
    if branch.holds(user, campaign.unit, Role.Kind.COORDINATOR):
        return True
    return Recruiter.objects.in_service(user).filter(campaign=campaign).exists()


def require_recruiter(by: Actor, campaign: Campaign) -> None:
    """Raise `Refused` unless the actor recruits in the campaign; the house itself may act by the clock and fill the demo."""
    if not (by.is_house or recruits(by.user, campaign)):
        raise Refused(
            _("Only those who recruit in this campaign can do that. Ask its contact person."), code="not_recruiter"
        )
