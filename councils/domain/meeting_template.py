"""Agendas to begin with, as data: the regular meeting (section 2.8), the first (CC-13), the network meeting (GC-02),
the six sessions of a developer-client group (DG-06…DG-10) and its discussion event (DG-11), with the tasks of CC-26.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from councils.models import AgendaItem, Council, Meeting, Staff

Kind, Role, Method = AgendaItem.Kind, AgendaItem.Role, AgendaItem.Method


@dataclass(frozen=True)
class Planned:
    """An item of a template: its title and text lazily translated, its length in minutes."""

    title: Any
    minutes: int
    kind: str = Kind.DISCUSSION
    role: str = Role.ORDINARY
    method: str = Method.TALK
    is_main: bool = False
    text: Any = ""


@dataclass(frozen=True)
class Duty:
    """A task before or after the meeting: `days` from the meeting's day, minus before; whose it usually is."""

    what: Any
    days: int
    whose: str = Staff.Duty.CHAIR


@dataclass(frozen=True)
class Template:
    """What a meeting begins with. `minutes` is its length."""

    key: str
    kind: str
    name: Any
    items: tuple[Planned, ...]
    minutes: int = 120
    purpose: Any = ""
    tasks: tuple[Duty, ...] = ()


TASKS = (
    Duty(_("Agree on the guests"), -21, Staff.Duty.PRESENTER),
    Duty(_("Book the room"), -21, Staff.Duty.SECRETARY),
    Duty(_("Follow what is going on in the field, and tell the others of it"), -14, Staff.Duty.PRESENTER),
    Duty(_("Prepare letters and statements as a base for the work"), -10, Staff.Duty.PRESENTER),
    Duty(_("Gather and print the material"), -10, Staff.Duty.PRESENTER),
    Duty(_("Send the invitations and the other papers"), -8, Staff.Duty.SECRETARY),
    Duty(_("Order the refreshments"), -5, Staff.Duty.SECRETARY),
    Duty(_("Write the minutes"), 3, Staff.Duty.SECRETARY),
    Duty(_("Send the minutes, also to the absent"), 7, Staff.Duty.SECRETARY),
    Duty(_("Think over how it went, and what to do better"), 7, Staff.Duty.CHAIR),
)

OPENING = Planned(_("Opening and who is here"), 10, Kind.INFORMATION, Role.OPENING)
FOLLOW_UP = Planned(_("Last minutes and what came of our proposals"), 20, Kind.DECISION, Role.FOLLOW_UP)
BREAK = Planned(pgettext_lazy("agenda", "Break"), 10, Kind.BREAK)
NEXT = Planned(_("Next meeting"), 5, Kind.DECISION, Role.NEXT)
CLOSING = Planned(pgettext_lazy("agenda", "Closing"), 5, Kind.INFORMATION, Role.CLOSING)
COFFEE = Planned(_("Coffee and who is here"), 10, Kind.INFORMATION, Role.OPENING)

REGULAR = Template(
    "regular",
    Meeting.Kind.REGULAR,
    _("Regular meeting"),
    (
        OPENING,
        FOLLOW_UP,
        BREAK,
        Planned(_("What the members have on their minds"), 15, Kind.DISCUSSION, method=Method.ROUND),
        NEXT,
        CLOSING,
    ),
    tasks=TASKS,
)

FIRST = Template(
    "first",
    Meeting.Kind.FIRST,
    _("First meeting"),
    (
        Planned(_("Welcome and coffee"), 10, Kind.INFORMATION, Role.OPENING),
        Planned(
            _("Who are we?"),
            25,
            method=Method.CARDS,
            text=_("A round where everybody chooses a feeling card and tells as much as they wish."),
        ),
        Planned(
            _("How we meet: ground rules"),
            20,
            Kind.DECISION,
            text=_("Giving room to others, respect, confidentiality, refreshments, how we are told of things."),
        ),
        BREAK,
        Planned(
            _("What do we want to influence?"),
            35,
            method=Method.GROUPS,
            is_main=True,
            text=_("Everybody's wishes are gathered. There is room for problems; the leaders cluster the wishes."),
        ),
        Planned(_("What the management asks us about"), 10, Kind.INFORMATION),
        NEXT,
        CLOSING,
    ),
    purpose=_("We get to know each other, agree on how we meet, and gather what we want to influence."),
    tasks=TASKS,
)

NETWORK = Template(
    "network",
    Meeting.Kind.NETWORK,
    _("Network meeting"),
    (
        Planned(
            _("Opening: who is here and why"),
            15,
            Kind.INFORMATION,
            Role.OPENING,
            Method.ROUND,
            text=_(
                "A safe mood first. The one whose matter this is begins; everybody tells who they are and why they came."
            ),
        ),
        Planned(_("Who chairs, who writes, how we work"), 5, Kind.DECISION),
        Planned(
            _("The matter, looking ahead"),
            45,
            is_main=True,
            text=_("What is going well, what worries, what would help."),
        ),
        Planned(_("Who does what, and by when"), 15, Kind.DECISION),
        Planned(_("How did this feel? A round"), 7, method=Method.ROUND),
        Planned(
            _("The sheet to take along"),
            3,
            Kind.INFORMATION,
            Role.CLOSING,
            text=_("Everybody leaves with what was agreed on paper, in the form they wish."),
        ),
    ),
    minutes=90,
    purpose=_("We agree together on who helps with what, and by when."),
    tasks=(
        Duty(_("Prepare together: who is invited, is a support person needed, method, place, timetable"), -14),
        Duty(_("Book the room"), -10, Staff.Duty.SECRETARY),
        Duty(_("Print the sheets to take along"), -1, Staff.Duty.SECRETARY),
        Duty(_("See that everybody has what was agreed, in the form they wish"), 3, Staff.Duty.SECRETARY),
    ),
)

GROUP_TASKS = (
    Duty(_("Book the room"), -14, Staff.Duty.FACILITATOR),
    Duty(_("Order the coffee and gather the material"), -5, Staff.Duty.FACILITATOR),
    Duty(_("Write up what the group made"), 3, Staff.Duty.FACILITATOR),
)


def _session(number: int, *items: Planned, purpose: Any) -> Template:
    return Template(
        f"group_{number}",
        Meeting.Kind.GROUP,
        GROUP_NAMES[number - 1],
        (COFFEE, *items, CLOSING),
        purpose=purpose,
        tasks=GROUP_TASKS,
    )


GROUP_NAMES = (
    _("Group session 1: getting to know each other"),
    _("Group session 2: strengths and weaknesses"),
    _("Group session 3: problems and solutions"),
    _("Group session 4: the best solutions"),
    _("Group session 5: the future"),
    _("Group session 6: planning the discussion event"),
)

GROUP = (
    _session(
        1,
        Planned(_("Why the group meets, and who we are"), 20, method=Method.ROUND),
        Planned(
            _("A treasure map"),
            25,
            method=Method.OTHER,
            text=_("Everybody makes a map of clippings of what matters to them, and shows as much as they wish."),
        ),
        Planned(_("A visit: an expert by experience tells"), 15, Kind.INFORMATION),
        Planned(
            _("What is the service like?"),
            30,
            method=Method.CARDS,
            is_main=True,
            text=_("One thought on each slip. The slips are gathered into themes on the wall."),
        ),
        Planned(_("How the service looks to a client"), 15),
        purpose=_("We get to know each other and tell what the service looks like to us."),
    ),
    _session(
        2,
        Planned(
            _("Strengths, weaknesses, chances and threats of the service"),
            45,
            method=Method.SWOT,
            is_main=True,
            text=_("One of the facilitators writes."),
        ),
        Planned(
            _("Who are the clients?"),
            40,
            method=Method.PAIRS,
            is_main=True,
            text=_("In pairs: describe some kinds of clients of the service. No real person."),
        ),
        Planned(_("The pairs show what they made"), 20, method=Method.ROUND),
        purpose=_("We look at the service from all sides, and describe whom it is for."),
    ),
    _session(
        3,
        Planned(
            _("Problem, why it is a problem, solution"),
            75,
            method=Method.GROUPS,
            is_main=True,
            text=_("Each row: what is the problem, why, how would it be solved. One of the group may write."),
        ),
        BREAK,
        Planned(_("The rows read together"), 20, method=Method.ROUND),
        purpose=_("We name problems and find solutions to them."),
    ),
    _session(
        4,
        Planned(_("The rows made sharper, alike ones put together"), 50, is_main=True),
        BREAK,
        Planned(_("Which of them can be done? We choose"), 45, Kind.DECISION, is_main=True),
        purpose=_("We choose the solutions that can be done."),
    ),
    _session(
        5,
        Planned(
            _("A good day in the service, five years from now"),
            40,
            method=Method.GROUPS,
            is_main=True,
            text=_("What has happened? Who did what?"),
        ),
        BREAK,
        Planned(
            _("A horror story: everything went wrong"),
            35,
            method=Method.GROUPS,
            is_main=True,
            text=_("How did it come to this, and what would have stopped it?"),
        ),
        Planned(_("What the group was like: feedback"), 20),
        purpose=_("We draw a picture of a good future, and of one to avoid."),
    ),
    _session(
        6,
        Planned(
            _("The discussion event: whom we invite, what we show"),
            60,
            Kind.DECISION,
            is_main=True,
        ),
        BREAK,
        Planned(_("How taking part goes on after the group"), 30, is_main=True),
        Planned(_("Thanks and certificates"), 5, Kind.INFORMATION),
        purpose=_("We plan the discussion event, and how we go on."),
    ),
)

DISCUSSION = Template(
    "discussion",
    Meeting.Kind.DISCUSSION,
    _("Discussion event"),
    (
        COFFEE,
        Planned(_("What the group has done"), 10, Kind.INFORMATION),
        Planned(
            _("In small groups: problem, why, solution"),
            30,
            method=Method.GROUPS,
            is_main=True,
            text=_("Clients, employees and decision-makers at the same tables."),
        ),
        Planned(_("Proposals are shown"), 25, Kind.INFORMATION, is_main=True),
        Planned(pgettext_lazy("agenda", "Discussion"), 20),
        Planned(
            _("Which ideas are taken up, by whom, and how we go on"),
            20,
            Kind.DECISION,
            text=_("Each decision gets somebody who does it, and a date."),
        ),
        CLOSING,
    ),
    purpose=_("Employees, management and decision-makers hear the group's proposals, and we decide how to go on."),
    tasks=TASKS,
)

ALL = {template.key: template for template in (REGULAR, FIRST, NETWORK, *GROUP, DISCUSSION)}


def of(key: str) -> Template:
    """The template of that key. Raises `KeyError`."""
    return ALL[key]


def for_council(council: Council) -> list[Template]:
    """Those that fit the council's kind, the usual one first."""
    if council.kind == Council.Kind.DEVELOPER_GROUP:
        return [*GROUP, DISCUSSION, REGULAR]
    return [REGULAR, FIRST, NETWORK, DISCUSSION]
