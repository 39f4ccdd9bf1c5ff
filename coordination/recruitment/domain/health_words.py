"""Words in a note that tell of somebody's health: a gentle reminder that only now, later or no is kept (CC-11, L-04).

It never stops anybody: a word may stand there for a good reason, and whoever writes knows it best.
"""

from __future__ import annotations

import re

# Beginnings of words, in Finnish, Swedish and English: endings bend.
STEMS = (
    "diagnoo", "diagnos", "masennu", "masentun", "skitso", "skizo", "schizo", "psykoo", "psykos", "psychos", "bipolaar",
    "bipolär", "bipolar", "maanis", "ahdistunei", "paniikkihäir", "persoonallisuushäir", "syömishäir", "traumaperäi", "adhd",
    "asperger", "autis", "alkoholis", "alkoholist", "alcoholic", "narkomaan", "narkoman", "riippuvuus", "addikti", "itsetuh",
    "itsemurh", "självmord", "suicid", "lääkity", "medicin", "medikament", "depressi", "depress",
)  # fmt: skip
_STEM = re.compile(rf"\b(?:{'|'.join(map(re.escape, STEMS))})\w*", re.IGNORECASE)
_CODE = re.compile(r"\bF[0-9]{2}(?:[.,][0-9]{1,2})?\b")
"""A code of the classification of diseases, chapter F."""


def found(*texts: str) -> list[str]:
    """The words as they were written, each once, in their order."""
    words = [match[0] for text in texts for match in (*_STEM.finditer(text), *_CODE.finditer(text))]
    return list(dict.fromkeys(words))
