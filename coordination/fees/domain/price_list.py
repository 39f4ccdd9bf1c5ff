"""A first price list, to be changed by its organisation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction

from coordination.fees.models import PriceClass
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit

OCCASION, HOUR, HALF_DAY, DAY = (
    PriceClass.Per.OCCASION,
    PriceClass.Per.HOUR,
    PriceClass.Per.HALF_DAY,
    PriceClass.Per.DAY,
)
UP_TO_TWO_HOURS = ("enintään 2 tuntia", "högst 2 timmar", "at most 2 hours")
PREPARATION = ("valmistautuminen", "förberedelse", "preparation")
NOTHING_MORE = ("", "", "")

# Code, names and what is included in Finnish, Swedish and English, the unit paid by, euros in 2026 and in 2027.
CLASSES = (
    ("A", ("Asiakastapaaminen", "Klientmöte", "Client meeting"), NOTHING_MORE, OCCASION, "50.00", "52.00"),
    (
        "B",
        ("Kokous tai työryhmä", "Möte eller arbetsgrupp", "Meeting or working group"),
        UP_TO_TWO_HOURS,
        OCCASION,
        "40.00",
        "42.00",
    ),
    (
        "B2",
        ("Kokous, puoli päivää", "Möte, en halv dag", "Meeting, half a day"),
        NOTHING_MORE,
        HALF_DAY,
        "70.00",
        "73.00",
    ),
    (
        "C",
        ("Luento tai paneeli", "Föreläsning eller panel", "Lecture or panel"),
        PREPARATION,
        OCCASION,
        "100.00",
        "104.00",
    ),
    ("D", ("Koulutuspäivä", "Utbildningsdag", "Training day"), NOTHING_MORE, DAY, "180.00", "187.00"),
    ("E", ("Asiantuntijatyö", "Sakkunnigarbete", "Expert work"), NOTHING_MORE, HOUR, "25.00", "26.00"),
    ("F", ("Raadin kokous", "Rådets möte", "Council meeting"), NOTHING_MORE, OCCASION, "30.00", "31.00"),
    ("G", ("Vain kulut", "Enbart kostnader", "Costs only"), NOTHING_MORE, OCCASION, "0.00", "0.00"),
)
SETS = ((date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), None))


@transaction.atomic
def seed(unit: Unit, by: Actor) -> int:
    """Give a branch the first list: the set of 2026 and the raised one of 2027. Returns how many rows are new."""
    made = 0
    for code, names, includes, per, *amounts in CLASSES:
        for (first, last), amount in zip(SETS, amounts, strict=True):
            facts = {
                "names": _texts(names),
                "includes": _texts(includes),
                "per": per,
                "amount": Decimal(amount),
                "valid_until": last,
            }
            row, is_new = PriceClass.objects.get_or_create(unit=unit, code=code, valid_from=first, defaults=facts)
            if is_new:
                audit.log(row, "kuuluviin.made", by, {"code": code})
            made += is_new
    return made


def _texts(words: tuple[str, str, str]) -> dict[str, str]:
    return {language: text for language, text in zip(("fi", "sv", "en"), words, strict=True) if text}
