"""Whose claim may be changed by whom, while it has not left."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.fees.models import TravelClaim
from coordination.fees.permissions import travel_claim as permissions
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import workflow


def open_for(claim: TravelClaim, by: Actor) -> TravelClaim:
    """The claim, locked, for its writer. Raises `Refused` for others, and once it has left."""
    current = locked_own(claim, by)
    if not current.is_open:
        raise Refused(
            _("The claim has been sent and is not changed any more. Take it back, or wait for an answer."), code="sent"
        )
    return current


def locked_own(claim: TravelClaim, by: Actor) -> TravelClaim:
    current = workflow.locked(claim, "person__unit", "unit", "payer")
    require_writer(by, current.person)
    if by.on_behalf_of is not None and current.entered_by_id != by.user.pk:
        # Whoever could write into it could also decide on it.
        raise Refused(
            _("The traveller writes this claim. Begin another one with the caller, or ask the traveller."),
            code="not_yours",
        )
    return current


def require_writer(by: Actor, person: Person) -> None:
    """Raise `Refused` for anybody but the person, or a coordinator on the phone with the person."""
    if not permissions.may_write_for(by, person):
        raise Refused(
            _("Only the traveller claims the costs, alone or by phone with the coordinator."), code="not_yours"
        )
