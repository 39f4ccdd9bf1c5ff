"""Consequences in plain words: never a blame, always the share and the notice."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.fees.models import Consequence

from .consequence import Line


def share(line: Line) -> str:
    """ "50 % of the fee and real costs", "no fee"."""
    if line.share == 1:
        fee = _("the whole fee")
    elif line.share:
        fee = _("%(percent)s %% of the fee") % {"percent": percent(line.share)}
    else:
        fee = _("no fee")
    return _("%(fee)s and real costs") % {"fee": fee} if line.costs else fee


def notice(line: Line) -> str:
    """ "at least 5 working days before"; what is left by the other lines is "later"."""
    if not line.notice:
        return _("later")
    if line.measure == Consequence.Measure.HOURS:
        words = ngettext(
            "at least %(count)s hour before the meeting", "at least %(count)s hours before the meeting", line.notice
        )
    else:
        words = ngettext(
            "at least %(count)s working day before the meeting",
            "at least %(count)s working days before the meeting",
            line.notice,
        )
    return words % {"count": line.notice}


def percent(part: Decimal) -> int:
    return int(part * 100)
