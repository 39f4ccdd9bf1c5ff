"""Rows that answer other rows: one in place of a returned one, and a reversal of what was paid wrong.

A closed row never changes. Each is answered once (`Fee.replaces` is unique), so money is neither lost nor counted twice.
A reversal that comes back after the right sum was owed on it is made again between the two.
"""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import Fee, FeeQuerySet
from coordination.fees.permissions import money
from coordination.foundation import clock, identity_code
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.records.domain import audit, workflow

from .fee import next_number

MOST_WORDS = 300
MOST = Decimal(100_000)
KEPT = ("kind", "payee", "payer", "unit", "cost_centre", "what", "price_code", "rate", "quantity", "share", "earned_on")


@transaction.atomic
def reissue(fee: Fee, by: Actor, *, reason: str, amount: Decimal | None = None, cost_centre: str | None = None) -> Fee:
    """A new owed row in place of one that came back, or the right row after a reversal.

    An answer that was struck out is answered anew, too. After a return the sum is the same unless `amount` (euros) says
    otherwise; after a reversal it must be told. Raises
    `Refused` for one who does not handle the money, without a reason, for a sum that is not above zero, and for a row
    that needs no answer or has one.
    """
    words = _reason(reason)
    current = _answerable(fee, by)
    over = {Fee.Status.RETURNED, Fee.Status.VOID}
    is_reversal = current.amount < 0 and current.status not in over
    is_struck = current.status == Fee.Status.VOID and current.replaces_id is not None
    if not is_reversal and not is_struck and current.status != Fee.Status.RETURNED:
        raise Refused(_("Only a row that came back is made again. A paid one is reversed first."), code="not_returned")
    origin = _origin(current) if is_reversal else current
    facts = {name: getattr(origin, name) for name in KEPT}
    if cost_centre is not None:
        facts["cost_centre"] = cost_centre.strip()[:40]
    return _answer(current, by, words, {**facts, "amount": _sum(origin, amount, is_needed=is_reversal)})


@transaction.atomic
def reverse(fee: Fee, by: Actor, *, reason: str) -> Fee:
    """Take back the whole of what was paid wrong: a negative correction, approved and sent like any row.

    The right sum, if there is one, is then owed by `reissue` of the correction. Raises `Refused` for one who does not
    handle the money, without a reason, for a row that is not paid, and for a correction.
    """
    words = _reason(reason)
    current = _answerable(fee, by)
    if current.status != Fee.Status.PAID or current.amount <= 0:
        raise Refused(_("Only what has been paid is reversed."), code="not_paid")
    facts = {name: getattr(current, name) for name in KEPT}
    return _answer(
        current,
        by,
        words,
        {**facts, "kind": Fee.Kind.CORRECTION, "amount": -current.amount, "earned_on": clock.today()},
    )


def latest(fee: Fee) -> Fee:
    """The row that stands for this one now: itself, or the last that answers it."""
    while answer := Fee.objects.filter(replaces=fee).select_related("payee", "payer", "unit").first():
        fee = answer
    return fee


def unanswered() -> FeeQuerySet:
    """Returned rows that nobody has answered yet."""
    return Fee.objects.unanswered()


def _answerable(fee: Fee, by: Actor) -> Fee:
    current = workflow.locked(fee, "payer", "unit", "payee")
    require(by, money.may_handle(by.user, current.payer))
    answer = Fee.objects.filter(replaces=current).first()
    if answer and not (current.status == Fee.Status.RETURNED and not current.is_made_again):
        raise Refused(
            _("The row %(answer)s stands in place of %(number)s already.")
            % {"answer": answer.number, "number": current.number},
            code="answered",
        )
    return current


def _origin(correction: Fee) -> Fee:
    """The paid row at the root of a reversal, past corrections that came back and were made again."""
    row = correction
    while row.kind == Fee.Kind.CORRECTION and row.replaces is not None:
        row = row.replaces
    return row


def _sum(origin: Fee, amount: Decimal | None, *, is_needed: bool) -> Decimal:
    if amount is None:
        if is_needed:
            raise Refused(_("Write the right sum."), field="amount", code="amount")
        return origin.amount
    rounded = euros_half_up(amount)
    if rounded <= 0 or origin.amount < 0:
        raise Refused(_("The sum must be more than zero. Only a reversal is negative."), field="amount", code="amount")
    if rounded > MOST:
        raise Refused(_("The sum can be at most %(limit)s €.") % {"limit": MOST}, field="amount", code="amount")
    return rounded


def _answer(current: Fee, by: Actor, reason: str, facts: dict) -> Fee:
    standing = _loosened(current)
    row = Fee.objects.create(
        number=next_number(clock.today().year), replaces=current, reason=reason, status=Fee.Status.OWED, **facts
    )
    if standing:
        _point(standing, row)
        audit.log(standing, "kuuluviin.changed", by, {"replaces": row.number})
    audit.log(row, "kuuluviin.made", by, {"number": row.number, "amount": str(row.amount), "replaces": current.number})
    return row


def _loosened(current: Fee) -> Fee | None:
    """The right sum that stands on a reversal which came back: it is to stand on the new one. Its sum and state are as they were."""
    standing = Fee.objects.select_for_update(of=("self",), no_key=True).filter(replaces=current).first()
    if standing:
        _point(standing, None)
    return standing


def _point(row: Fee, to: Fee | None) -> None:
    row.replaces = to
    row.save(update_fields=["replaces"])


def _reason(text: str) -> str:
    identity_code.refuse(text)
    if not text.strip():
        raise Refused(_("Tell why."), field="reason", code="reason")
    return text.strip()[:MOST_WORDS]
