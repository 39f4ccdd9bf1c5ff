"""What is written about a travel claim: that it waits, and where; never sums or reasons."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.fees.models import TravelClaim
from coordination.messaging.domain import outbox
from coordination.people.models import Person, Role


def returned(claim: TravelClaim) -> None:
    """To the claimant: something has to be mended."""
    person = claim.person
    with translation.override(person.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("fees:claim", args=[claim.pk])
    coordinator = coordinator_of(person)
    outbox.queue(
        "fees.claim.returned",
        to=person,
        context={"address": address, "coordinator": coordinator},
        about=claim,
        version=int(claim.decided_at.timestamp()),
        names=[coordinator] if coordinator else [],
        reply_to=coordinator.email if coordinator else "",
    )


def coordinator_of(person: Person) -> Person | None:
    """The nearest one who coordinates where the person's data is kept."""
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=person.unit.paths_up())
    nearest = roles.exclude(person=person).select_related("person").order_by("-unit__depth", "pk").first()
    return nearest.person if nearest else None
