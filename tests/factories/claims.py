"""Travel claims in situations, and trips as a wing would tell them."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from coordination.fees.domain import claim_line, travel_claim, travel_rate
from coordination.fees.models import ClaimLine, TravelClaim, TravelRate
from coordination.fees.models.trip import Trip
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from tests.factories import people

TICKET = ClaimLine.Kind.TICKET


def photo(format: str = "JPEG", **facts: object) -> bytes:
    """A small photo; `facts` go to its metadata."""
    out = io.BytesIO()
    exif = Image.Exif()
    for tag, value in facts.pop("exif", {}).items():
        exif[tag] = value
    Image.new("RGB", (60, 40), "white").save(out, format, exif=exif)
    return out.getvalue()


def paper(author: str = "Aino Aalto", pages: int = 1) -> bytes:
    """A PDF with its maker's name."""
    writer = PdfWriter()
    for __ in range(pages):
        writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": author})
    return _bytes(writer)


def odd_paper(kind: str) -> bytes:
    """A PDF that is locked, runs a script, has no pages, or was cut off on the way."""
    writer = PdfWriter()
    if kind != "empty":
        writer.add_blank_page(200, 200)
    if kind == "locked":
        writer.encrypt("salasana")
    if kind == "script":
        script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    return b"%PDF-1.7 poikki" if kind == "cut" else _bytes(writer)


def _bytes(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def traveller(**facts: object) -> Person:
    """Aino, with an account; the first rates stand, in the years to come too."""
    travel_rate.seed(people.organisation(), Actor.worker())
    TravelRate.objects.filter(valid_until=travel_rate.LAST_DAY).update(valid_until=None)
    person = people.person("Aino", "Aalto", **{"email": "aino@example.org", **facts})
    people.user_for(person)
    return person


def own(person: Person) -> Actor:
    return Actor.of(people.user_for(person))


def by_phone(person: Person) -> Actor:
    return Actor.of(people.user_for(people.kaisa())).acting_for(person)


def trip(day: date | None = None, about: str = "experts.session:1", **facts: object) -> Trip:
    unit = people.unit()
    told = {"title": "Asiakastapaaminen", "words": "Asiakastapaaminen, tilaus T-1", "payer": unit, "unit": unit}
    return Trip(about=about, day=day or clock.today(), **{**told, **facts})


def claim_begun(person: Person | None = None, day: date | None = None, **facts: object) -> TravelClaim:
    who = person or traveller()
    return travel_claim.begin(who, own(who), trip=trip(day, **facts))


def claim_with_ticket(person: Person | None = None, amount: str = "5.60", **facts: object) -> TravelClaim:
    claim = claim_begun(person, **facts)
    by = own(claim.person)
    claim_line.add(claim, by, kind=TICKET, amount=Decimal(amount), what="Bussilippu", content=photo())
    return claim


def claim_sent(person: Person | None = None, amount: str = "5.60", **facts: object) -> TravelClaim:
    claim = claim_with_ticket(person, amount, **facts)
    return travel_claim.submit(claim, own(claim.person), reason="Sovittu koordinaattorin kanssa")
