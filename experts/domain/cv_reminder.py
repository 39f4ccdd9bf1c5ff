"""Once a year each expert is asked whether the CV is still up to date (CM-12)."""

from __future__ import annotations

from django.db import transaction

from coordination.foundation import clock
from coordination.records.domain import sweep
from experts.mails import cv as mails
from experts.models import Expert

from . import cv_state


def remind() -> int:
    """Ask once about every approved CV whose time has come, by the rule `cv.confirm_months`. Returns how many are due."""
    return sweep.each(Expert.objects.active().order_by("pk").values_list("pk", flat=True), _ask)


@transaction.atomic
def _ask(key: int) -> int:
    expert = Expert.objects.select_related("person", "unit").get(pk=key)
    due = [state for state in cv_state.of(expert) if state.due_on and state.due_on <= clock.today()]
    for state in due:
        mails.due(state.cv, state.due_on)
    return len(due)
