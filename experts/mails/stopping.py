"""What is written when an expert stops: a kind word to the expert, and to the coordinators that something waits for them."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.people.models import Person, Role
from experts.models import Expert, Stopping, Touched


def stopped(stopping: Stopping, touched: Iterable[Touched]) -> None:
    """To the expert: it is noted. To those who coordinate the expert, or an order it touched: look at it."""
    _to_expert("experts.stopping.noted", stopping.expert, "experts:stopping", about=stopping)
    person = stopping.expert.person
    keepers = _keepers(stopping.expert)
    for keeper in keepers:
        address = _address(keeper, "expert:stopping", stopping.expert_id, stopping.pk)
        _to_coordinator(keeper, stopping, address)
    orders = {row.booking_request.coordinator: row.booking_request for row in touched}
    for coordinator, order in orders.items():
        if coordinator and coordinator not in keepers and coordinator != person:
            _to_coordinator(coordinator, stopping, _address(coordinator, "booking_request:page", order.pk))


def leave_ends(expert: Expert) -> None:
    """To the expert some days before the last day of the leave: do you come back?"""
    _ask("experts.leave.ends", expert)


def leave_over(expert: Expert) -> None:
    """To the expert once the leave has ended by itself."""
    _ask("experts.leave.over", expert)


def _ask(kind: str, expert: Expert) -> None:
    until = expert.leave_until
    _to_expert(kind, expert, "experts:stopping", about=expert, version=until.toordinal() if until else 0, until=until)


def _keepers(expert: Expert) -> list[Person]:
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=expert.unit.paths_up())
    return list(Person.objects.living().filter(roles__in=roles).exclude(pk=expert.person_id).distinct().order_by("pk"))


def _to_coordinator(coordinator: Person, stopping: Stopping, address: str) -> None:
    context = {"expert_name": stopping.expert.person.full_name, "address": address}
    outbox.queue(
        "experts.stopping.touched", to=coordinator, context=context, about=stopping, names=[stopping.expert.person]
    )


def _to_expert(kind: str, expert: Expert, page: str, *, about: object, version: int = 0, **context: object) -> None:
    person = expert.person
    coordinator = next(iter(_keepers(expert)), None)
    outbox.queue(
        kind,
        to=person,
        context={"address": _address(person, page), "coordinator": coordinator, **context},
        about=about,
        version=version,
        names=[coordinator] if coordinator else [],
        reply_to=coordinator.email if coordinator else "",
    )


def _address(reader: Person, name: str, *args: object) -> str:
    with translation.override(reader.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
