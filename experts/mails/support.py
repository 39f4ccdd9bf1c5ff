"""What an expert is told of contracts and trainings: that something waits, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.people.models import Person, Role
from experts.models import Contract, Expert, Training

if TYPE_CHECKING:
    from django.db.models import Model


def asked(contract: Contract, *, again: str) -> None:
    """To the expert: there is something to read and sign. What it is stands behind the sign-in."""
    _tell("experts.contract.asked", contract.expert, contract, "experts:my_contract", contract.pk, again=again)


def completed(training: Training) -> None:
    """To the expert: a certificate waits."""
    _tell("experts.training.completed", training.expert, training, "experts:my_support")


def _tell(kind: str, expert: Expert, about: Model, page: str, *keys: int, again: str = "") -> None:
    person = expert.person
    coordinator = _coordinator(expert)
    outbox.queue(
        kind,
        to=person,
        context={"address": _address(person, page, *keys), "coordinator": coordinator},
        about=about,
        names=[coordinator] if coordinator else [],
        reply_to=coordinator.email if coordinator else "",
        again=again,
    )


def _coordinator(expert: Expert) -> Person | None:
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=expert.unit.paths_up())
    return Person.objects.living().filter(roles__in=roles).exclude(pk=expert.person_id).order_by("pk").first()


def _address(reader: Person, page: str, *keys: int) -> str:
    with translation.override(reader.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse(page, args=keys)
