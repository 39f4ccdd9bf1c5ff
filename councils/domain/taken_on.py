"""Who does what by when, as the minutes tell it to the members: by name those alone who agreed to it (MT-10, CC-29)."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.calendar.models import Action
from coordination.foundation import formats
from councils.models import Meeting

from . import action, naming


def rows(meeting: Meeting) -> dict[int, list[Action]]:
    """What was taken on and not dropped, by the key of the item it came of, the nearest day first. Two queries."""
    found = defaultdict(list)
    for line in action.lines(action.of_meeting(meeting).exclude(status=Action.Status.DROPPED)):
        if line.item:
            found[line.item.pk].append(line.action)
    return dict(found)


def told(taken: list[Action], names: dict[int, str]) -> list[str]:
    """“Ville Kirjaaja: asks the price of a bench, by Tue 15 Dec 2026”, in the language in use."""
    return [
        _("%(who)s: %(what)s, by %(day)s")
        % {
            "who": names.get(row.owner_id, pgettext("minutes", "One of those present")),
            "what": row.what,
            "day": formats.day(row.due_on),
        }
        for row in taken
    ]


def by_item(meeting: Meeting) -> dict[int, list[str]]:
    """The lines of each item for a screen of the council's own people."""
    found = rows(meeting)
    names = naming.shown_names(meeting.council) if found else {}
    return {item: told(taken, names) for item, taken in found.items()}
