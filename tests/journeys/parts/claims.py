from collections.abc import Iterator

from coordination.demo import cast
from coordination.fees.models import PriceClass, TravelClaim, TravelRate
from coordination.people.models import Person
from tests.journeys.pages import Address, Walk, at, somebody

Status = TravelClaim.Status


def veera_claims(language: str) -> Iterator[Address]:
    """An expert's own trips: what waits, a claim at every step, each kind of cost."""
    mine = TravelClaim.objects.filter(person=somebody(cast.VEERA))
    draft = mine.get(status=Status.DRAFT)
    yield at("fees:mine")
    yield at("fees:claims")
    yield at("fees:claim_new")
    yield at("fees:claim", draft.pk)
    for slug in ("kilometrit", "ateria", "muu"):
        yield at("fees:claim", draft.pk, query=f"?kulu={slug}")
    yield at("fees:claim_withdraw", draft.pk)
    for status in (Status.SUBMITTED, Status.APPROVED):
        yield at("fees:claim", mine.get(status=status).pk)


def goran_claims(language: str) -> Iterator[Address]:
    """A claim that came back."""
    yield at("fees:claim", TravelClaim.objects.get(status=Status.RETURNED).pk)


def kaisa_claims(language: str) -> Iterator[Address]:
    """What waits for a decision, a caller's claim, rates and the price list by its day."""
    veera = Person.objects.get(pk=somebody(cast.VEERA).pk)
    yield at("fees_claim:index")
    yield at("fees_claim:page", TravelClaim.objects.get(status=Status.SUBMITTED).pk)
    yield at("fees_claim:page", TravelClaim.objects.get(status=Status.RETURNED).pk)
    yield at("fees_claim:choose", query=f"?nimi={veera.last_name}")
    yield at("fees_claim:new", veera.pk)
    yield at("fees_rate:index")
    yield at("fees_rate:new")
    yield at("fees_rate:page", TravelRate.objects.first().pk)
    yield at("fees_price:list")
    yield at("fees_price:list", query="?paiva=1.1.2027")
    yield at("fees_price:copy")
    yield at("fees_price:parts", PriceClass.objects.get(per="package").pk)


WALKS: dict[str, Walk] = {
    "expert, travel claims": (lambda: somebody(cast.VEERA), veera_claims),
    "expert, a claim that came back": (lambda: somebody(cast.GORAN), goran_claims),
    "coordinator, travel claims and prices": (lambda: somebody(cast.KAISA), kaisa_claims),
}
NO_PAGES: dict[str, str] = {
    "fees:ask": "a press",
    "fees:receipt": "a file",
    "fees:statement": "a file",
    "fees_claim:index_results": "a part of a page",
    "fees_rate:index_results": "a part of a page",
}
