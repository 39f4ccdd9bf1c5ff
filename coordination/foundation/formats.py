"""Dates, times, sums and phone numbers as people read them, in the language being shown.

Finnish and Swedish write `ke 25.11.2026 klo 13–15` and `1 000,50 €`, English
`Wed 25 Nov 2026, 13:00–15:00` and `1 000.50 €`: the euro sign and the thin grouping stay in place
so that one column of sums reads the same in every language. A language without a pattern of its
own uses the Finnish one. Gaps inside one figure are no-break spaces.

Aware datetimes are shown on the Finnish wall clock; naive ones raise ValueError.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language

from . import clock as wall

NBSP = "\u00a0"
DASH = "–"
MINUS = "\u2212"


@dataclass(frozen=True)
class _Pattern:
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    full_day: str
    short_day: str
    at: str
    """Stands between a day and its time."""
    full_clock: str
    even_clock: str
    decimal: str
    summer: str
    winter: str


_FI = _Pattern(
    weekdays=("ma", "ti", "ke", "to", "pe", "la", "su"),
    months=(
        "tammikuu",
        "helmikuu",
        "maaliskuu",
        "huhtikuu",
        "toukokuu",
        "kesäkuu",
        "heinäkuu",
        "elokuu",
        "syyskuu",
        "lokakuu",
        "marraskuu",
        "joulukuu",
    ),
    full_day="{weekday} {d.day}.{d.month}.{d.year}",
    short_day="{weekday} {d.day}.{d.month}.",
    at=" klo ",
    full_clock="{t.hour}.{t.minute:02}",
    even_clock="{t.hour}",
    decimal=",",
    summer="kesäaikaa",
    winter="talviaikaa",
)
_SV = _Pattern(
    weekdays=("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    months=(
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ),
    full_day=_FI.full_day,
    short_day="{weekday} {d.day}.{d.month}",
    at=" kl. ",
    full_clock=_FI.full_clock,
    even_clock=_FI.even_clock,
    decimal=",",
    summer="sommartid",
    winter="vintertid",
)
_EN = _Pattern(
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    full_day="{weekday} {d.day} {month:.3} {d.year}",
    short_day="{weekday} {d.day} {month:.3}",
    at=", ",
    full_clock="{t.hour}:{t.minute:02}",
    even_clock="{t.hour}:{t.minute:02}",
    decimal=".",
    summer="summer time",
    winter="winter time",
)
_PATTERNS = {"fi": _FI, "sv": _SV, "en": _EN}


def day(value: date) -> str:
    """`ke 25.11.2026`, from a date or an aware datetime."""
    return _bound(_day(value, _pattern().full_day))


def day_short(value: date) -> str:
    """`ke 25.11.`: for lists whose year is clear."""
    return _bound(_day(value, _pattern().short_day))


def clock(value: time | datetime) -> str:
    """`13` or `13.15`; in English `13:00`."""
    shown = _on_the_wall(value)
    pattern = _pattern()
    return (pattern.full_clock if shown.minute else pattern.even_clock).format(t=shown)


def column_clock(value: time | datetime) -> str:
    """`13.00`: where times stand under each other, as on an agenda."""
    return _pattern().full_clock.format(t=_on_the_wall(value))


def moment(value: datetime) -> str:
    """`ma 16.11.2026 klo 9.12`."""
    return _at(value, clock(value) + _season(value))


def span(start: datetime, end: datetime) -> str:
    """`ke 25.11.2026 klo 13–15`; past midnight both days are named.

    The hour that the clocks show twice in October says which one is meant.
    """
    if wall.local(_aware(start)).date() != wall.local(_aware(end)).date():
        return f"{moment(start)} {DASH} {moment(end)}"
    first, last = clock(start) + _season(start), clock(end) + _season(end)
    gap = " " if " " in first + last else ""
    return _at(start, f"{first}{gap}{DASH}{gap}{last}")


def month(value: date) -> str:
    """`marraskuu 2026`."""
    shown = _as_date(value)
    return _bound(f"{_pattern().months[shown.month - 1]} {shown.year}")


def euros(amount: Decimal | int | str) -> str:
    """`1 000,50 €`, rounded half up to cents."""
    cents = euros_half_up(amount)
    figure = f"{abs(cents):,.2f}".replace(",", NBSP).replace(".", _pattern().decimal)
    sign = MINUS if cents < 0 else ""
    return f"{sign}{figure}{NBSP}€"


def euros_half_up(amount: Decimal | int | str) -> Decimal:
    """`amount` in euros with two decimals, half a cent rounded away from zero.

    Round once, at the end: a rounded sum must not be multiplied again. Raises TypeError for a
    float, which has lost its cents already.
    """
    if isinstance(amount, float):
        raise TypeError("A float is not an amount of money: use Decimal.")
    return Decimal(amount).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def phone(text: str) -> str:
    """`040 000 0011` or `+358 40 000 0011`; a number already in groups keeps them."""
    number = " ".join((text or "").split())
    if number.isdigit() and re.fullmatch(r"0(4\d|50)\d{5,8}", number):
        number = f"{number[:3]} {number[3:6]} {number[6:]}"
    elif abroad := re.fullmatch(r"\+358(4\d|50)(\d{3})(\d{2,5})", number):
        number = "+358 " + " ".join(abroad.groups())
    return _bound(number)


def _pattern() -> _Pattern:
    language = (get_language() or "fi").split("-")[0]
    return _PATTERNS.get(language, _FI)


def _day(value: date, layout: str) -> str:
    shown, pattern = _as_date(value), _pattern()
    return layout.format(
        d=shown,
        weekday=pattern.weekdays[shown.weekday()],
        month=pattern.months[shown.month - 1],
    )


def _as_date(value: date) -> date:
    return wall.local(_aware(value)).date() if isinstance(value, datetime) else value


def _on_the_wall(value: time | datetime) -> time | datetime:
    return wall.local(_aware(value)) if isinstance(value, datetime) else value


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("A naive datetime has no place on the Finnish clock.")
    return value


def _season(value: datetime) -> str:
    """Which of the two hours it is when the clocks are turned back, else nothing."""
    shown = wall.local(value)
    if shown.replace(fold=0).utcoffset() <= shown.replace(fold=1).utcoffset():
        return ""
    pattern = _pattern()
    return " " + (pattern.summer if shown.dst() != timedelta(0) else pattern.winter)


def _at(value: datetime, hours: str) -> str:
    """The day and the hours. A narrow screen breaks the line between them and nowhere else."""
    end, __, word = _pattern().at.partition(" ")
    return f"{day(value)}{end} {_bound(word + hours)}"


def _bound(text: str) -> str:
    return text.replace(" ", NBSP)
