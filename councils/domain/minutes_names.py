"""Names of members in the words of the minutes: who did not agree to be named is found, whatever the ending (CC-29)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coordination.foundation import words
from coordination.foundation.texts import Texts
from councils.models import AgendaItem, Council, Minutes, Statement

from . import naming

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
SHORTEST = 3


@dataclass(frozen=True)
class Found:
    """A word in an item's text that looks like the name of a member who did not agree to be named there."""

    item: AgendaItem
    word: str
    name: str


class Names:
    """The names of a council's members that may not be told, ready to be looked for in many texts."""

    def __init__(self, council: Council, *, in_public: bool, agreed_too: bool = False) -> None:
        """`agreed_too`: the names of all members, for what leaves by mail; those who agreed may be named, but not there."""
        shown = [] if agreed_too else naming.shown_names(council, in_public=in_public)
        rows = council.memberships.select_related("person").exclude(person_id__in=shown)
        people = [row.person for row in rows]
        self._told = {
            part.casefold(): naming.short(person)
            for person in people
            for part in (*person.first_name.split(), *person.last_name.split())
            if len(part) >= SHORTEST
        }

    def in_text(self, text: str, language: str) -> list[tuple[str, str]]:
        """Words of the text that are a form of a name, each with whose name it is."""
        if not self._told:
            return []
        found = ((match[0], self._whose(match[0], language)) for match in _WORD.finditer(plain(text)))
        return list(dict.fromkeys((word, name) for word, name in found if name))

    def blanked(self, text: str, language: str) -> str:
        """The text with each such word replaced by a mark that a person must write over."""
        return _WORD.sub(lambda match: blank() if self._whose(match[0], language) else match[0], plain(text))

    def _whose(self, word: str, language: str) -> str:
        """Names are written with a capital: “toivo” is hope, “Toivo” may be a man."""
        if not word[0].isupper():
            return ""
        forms = {word.casefold(), *words.lemmas(word, language), *words.lemmas(word, "fi")}
        return next((self._told[form] for form in sorted(forms) if form in self._told), "")


def plain(text: str) -> str:
    """The text with its letters in one piece: what is copied from a PDF may hold “a” and its dots apart, and marks unseen."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def blank() -> str:
    """What stands in a proposed public text where a name was."""
    return _("[name]")


def is_marked(words: Texts) -> bool:
    """Whether the mark of a name stands in the words still, in any language."""
    marks = set(Texts.translated(gettext_lazy("[name]")).values())
    return any(mark in text for text in words.values() for mark in marks)


def in_minutes(minutes: Minutes) -> list[Found]:
    """Names in what the members read: notes, plain-language notes, what was agreed."""
    names = Names(minutes.meeting.council, in_public=False)
    return _found(minutes, names, ("notes", "plain_notes", "outcome_text", "title"))


def in_public(minutes: Minutes) -> list[Found]:
    """Names in what the public page would show."""
    names = Names(minutes.meeting.council, in_public=True)
    return _found(minutes, names, ("title", "public_notes", "plain_notes"))


def in_statement(statement: Statement) -> list[str]:
    """Words that look like names in what leaves the house, and may stand on the public page."""
    names = Names(statement.council, in_public=True)
    texts = (getattr(statement, field).items() for field in ("title", "text", "plain_text"))
    pairs = [names.in_text(text, language) for each in texts for language, text in each]
    return sorted({word for found in pairs for word, __ in found})


def _found(minutes: Minutes, names: Names, fields: tuple[str, ...]) -> list[Found]:
    return [
        Found(item, word, name)
        for item in minutes.meeting.items.all()
        for field in fields
        for language, text in getattr(item, field).items()
        for word, name in names.in_text(text, language)
    ]
