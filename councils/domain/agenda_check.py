"""What a meeting still lacks, and what its agenda would do to the clock: warnings in words, never a stop.

The sending has its own, harder check (`packet`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from coordination.foundation import clock, formats, working_day
from councils.models import AgendaItem, Council, Meeting

from . import agenda_clock
from .agenda_clock import Slot

MAIN_MOST = 2
FREE_FROM = 15
Kind, Mandate = AgendaItem.Kind, AgendaItem.Mandate


@dataclass(frozen=True)
class Warned:
    """What is not well: a code, the words, and where it is mended ("facts", "agenda" or an item's key)."""

    code: str
    text: Any
    where: str = "facts"


def warnings(meeting: Meeting, slots: list[Slot] | None = None) -> list[Warned]:
    """Everything worth saying of a meeting being prepared, the weightiest first (MT-01, MT-03, MT-05, CC-16, CC-20)."""
    slots = agenda_clock.clock(meeting) if slots is None else slots
    return [*_facts(meeting), *_time(meeting, slots), *_topics(meeting, slots), *_mandates(slots)]


def _facts(meeting: Meeting) -> list[Warned]:
    lacking = [
        ("purpose", not meeting.purpose, _("Write why you meet. It stands in the invitation.")),
        ("chair", meeting.chair_id is None, _("Nobody chairs yet. Choose the chair before sending anything.")),
        (
            "secretary",
            meeting.secretary_id is None,
            _("Nobody takes the minutes yet. Choose the secretary before sending."),
        ),
        ("presenter", meeting.presenter_id is None, _("Nobody presents the topics yet. Choose who does.")),
        ("distributor", meeting.distributor_id is None, _("Choose who sends the minutes, also to the absent.")),
        ("place", _has_no_place(meeting), _("Write the place where you meet.")),
        ("online_url", _has_no_link(meeting), _("Add the remote link.")),
        ("past", meeting.starts_at <= clock.now(), _("The time has passed already. Change the day.")),
        ("holiday", _is_holiday(meeting), _("The day is a public holiday.")),
    ]
    if meeting.status != Meeting.Status.PLANNED:
        lacking = [row for row in lacking if row[0] != "past"]
    return [Warned(code, text) for code, lacks, text in lacking if lacks]


def _has_no_place(meeting: Meeting) -> bool:
    return meeting.mode != Council.Mode.REMOTE and not meeting.place


def _has_no_link(meeting: Meeting) -> bool:
    return meeting.mode != Council.Mode.PLACE and not meeting.online_url


def _is_holiday(meeting: Meeting) -> bool:
    return working_day.is_public_holiday(clock.local(meeting.starts_at).date())


def _time(meeting: Meeting, slots: list[Slot]) -> list[Warned]:
    over = agenda_clock.over(meeting, slots)
    if over > 0:
        said = ngettext(
            "The agenda runs %(count)s minute over: it would end at %(end)s. Shorten an item or move one.",
            "The agenda runs %(count)s minutes over: it would end at %(end)s. Shorten an item or move one.",
            over,
        )
        return [Warned("over", said % {"count": over, "end": formats.clock(slots[-1].ends_at)}, "agenda")]
    return []


def _topics(meeting: Meeting, slots: list[Slot]) -> list[Warned]:
    """CC-16: one or two big topics a meeting."""
    main = sum(slot.item.is_main and not slot.has_moved for slot in slots)
    if main == 0:
        return [
            Warned(
                "no_main",
                _("No main topic yet. One or two are good: mark them, or take one from the topic bank."),
                "agenda",
            )
        ]
    if main > MAIN_MOST:
        said = _("%(count)s main topics are many for one meeting. One or two are good: move the others on.")
        return [Warned("many_main", said % {"count": main}, "agenda")]
    return []


def _mandates(slots: list[Slot]) -> list[Warned]:
    """MT-05: a decision needs somebody who may decide."""
    said = _("“%(title)s” asks for a decision: tell who may decide, or where it goes.")
    return [
        Warned("mandate", said % {"title": slot.item.title}, str(slot.item.pk))
        for slot in slots
        if slot.item.kind == Kind.DECISION
        and slot.item.role == AgendaItem.Role.ORDINARY
        and slot.item.mandate == Mandate.NONE
        and not slot.has_moved
    ]
