"""For the leaders: ideas that wait in the office for their council (CC-12)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.feedback.models import Suggestion
from coordination.foundation.todo import Todo
from coordination.messaging.domain.outbox import cause
from coordination.people.models import User
from councils.models import Council


def for_leader(user: User) -> Iterator[Todo]:
    """A matter a council: how many ideas wait. Two queries, however many councils one leads."""
    councils = list(Council.objects.led_by(user).standing().select_related("unit"))
    rows = Suggestion.objects.waiting().values_list("meant_for", "unit__path")
    waiting = list(rows) if councils else []
    for council in councils:
        above = set(council.unit.paths_up())
        count = sum(key == cause(council) or (not key and path in above) for key, path in waiting)
        if count:
            words = ngettext("%(count)s idea waits to be read", "%(count)s ideas wait to be read", count)
            yield Todo(
                title=words % {"count": count},
                text=str(council.names),
                url=reverse("council_topic:index", args=[council.pk]),
                button=pgettext("todo", "Read"),
                group=_("Ideas for the councils"),
            )
