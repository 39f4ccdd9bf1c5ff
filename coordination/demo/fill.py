"""Fills the demo: everything through the domain's verbs, the same for the same day."""

from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce

from cms import first_pages
from coordination.demo import (
    channels,
    claims,
    consequences,
    councils,
    events,
    folder_on_table,
    money,
    orders,
    organisation,
    outside_orders,
    recruitment,
    register,
    stopping,
    talk,
    texts,
    training,
)
from coordination.demo.cast import KAISA, SARI
from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person, User
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
    with days_ago(2):
        register.rewrite(experts, coordinator)
    orders.build(made, experts, orderer, coordinator)
    talk.build(orderer, coordinator)
    channels.build(made, experts, orderer, coordinator)
    folder_on_table.build(experts, orderer, coordinator)
    stopping.build(made, experts, orderer, coordinator)
    outside_orders.build(made, coordinator)
    consequences.build(made, experts, orderer, coordinator)
    texts.build(coordinator)
    claims.build(made.county, cast, coordinator)
    made_councils = councils.build(made, cast, coordinator)
    recruitment.build(made, cast, coordinator, made_councils)
    events.build(made, cast, experts, coordinator)
    training.build(made, cast, experts, coordinator)
    money.build(made, cast)
    first_pages.build(invented=True)
    _let_the_past_rest()
    cache.clear()


def _let_the_past_rest() -> None:
    """What was due on earlier days left or was told then; only what is still to come waits."""
    now = clock.now()
    due = Message.objects.filter(Q(not_before=None) | Q(not_before__lte=now))
    due = due.exclude(channel=Person.Channel.SMS, queued_at__gte=now - timedelta(hours=1))
    due.filter(status=Message.Status.QUEUED).update(
        status=Message.Status.SENT, done_at=Coalesce("not_before", "queued_at")
    )
    told = Message.objects.filter(status=Message.Status.BY_HAND, queued_at__lt=now - timedelta(hours=1))
    told.exclude(not_before__gt=now).update(status=Message.Status.SENT, done_at=Coalesce("not_before", "queued_at"))
