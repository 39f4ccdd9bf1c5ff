"""The words of a claim: what a cost was, and what never stands there for others to read."""

from __future__ import annotations

import re

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coordination.fees.models import ClaimLine, TravelClaim
from coordination.foundation import formats
from coordination.foundation.refused import Refused
from coordination.people.models import Person, User

SHORTEST = 4


def line(row: ClaimLine) -> str:
    """“30 km × 0,55 €, passengers: 1 × 30 km × 0,04 €”, “2 × 13,50 €”, or what the cost was in the person's own words."""
    if row.kind in ClaimLine.BY_RECEIPT:
        return row.what
    count = f"{row.quantity.normalize():f}".replace(".", ",")
    if row.kind == ClaimLine.Kind.KILOMETRES:
        way = f"{count}{formats.NBSP}km"
        words = f"{way} × {formats.euros(row.rate)}"
        beside = _("passengers: %(count)s × %(way)s × %(rate)s") % {
            "count": row.passengers,
            "way": way,
            "rate": formats.euros(row.passenger_rate),
        }
        return f"{words}, {beside}" if row.passengers else words
    return f"{count} × {formats.euros(row.rate)}"


def name(row: ClaimLine) -> str:
    return capfirst(row.get_kind_display())


def route(claim: TravelClaim, reader: User | None) -> str:
    """The way there as the reader may know it: where a protected address is, nobody reads but the person (L-10)."""
    is_own = reader is not None and claim.person.user_id is not None and claim.person.user_id == reader.pk
    return claim.route if is_own or not claim.person.protected_address else ""


def refuse_address(person: Person, text: str, field: str) -> None:
    """Raise `Refused` where somebody's protected address stands in words that others read (L-10)."""
    if not person.protected_address:
        return
    street = re.split(r"\d", person.street, maxsplit=1)[0].strip().casefold()
    secrets = [part for part in (street, person.postcode.strip()) if len(part) >= SHORTEST]
    if any(part in text.casefold() for part in secrets):
        raise Refused(
            gettext_lazy("Your address is protected, and others read this. Leave the street and the postcode out."),
            field=field,
            code="protected",
        )
