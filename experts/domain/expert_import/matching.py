"""Who each row is: known by the list and number, else by name and year of birth, never by e-mail."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from experts.domain.finding import Doubt, Kind, error, note, question

from .facts import CONSENT, CV, Facts, digest, same
from .known import KnownExpert, Register
from .line import Line

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
MOVES = {
    ("training", "active"), ("training", "leave"), ("training", "ended"), ("active", "leave"), ("active", "ended"), ("leave", "active"), ("leave", "ended"),
}  # fmt: skip


@dataclass
class Plan:
    """What storing a row would do. `changes`: for a new expert every fact, for a known one those that changed in the list."""

    line: Line
    known: KnownExpert | None = None
    person_pk: int | None = None
    changes: Facts = field(default_factory=dict)

    @property
    def act(self) -> str:
        if self.known is None:
            return NEW
        return CHANGED if self.changes else UNCHANGED

    @property
    def is_sound(self) -> bool:
        return self.line.is_sound


def plans(lines: list[Line], register: Register) -> list[Plan]:
    """One plan a row; what rows say of each other and of the register is told on them."""
    _among_themselves(lines)
    return [_plan(line, register) for line in lines]


def _among_themselves(lines: list[Line]) -> None:
    """Rows that may be the same person. The later one tells."""
    numbers: dict[str, int] = {}
    names: dict[Any, list[Line]] = defaultdict(list)
    emails: dict[str, int] = {}
    for line in lines:
        if line.list_number:
            if line.list_number in numbers:
                line.say("number", error("number_twice", row=numbers[line.list_number]))
            numbers.setdefault(line.list_number, line.number)
        if all(line.name):
            _same_name(line, names[line.name])
            names[line.name].append(line)
        if email := line.facts.get("person.email"):
            if email in emails:
                line.say("email", note("email_shared", row=emails[email]))
            emails.setdefault(email, line.number)


def _same_name(line: Line, earlier: list[Line]) -> None:
    for other in earlier:
        if other.birth_year == line.birth_year:
            told_apart = line.list_number and other.list_number
            return _whole_row(
                line,
                (question("same_person", row=other.number) if told_apart else error("row_twice", row=other.number)),
            )
    if earlier:
        _whole_row(line, question("same_name", row=earlier[0].number))
    return None


def _plan(line: Line, register: Register) -> Plan:
    known = _recognised(line, register)
    if known:
        plan = Plan(line, known)
        _compare(plan)
    else:
        plan = Plan(line, None, _person(line, register), dict(line.facts))
        if plan.person_pk is None and line.name in register.names:
            _whole_row(line, question("same_name_known"))
    own = known.person_pk if known else plan.person_pk
    if own is not None and own == register.own_person:
        _whole_row(line, error("own_row"))
    return plan


def _recognised(line: Line, register: Register) -> KnownExpert | None:
    numbered = register.by_number.get(line.list_number) if line.list_number else None
    if numbered:
        if numbered.name != line.name and numbered.birth_year != line.birth_year:
            line.say("number", error("number_of_other"))
        return numbered
    named = [
        known
        for known in register.by_identity.get((line.name, line.birth_year), ())
        if not (known.number and line.list_number)
    ]
    if len(named) > 1:
        _whole_row(line, error("several_known"))
    return named[0] if named else None


def _person(line: Line, register: Register) -> int | None:
    """Somebody among the people who is no expert yet, when exactly one has the name and the year."""
    found = register.people.get((line.name, line.birth_year), ())
    if len(found) != 1:
        return None
    _whole_row(line, question("person_known"))
    return found[0]


def _compare(plan: Plan) -> None:
    """A cell that says what it said last time changes nothing, whatever has been done here since."""
    line, known = plan.line, plan.known
    have = {**known.facts, **known.cvs.get(line.cv_language, {})}
    for name, wished in line.facts.items():
        now = have.get(name, _nothing(name))
        if digest(name, wished) == known.told.get(name) or same(wished) == same(now):
            continue
        if doubt := _stays(plan, name, wished, now):
            _tell(line, name, doubt)
        else:
            plan.changes[name] = wished
    _keep_a_way_to_write(plan, have)


def _keep_a_way_to_write(plan: Plan, have: Facts) -> None:
    """An address does not go while messages go there; e-mail is not the way where there is no address."""
    after = {**have, **plan.changes}
    if after.get("person.channel") == "email" and not after.get("person.email"):
        for name in ("person.email", "person.channel"):
            if plan.changes.pop(name, None) is not None:
                _tell(plan.line, name, question("kept_ours"))


def _stays(plan: Plan, name: str, wished: Any, now: Any) -> Doubt | None:
    """Why the register's fact stays as it is, or None where the list's may come in."""
    line, known = plan.line, plan.known
    if name.startswith(CV) and line.cv_language in known.edited_cvs:
        return question("kept_cv")
    if name.startswith(CONSENT):
        if not wished:
            return question("consent_gone")
        return None if now in ("", "ask") or wished != "ask" else question("kept_ours")
    if known.told.get(name) != digest(name, now):
        return question("kept_ours")
    if name == "status" and (known.status, wished) not in MOVES:
        return question("status_not_open")
    return None


def _nothing(name: str) -> Any:
    """What a fact is where nothing has been told: a language without a CV has no texts."""
    return "" if name.startswith(CV) else None


MATTERS = {
    "limit.languages": "language", "limit.task_types": "tasks", "limit.max_per_month": "max_per_month", "limit.rest_days": "rest_days", "limit.remote": "remote",
    "limit.fee_mode": "remark", "limit.refused_units": "remark", "days_off": "remark", "note": "remark", "status": "status", "cv.special_skills": "skills",
    "person.protected_address": "protected", "person.channel": "email",
}  # fmt: skip


def _tell(line: Line, name: str, doubt: Doubt) -> None:
    prefix, __, rest = name.partition(".")
    matter = MATTERS.get(name) or (name if prefix == "consent" else rest.replace("area.", "area:"))
    if not any(
        finding.code == doubt.code and finding == line.head.of(matter, doubt, line.number) for finding in line.findings
    ):
        line.say(matter, doubt)


def _whole_row(line: Line, doubt: Doubt) -> None:
    matter = "last_name" if line.has("last_name") else "full_name"
    if doubt.kind == Kind.ERROR or doubt.code not in {finding.code for finding in line.findings}:
        line.say(matter, doubt)
