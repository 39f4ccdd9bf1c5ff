"""What a check found, kept as a private file until it is looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from coordination.records.models import StoredFile
from experts.domain.expert_language import name as language_name
from experts.domain.finding import Finding
from experts.models import Expert

from .checking import Check
from .facts import CV_AREA, part
from .matching import UNCHANGED, Plan

FIRST = 5


@dataclass
class Report:
    """`names` gives the person a row is about, `first` the first rows as they would come in."""

    findings: list[Finding] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    first: list[dict[str, Any]] = field(default_factory=list)

    def name_of(self, sheet: str, row: int) -> str:
        return self.names.get(f"{sheet}:{row}", "")


def written(found: Check) -> bytes:
    """As JSON; findings are kept as codes and facts, so that they are read in the reader's language."""
    rows = [plan.line for plan in found.plans]
    names = {f"{line.head.sheet}:{line.number}": line.shown_name for line in rows}
    names |= {f"{line.head.sheet}:{line.number}": line.text("expert") for line in found.bookings}
    told = {f"{finding.sheet}:{finding.row}" for finding in found.findings}
    first = [_shown(plan) for plan in found.plans if plan.is_sound and plan.act != UNCHANGED][:FIRST]
    report = {
        "findings": [list(finding) for finding in found.findings],
        "names": {key: name for key, name in names.items() if key in told},
        "first": first,
    }
    return json.dumps(report, ensure_ascii=False).encode()


def read(file: StoredFile | None) -> Report:
    """Empty where the file has gone already."""
    if file is None:
        return Report()
    with file.file.open("rb") as body:
        kept = json.load(body)
    first = [_in_words(one) for one in kept["first"]]
    return Report([Finding(*finding) for finding in kept["findings"]], kept["names"], first)


def _shown(plan: Plan) -> dict[str, Any]:
    facts = plan.line.facts
    return {
        "row": plan.line.number,
        "act": plan.act,
        "name": plan.line.shown_name,
        "born": facts.get("person.birth_year") or "",
        "town": "" if facts.get("person.protected_address") else facts.get("person.town", ""),
        "languages": list(facts.get("limit.languages", ())),
        "state": facts.get("status", Expert.Status.TRAINING.value),
        "areas": sum(1 for text in part(facts, CV_AREA).values() if text),
    }


def _in_words(one: dict[str, Any]) -> dict[str, Any]:
    languages = ", ".join(language_name(code) for code in one["languages"])
    return {**one, "languages": languages, "state": str(Expert.Status(one["state"]).label)}
