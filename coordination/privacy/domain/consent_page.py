"""A person's consents as they stand, purpose by purpose: for their own page and the coordinator's."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.foundation import clock
from coordination.people.models import Person
from coordination.privacy.models import Consent, ConsentText, Purpose

from . import consent_text
from .first_texts import FIRST


@dataclass(frozen=True)
class Standing:
    """One purpose: its words, the consent that stands if any, and whether it is in force."""

    purpose: str
    name: str
    words: str
    consent: Consent | None
    in_force: bool
    is_asked: bool
    has_newer_words: bool


def standings(person: Person, language: str) -> list[Standing]:
    """Every purpose in order. Where a consent is in force, its words are those agreed to, not newer ones."""
    latest = consent_text.latest(language)
    rows = Consent.objects.filter(person=person, withdrawn_at=None).select_related("text")
    open_rows = {row.purpose: row for row in rows}
    return [_standing(Purpose(purpose), latest.get(purpose), open_rows.get(purpose), language) for purpose in Purpose]


def newest_words(purpose: str, language: str) -> str:
    """The words one would agree to today."""
    found = consent_text.latest(language).get(purpose)
    first = FIRST[Purpose(purpose)]
    return found.body if found else first.get(language, first["fi"])


def history(person: Person) -> list[Consent]:
    """Everything given and withdrawn, newest first."""
    return list(Consent.objects.filter(person=person, given_at__isnull=False).order_by("-given_at", "-pk"))


def _standing(purpose: Purpose, newest: ConsentText | None, row: Consent | None, language: str) -> Standing:
    in_force = bool(row and row.given_at and (row.expires_on is None or row.expires_on >= clock.today()))
    agreed = row.text if in_force and row.text else None
    first = FIRST[purpose]
    words = agreed or newest
    return Standing(
        purpose=purpose.value,
        name=purpose.label,
        words=words.body if words else first.get(language, first["fi"]),
        consent=row,
        in_force=in_force,
        is_asked=bool(row and row.given_at is None),
        has_newer_words=bool(agreed and newest and newest.version > agreed.version),
    )
