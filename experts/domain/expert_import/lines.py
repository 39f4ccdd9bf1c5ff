"""Reads each row into facts: who, how to reach, the CV, limits, consents, state, remarks."""

from __future__ import annotations

from datetime import date

from coordination.foundation import formats
from coordination.foundation.sheets import Row
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.models import Person
from coordination.privacy.domain.consent import last_day
from experts.domain.expert_language import NAMES as LANGUAGE_NAMES
from experts.domain.finding import error, note, question
from experts.domain.list_sheet import Heading, fold
from experts.models import Expert

from . import remarks, values
from .columns import AREA
from .known import House
from .line import Line

TEXTS = ("trainer", "background", "motto", "story")
CALLED = {
    "fi": ("suomi", "finska", "finnish", "suomeksi"), "sv": ("ruotsi", "svenska", "swedish"), "en": ("englanti", "engelska", "english", "eng"),
    "se": ("pohjoissaame", "saame", "nordsamiska", "samiska", "northern sami", "davvisámegiella"), "fse": ("viittomakieli", "suomalainen viittomakieli", "teckenspråk"),
    "ru": ("venäjä", "ryska", "russian"), "et": ("viro", "eesti", "estniska", "estonian"), "uk": ("ukraina", "ukrainska", "ukrainian"),
    "ar": ("arabia", "arabiska", "arabic"), "so": ("somali", "somaliska"), "fa": ("farsi", "persia", "dari", "persiska"), "es": ("espanja", "spanska", "spanish"),
}  # fmt: skip
_LANGUAGE_OF = {fold(code): code for code in LANGUAGE_NAMES} | {
    fold(word): code for code, words in CALLED.items() for word in words
}


def read(head: Heading, row: Row, house: House) -> Line:
    """Everything the row tells. Whether the person is known already is `matching`'s to say."""
    line = Line(head, row)
    line.list_number = line.text("number")
    _who(line, house)
    _contact(line)
    _languages(line, house)
    _cv(line, house)
    _limits(line, house)
    _consents(line, house)
    _state(line)
    _remarks(line, house)
    _channel(line)
    return line


def _who(line: Line, house: House) -> None:
    first, last = values.name(line.text("first_name")), values.name(line.text("last_name"))
    if line.has("full_name") and not line.has("last_name"):
        first, last, is_guess = values.split_name(line.text("full_name"))
        line.say("full_name", question("name_split") if is_guess else None)
    line.facts |= {"person.first_name": first, "person.last_name": last}
    whole = "" if line.has("last_name") else "full_name"
    if not last:
        line.say(whole or "last_name", error("last_name_missing"))
    if not first:
        line.say(whole or "first_name", error("first_name_missing"))
    if line.has("birth_year"):
        year = line.take("birth_year", values.birth_year(line.text("birth_year"), house.today))
        line.facts["person.birth_year"] = year
        if year is None and any(finding.code == "birth_year_unclear" for finding in line.findings):
            line.keep("birth_year", line.text("birth_year"))


def _contact(line: Line) -> None:
    if line.has("email"):
        line.facts["person.email"] = line.take("email", values.email(line.text("email")))
    if line.has("phone"):
        answer = values.phone(line.text("phone"))
        line.facts["person.phone"] = line.take("phone", answer)
        if answer.doubt:
            line.keep("phone", line.text("phone"))
    if line.has("postcode"):
        line.facts["person.postcode"] = line.take("postcode", values.postcode(line.text("postcode")))
    for matter in ("street", "town"):
        if line.has(matter):
            line.facts[f"person.{matter}"] = values.name(line.text(matter))
    if line.has("protected"):
        line.facts["person.protected_address"] = line.take("protected", values.protected(line.text("protected")))


def _languages(line: Line, house: House) -> None:
    if not line.has("language"):
        return
    codes = []
    for word in values.words(
        line.text("language").replace("+", ",").replace("/", ",").replace(" ja ", ",").replace(" och ", ",")
    ):
        if code := _LANGUAGE_OF.get(fold(word)):
            codes.append(code)
        else:
            line.say("language", question("language_unknown", cell=word[:40]))
            line.keep("language", word)
    codes = list(dict.fromkeys(codes))
    served = next((code for code in codes if code in house.languages), None)
    if served is None and line.text("language"):
        line.say("language", question("language_default"))
    line.facts["person.language"] = served or MAIN_LANGUAGE
    line.facts["limit.languages"] = codes


def _cv(line: Line, house: House) -> None:
    if line.has("training_year"):
        answer = values.training_year(line.text("training_year"), house.today)
        line.facts["cv.training_year"] = line.take("training_year", answer)
    for matter in TEXTS:
        if line.has(matter):
            line.facts[f"cv.{matter}"] = line.text(matter)
    if line.has("skills"):
        line.facts["cv.special_skills"] = values.words(line.text("skills"))
    chosen = []
    for pk in house.areas:
        if line.has(f"{AREA}{pk}"):
            text = line.text(f"{AREA}{pk}")
            if values.yes(text) and text:
                line.say(f"{AREA}{pk}", note("area_short"))
                chosen.append(pk)
                text = ""
            line.facts[f"cv.area.{pk}"] = "" if values.yes(text) is False else text
    if chosen:
        line.facts["limit.areas"] = chosen


def _limits(line: Line, house: House) -> None:
    for matter, least, most, unclear in (
        ("max_per_month", 1, 31, "most_unclear"),
        ("rest_days", 0, 60, "rest_unclear"),
    ):
        if line.has(matter):
            answer = values.count(line.text(matter), least, most, unclear)
            if answer.doubt:
                line.keep(matter, line.text(matter))
            empty = None if matter == "max_per_month" else 0
            line.facts[f"limit.{matter}"] = empty if line.take(matter, answer) is None else answer.value
    if line.has("remote"):
        line.facts["limit.remote"] = line.take("remote", values.remote(line.text("remote")))
    if line.has("tasks"):
        line.facts["limit.task_types"] = sorted(
            {pk for word in values.words(line.text("tasks")) if (pk := _task(line, word, house))}
        )


def _task(line: Line, word: str, house: House) -> int | None:
    task, is_guess = house.tasks.find(word)
    if task is None:
        line.say("tasks", question("task_unknown", cell=word[:60]))
        line.keep("tasks", word)
        return None
    if is_guess:
        line.say("tasks", note("task_guessed", cell=word[:60], task=str(task)))
    return task.pk


def _consents(line: Line, house: House) -> None:
    for matter in [matter for matter in line.head.columns if matter.startswith("consent.")]:
        given = line.take(matter, values.consent(line.text(matter), house.today))
        line.facts[matter] = given
        if given not in ("", "ask"):
            day = date.fromisoformat(given)
            is_past = last_day(day, house.consent_months) < house.today
            line.say(matter, note("consent_past", day=formats.day(day)) if is_past else None)


def _state(line: Line) -> None:
    if line.has("status"):
        line.facts["status"] = line.take("status", values.state(line.text("status")))


def _remarks(line: Line, house: House) -> None:
    if line.has("remark"):
        has_phone = bool(line.facts.get("person.phone"))
        found = remarks.read(line.text("remark"), house.units, has_phone=has_phone)
        for doubt in found.doubts:
            line.say("remark", doubt)
        line.kept += found.kept
        line.facts["limit.fee_mode"] = Expert.FeeMode.COSTS_ONLY if found.costs_only else Expert.FeeMode.FEE
        line.facts["limit.refused_units"] = sorted({unit.pk for unit in found.refused_units})
        line.facts["days_off"] = sorted(set(found.days_off))
        if found.by_phone:
            line.facts["person.channel"] = Person.Channel.PHONE
    line.facts["note"] = "\n".join(line.kept)


def _channel(line: Line) -> None:
    """As the remark says, else by e-mail if there is an address, else by post, else by phone."""
    facts = line.facts
    if "person.channel" in facts or not (line.has("email") or line.has("phone")):
        return
    has_post = all(facts.get(f"person.{name}") for name in ("street", "postcode", "town"))
    if facts.get("person.email"):
        facts["person.channel"] = Person.Channel.EMAIL
    elif facts.get("person.phone") and not has_post:
        facts["person.channel"] = Person.Channel.PHONE
    else:
        facts["person.channel"] = Person.Channel.POST
        if not has_post:
            line.findings.append(line.head.finding(question("no_way_to_reach"), line.number, None))
