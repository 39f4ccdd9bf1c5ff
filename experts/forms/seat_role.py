"""The roles of an order's places, asked where the task has roles (ET-01)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField
from experts.domain import seat_role

from .booking_request import BOTH_READ, StepForm


class RolesPart(StepForm):
    """One box a place; an empty one is a place for anybody."""

    def prepare(self) -> None:
        super().prepare()
        roles = seat_role.of(self.order)
        if not (roles or seat_role.usual(self.order.task_type)):
            return
        for seat in range(1, self.order.seats + 1):
            self.fields[f"role_{seat}"] = GuardedCharField(
                label=_("Role of expert %(number)s") % {"number": seat},
                help_text=_("An expert is looked for to each role. Leave empty if anybody will do.")
                if seat == 1
                else "",
                readers=BOTH_READ,
                required=False,
                max_length=seat_role.LONGEST,
            )
            self.initial[f"role_{seat}"] = str(roles[seat].name) if seat in roles else ""

    def role_names(self) -> list[str]:
        return [name for name in self.fields if name.startswith("role_")]

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        names = self.role_names()
        told = [facts.pop(name) for name in names if name in facts]
        if names and len(told) == len(names):
            facts["roles"] = told
        return facts
