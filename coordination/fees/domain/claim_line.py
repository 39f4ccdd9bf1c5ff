"""The costs of a trip, one by one: what each comes to, and its receipt."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import ClaimLine, TravelClaim, TravelRate
from coordination.foundation import formats, identity_code
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, stored_file

from . import claim_words, receipt, travel_rate
from .claim_keeping import open_for

Kind, Rate = ClaimLine.Kind, TravelRate.Kind
MOST, MOST_LINES = Decimal(2000), 30
MOST_KILOMETRES, MOST_PASSENGERS, MOST_TIMES = Decimal(2000), 8, 31
NOTHING = Decimal("0.00")


@transaction.atomic
def add(
    claim: TravelClaim,
    by: Actor,
    *,
    kind: str,
    amount: Decimal | None = None,
    quantity: Decimal | None = None,
    passengers: int = 0,
    what: str = "",
    content: bytes | None = None,
) -> ClaimLine:
    """One more cost of a claim that has not left yet.

    A ticket and another cost have their `amount` in euros and a receipt (`content`: a photo or a PDF); kilometres, meals
    and days have a `quantity`, and are counted by the rate of the trip's day, rounded once. Raises `Refused`: somebody
    else's, sent already, a negative or too large sum, no rate, a file that is no receipt.
    """
    current = open_for(claim, by)
    if current.lines.count() >= MOST_LINES:
        raise Refused(_("A claim has thirty costs at most. Put small ones together."), code="too_many")
    identity_code.refuse(what, field="what")
    claim_words.refuse_address(current.person, what, field="what")
    facts = (
        _own_sum(kind, amount, what) if kind in ClaimLine.BY_RECEIPT else _by_rate(current, kind, quantity, passengers)
    )
    file = receipt.store(content, current.person) if content is not None else None
    line = ClaimLine.objects.create(claim=current, kind=kind, what=what.strip()[:120], receipt=file, **facts)
    audit.log(current, "kuuluviin.changed", by, {"line": line.pk, "kind": kind, "amount": str(line.amount)})
    return line


@transaction.atomic
def attach(line: ClaimLine, by: Actor, content: bytes) -> ClaimLine:
    """The receipt of a cost that was written without one, before the claim leaves (CC-21).

    Raises `Refused`: somebody else's, sent already, one that goes by a rate or has its receipt, a file that is none.
    """
    claim = open_for(line.claim, by)
    current = _standing(claim, line)
    if current.kind not in ClaimLine.BY_RECEIPT or current.receipt:
        raise Refused(_("This cost has its receipt already, or needs none."), field="file", code="receipt")
    current.receipt = receipt.store(content, claim.person)
    current.save(update_fields=["receipt"])
    audit.log(claim, "kuuluviin.changed", by, {"line": current.pk, "receipt": current.receipt_id})
    return current


@transaction.atomic
def remove(line: ClaimLine, by: Actor) -> None:
    """Take a cost and its receipt away from a claim that has not left yet. Raises `Refused`."""
    claim = open_for(line.claim, by)
    current = _standing(claim, line)
    file = current.receipt
    audit.log(claim, "kuuluviin.changed", by, {"removed": current.pk, "amount": str(current.amount)})
    current.delete()
    stored_file.remove(file)


def _standing(claim: TravelClaim, line: ClaimLine) -> ClaimLine:
    """The cost as it stands under the claim's lock, with a receipt that came meanwhile. Raises `Refused` once it is gone."""
    current = claim.lines.select_related("receipt").filter(pk=line.pk).first()
    if current is None:
        raise Refused(_("That cost is not here any more."), code="gone")
    return current


def _own_sum(kind: str, amount: Decimal | None, what: str) -> dict[str, object]:
    if amount is None or not 0 < amount <= MOST:
        raise Refused(
            _("Write what it cost: more than 0 €, and %(most)s at most.") % {"most": formats.euros(MOST)},
            field="amount",
            code="sum",
        )
    if kind == Kind.OTHER and not what.strip():
        raise Refused(_("Tell in a few words what the cost was."), field="what", code="what")
    sum_of_it = euros_half_up(amount)
    return {"amount": sum_of_it, "rate": sum_of_it}


def _by_rate(claim: TravelClaim, kind: str, quantity: Decimal | None, passengers: int) -> dict[str, object]:
    most = MOST_KILOMETRES if kind == Kind.KILOMETRES else MOST_TIMES
    if quantity is None or not 0 < quantity <= most:
        raise Refused(
            _("Write how many: more than 0, and %(most)s at most.") % {"most": most}, field="quantity", code="quantity"
        )
    if not 0 <= passengers <= MOST_PASSENGERS:
        raise Refused(_("There were eight passengers at most."), field="passengers", code="passengers")
    rate = travel_rate.rate_of(claim.unit, _RATES[kind], claim.day).amount
    beside = NOTHING
    if kind == Kind.KILOMETRES and passengers:
        beside = travel_rate.rate_of(claim.unit, Rate.PASSENGER, claim.day).amount
    else:
        passengers = 0
    return {
        "quantity": quantity,
        "passengers": passengers,
        "rate": rate,
        "passenger_rate": beside,
        "amount": euros_half_up(quantity * (rate + beside * passengers)),
    }


_RATES = {
    Kind.KILOMETRES: Rate.KILOMETRE,
    Kind.MEAL: Rate.MEAL,
    Kind.PART_DAY: Rate.PART_DAY,
    Kind.FULL_DAY: Rate.FULL_DAY,
}
