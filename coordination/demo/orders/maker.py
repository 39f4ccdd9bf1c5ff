"""Makes the demo's orders by the verbs their people would use."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from coordination.demo.organisation import Organisation
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.foundation.clock import HELSINKI
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain import agreement, booking, booking_request, offer
from experts.models import Agreement, Booking, BookingRequest, Expert, ServiceArea, TaskType

GOAL = "Asiakas uskaltaa avata kertyneet laskut ja varaa ajan velkaneuvontaan."


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday (Monday 0) on or after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def hours(day: date, start: time, end: time) -> tuple[datetime, datetime]:
    """Helsinki wall time as aware datetimes."""
    return datetime.combine(day, start, HELSINKI), datetime.combine(day, end, HELSINKI)


class Orders:
    """Makes orders for one orderer, matched by one coordinator."""

    def __init__(self, made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
        self.made, self.register, self.orderer, self.coordinator = made, register, orderer, coordinator

    def draft(self, unit: Unit, task: str, wishes: tuple[str, ...] = (), **fields: object) -> BookingRequest:
        task_type = TaskType.objects.get(code=task)
        codes = fields.pop("areas", ())
        experts = [self.register[name] for name in wishes]
        areas = list(ServiceArea.objects.filter(code__in=codes))
        if task_type.is_client_meeting:
            fields = {**self._client(), **fields}
        return booking_request.draft(self.orderer, unit, task_type, experts, areas=areas, **fields)

    def send(self, unit: Unit, task: str, wishes: tuple[str, ...] = (), **fields: object) -> BookingRequest:
        return booking_request.send(self.draft(unit, task, wishes, **fields), self.orderer)

    def offer(self, order: BookingRequest, *names: str) -> list:
        because = ("Sovittu puhelimessa.", clock.today())
        experts = [self.register[name] for name in names]
        return offer.make(order, experts, self.coordinator, overruled={expert.pk: because for expert in experts})

    def accept(self, order: BookingRequest, *names: str) -> list:
        offers = self.offer(order, *names)
        for row in offers:
            offer.accept(row, self.as_expert(row.expert), list(order.times.all()))
        return offers

    def confirm(self, order: BookingRequest, *names: str) -> list[Booking]:
        offers = self.accept(order, *names)
        order.refresh_from_db()
        return booking.confirm(order, order.times.first(), offers, self.coordinator)

    def agree(self, rows: list[Booking]) -> None:
        for row in rows:
            agreement.tick(row, Agreement.PARTIES[0], self.orderer, Agreement.TICKS)
            agreement.tick(row, Agreement.PARTIES[1], self.as_expert(row.expert), Agreement.TICKS)

    def as_expert(self, expert: Expert) -> Actor:
        person = expert.person
        return Actor.of(person.user) if person.user_id else self.coordinator.acting_for(person)

    def _client(self) -> dict:
        return {
            "permission": BookingRequest.Permission.GIVEN,
            "permission_on": clock.today(),
            "permission_asked_by": "Sari Tilaajamalli",
            "professional": "Sari Tilaajamalli, sosiaaliohjaaja",
            "goal": GOAL,
        }
