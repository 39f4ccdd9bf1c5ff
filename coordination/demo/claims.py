"""Travel claims at every step, and a package on the price list."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from PIL import Image, ImageDraw

from coordination.demo.cast import GORAN, VEERA
from coordination.demo.past import days_ago
from coordination.fees.domain import claim_line, price, price_keeping, travel_check, travel_claim
from coordination.fees.models import ClaimLine, PriceClass, TravelClaim
from coordination.foundation import clock
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit

Kind = ClaimLine.Kind
PACKAGE = {"fi": "Koulutus suunnitteluineen", "sv": "Utbildning med planering", "en": "Training with planning"}
PARTS = (
    ("D", 480, {"fi": "Koulutuspäivä", "sv": "Utbildningsdag", "en": "Training day"}),
    ("E", 60, {"fi": "Suunnittelutunti", "sv": "Planeringstimme", "en": "Planning hour"}),
)

# Before the first batch of money.py is approved.
LONG_AGO = 24
OTHERS = (
    (30, "Perehdytys kokemusasiantuntijoille"),
    (12, "Luennon suunnittelu työntekijän kanssa"),
    (5, "Vertaisohjaajien tapaaminen"),
)


def build(county: Unit, cast: Mapping, coordinator: Actor) -> None:
    _package(county, coordinator)
    _claims(Person.objects.get(pk=cast[VEERA].pk), coordinator)
    _returned(Person.objects.get(pk=cast[GORAN].pk), coordinator)


def _package(county: Unit, by: Actor) -> None:
    first = date(clock.today().year, 1, 1)
    made = PriceClass(
        unit=county, code="P", names=Texts(PACKAGE), per=PriceClass.Per.PACKAGE, amount=Decimal(0), valid_from=first
    )
    price_keeping.write(made, by)
    standing = {row.code: row for row in price.classes_for(county)}
    for code, minutes, what in PARTS:
        price_keeping.add_part(made, by, price_class=standing[code], minutes=minutes, what=Texts(what))


def _claims(veera: Person, coordinator: Actor) -> None:
    """One approved with its ticket, one that waits with kilometres, one begun."""
    by = Actor.of(veera.user)
    with days_ago(LONG_AGO):
        approved = _begun(veera, by, *OTHERS[0])
        _ticket(approved, by, "5.60")
        travel_claim.submit(approved, by, reason="Sovittu Kaisan kanssa.")
        travel_claim.approve(approved, coordinator)
    waiting, draft = (_begun(veera, by, days, what) for days, what in OTHERS[1:])
    claim_line.add(waiting, by, kind=Kind.KILOMETRES, quantity=Decimal(34), passengers=1)
    travel_claim.keep(waiting, by, route="Havukumpu–Kuulaspiha, edestakaisin")
    travel_claim.submit(waiting, by, reason="Sovittu Kaisan kanssa: bussi ei kulje iltaisin.")
    _ticket(draft, by, "7.20")


def _returned(goran: Person, coordinator: Actor) -> None:
    """A trip of his own words, sent back for its ticket."""
    by = Actor.of(goran.user)
    claim = travel_claim.begin(goran, by, day=clock.today(), what="Tutustumiskäynti päiväkeskuksessa")
    claim_line.add(claim, by, kind=Kind.TICKET, amount=Decimal("14.80"), what="Juna")
    travel_claim.submit(claim, by, reason="Sovittu Kaisan kanssa puhelimessa.")
    travel_claim.give_back(claim, coordinator, reason="Lisää kuva junalipusta, kiitos.")


def _begun(person: Person, by: Actor, days: int, what: str) -> TravelClaim:
    """The earliest trip that nobody has claimed; where there is none, a trip in words some days ago."""
    claimed = travel_check.claimed(person)
    left = [trip for trip in travel_check.trips(person) if trip.about not in claimed and not trip.settled]
    if left:
        return travel_claim.begin(person, by, trip=left[-1])
    return travel_claim.begin(person, by, day=clock.today() - timedelta(days=days), what=what)


def _ticket(claim: TravelClaim, by: Actor, amount: str) -> None:
    claim_line.add(claim, by, kind=Kind.TICKET, amount=Decimal(amount), what="Bussi menopaluu", content=_photo(amount))


def _photo(amount: str) -> bytes:
    """A bus ticket as a phone sees it."""
    picture = Image.new("RGB", (420, 260), "#f4f1e8")
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(
        ("HAVUKUMMUN LIIKENNE", "Kertalippu 2 x", f"{amount.replace('.', ',')} EUR", "KIITOS")
    ):
        pen.text((40, 40 + 45 * number), line, fill="#222222", font_size=24)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    return out.getvalue()
