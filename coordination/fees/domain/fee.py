"""The ledger: what is owed to whom, in its own words (EX-12, CM-14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import Fee, FeeNumber, FeeQuerySet
from coordination.foundation import clock, identity_code
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, workflow

from .price import Price

WHOLE = Decimal(1)
MOST_WORDS = 300


@dataclass(frozen=True)
class Earned:
    """A person's year in the ledger, in euros."""

    year: int
    total: Decimal
    paid: Decimal


@transaction.atomic
def owe(
    *,
    payee: Person,
    payer: Unit,
    unit: Unit,
    cost_centre: str,
    what: str,
    price: Price,
    earned_on: date,
    by: Actor,
    reason: str = "",
    share: Decimal = WHOLE,
    kind: str = Fee.Kind.FEE,
) -> Fee:
    """Write a fee into the ledger as owed, with the next number of the year.

    `what` tells for what in plain words without a client; `earned_on` is a Helsinki date; of the price `share` (0–1)
    is owed. `kind` tells a fee from travel. A fee of nothing, or a part of one, tells why in `reason`. Raises `Refused` where that is missing, and for
    a text with an identity code.
    """
    for text in (what, reason):
        identity_code.refuse(text)
    amount = euros_half_up(price.amount * share)
    if share != WHOLE and not reason:
        raise Refused(_("A part of a fee needs a reason."), field="reason", code="reason")
    if not amount and not reason:
        raise Refused(_("A fee of 0 € needs a reason."), field="reason", code="reason")
    fee = Fee.objects.create(
        number=next_number(clock.today().year),
        kind=kind,
        payee=payee,
        payer=payer,
        unit=unit,
        cost_centre=cost_centre,
        what=what[:MOST_WORDS],
        price_code=price.code,
        rate=price.rate,
        quantity=price.quantity,
        share=share,
        amount=amount,
        reason=reason,
        earned_on=earned_on,
    )
    audit.log(fee, "kuuluviin.made", by, {"number": fee.number, "amount": str(fee.amount)})
    return fee


@transaction.atomic
def void(fee: Fee, by: Actor, *, reason: str) -> Fee:
    """Strike out a row that nobody has approved yet; it stays in the ledger, and a right one may be owed beside it.

    Raises `Refused` without a reason, for an identity code in it, and for a row that has been approved.
    """
    identity_code.refuse(reason)
    if not reason.strip():
        raise Refused(_("Tell why the row is struck out."), field="reason", code="reason")
    current = workflow.locked(fee)
    if current.status != Fee.Status.OWED:
        raise Refused(
            _("The row %(number)s is “%(state)s” already and is not changed any more. Ask who handles the money.")
            % {"number": current.number, "state": current.get_status_display()},
            code="approved",
        )
    if Fee.objects.filter(replaces=current).exists():
        raise Refused(_("Another row stands on this one. Strike that out first."), code="answered")
    return workflow.move(fee, Fee.Status.VOID, by, reason=reason.strip()[:MOST_WORDS])


def earned(fees: FeeQuerySet, year: int) -> Earned:
    """What the given fees come to in a calendar year of earning; a void fee is none, nor one answered by another."""
    counted = fees.counted().filter(earned_on__year=year)
    zero = models.Value(Decimal(0), output_field=models.DecimalField())
    sums = counted.aggregate(
        total=Coalesce(models.Sum("amount"), zero),
        paid=Coalesce(models.Sum("amount", filter=models.Q(status=Fee.Status.PAID)), zero),
    )
    return Earned(year=year, **sums)


def next_number(year: int) -> str:
    """The next number of the year's ledger. Locks the year's counter to the end of the transaction: take it last."""
    FeeNumber.objects.get_or_create(year=year)
    counter = FeeNumber.objects.select_for_update().get(year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"P-{year}-{counter.last:05}"
