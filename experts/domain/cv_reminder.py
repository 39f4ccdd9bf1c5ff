"""Once a year each expert is asked whether the CV is still up to date (CM-12)."""

from __future__ import annotations

from django.db import transaction

from coordination.foundation import clock
from experts.mails import cv as mails
from experts.models import Expert

from . import cv_state


def remind() -> int:
    """Ask once about every approved CV whose time has come, by the rule `cv.confirm_months`. Returns how many are due."""
    due = 0
    for expert in Expert.objects.active().select_related("person", "unit"):
        for state in cv_state.of(expert):
            if state.due_on and state.due_on <= clock.today():
                with transaction.atomic():
                    mails.due(state.cv, state.due_on)
                due += 1
    return due
