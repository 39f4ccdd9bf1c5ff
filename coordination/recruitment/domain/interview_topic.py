"""A matter raised in an interview goes on as an idea, without a word of whose it was (CC-12)."""

from __future__ import annotations

from coordination.feedback.domain import suggestion
from coordination.feedback.models import Suggestion
from coordination.people.actor import Actor
from coordination.recruitment.models import Interview
from coordination.recruitment.permissions.campaign import require_recruiter


def pass_on(interview: Interview, by: Actor, text: str) -> Suggestion:
    """Leave it for the body the campaign recruits for, or for any of the organisation. Nothing here points to it.

    Raises `Refused` for a stranger and for what `suggestion.leave` refuses.
    """
    campaign = interview.applicant.campaign
    require_recruiter(by, campaign)
    return suggestion.leave(
        campaign.unit, by, origin=Suggestion.Origin.INTERVIEW, text=text, meant_for=campaign.meant_for
    )
