"""One row of the list while it is being read: its cells, the facts found in them, what is to be said of it."""

from __future__ import annotations

from typing import Any

from coordination.foundation.sheets import Row
from experts.domain import list_sheet
from experts.domain.finding import Answer, Doubt, Finding, Kind, error
from experts.domain.list_sheet import Heading

from .facts import Facts, name_key

LONGEST = {
    "first_name": 80,
    "last_name": 80,
    "email": 254,
    "street": 120,
    "town": 80,
    "trainer": 120,
    "motto": 200,
    "number": 20,
}


class Line:
    """`facts` has only what the list has a column for; `kept` gathers what goes into the coordinator's note."""

    def __init__(self, head: Heading, row: Row) -> None:
        self.head, self.row = head, row
        self.number = row.number
        self.facts: Facts = {}
        self.findings: list[Finding] = list_sheet.identity_codes(row, head)
        self.kept: list[str] = []
        self.list_number = ""
        self._closed = {finding.column for finding in self.findings}

    def has(self, matter: str) -> bool:
        return self.head.has(matter)

    def text(self, matter: str) -> str:
        """The cell, or nothing where it holds an identity code: that is neither read nor repeated."""
        if self._closed and self.head.of(matter, error(""), 0).column in self._closed:
            return ""
        text = self.head.cell(self.row, matter)
        most = LONGEST.get(matter)
        if most and len(text) > most:
            self.say(matter, error("too_long", over=len(text) - most, most=most))
            return text[:most]
        return text

    def say(self, matter: str, doubt: Doubt | None) -> None:
        if doubt:
            self.findings.append(self.head.of(matter, doubt, self.number))

    def take(self, matter: str, answer: Answer) -> Any:
        """The value of an answer; what is doubtful about it is told."""
        self.say(matter, answer.doubt)
        return answer.value

    def keep(self, matter: str, text: str) -> None:
        """Into the note, under the heading it stood."""
        heading = self.head.texts[self.head.columns[matter]] if self.has(matter) else ""
        self.kept.append(f"{heading.strip(' .:?')}: {text}" if heading else text)

    @property
    def is_sound(self) -> bool:
        return all(finding.kind != Kind.ERROR for finding in self.findings)

    @property
    def name(self) -> tuple[str, str]:
        return name_key(self.facts.get("person.first_name", ""), self.facts.get("person.last_name", ""))

    @property
    def shown_name(self) -> str:
        return f"{self.facts.get('person.first_name', '')} {self.facts.get('person.last_name', '')}".strip()

    @property
    def birth_year(self) -> int | None:
        return self.facts.get("person.birth_year")

    @property
    def cv_language(self) -> str:
        return self.facts.get("person.language", "fi")
