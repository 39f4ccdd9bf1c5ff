"""Who may do what with an applicant. Nobody but those who recruit, and the applicant, knows that there is one."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role, User
from coordination.recruitment.models import Applicant, Campaign

from .campaign import recruits

WORKERS = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)


def may_recommend(user: User | None, campaign: Campaign) -> bool:
    """Whoever works in the campaign's organisation (CC-06); it opens nothing to look at."""
    if user is None or not user.is_authenticated:
        return False
    home = campaign.unit.organisation_path
    return any(unit.path.startswith(home) for unit in user.branches(*WORKERS))


def is_own(by: Actor, applicant: Applicant) -> bool:
    """The applicant, by a personal link or signed in."""
    return by.on_behalf_of is None and by.person is not None and by.person.pk == applicant.person_id


def refuse_oneself(by: Actor, applicants: Iterable[Applicant]) -> None:
    """Raise `Refused` where somebody who recruits would decide about oneself, or hear what others think."""
    if by.person is not None and any(row.person_id == by.person.pk for row in applicants):
        raise Refused(_("You have applied yourself. Ask somebody else who recruits to do this."), code="oneself")


def require_own_or_recruiter(by: Actor, applicant: Applicant) -> None:
    """Raise `Refused` for anybody but the applicant, those who recruit in the campaign, and the house."""
    if not (is_own(by, applicant) or by.is_house or recruits(by.user, applicant.campaign)):
        raise Refused(_("Only the person and those who recruit can do that."), code="not_own")


def require_worker(by: Actor, campaign: Campaign) -> None:
    if not (by.is_house or may_recommend(by.user, campaign)):
        raise Refused(
            _("Only those who work in the organisation can recommend. Ask your coordinator."), code="not_worker"
        )
