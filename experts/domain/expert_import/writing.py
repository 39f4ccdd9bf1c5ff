"""Writes one row by the verbs a person would use: a new expert, or what changed of a known one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.people.actor import Actor
from coordination.people.domain import person as person_verbs
from coordination.people.models import Person, Unit
from coordination.privacy.domain import consent as consent_verbs
from coordination.privacy.models import Consent
from coordination.recruitment.domain.admission import Before
from experts.domain import availability, cv, limit, stopping, stopping_touch
from experts.domain import expert as expert_verbs
from experts.domain.availability import Stretch
from experts.models import CVRevision, Expert, ServiceArea, TaskType

from .facts import CONSENT, CV_AREA, LIMIT, PERSON, Facts, part
from .known_cv import FIELDS
from .matching import Plan

NOON, MORNING, EVENING = time(12), time(7), time(21)


def _take_leave(row: Expert, by: Actor) -> None:
    """The open offers close too. Where nothing is open there is nobody to tell, and the state alone changes."""
    (stopping if stopping_touch.of(row) else expert_verbs).take_leave(row, by)


def _end(row: Expert, by: Actor) -> None:
    (stopping if stopping_touch.of(row) else expert_verbs).end(row, by)


ROUTES = {
    ("training", "active"): (expert_verbs.activate,),
    ("training", "leave"): (expert_verbs.activate, _take_leave),
    ("training", "ended"): (_end,),
    ("active", "leave"): (_take_leave,),
    ("active", "ended"): (_end,),
    ("leave", "active"): (expert_verbs.come_back,),
    ("leave", "ended"): (_end,),
}


class Writer:
    """Writes rows of one list into the register of `unit`."""

    def __init__(self, unit: Unit, by: Actor, list_name: str, areas: Mapping[int, ServiceArea]) -> None:
        self.unit, self.by, self.list_name, self.areas = unit, by, list_name, areas
        self.tasks = TaskType.objects.in_bulk()
        self.units = Unit.objects.in_bulk()
        day = formats.day(clock.today())
        words = _("Brought in from the list “%(list)s” on %(day)s") % {"list": list_name, "day": day}
        self.admitted = Before(on=clock.today(), by_whom=words)

    def make(self, plan: Plan) -> Expert:
        """A person, unless there already, an expert with limits, the CV as approved, consents, and the state."""
        facts = plan.changes
        if plan.person_pk is None:
            someone = person_verbs.add(unit=self.unit, by=self.by, **part(facts, PERSON))
        else:
            someone = Person.objects.select_related("unit").get(pk=plan.person_pk)
        row = expert_verbs.admit(
            someone,
            self.unit,
            self.by,
            admitted=self.admitted,
            list_name=self.list_name,
            list_number=plan.line.list_number,
            note=facts.get("note", ""),
        )
        self._limits(row, facts)
        self._cv(row, plan)
        self._consents(someone, facts)
        self._move(row, facts.get("status", Expert.Status.TRAINING))
        return row

    def change(self, plan: Plan) -> Expert:
        """What changed in the list since it was last brought in, and nothing else."""
        row = Expert.objects.select_related("person__unit", "unit").get(pk=plan.known.pk)
        facts = plan.changes
        told = part(facts, PERSON)
        if told:
            person_verbs.change(row.person, self.by, **told)
        if {"town", "protected_address"} & set(told):
            limit.keep(row, self.by, locality="" if row.person.protected_address else row.person.town)
        if "note" in facts:
            expert_verbs.change(row, self.by, note=facts["note"])
        self._limits(row, facts)
        self._cv(row, plan)
        self._consents(row.person, facts)
        self._move(row, facts.get("status", row.status))
        return row

    def _limits(self, row: Expert, facts: Facts) -> None:
        told = part(facts, LIMIT)
        lists = {"task_types": self.tasks, "refused_units": self.units, "areas": self.areas}
        for name, rows in lists.items():
            if name in told:
                told[name] = [rows[pk] for pk in told[name]]
        if told:
            limit.keep(row, self.by, **told)
        if facts.get("days_off"):
            week = [Stretch(day, MORNING, EVENING) for day in range(7) if day not in facts["days_off"]]
            availability.keep(row, self.by, week=week)
        elif "days_off" in facts and row.availabilities.exists():
            availability.keep(row, self.by, week=[])

    def _cv(self, row: Expert, plan: Plan) -> CVRevision | None:
        facts = plan.changes
        told = {name: facts[f"cv.{name}"] for name in FIELDS if f"cv.{name}" in facts}
        texts = {self.areas[int(pk)]: text for pk, text in part(facts, CV_AREA).items()}
        year = told.get("training_year")
        is_written = any(value for name, value in told.items() if name != "training_year") or any(texts.values())
        if plan.known is None and not is_written:
            if year:
                expert_verbs.change(row, self.by, training_year=year)
            return None
        if not told and not texts:
            return None
        agreed = facts.get("consent.cv_own") or ""
        return cv.import_approved(
            row,
            plan.line.cv_language,
            self.by,
            agreed_at=_noon(agreed) if agreed not in ("", "ask") else None,
            area_texts=texts,
            **told,
        )

    def _consents(self, someone: Person, facts: Facts) -> None:
        for purpose, given in part(facts, CONSENT).items():
            if given == "ask":
                consent_verbs.ask(someone, purpose, self.by)
            elif given:
                consent_verbs.give(someone, purpose, self.by, channel=Consent.Channel.IMPORT, given_at=_noon(given))

    def _move(self, row: Expert, to: str) -> None:
        for verb in ROUTES.get((row.status, to), ()):
            verb(row, self.by)


def _noon(day: str) -> datetime:
    """A list tells the day of a consent, not the hour."""
    return datetime.combine(date.fromisoformat(day), NOON, tzinfo=clock.HELSINKI)
