"""What a packet lacks, and whether it leaves late: asked before anything is sent (CC-15, CC-20, MT-01, MT-03, MT-07)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.records.domain import rule
from councils.models import AgendaItem, Council, Meeting

from . import papers

FACTS = "meeting:change"


@dataclass(frozen=True)
class Missing:
    """A part that is not there: what to do about it, and the screen where it is done (a URL name of one meeting)."""

    code: str
    text: str | Promise
    where: str = "meeting:page"


@dataclass(frozen=True)
class Lateness:
    """Days to the meeting, and the days before by which packets have to and should leave (`council.packet_days…`)."""

    days: int
    least: int
    ideal: int

    @property
    def is_late(self) -> bool:
        """A reason is asked for."""
        return self.days < self.least

    @property
    def is_tight(self) -> bool:
        return self.least <= self.days < self.ideal


def check(meeting: Meeting) -> list[Missing]:
    """What stops the packet: the three parts, and who and why of the meeting. The first meeting has no last minutes."""
    lacks = [
        (not meeting.purpose, Missing("purpose", _("Write why you meet."), FACTS)),
        (meeting.chair_id is None, Missing("chair", _("Name the chair."), FACTS)),
        (meeting.secretary_id is None, Missing("secretary", _("Name who takes the minutes."), FACTS)),
        (
            meeting.mode != Council.Mode.REMOTE and not meeting.place,
            Missing("place", _("The invitation lacks the place."), FACTS),
        ),
        (
            meeting.mode != Council.Mode.PLACE and not meeting.online_url,
            Missing("online", _("The invitation lacks the remote link."), FACTS),
        ),
        (meeting.starts_at <= clock.now(), Missing("past", _("The meeting must lie ahead. Change its time."), FACTS)),
        (not _has_agenda(meeting), Missing("agenda", _("The agenda is empty. Add what you talk about."))),
    ]
    return [each for is_lacking, each in lacks if is_lacking] + _minutes_missing(meeting)


def lateness(meeting: Meeting) -> Lateness:
    """How early the packet would leave today, by the rules of the council's unit."""
    keys = ("council.packet_days", "council.packet_days_ideal")
    rules = rule.together(meeting.council.unit, keys)
    days = (clock.local(meeting.starts_at).date() - clock.today()).days
    return Lateness(days, *(rules[key] for key in keys))


def _has_agenda(meeting: Meeting) -> bool:
    return meeting.items.exclude(kind=AgendaItem.Kind.BREAK).exists()


def _minutes_missing(meeting: Meeting) -> list[Missing]:
    last = papers.previous(meeting)
    if last is None or papers.previous_minutes(meeting):
        return []
    words = _("The minutes of the last meeting are not open for comments yet. Finish them first.")
    return [Missing("minutes", words, "meeting_minutes:page")]
