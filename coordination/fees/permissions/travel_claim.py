"""Who writes a travel claim and who decides on it."""

from __future__ import annotations

from coordination.fees.models import TravelClaim
from coordination.people.actor import Actor
from coordination.people.models import Person, User
from coordination.people.permissions.branch import is_self, may_write_down_for


def may_write_for(by: Actor, person: Person) -> bool:
    """One's own claims; on the phone a coordinator of the person's branch writes for the person."""
    if by.on_behalf_of is None:
        return by.person is not None and by.person.pk == person.pk
    return by.on_behalf_of.pk == person.pk and may_write_down_for(by.user, person)


def may_decide(user: User | None, claim: TravelClaim) -> bool:
    """Those who see the claim among theirs to handle; never one's own, nor what one has written down for another."""
    if user is None or is_self(user, claim.person) or claim.entered_by_id == user.pk:
        return False
    return TravelClaim.objects.handled_by(user).filter(pk=claim.pk).exists()
