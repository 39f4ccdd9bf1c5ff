"""Reads a sheet of past bookings and compares it with the history that is here; writes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from coordination.foundation import clock
from coordination.foundation.sheets import Row, Sheet
from coordination.people.models import Unit
from experts.domain import list_sheet
from experts.domain.finding import Doubt, Finding, Kind, error, note, question
from experts.domain.list_sheet import Heading, fold
from experts.domain.task_name import TaskNames
from experts.domain.unit_name import UnitNames
from experts.models import PastBooking

from . import columns, values
from .names import Nameable, Names

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
# What tells one booking from another stays; what is filled in later may change.
LATER = ("amount", "travel", "paid", "outcome")


@dataclass
class BookingLine:
    """One row of history: whose, what, and what storing it would do."""

    head: Heading
    row: Row
    findings: list[Finding]
    person: Nameable | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    act: str = NEW
    known_pk: int | None = None
    is_twin: bool = False

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def is_sound(self) -> bool:
        return all(finding.kind != Kind.ERROR for finding in self.findings)

    def text(self, matter: str) -> str:
        closed = {finding.column for finding in self.findings if finding.code in ("identity_code", "covered")}
        if closed and self.head.of(matter, error(""), 0).column in closed:
            return ""
        text, most = self.head.cell(self.row, matter), columns.LONGEST.get(matter)
        if most and len(text) > most:
            self.say(matter, error("too_long", over=len(text) - most, most=most))
        return text

    def take(self, matter: str, answer: Any) -> Any:
        self.say(matter, answer.doubt)
        return answer.value

    def say(self, matter: str, doubt: Doubt | None) -> None:
        if doubt:
            self.findings.append(self.head.of(matter, doubt, self.number))

    def digest(self, expert_pk: int) -> str:
        """Tells the booking by what does not change: whose, when, what, where, for whom. Numbers and a hash, no names."""
        when = self.facts["when"]
        said = [
            expert_pk,
            str(when.day),
            str(when.starts),
            *(fold(self.facts[name]) for name in ("task_text", "unit_text", "orderer_text", "place")),
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def heading(sheet: Sheet) -> Heading | None:
    """The heading row of a sheet of past bookings; None where the sheet is something else."""
    return list_sheet.heading(sheet, columns.NAMES, columns.NEEDED)


def check(
    sheet: Sheet, head: Heading, people: Iterable[Nameable], tasks: TaskNames, units: UnitNames, unit: Unit
) -> tuple[list[BookingLine], list[Finding]]:
    """Every row with its findings, and what is said of the sheet. One query, however many rows."""
    names, lines, remarks = Names(people), [], []
    for row in list_sheet.body(sheet, head):
        if list_sheet.is_total(row):
            remarks.append(head.finding(note("sum_row"), row.number, None))
            continue
        line = BookingLine(head, row, list_sheet.identity_codes(row, head))
        _read(line, names, tasks, units)
        lines.append(line)
    _compare(lines, unit)
    return lines, remarks


def _read(line: BookingLine, names: Names, tasks: TaskNames, units: UnitNames) -> None:
    line.person = line.take("expert", names.find(line.text("expert")))
    task_text, unit_text = line.text("task"), line.text("unit")
    task, is_guess = tasks.find(task_text)
    if task and is_guess:
        line.say("task", note("task_guessed", cell=task_text[:60], task=str(task)))
    elif task_text and task is None:
        line.say("task", question("task_unknown_here", cell=task_text[:60]))
    unit = units.one(unit_text)
    if unit_text and unit is None:
        line.say("unit", note("unit_as_text"))
    line.facts = {
        "when": line.take("when", values.when(line.text("when"), clock.today())),
        "task_type": task, "task_text": task_text, "unit": unit, "unit_text": unit_text,
        "orderer_text": line.text("orderer"), "place": line.text("place"),
        "amount": line.take("fee", values.fee(line.text("fee"))),
        "travel": line.text("travel"), "paid": line.text("paid"),
        "outcome": line.take("remark", values.outcome(line.text("remark"))),
    }  # fmt: skip


def _compare(lines: list[BookingLine], unit: Unit) -> None:
    """Against the history here, and rows against each other: the same booking comes in once."""
    rows = PastBooking.objects.filter(Unit.branch_condition([unit], "expert__unit__"))
    here = {row["row_digest"]: row for row in rows.values("pk", "row_digest", *LATER)}
    seen: dict[str, int] = {}
    for line in lines:
        if not line.is_sound:
            continue
        whose = line.person.known_pk if line.person.known_pk is not None else -line.person.row
        digest = line.digest(whose)
        if digest in seen:
            line.say("when", question("booking_twice", row=seen[digest]))
            line.act, line.is_twin = UNCHANGED, True
            continue
        seen[digest] = line.number
        if known := here.get(digest):
            line.known_pk = known["pk"]
            line.act = UNCHANGED if all(known[name] == line.facts[name] for name in LATER) else CHANGED
