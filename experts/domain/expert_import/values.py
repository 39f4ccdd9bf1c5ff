"""One cell read: its value, and what is doubtful about it. Nothing here asks the database."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from coordination.foundation.fields import FinnishDateField
from experts.domain.finding import Answer, error, note, question
from experts.domain.list_sheet import fold

OLDEST, YOUNGEST, FIRST_TRAINING = 1900, 15, 1980
YES = frozenset(
    {"x", "k", "kyllä", "kylla", "kyl", "on", "joo", "yes", "y", "ja", "j", "1", "true", "ok", "✓", "✔", "v"}
)
NO = frozenset({"", "e", "ei", "no", "n", "nej", "0", "false", "-", "–", "eioo", "ei ole"})
ONLY = ("vain", "ainoastaan", "endast", "bara", "only")
STATES = {
    "active": ("aktiivinen", "aktiivi", "akt", "mukana", "aktiv", "aktiva", "active"),
    "training": (
        "koulutuksessa",
        "koulutus kesken",
        "kesken",
        "koulutettava",
        "i utbildning",
        "under utbildning",
        "in training",
        "training",
    ),
    "leave": ("tauolla", "tauko", "pitää taukoa", "paus", "pausar", "på paus", "ledig", "on leave", "leave"),
    "ended": (
        "lopettanut",
        "lopetti",
        "lopettaa",
        "poistunut",
        "ei enää",
        "entinen",
        "slutat",
        "har slutat",
        "avslutad",
        "ended",
    ),
}
_STATE_OF = {fold(word): state for state, words in STATES.items() for word in words}
_UNDER_WAY = ("kesken", "menossa", "käynnissä", "koulutuksessa", "pågår", "på gång", "under way", "ongoing")


def day(text: str) -> date | None:
    """A day in any shape that lists use, alone or with words around it; None where there is none."""
    for candidate in (text, *re.findall(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", text)):
        try:
            return FinnishDateField(required=False).to_python(candidate.strip().rstrip("."))
        except ValidationError:
            continue
    return None


def birth_year(text: str, today: date) -> Answer:
    """`1977`, `-77` (a note), `1977?` (a question), a whole date (only the year stays)."""
    if not text:
        return Answer(None)
    if found := re.fullmatch(r"(?:[a-zåäö]\.?\s*)?([0-9]{4})\s*(\??)", text, re.IGNORECASE):
        answer = Answer(int(found[1]), question("year_asked", cell=text, value=found[1]) if found[2] else None)
    elif found := re.fullmatch(r"[-–'’´]?\s*([0-9]{2})\s*(\??)", text):
        year = _century(int(found[1]), today)
        doubt = question if found[2] else note
        answer = Answer(year, doubt("year_asked" if found[2] else "read_as", cell=text, value=year))
    elif when := day(text):
        answer = Answer(when.year, note("birth_day", value=when.year))
    else:
        return Answer(None, question("birth_year_unclear"))
    least, most = OLDEST, today.year - YOUNGEST
    if not least <= answer.value <= most:
        return Answer(None, error("birth_year_impossible", least=least, most=most))
    return answer


def training_year(text: str, today: date) -> Answer:
    """`2019`, `2021?` (a question), `kevät 2019` (a note), `kesken` (no year yet)."""
    if not text:
        return Answer(None)
    years = [int(year) for year in re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text)]
    if not years:
        if any(word in fold(text) for word in _UNDER_WAY):
            return Answer(None, note("training_open"))
        if found := re.fullmatch(r"[-–'’´]\s*([0-9]{2})", text):
            years = [2000 + int(found[1])]
    if not years or not FIRST_TRAINING <= years[-1] <= today.year:
        return Answer(None, question("training_unclear"))
    year = years[-1]
    if "?" in text:
        return Answer(year, question("year_asked", cell=text, value=year))
    return Answer(year, None if text == str(year) else note("read_as", cell=text, value=year))


def email(text: str) -> Answer:
    address = text.removeprefix("mailto:").strip().lower()
    if not address:
        return Answer("")
    try:
        validate_email(address)
    except ValidationError:
        return Answer("", error("email_wrong"))
    return Answer(address)


def phone(text: str) -> Answer:
    """The first number without its gaps: `+358400000011`. What does not fit stays for the note."""
    if not text:
        return Answer("")
    numbers = [_number(part) for part in re.split(r"[,;/]|\btai\b|\beller\b", text)]
    if numbers and numbers[0]:
        return Answer(numbers[0], question("phones") if len(numbers) > 1 else None)
    return Answer("", question("phone_unclear"))


def postcode(text: str) -> Answer:
    code = re.sub(r"^(FI|AX)-?", "", "".join(text.split()).upper())
    if not code or re.fullmatch(r"[0-9]{5}", code):
        return Answer(code)
    if re.fullmatch(r"[0-9]{4}", code):
        return Answer(f"0{code}", question("postcode_zero", value=f"0{code}"))
    return Answer("", question("postcode_unclear"))


def count(text: str, least: int, most: int, unclear: str) -> Answer:
    """The one whole number in `max 2`, `4`, `2 / kk`; none where nothing is told."""
    if fold(text) in {*NO, "ei rajaa", "ei rajoitusta", "rajaton", "obegränsat", "ingen gräns"}:
        return Answer(None)
    numbers = re.findall(r"[0-9]+", text)
    if len(numbers) == 1 and least <= int(numbers[0]) <= most:
        return Answer(int(numbers[0]))
    return Answer(None, question(unclear))


def yes(text: str) -> bool | None:
    """Whether the cell says yes; None where it says neither."""
    folded = text.strip().casefold().rstrip(".!")
    if folded in NO:
        return False
    return True if folded in YES else None


def remote(text: str) -> Answer:
    """`no`, `also` or `only`, as `Expert.Remote` has them."""
    if any(word in fold(text).split() for word in ONLY):
        return Answer("only")
    told = yes(text)
    if told is None:
        return Answer("no", question("yes_or_no_unclear", cell=text[:40]))
    return Answer("also" if told else "no")


def protected(text: str) -> Answer:
    """An unclear cell protects: an address shown by mistake cannot be taken back (L-10)."""
    told = yes(text)
    return Answer(True, question("protected_unclear", cell=text[:40])) if told is None else Answer(told)


def consent(text: str, today: date) -> Answer:
    """ "" for none, "ask" for a tick without a date, else the day as ISO text (L-02)."""
    told = yes(text)
    if told is False:
        return Answer("")
    when = day(text)
    if when is None:
        return Answer("ask", question("consent_undated" if told else "consent_unclear"))
    if when > today:
        return Answer("ask", question("consent_future"))
    return Answer(when.isoformat())


def state(text: str) -> Answer:
    """A value of `Expert.Status`."""
    if not text:
        return Answer("training", question("status_missing"))
    found = _STATE_OF.get(fold(text))
    return Answer(found) if found else Answer("training", question("status_unknown", cell=text[:40]))


def words(text: str) -> list[str]:
    """The parts of a list in one cell, each once."""
    parts = (" ".join(part.split()).strip(" .") for part in re.split(r"[,;\n•]", text))
    return list(dict.fromkeys(part for part in parts if part))


def name(text: str) -> str:
    return " ".join(text.split())


def split_name(text: str) -> tuple[str, str, bool]:
    """First and last name, and whether the order was guessed: `Näyte, Bo` is certain, `Bo Näyte` is not."""
    last, comma, first = text.partition(",")
    if comma:
        return name(first), name(last), False
    *firsts, last = text.split() or [""]
    return " ".join(firsts), last, bool(firsts)


def _century(two: int, today: date) -> int:
    youngest = today.year - YOUNGEST
    return 2000 + two if 2000 + two <= youngest else 1900 + two


def _number(text: str) -> str:
    digits = re.sub(r"[\s().\u2010-\u2015-]", "", text)
    return digits if re.fullmatch(r"\+?[0-9]{5,15}", digits) else ""
