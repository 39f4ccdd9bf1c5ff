"""A long form in parts: its boxes under headings, and what few need folded behind a heading of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .booking_request import TIMES
from .booking_request_goal import GoalStep
from .booking_request_payer import PayerStep
from .booking_request_place import PlaceStep
from .booking_request_task import TaskStep

MORE_TIMES = (_("More possible times"), TIMES[2:])
ACCESS = (_("Interpreter, sign language, accessibility"), ("interpreter", "arrangements", "venue_access"))

Fold = tuple[Any, Sequence[str]]


class InParts(forms.Form):
    """The parts stand in the order of the fields. A fold comes where the first of its boxes would."""

    headings: ClassVar[tuple[tuple[type[forms.Form], Any], ...]] = (
        (TaskStep, pgettext_lazy("order", "Task")),
        (GoalStep, _("Goal and participants")),
        (PlaceStep, _("Time and place")),
        (PayerStep, _("Fee and payer")),
    )

    def folds(self) -> list[Fold]:
        """Headings, each with the names of the boxes behind it; those that are not asked are passed over."""
        return [MORE_TIMES]

    def parts(self) -> list[dict[str, Any]]:
        """Each with `name`, `boxes`, `folds`, and `rows` of both in turn. A fold that holds something stands open."""
        starts = {self._first_of(step): heading for step, heading in self.headings}
        folded = {asked[0]: (heading, asked) for heading, names in self.folds() if (asked := self._asked(names))}
        hidden = {name for heading, names in folded.values() for name in names}
        parts: list[dict[str, Any]] = []
        for name in self.fields:
            if name in starts or not parts:
                parts.append({"name": starts.get(name, self.headings[0][1]), "boxes": [], "folds": [], "rows": []})
            part = parts[-1]
            if name in folded:
                part["folds"].append(self._fold(*folded[name]))
                part["rows"].append({"fold": part["folds"][-1]})
            if name not in hidden:
                part["boxes"].append(self[name])
                part["rows"].append({"box": self[name]})
        return parts

    def _asked(self, names: Sequence[str]) -> list[str]:
        return [name for name in names if name in self.fields]

    def _fold(self, heading: Any, names: Sequence[str]) -> dict[str, Any]:
        boxes = [self[name] for name in names]
        return {"name": heading, "boxes": boxes, "is_open": any(bound.errors or bound.value() for bound in boxes)}

    def _first_of(self, step: type[forms.Form]) -> str:
        return next((name for name in self.fields if name in step.base_fields), "")
