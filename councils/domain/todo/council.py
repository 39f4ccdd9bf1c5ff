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
from councils.domain import overview
from councils.models import Council

KEY = "council.term_days"
LONGEST = 365


def for_leader(user: User) -> Iterator[Todo]:
    """Councils whose term ends within the organisation's days of reminding, or has ended."""
    until = clock.today() + timedelta(days=max(LONGEST, rule.DEFAULTS[KEY]))
    rows = Council.objects.led_by(user).standing().filter(term_ends__lte=until).select_related("unit")
    for council in rows.order_by("term_ends", "pk"):
        if not overview.term_ends_soon(council):
            continue
        is_over = council.term_ends < clock.today()
        text = _("The term ended on %(day)s.") if is_over else _("The term ends on %(day)s.")
        yield Todo(
            title=str(council.names),
            text=text % {"day": formats.day(council.term_ends)},
            url=reverse("council:page", args=[council.pk]),
            button=_("Renew the term or end the council"),
            due=datetime.combine(council.term_ends, time(12), tzinfo=clock.HELSINKI),
            tone="late" if is_over else "act",
            group=_("Terms of councils"),
        )
