"""Changing a sent order: the same fields as in the steps, those alone that may still change."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from experts.domain import amendment
from experts.models import BookingRequest

from .booking_request import TIMES
from .booking_request_assignment import HOURS
from .booking_request_goal import GoalStep
from .booking_request_parts import MORE_TIMES, Fold, InParts
from .booking_request_payer import PayerStep
from .booking_request_place import PlaceStep
from .booking_request_task import TaskStep

WEEKLY = ("weekly_first", "weekly_count")

# A field of the form that goes by another name in the order.
STANDS_FOR = {
    **dict.fromkeys(TIMES, "times"),
    **dict.fromkeys(WEEKLY, "others"),
    **dict.fromkeys(HOURS, "weekly_hours"),
    "price": "price_class",
}
# Boxes that are as many as the order needs, by how their names begin.
BEGINS = {"other_": "others", "role_": "roles"}

# The boxes stand in the order of the steps.
STEPS = (TaskStep, GoalStep, PlaceStep, PayerStep)


class ChangeForm(InParts, TaskStep, GoalStep, PlaceStep, PayerStep):
    """All steps on one page; what cannot change is not asked."""

    def prepare(self) -> None:
        super().prepare()
        open_fields = amendment.changeable(self.order)
        closed = [name for name in self.fields if _stands_for(name) not in open_fields]
        self.drop(*closed)
        self.order_fields(self._in_turn())

    def _in_turn(self) -> list[str]:
        """The order of the steps, with the boxes of roles and further times after what they belong to."""
        names = [name for step in STEPS for name in step.base_fields if name not in WEEKLY]
        goal, last_time = names.index("goal") + 1, names.index(TIMES[-1]) + 1
        return [
            *names[:goal], *self.role_names(), *names[goal:last_time],
            *self.other_names(), *WEEKLY, *names[last_time:],
        ]  # fmt: skip

    def folds(self) -> list[Fold]:
        others = (_("Rehearsal, preparatory talk or further meetings"), [*self.other_names(), *WEEKLY])
        return [MORE_TIMES, others]

    def _adds_weekly(self) -> bool:
        return True

    def save(self) -> BookingRequest:
        return amendment.change(self.order, self.actor, **self.facts())


def _stands_for(name: str) -> str:
    return next((field for begin, field in BEGINS.items() if name.startswith(begin)), STANDS_FOR.get(name, name))
