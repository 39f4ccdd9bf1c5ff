"""Phone numbers as machines dial them (E.164)."""

from __future__ import annotations

import re

FINLAND = "+358"
_APART = re.compile(r"[\s()./\-–\u00a0]+")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")


def e164(text: str) -> str | None:
    """`+358401234567` from a number as people write it: `040 123 4567`, `+358 40 1234567`, `00358…`. None where it is no number.

    A number that begins with one zero is Finnish.
    """
    number = _APART.sub("", text or "")
    if number.startswith("00"):
        number = "+" + number[2:]
    elif number.startswith("0"):
        number = FINLAND + number[1:]
    # Written both ways at once, "+358 (0)40": the zero is for those who ring inside the country.
    if number.startswith(FINLAND + "0"):
        number = FINLAND + number[len(FINLAND) + 1 :]
    return number if _INTERNATIONAL.fullmatch(number) else None


def reaches(email: str, phone: str) -> list[str]:
    """The addresses of somebody as one and the same text however they were typed: for counting, never for showing."""
    number = phone.strip()
    return [reach for reach in (email.strip().lower(), e164(number) or "".join(number.split())) if reach]
