"""What contracts, trainings and supervision leave: to sign, for the expert; to look after, for the coordinator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import User
from coordination.records.domain import rule
from experts.domain import contract, supervision
from experts.models import Contract, Expert, Training, TrainingGroup

SHOWN = 10
REMIND = "contract.remind_days"


def for_expert(expert: Expert) -> Iterator[Todo]:
    """What has been asked to be signed. One query."""
    for row in contract.waiting_for(expert):
        yield Todo(
            title=_("Read and sign: %(contract)s") % {"contract": row.template.titles},
            text=_("Take your time, and ask about anything that is not clear."),
            url=reverse("experts:my_contract", args=[row.pk]),
            button=_("Read it"),
        )


def for_coordinator(user: User) -> list[Todo]:
    return [*_away(user), *_running_out(user), *_unmarked(user)]


def _away(user: User) -> Iterator[Todo]:
    away = supervision.long_away(user)
    if away:
        count = len(away)
        title = ngettext(
            "%(count)s expert has been away from supervision",
            "%(count)s experts have been away from supervision",
            count,
        )
        yield Todo(
            title=title % {"count": count},
            text=_("Call and ask how things are. Nobody has to say why they were away."),
            url=reverse("expert_supervision:index"),
            button=_("See who"),
            group=_("Support for experts"),
        )


def _running_out(user: User) -> Iterator[Todo]:
    """Contracts of active experts whose last day is near, with no newer one asked or signed."""
    today = clock.today()
    heads = user.branches("coordinator")
    days = max((int(rule.on(head, REMIND)) for head in heads), default=0)
    mine = Expert.objects.coordinated_by(user).active()
    rows = Contract.objects.filter(
        expert__in=mine, signed_on__isnull=False, ended_on=None, valid_until__lte=today + timedelta(days=days)
    )
    newer = Contract.objects.filter(expert=OuterRef("expert"), kind=OuterRef("kind"), ended_on=None)
    newer = newer.filter(Q(signed_on=None) | Q(valid_until=None) | Q(valid_until__gt=OuterRef("valid_until")))
    rows = rows.filter(~Exists(newer)).select_related("expert__person").order_by("valid_until", "pk")
    for row in rows[:SHOWN]:
        yield Todo(
            title=_("%(name)s: %(contract)s")
            % {"name": row.expert.person.full_name, "contract": row.get_kind_display()},
            text=_("Good until %(day)s. Ask for a new signature in time.") % {"day": formats.day(row.valid_until)},
            url=reverse("expert_contract:ask", args=[row.expert_id, row.kind]),
            button=_("Ask for the signature"),
            group=_("Contracts that run out"),
            tone="late" if row.valid_until < today else "act",
        )


def _unmarked(user: User) -> Iterator[Todo]:
    """Trainings whose last day has gone and where somebody still goes on."""
    going_on = Training.objects.filter(group=OuterRef("pk"), status=Training.Status.GOING_ON)
    rows = TrainingGroup.objects.led_by(user).filter(
        Exists(going_on), status=TrainingGroup.Status.RUNNING, ends_on__lt=clock.today()
    )
    for group in rows.order_by("ends_on")[:SHOWN]:
        yield Todo(
            title=str(group.names),
            text=_("The last day was %(day)s. Note who has completed the training.")
            % {"day": formats.day(group.ends_on)},
            url=reverse("training_group:complete", args=[group.pk]),
            button=_("Note as completed"),
            group=_("Support for experts"),
        )
