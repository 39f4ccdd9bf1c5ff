from coordination.fees.domain import travel_rate
from coordination.fees.models import PriceClass, TravelClaim, TravelRate
from coordination.people.actor import Actor
from coordination.people.models import Person
from tests.factories import claims, experts, money, people
from tests.house.door_table import AINO, ALL_PAYERS, KAISA, PAYERS, Keys, only
from tests.house.doors import SIGNED_IN, Door

HANDLERS = only("coordinator", "finance")
LISTED = only("coordinator", "neighbour", "finance", "leader", "other_leader", "superuser")


def _aino() -> Person:
    travel_rate.seed(people.organisation(), Actor.worker())
    person = experts.aino().person
    people.user_for(person)
    return person


def _begun() -> TravelClaim:
    return claims.claim_with_ticket(_aino())


def begun() -> Keys:
    return {"pk": _begun().pk}


def sent() -> Keys:
    return {"pk": claims.claim_sent(_aino()).pk}


def sent_receipt() -> Keys:
    claim = claims.claim_sent(_aino())
    return {"pk": claim.pk, "line": claim.lines.get().pk}


def caller() -> Keys:
    return {"pk": experts.aino().person_id}


def rate() -> Keys:
    travel_rate.seed(people.organisation(), Actor.worker())
    return {"pk": TravelRate.objects.first().pk}


def package() -> Keys:
    row = PriceClass.objects.create(unit=people.organisation(), code="P", names="Paketti", per="package", amount=0)
    return {"pk": row.pk}


def own_fee() -> Keys:
    return {"pk": money.fee_owed(experts.aino().person).pk}


DOORS: dict[str, Door] = {
    "fees:ask": Door(AINO, own_fee, "post"),
    "fees:statement": Door(SIGNED_IN, lambda: {"year": 2026}),
    "fees:claims": Door(SIGNED_IN),
    "fees:claim_new": Door(SIGNED_IN),
    "fees:claim": Door(AINO, begun),
    "fees:claim_withdraw": Door(AINO, begun),
    "fees:receipt": Door(AINO | HANDLERS, sent_receipt),
    "fees_claim:index": Door(LISTED),
    "fees_claim:index_results": Door(LISTED),
    "fees_claim:choose": Door(only("coordinator", "neighbour", "superuser")),
    "fees_claim:new": Door(KAISA, caller),
    "fees_claim:page": Door(HANDLERS, sent),
    "fees_rate:index": Door(ALL_PAYERS),
    "fees_rate:index_results": Door(ALL_PAYERS),
    "fees_rate:new": Door(ALL_PAYERS),
    "fees_rate:page": Door(PAYERS, rate),
    "fees_price:list": Door(ALL_PAYERS),
    "fees_price:copy": Door(ALL_PAYERS),
    "fees_price:parts": Door(PAYERS, package),
}
