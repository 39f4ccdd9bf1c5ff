"""What the check compares a list with: the lists of the house and the register of the branch, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import rule
from experts.domain.task_name import TaskNames
from experts.domain.unit_name import UnitNames
from experts.models import Expert, ExpertLanguage, ImportedRow, RefusedUnit, ServiceArea, TaskType

from . import known_consent, known_cv
from .facts import Facts, name_key

NameKey = tuple[str, str]


@dataclass
class KnownExpert:
    """An expert in the register: what stands there now, and what this list told last (digests by fact)."""

    pk: int
    person_pk: int
    name: NameKey
    birth_year: int | None
    status: str
    number: str
    facts: Facts
    told: dict[str, str] = field(default_factory=dict)
    cvs: dict[str, Facts] = field(default_factory=dict)
    edited_cvs: frozenset[str] = frozenset()


@dataclass
class House:
    """The catalogues a list is read with."""

    today: date
    languages: frozenset[str]
    consent_months: int
    areas: dict[int, ServiceArea]
    task_types: dict[int, TaskType]
    tasks: TaskNames
    units: UnitNames


@dataclass
class Register:
    """The experts of the branch, found by number, by name and birth year, and by name alone."""

    experts: list[KnownExpert]
    people: dict[tuple[NameKey, int | None], list[int]]
    own_person: int | None = None
    by_number: dict[str, KnownExpert] = field(default_factory=dict)
    by_identity: dict[tuple[NameKey, int | None], list[KnownExpert]] = field(default_factory=lambda: defaultdict(list))
    names: frozenset[NameKey] = frozenset()

    def __post_init__(self) -> None:
        for known in self.experts:
            if known.number:
                self.by_number[known.number] = known
            self.by_identity[known.name, known.birth_year].append(known)
        self.names = frozenset(known.name for known in self.experts)


def house(unit: Unit) -> House:
    """The areas, tasks and units in use: units of the organisation below its head, and other organisations."""
    areas = {row.pk: row for row in ServiceArea.objects.filter(in_use=True)}
    task_types = {row.pk: row for row in TaskType.objects.filter(in_use=True)}
    active = list(Unit.objects.active())
    meant = [
        row
        for row in active
        if row.path != unit.organisation_path and (row.depth == 1 or row.path.startswith(unit.organisation_path))
    ]
    return House(
        today=clock.today(),
        languages=frozenset(code for code, __ in settings.LANGUAGES),
        consent_months=int(rule.on(unit, "consent.months")),
        areas=areas,
        task_types=task_types,
        tasks=TaskNames(task_types.values()),
        units=UnitNames(meant),
    )


def register(unit: Unit, list_name: str, by: Actor) -> Register:
    """Everybody in the branch of `unit`."""
    branch = Unit.branch_condition([unit], "unit__")
    rows = list(Expert.objects.filter(branch).select_related("person").order_by("pk"))
    parts = _parts(unit)
    consents = known_consent.of_branch(unit)
    cvs, edited = known_cv.of_branch(unit)
    told = dict(
        ImportedRow.objects.filter(Unit.branch_condition([unit], "expert__unit__"), list_name=list_name).values_list(
            "expert", "digests"
        )
    )
    experts = [
        KnownExpert(
            pk=row.pk,
            person_pk=row.person_id,
            name=name_key(row.person.first_name, row.person.last_name),
            birth_year=row.person.birth_year,
            status=row.status,
            number=row.list_number if row.list_name == list_name and row.unit_id == unit.pk else "",
            facts={**_facts(row), **parts[row.pk], **consents.get(row.person_id, known_consent.NONE)},
            told=told.get(row.pk, {}),
            cvs=cvs.get(row.pk, {}),
            edited_cvs=frozenset(edited.get(row.pk, ())),
        )
        for row in rows
    ]
    return Register(experts, _people(unit, {row.person_id for row in rows}), by.person.pk if by.person else None)


def _facts(row: Expert) -> Facts:
    person = row.person
    found: dict[str, Any] = {f"person.{name}": getattr(person, name) for name in PERSON_FACTS}
    found |= {f"limit.{name}": getattr(row, name) for name in LIMIT_FACTS}
    return {**found, "status": row.status, "note": row.note}


PERSON_FACTS = (
    "first_name", "last_name", "birth_year", "email", "phone", "street", "postcode", "town", "language", "channel", "protected_address",
)  # fmt: skip
LIMIT_FACTS = ("remote", "max_per_month", "rest_days", "fee_mode")


def _parts(unit: Unit) -> dict[int, Facts]:
    """Languages, tasks, refused units and weekdays off, by expert."""
    inside = Unit.branch_condition([unit], "expert__unit__")
    found: dict[int, Facts] = defaultdict(
        lambda: {"limit.languages": [], "limit.task_types": [], "limit.refused_units": [], "days_off": []}
    )
    for pk, code in ExpertLanguage.objects.filter(inside).order_by("pk").values_list("expert", "code"):
        found[pk]["limit.languages"].append(code)
    for pk, task in (
        Expert.task_types.through.objects.filter(inside).order_by("tasktype").values_list("expert", "tasktype")
    ):
        found[pk]["limit.task_types"].append(task)
    for pk, refused in RefusedUnit.objects.filter(inside).order_by("unit").values_list("expert", "unit"):
        found[pk]["limit.refused_units"].append(refused)
    for pk, days in known_cv.week_of_branch(unit).items():
        found[pk]["days_off"] = sorted(set(range(7)) - days)
    return found


def _people(unit: Unit, taken: set[int]) -> dict[tuple[NameKey, int | None], list[int]]:
    """People of the branch who are no experts yet, by name and birth year; without a year nobody is recognised."""
    rows = Person.objects.living().filter(Unit.branch_condition([unit], "unit__"), birth_year__isnull=False)
    found: dict[tuple[NameKey, int | None], list[int]] = defaultdict(list)
    for pk, first, last, year in rows.values_list("pk", "first_name", "last_name", "birth_year"):
        if pk not in taken:
            found[name_key(first, last), year].append(pk)
    return found
