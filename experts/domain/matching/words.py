"""A reason and the small phrases reasons are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats

REASON, ASKING = "reason", "asking"


@dataclass(frozen=True)
class Reason:
    """One sentence for or against, in the language being shown.

    `code` names the kind for tests and the kept match. `needs` tells what overruling takes: "" nothing,
    "reason" a written reason, "asking" also the day the expert was asked, since the limit is the expert's own.
    """

    text: str
    code: str
    needs: str = ""

    def __str__(self) -> str:
        return self.text


def when(starts: datetime, ends: datetime) -> str:
    """`ke 25.11. klo 13–15`; over midnight both days are named."""
    first, last = clock.local(starts), clock.local(ends)
    if first.date() != last.date():
        return formats.span(starts, ends)
    return on_day(first.date(), first.time(), last.time())


def on_day(day: date, starts: time, ends: time) -> str:
    return pgettext("time", "%(day)s, %(from)s–%(until)s") % {
        "day": formats.day_short(day),
        "from": formats.clock(starts),
        "until": formats.clock(ends),
    }


def listed(parts: Iterable[object]) -> str:
    """`a`, `a ja b`, `a, b ja c`."""
    words = [str(part) for part in parts]
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
