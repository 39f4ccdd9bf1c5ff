"""Checks a list against the house without changing anything, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.sheets import Sheet, Sheets
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain import booking_history, list_sheet
from experts.domain.booking_history import BookingLine, Nameable
from experts.domain.finding import Finding, Kind, note, question
from experts.domain.list_sheet import Heading
from experts.permissions import expert as permissions

from . import columns, known, lines, matching
from .facts import name_key
from .matching import Plan

REST_NAME = "-korjattavat"
EVERY = 200
"""Rows between two words of progress."""
Progress = Callable[[int, int], None]


@dataclass
class Check:
    """What a list would bring, and everything that is to be said of it."""

    list_name: str
    sheets: Sheets
    heads: list[tuple[Sheet, Heading]] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    bookings: list[BookingLine] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """In the order of the sheets and rows."""
        found = [*self.remarks]
        for row in (*self.plans, *self.bookings):
            found += row.line.findings if isinstance(row, Plan) else row.findings
        order = {head.sheet: index for index, (__, head) in enumerate(self.heads)}
        return sorted(found, key=lambda finding: (order.get(finding.sheet, 0), finding.row))

    @property
    def errors(self) -> int:
        """Rows that cannot come in."""
        return sum(not row.is_sound for row in (*self.plans, *self.bookings))

    def counts(self) -> dict[str, int]:
        acts = Counter(plan.act for plan in self.plans if plan.is_sound)
        history = Counter(line.act for line in self.bookings if line.is_sound)
        kinds = Counter(finding.kind for finding in self.findings)
        return {
            **{act: acts[act] for act in (matching.NEW, matching.CHANGED, matching.UNCHANGED)},
            **{f"bookings_{act}": history[act] for act in (matching.NEW, matching.CHANGED, matching.UNCHANGED)},
            "rows": len(self.plans), "bookings": len(self.bookings), "out": self.errors,
            **{kind.value: kinds[kind.value] for kind in Kind},
        }  # fmt: skip


def check(sheets: Sheets, unit: Unit, by: Actor, *, list_name: str = "", progress: Progress | None = None) -> Check:
    """Read every sheet, recognise who is known, and tell the findings. Writes nothing.

    `list_name` tells the lists apart that number their rows (default: the name of the experts' sheet).
    Raises `Refused` for an actor who does not coordinate the unit, and where no sheet is a list of ours.
    """
    if not (permissions.may_coordinate_in(by, unit) or by.is_house):
        raise Refused(_("Only a coordinator of the unit can bring a list into its register."), code="not_coordinator")
    identity_code.refuse(list_name, "list_name")
    house = known.house(unit)
    names = columns.names(house.areas.values())
    lists = [(sheet, head) for sheet in sheets if (head := _experts(sheet, names))]
    expert_sheets, others = lists[:1], lists[1:]
    taken = {sheet.name for sheet, __ in lists}
    booking_sheets = [
        (sheet, head) for sheet in sheets if sheet.name not in taken and (head := booking_history.heading(sheet))
    ]
    if not expert_sheets and not booking_sheets:
        raise Refused(
            _("No sheet has a heading row we know. It needs at least the last name and the first name in columns of their own."),
            field="file", code="no_heading",
        )  # fmt: skip
    first = (expert_sheets or booking_sheets)[0][0].name
    found = Check((list_name.strip() or first.removesuffix(REST_NAME))[:80], sheets, [*expert_sheets, *booking_sheets])
    found.remarks = [remark for __, head in found.heads for remark in head.remarks()]
    found.remarks += [head.finding(question("other_list"), head.row, None) for __, head in others]
    register = known.register(unit, found.list_name, by)
    _check_experts(found, expert_sheets, house, register, progress or (lambda done, total: None))
    _check_bookings(found, booking_sheets, unit, house, register)
    return found


def _experts(sheet: Sheet, names: list_sheet.Names) -> Heading | None:
    """A sheet of bookings names experts as well; it is one when it has a time for each."""
    return None if booking_history.heading(sheet) else list_sheet.heading(sheet, names, columns.NEEDED)


def _check_experts(
    found: Check, sheets: list, house: known.House, register: known.Register, progress: Progress
) -> None:
    total = sum(len(sheet.rows) for sheet, __ in sheets)
    read: list = []
    for sheet, head in sheets:
        for row in list_sheet.body(sheet, head):
            if len(read) % EVERY == 0:
                progress(len(read), total)
            if list_sheet.is_total(row):
                found.remarks.append(head.finding(note("sum_row"), row.number, None))
            else:
                read.append(lines.read(head, row, house))
    found.plans = matching.plans(read, register)
    progress(total, total)


def _check_bookings(found: Check, sheets: list, unit: Unit, house: known.House, register: known.Register) -> None:
    """Names fit those in the register and those that the file itself brings."""
    brought = {plan.known.pk for plan in found.plans if plan.known}
    people = [Nameable(known.name, known_pk=known.pk) for known in register.experts if known.pk not in brought]
    for plan in found.plans:
        name = name_key(plan.line.facts["person.first_name"], plan.line.facts["person.last_name"])
        people.append(Nameable(name, plan.known.pk if plan.known else None, plan.line.number, is_sound=plan.is_sound))
    for sheet, head in sheets:
        lines_of_sheet, remarks = booking_history.check(sheet, head, people, house.tasks, house.units, unit)
        found.bookings += lines_of_sheet
        found.remarks += remarks
