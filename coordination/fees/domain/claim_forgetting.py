"""What a travel claim tells beside its figures goes when nobody needs it: receipts, routes, people's own words (L-05).

A receipt is a voucher and the law keeps it for six years after the year in whose books it is (L-44): that of the trip, of
the decision or of the payment, whichever is the latest. An organisation may keep it longer, by the rule `fee.keep_years`.
Nothing goes while money is on its way. A claim that was taken away is no voucher. Whose, which day, which unit and the
sums stay.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from coordination.fees.models import ClaimLine, Fee, TravelClaim
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, stored_file, sweep, workflow

RULE = "fee.keep_years"
BY_LAW = 6
TAKEN_AWAY = timedelta(days=30)
"""So long after it was begun the words of a claim that was taken away still stand."""
EMPTIED = "–"
Status = TravelClaim.Status
ON_ITS_WAY = {Fee.Status.OWED, Fee.Status.APPROVED, Fee.Status.SENT}


def run() -> int:
    """Empty every claim whose time is over, each by itself. Returns how many."""
    return sweep.each(due(), _empty)


def due() -> list[int]:
    """The keys of the claims that have words or receipts still and need them no more."""
    years: dict[int, int] = {}
    rows = _over().select_related("unit", "fee__replaced_by__replaced_by").order_by("pk")
    return [claim.pk for claim in rows if _is_over(claim, years)]


def _over() -> QuerySet[TravelClaim]:
    """Perhaps: by the years of the law. One that waits for a decision waits with its words."""
    lines = ClaimLine.objects.filter(claim=OuterRef("pk")).filter(~Q(what="") | Q(receipt__isnull=False))
    words = ~Q(route="") | ~Q(reason="") | ~Q(returned_because="") | (Q(about="") & ~Q(what=EMPTIED)) | Exists(lines)
    taken = Q(status=Status.WITHDRAWN, created_at__lt=clock.now() - TAKEN_AWAY)
    old = Q(day__year__lt=clock.today().year - BY_LAW) & ~Q(status=Status.SUBMITTED)
    return TravelClaim.objects.filter(words, taken | old)


def _is_over(claim: TravelClaim, years: dict[int, int]) -> bool:
    """By the years of its organisation, from the last year in whose books it is; of one taken away at once."""
    if claim.status == Status.WITHDRAWN:
        return True
    if claim.unit_id not in years:
        years[claim.unit_id] = max(BY_LAW, int(rule.on(claim.unit, RULE)))
    rows = _in_ledger(claim)
    decided = [clock.local(claim.decided_at).date()] if claim.decided_at else []
    last = max([claim.day, *decided, *(row.paid_on for row in rows if row.paid_on)])
    return last.year + years[claim.unit_id] < clock.today().year and not any(_waits(row) for row in rows)


def _waits(row: Fee) -> bool:
    """Whether somebody has to act on its money still. What came back waits for the row that is made in its place."""
    came_back = row.status == Fee.Status.RETURNED and not row.is_made_again
    return bool(row.amount) and (row.status in ON_ITS_WAY or came_back)


def _in_ledger(claim: TravelClaim) -> list[Fee]:
    """The row it became, and those that answer it, each the one before."""
    rows: list[Fee] = []
    row = claim.fee
    while row is not None:
        rows.append(row)
        row = getattr(row, "replaced_by", None)
    return rows


@transaction.atomic
def _empty(key: int) -> int:
    """Asked again under the lock, by the organisation's rule and the state of the money, too."""
    by = Actor.worker()
    claim = workflow.locked(TravelClaim.objects.get(pk=key), "unit", "fee")
    if not _over().filter(pk=key).exists() or not _is_over(claim, {}):
        return 0
    if claim.is_open:
        workflow.move(claim, Status.WITHDRAWN, by)
    receipts = _forget_receipts(claim)
    claim.route = claim.reason = claim.returned_because = ""
    if not claim.about:
        claim.what = EMPTIED
    claim.save(update_fields=["route", "reason", "returned_because", "what"])
    _forget_words(_in_ledger(claim), own_words=not claim.about)
    audit.log(claim, "kuuluviin.changed", by, {"emptied": True, "receipts": receipts})
    return 1


def _forget_receipts(claim: TravelClaim) -> int:
    lines = list(claim.lines.exclude(receipt=None).select_related("receipt"))
    files = [line.receipt for line in lines]
    claim.lines.update(what="", receipt=None)
    for file in files:
        stored_file.remove(file)
    return len(files)


def _forget_words(rows: list[Fee], *, own_words: bool) -> None:
    """The ledger's rows of the claim stay; the claimant's words in them go. A row of nothing keeps a reason.

    What the claimant told as the reason stands in the first alone; the trip's words were copied into those that answer it.
    """
    for row in rows[:1]:
        row.reason = row.reason and EMPTIED
        row.save(update_fields=["reason"])
    for row in rows if own_words else ():
        row.what = EMPTIED
        row.save(update_fields=["what"])
