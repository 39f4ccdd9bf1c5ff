"""How long a training is, in words."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from experts.models import Training, TrainingGroup


def extent(row: Training | TrainingGroup) -> str:
    """`50 h, 2 op`; empty where neither is told."""
    parts = []
    if row.hours:
        parts.append(_("%(number)s hours") % {"number": _plain(row.hours)})
    if row.credits:
        parts.append(_("%(number)s ECTS credits") % {"number": _plain(row.credits)})
    return ", ".join(parts)


def _plain(number: Decimal) -> str:
    """Without needless decimals, with the decimal sign of the language in use."""
    number = Decimal(number)
    return number_format(number.to_integral() if number == number.to_integral() else number)
