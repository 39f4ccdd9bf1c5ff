"""What the remark column says that the register has a place for; the rest is kept in the coordinator's note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coordination.people.models import Unit
from experts.domain.finding import Doubt, note, question
from experts.domain.list_sheet import fold
from experts.domain.unit_name import UnitNames

WEEKDAYS = (
    ("maanantai", "måndag", "monday"),
    ("tiistai", "tisdag", "tuesday"),
    ("keskiviikko", "onsdag", "wednesday"),
    ("torstai", "torsdag", "thursday"),
    ("perjantai", "fredag", "friday"),
    ("lauantai", "lördag", "saturday"),
    ("sunnuntai", "söndag", "sunday"),
)
_COSTS_ONLY = re.compile(
    r"vain (palkkio )?kulu|ei palkkiota|pelkät kulut|(endast|bara) kostnad|inget arvode|costs only"
)
_BY_PHONE = re.compile(
    r"\bsoitetaan|\bsoita\b|\bpuhelimitse|ei lue sähköposti|\bring(s|er)?\b|per telefon|läser inte (e post|epost|mejl)"
)
_NOT = re.compile(r"^(ei|inte)( på| till)? (?P<what>.+)$")
# "ei Havukummun toimistolle": the last word says where to.
_TO_A_PLACE = re.compile(r"(lle|lla|llä|ssa|ssä|han|hin|hön|hun|seen|oon|öön|een|iin|aan|ään)$")


@dataclass
class Remark:
    """`days_off`: weekdays (Monday 0). `kept`: what goes into the note as it is."""

    refused_units: list[Unit] = field(default_factory=list)
    costs_only: bool = False
    by_phone: bool = False
    days_off: list[int] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read(text: str, units: UnitNames, *, has_phone: bool) -> Remark:
    """Each part between semicolons, line breaks or full stops by itself; a comma belongs to its part."""
    found = Remark()
    for part in re.split(r"[;\n]|\.\s+", text):
        if part.strip(" ."):
            _read_part(part.strip(" ."), units, found, has_phone=has_phone)
    return found


def _read_part(part: str, units: UnitNames, found: Remark, *, has_phone: bool) -> None:
    folded = fold(part)
    if _COSTS_ONLY.search(folded):
        found.costs_only = True
        found.doubts.append(note("remark_costs"))
    elif _BY_PHONE.search(folded) and has_phone:
        found.by_phone = True
        found.doubts.append(note("remark_phone"))
    elif _BY_PHONE.search(folded):
        _keep(part, found, question("remark_no_phone"))
    elif not (negated := _NOT.match(folded)):
        _keep(part, found, note("remark_kept"))
    elif days := _weekdays(negated["what"]):
        found.days_off += days
        found.doubts.append(note("remark_days"))
    elif unit := units.one(negated["what"]):
        found.refused_units.append(unit)
        found.doubts.append(note("remark_unit", unit=str(unit)))
    else:
        is_place = _TO_A_PLACE.search(folded) or units.find(negated["what"])
        _keep(part, found, question("remark_unit_unclear") if is_place else note("remark_kept"))


def _keep(part: str, found: Remark, doubt: Doubt) -> None:
    found.kept.append(part)
    found.doubts.append(doubt)


def _weekdays(text: str) -> list[int]:
    """The weekdays a text names, when it names nothing else."""
    days = [_weekday(word) for word in text.split() if word not in {"eikä", "tai", "ja", "och", "eller"}]
    return [] if None in days else sorted(set(days))


def _weekday(word: str) -> int | None:
    return next((index for index, names in enumerate(WEEKDAYS) if word.startswith(names)), None)
