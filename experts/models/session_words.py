"""The times of an order and of a booking in words: the same on screens and in messages, in the language in use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.foundation import formats, working_day

NAMED_KINDS = {"preparation", "rehearsal"}
NAMED = 12
"""How many sessions of one booking are listed one by one."""


class Sessions(list):
    """Sessions in order of time, which can tell themselves where a message is written."""

    @property
    def lines(self) -> list[str]:
        return listed(self)

    @property
    def together(self) -> str:
        return together(self)


def further(order: models.Model) -> list[str]:
    """What happens besides the possible times: "Rehearsal ti 1.12.2026 klo 13–15". Empty for an assignment."""
    if order.task_type.is_assignment:
        return []
    rows = sorted((row for row in order.times.all() if row.kind != row.Kind.MAIN), key=lambda row: row.starts_at)
    return [_time(row, included=row.included) for row in rows]


def assignment(order: models.Model) -> list[str]:
    """The days, the hours of the week and their number; empty for other tasks, and while something is missing."""
    if not (order.task_type.is_assignment and order.assigned_from and order.assigned_until):
        return []
    days = _("%(first)s – %(last)s") % {
        "first": formats.day(order.assigned_from),
        "last": formats.day(order.assigned_until),
    }
    hours = [
        pgettext("hours of a weekday", "%(weekday)s %(from)s–%(until)s")
        % {"weekday": row.get_weekday_display(), "from": formats.clock(row.starts), "until": formats.clock(row.ends)}
        for row in order.weekly_hours.all()
    ]
    count = len(order.times.all())
    if not count:
        return [days, *hours]
    number = ngettext("%(count)s day of work", "%(count)s days of work", count) % {"count": count}
    return [days, *hours, number, *_left_out(order)]


def _left_out(order: models.Model) -> list[str]:
    """The public holidays on which there would be work by the weekday."""
    if order.works_on_holidays:
        return []
    weekdays = {row.weekday for row in order.weekly_hours.all()}
    length = (order.assigned_until - order.assigned_from).days + 1
    every = (order.assigned_from + timedelta(days=number) for number in range(length))
    found = [day for day in every if day.weekday() in weekdays and working_day.is_public_holiday(day)]
    if not found:
        return []
    return [_("Public holidays left out: %(days)s") % {"days": ", ".join(formats.day(day) for day in found)}]


def listed(sessions: Sequence[models.Model]) -> list[str]:
    """Each session with what it is; a long row of the same is told by its first, its last and its number."""
    if len(sessions) <= NAMED:
        return [_time(row) for row in sessions]
    first, last = sessions[0], sessions[-1]
    return [
        _("first %(when)s") % {"when": formats.span(first.starts_at, first.ends_at)},
        _("last %(when)s") % {"when": formats.span(last.starts_at, last.ends_at)},
        ngettext("%(count)s time in all", "%(count)s times in all", len(sessions)) % {"count": len(sessions)},
    ]


def together(sessions: Sequence[models.Model]) -> str:
    """In one line: the first time, and how many more there are."""
    if not sessions:
        return ""
    first = formats.span(sessions[0].starts_at, sessions[0].ends_at)
    if len(sessions) == 1:
        return first
    more = len(sessions) - 1
    words = ngettext("%(when)s and %(count)s more time", "%(when)s and %(count)s more times", more)
    return words % {"when": first, "count": more}


def _time(row: models.Model, *, included: bool = False) -> str:
    words = {"when": formats.span(row.starts_at, row.ends_at)}
    if row.kind in NAMED_KINDS:
        words["when"] = _("%(what)s %(when)s") % {"what": str(row.get_kind_display()).capitalize(), **words}
    if included:
        return _("%(when)s (included in the fee)") % words
    status = getattr(row, "status", "planned")
    return words["when"] if status == "planned" else f"{words['when']}: {row.get_status_display()}"
