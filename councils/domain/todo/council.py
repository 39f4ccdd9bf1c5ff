"""What waits for the leaders of a council itself: a term about to end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import User
from coordination.records.domain import rule
from coordination.records.models import Rule
from councils.models import Council

KEY = "council.term_days"


def for_leader(user: User) -> Iterator[Todo]:
    """Councils whose term ends within the organisation's days of reminding, or has ended. Two queries."""
    rules = list(Rule.objects.in_force().filter(key=KEY).select_related("unit"))
    days = [rule.DEFAULTS[KEY], *(int(row.value) for row in rules)]
    until = clock.today() + timedelta(days=max(days))
    rows = Council.objects.led_by(user).standing().filter(term_ends__lte=until).select_related("unit")
    for council in rows.order_by("term_ends", "pk"):
        if council.term_ends <= clock.today() + timedelta(days=_days(council, rules)):
            yield _todo(council)


def _days(council: Council, rules: list[Rule]) -> int:
    """The nearest branch's own, else everybody's, else the default."""
    paths = set(council.unit.paths_up())
    near = [row for row in rules if row.unit is None or row.unit.path in paths]
    nearest = max(near, key=lambda row: row.unit.depth if row.unit else 0, default=None)
    return int(nearest.value) if nearest else rule.DEFAULTS[KEY]


def _todo(council: Council) -> Todo:
    is_over = council.term_ends < clock.today()
    text = _("The term ended on %(day)s.") if is_over else _("The term ends on %(day)s.")
    return Todo(
        title=str(council.names),
        text=text % {"day": formats.day(council.term_ends)},
        url=reverse("council:page", args=[council.pk]),
        button=_("Renew the term or end the council"),
        due=datetime.combine(council.term_ends, time(12), tzinfo=clock.HELSINKI),
        tone="late" if is_over else "act",
        group=_("Terms of councils"),
    )
