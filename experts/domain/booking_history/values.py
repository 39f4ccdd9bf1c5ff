"""Cells of the list of past bookings: when, how much, what happened."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError

from coordination.foundation import formats
from coordination.foundation.fields import ClockField, EuroField, FinnishDateField
from experts.domain.finding import Answer, error, note, question
from experts.domain.list_sheet import fold
from experts.models import PastBooking

Outcome = PastBooking.Outcome
WEEKDAYS = (
    ("ma", "ti", "ke", "to", "pe", "la", "su"),
    ("må", "ti", "on", "to", "fr", "lö", "sö"),
    ("mo", "tu", "we", "th", "fr", "sa", "su"),
)
_CLOCK = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_WHEN = re.compile(
    rf"(?:(?P<weekday>[a-zåäö]{{2,9}})\.?\s+)?(?P<day>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}})|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
    rf"(?:,?\s*(?:klo|kl)?\.?\s*(?P<start>{_CLOCK})(?:\s*[-–—]\s*(?P<end>{_CLOCK}))?)?",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?P<hours>[0-9]+(?:[.,][0-9]+)?)\s*(?:h|t|krt|kpl)?\s*[x×*]\s*(?P<rate>[0-9]+(?:[.,][0-9]{1,2})?)\s*(?:€|e|eur)?\s*(?:/\s*(?:h|t|krt|tunti|timme))?",
    re.IGNORECASE,
)
_NO_FEE = ("ei palkkiota", "ei", "palkkioton", "inget arvode", "inget", "utan arvode", "no fee", "0")
_OUTCOMES = (
    (Outcome.MOVED, ("siirretty", "siirtyi", "siirrettiin", "flyttad", "flyttades", "framflyttad", "moved")),
    (
        Outcome.CLIENT_ABSENT,
        ("asiakas ei tullut", "asiakas ei saapunut", "klienten kom inte", "klient kom inte", "client did not come"),
    ),
    (
        Outcome.CANCELLED,
        (
            "peruttiin",
            "peruttu",
            "peruutettu",
            "peruuntui",
            "perui",
            "inhiberad",
            "inhiberades",
            "avbokad",
            "avbokades",
            "cancelled",
        ),
    ),
    (Outcome.HELD, ("pidettiin", "pidetty", "toteutui", "ok", "hållits", "hölls", "held")),
)


class When(NamedTuple):
    """A Helsinki date and wall times, as far as told."""

    day: date
    starts: time | None = None
    ends: time | None = None


def when(text: str, today: date) -> Answer:
    """`17.3.25`, `ke 15.10.2025 klo 10–11`, `6.9.2025 klo 13-15`, `2025-10-15 10:00`."""
    if not text:
        return Answer(None, error("day_missing"))
    found = _WHEN.fullmatch(" ".join(text.split()))
    try:
        day = FinnishDateField().to_python(found["day"])
        starts, ends = (ClockField(required=False).to_python(found[name] or "") for name in ("start", "end"))
    except (TypeError, ValidationError):
        return Answer(None, error("day_wrong"))
    if day > today:
        return Answer(None, error("day_future"))
    if starts and ends and ends <= starts:
        return Answer(When(day, starts), question("end_before_start"))
    names = {names[day.weekday()] for names in WEEKDAYS}
    is_other_day = found["weekday"] and found["weekday"][:2].casefold() not in names
    return Answer(When(day, starts, ends), question("weekday_wrong") if is_other_day else None)


def fee(text: str) -> Answer:
    """A sum in euros; nothing told is None, "no fee" is 0; `2 x 25 €/h` is multiplied, with a note."""
    if not text:
        return Answer(None)
    if fold(text) in _NO_FEE:
        return Answer(Decimal(0))
    if found := _TIMES.fullmatch(text.strip()):
        amount = formats.euros_half_up(_number(found["hours"]) * _number(found["rate"]))
        return Answer(amount, note("fee_multiplied", cell=text[:40], value=formats.euros(amount)))
    try:
        return Answer(
            EuroField(max_value=Decimal(100_000)).clean(re.sub(r"(?i)\s*(eur|euroa|euro|e)\.?$", "", text.strip()))
        )
    except ValidationError:
        return Answer(None, question("fee_unclear"))


def outcome(text: str) -> Answer:
    """A value of `PastBooking.Outcome`; nothing told is held."""
    folded = fold(text)
    if not folded:
        return Answer(Outcome.HELD)
    for kind, words in _OUTCOMES:
        if any(word in folded for word in words):
            return Answer(kind)
    return Answer(Outcome.HELD, question("outcome_unclear"))


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
