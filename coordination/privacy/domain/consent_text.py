"""The words of the consents. A change is a new version: who agreed to the old words agreed to those (L-02)."""

from __future__ import annotations

from django.db import transaction

from coordination.foundation import clock
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.privacy.models import ConsentText, Purpose

from .first_texts import FIRST


@transaction.atomic
def seed() -> int:
    """Write version 1 of every purpose in every language that has none. Returns how many rows were made."""
    made = 0
    for purpose, bodies in FIRST.items():
        for language, body in bodies.items():
            if not ConsentText.objects.filter(purpose=purpose, language=language).exists():
                ConsentText.objects.create(purpose=purpose, language=language, version=1, body=body.strip())
                made += 1
    return made


def current(purpose: str, language: str) -> ConsentText | None:
    """The newest words in force today in a language, else in Finnish; None before the first seeding."""
    texts = ConsentText.objects.filter(purpose=purpose, valid_from__lte=clock.today())
    for wanted in (language, MAIN_LANGUAGE):
        if found := texts.filter(language=wanted).order_by("-version").first():
            return found
    return None


def latest(language: str) -> dict[str, ConsentText]:
    """The words in force of each purpose, by purpose, in one query. Empty before the first seeding."""
    found: dict[str, ConsentText] = {}
    rows = ConsentText.objects.filter(valid_from__lte=clock.today(), language__in=[language, MAIN_LANGUAGE])
    for row in sorted(rows, key=lambda text: (text.language == language, text.version)):
        found[row.purpose] = row
    return {purpose: found[purpose] for purpose in Purpose.values if purpose in found}
