"""What a list from outside gives cause to say: an error, a question or a note, by the list's own row and column."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import pgettext_lazy

from .finding_words import WORDS


class Kind(models.TextChoices):
    """An error keeps the row out; a question names the default taken; a note tells how a cell was read."""

    ERROR = "error", pgettext_lazy("finding", "error")
    QUESTION = "question", pgettext_lazy("finding", "question")
    NOTE = "note", pgettext_lazy("finding", "note")


class Doubt(NamedTuple):
    """What is to be said of one cell. `facts` fill the words and never hold a personal identity code."""

    kind: str
    code: str
    facts: dict[str, Any] = {}


class Answer(NamedTuple):
    """A cell read: its value, and the doubt that came with it."""

    value: Any
    doubt: Doubt | None = None


class Finding(NamedTuple):
    """`row` is the number the spreadsheet shows, `column` its letter, `heading` what stands above it."""

    kind: str
    code: str
    sheet: str
    row: int
    column: str = ""
    heading: str = ""
    facts: dict[str, Any] = {}

    @property
    def text(self) -> str:
        """In the language in use."""
        return str(WORDS[self.code]) % self.facts if self.facts else str(WORDS[self.code])

    @property
    def label(self) -> str:
        return str(Kind(self.kind).label)


def error(code: str, **facts: Any) -> Doubt:
    return Doubt(Kind.ERROR, code, facts)


def question(code: str, **facts: Any) -> Doubt:
    return Doubt(Kind.QUESTION, code, facts)


def note(code: str, **facts: Any) -> Doubt:
    return Doubt(Kind.NOTE, code, facts)
