"""What a travel claim tells beside its figures goes when nobody needs it: receipts, routes, people's own words (L-05).

A receipt is a voucher and the law keeps it for six years after its year (L-44); an organisation may keep it longer, by the
rule `fee.keep_years`. A claim that was taken away is no voucher. Whose, which day, which unit and the sums stay.
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


def run() -> int:
    """Empty every claim whose time is over, each by itself. Returns how many."""
    return sweep.each(due(), _empty)


def due() -> list[int]:
    """The keys of the claims that have words or receipts still and need them no more."""
    years: dict[int, int] = {}
    rows = _over().select_related("unit").order_by("pk")
    return [claim.pk for claim in rows if claim.status == Status.WITHDRAWN or _is_over(claim, years)]


def _over() -> QuerySet[TravelClaim]:
    """Perhaps: by the years of the law. One that waits for a decision waits with its words."""
    lines = ClaimLine.objects.filter(claim=OuterRef("pk")).filter(~Q(what="") | Q(receipt__isnull=False))
    words = ~Q(route="") | ~Q(reason="") | ~Q(returned_because="") | (Q(about="") & ~Q(what=EMPTIED)) | Exists(lines)
    taken = Q(status=Status.WITHDRAWN, created_at__lt=clock.now() - TAKEN_AWAY)
    old = Q(day__year__lt=clock.today().year - BY_LAW) & ~Q(status=Status.SUBMITTED)
    return TravelClaim.objects.filter(words, taken | old)


def _is_over(claim: TravelClaim, years: dict[int, int]) -> bool:
    if claim.unit_id not in years:
        years[claim.unit_id] = max(BY_LAW, int(rule.on(claim.unit, RULE)))
    return claim.day.year + years[claim.unit_id] < clock.today().year


@transaction.atomic
def _empty(key: int) -> int:
    """Asked again under the lock."""
    by = Actor.worker()
    claim = workflow.locked(TravelClaim.objects.get(pk=key), "fee")
    if not _over().filter(pk=key).exists():
        return 0
    if claim.is_open:
        workflow.move(claim, Status.WITHDRAWN, by)
    receipts = _forget_receipts(claim)
    claim.route = claim.reason = claim.returned_because = ""
    if not claim.about:
        claim.what = EMPTIED
    claim.save(update_fields=["route", "reason", "returned_because", "what"])
    if claim.fee:
        _forget_words(claim.fee, own_words=not claim.about)
    audit.log(claim, "kuuluviin.changed", by, {"emptied": True, "receipts": receipts})
    return 1


def _forget_receipts(claim: TravelClaim) -> int:
    lines = list(claim.lines.exclude(receipt=None).select_related("receipt"))
    files = [line.receipt for line in lines]
    claim.lines.update(what="", receipt=None)
    for file in files:
        stored_file.remove(file)
    return len(files)


def _forget_words(fee: Fee, *, own_words: bool) -> None:
    """The ledger's row of the claim stays; the claimant's words in it go. A row of nothing keeps a reason."""
    fee.reason = fee.reason and EMPTIED
    if own_words:
        fee.what = EMPTIED
    fee.save(update_fields=["reason", "what"])
