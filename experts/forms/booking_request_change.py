"""Changing a sent order: the same fields as in the steps, those alone that may still change."""

from __future__ import annotations

from experts.domain import amendment
from experts.models import BookingRequest

from .booking_request import TIMES
from .booking_request_goal import GoalStep
from .booking_request_payer import PayerStep
from .booking_request_place import PlaceStep
from .booking_request_task import TaskStep

# A field of the form that goes by another name in the order.
STANDS_FOR = {**dict.fromkeys(TIMES, "times"), "price": "price_class"}

# The boxes stand in the order of the steps.
STEPS = (TaskStep, GoalStep, PlaceStep, PayerStep)


class ChangeForm(TaskStep, GoalStep, PlaceStep, PayerStep):
    """All steps on one page; what cannot change is not asked."""

    def prepare(self) -> None:
        super().prepare()
        open_fields = amendment.changeable(self.order)
        closed = [name for name in self.fields if STANDS_FOR.get(name, name) not in open_fields]
        self.drop(*closed)
        self.order_fields([name for step in STEPS for name in step.base_fields])

    def save(self) -> BookingRequest:
        return amendment.change(self.order, self.actor, **self.facts())
