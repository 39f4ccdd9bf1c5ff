"""How a member's messages and papers come: chosen by the member, or written down by a leader on the telephone (CC-15)."""

from __future__ import annotations

from django.db import transaction

from coordination.people.actor import Actor
from coordination.people.domain import person as people
from coordination.people.models import Person
from coordination.records.domain import audit
from councils.models import Membership
from councils.permissions import council as permissions

HOUSE = Actor.worker()


@transaction.atomic
def choose(membership: Membership, by: Actor, *, channel: str, form: str) -> Person:
    """Set the channel of messages and the form of papers. Raises `Refused` for one who neither is the member nor leads."""
    person = membership.person
    if by.on_behalf_of is None and by.person is not None and by.person.pk == person.pk:
        return people.change(person, by, channel=channel, format=form)
    permissions.require_leader(by, membership.council)
    before = (person.channel, person.format)
    people.change(person, HOUSE, channel=channel, format=form)
    if before != (channel, form):
        audit.log(membership, "kuuluviin.changed", by, {"fields": ["channel", "format"]})
    return person
