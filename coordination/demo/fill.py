"""Fills the demo: everything through the domain's verbs, the same for the same day."""

from __future__ import annotations

from django.core.cache import cache
from django.db import transaction

from cms import first_pages
from coordination.demo import orders, organisation, register
from coordination.demo.cast import KAISA, SARI
from coordination.demo.past import days_ago
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.privacy.domain import consent_text
from experts.domain import catalogue


@transaction.atomic
def everything() -> None:
    """All or nothing: a demo half filled would be refilled by nobody."""
    with days_ago(60):
        consent_text.seed()
        catalogue.seed()
        made = organisation.build()
        cast = organisation.people(made)
        organisation.agreements(made, cast[KAISA])
        coordinator, orderer = (Actor.of(User.objects.get(pk=cast[member].user_id)) for member in (KAISA, SARI))
        experts = register.build(made, cast, coordinator)
    orders.build(made, experts, orderer, coordinator)
    first_pages.build(invented=True)
    _let_the_past_rest()
    cache.clear()


def _let_the_past_rest() -> None:
    """What was written on earlier days had its answers then; only today's messages leave."""
    Message.objects.filter(status=Message.Status.QUEUED, not_before=None).update(status=Message.Status.SENT)
