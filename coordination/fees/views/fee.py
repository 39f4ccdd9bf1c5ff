"""What I have earned: one's own rows of the ledger, a year at a time, and a question where the money is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coordination.fees.domain import earnings, inquiry, steps
from coordination.fees.models import Fee, FeeInquiry
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit

WAITING = (Fee.Status.OWED, Fee.Status.APPROVED, Fee.Status.SENT)


@dataclass(frozen=True)
class Row:
    """One row with every step of it, and the last question asked about it."""

    fee: Fee
    steps: list[steps.Step]
    pay_day: int | None
    asked: FeeInquiry | None
    day: date | None = None
    """When it is probably paid."""

    @property
    def is_waiting(self) -> bool:
        return self.fee.status in WAITING and self.fee.amount > 0

    @property
    def is_answered(self) -> bool:
        """It came back, and another row stands in its place."""
        return hasattr(self.fee, "replaced_by")

    @property
    def may_ask(self) -> bool:
        waits = self.fee.status not in (Fee.Status.PAID, Fee.Status.VOID) and self.fee.amount > 0
        return waits and not self.is_answered and (self.asked is None or self.asked.answered_at is not None)


@login_required
@require_safe
@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """`?vuosi=2026` shows that year; without it, or with one that has nothing, this year (EX-13).

    What is still on its way stands first, whichever year it was earned in.
    """
    own = Fee.objects.earned_by(request.user)
    years = earnings.years(own.counted().select_related(earnings.ROOTS))
    asked = request.GET.get("vuosi", "")
    year = next((each for each in years if str(each.year) == asked), None) or next(
        each for each in years if each.year == clock.today().year
    )
    shown = Q(earned_on__year=year.year)
    if year is years[0]:
        shown |= Q(status__in=WAITING, amount__gt=0)
    fees = own.filter(shown).select_related("payer", "replaced_by").prefetch_related("inquiries")
    rows = _rows(list(fees))
    waiting = [row for row in rows if row.is_waiting] if year is years[0] else []
    context = {
        "years": years,
        "year": year,
        "rows": rows,
        "waiting": waiting,
        "on_its_way": sum(row.fee.amount for row in waiting),
        "done": [row for row in rows if row not in waiting],
    }
    return render(request, "fees/fee/mine.html", context)


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Where is my money? One press."""
    fee = get_object_or_404(Fee.objects.earned_by(request.user), pk=pk)
    try:
        inquiry.ask(fee, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Asked. The answer comes to you by message, and stands here."))
    return redirect("fees:mine")


@login_required
@require_safe
@never_cache
def statement(request: HttpRequest, year: int) -> HttpResponse:
    """One's own year on paper."""
    person = request.user.as_person()
    if person is None or not 2000 <= year <= clock.today().year + 1:
        raise Http404
    file = BytesIO(earnings.statement(person, year))
    return FileResponse(file, content_type="application/pdf", filename=f"palkkiot-{year}.pdf")


def _rows(fees: list[Fee]) -> list[Row]:
    pay_days: dict[Unit, int] = {}
    return [_row(fee, pay_days) for fee in fees]


def _row(fee: Fee, pay_days: dict[Unit, int]) -> Row:
    """The payer's usual pay day is asked once for each payer."""
    day = None
    if fee.status in WAITING and fee.amount > 0:
        if fee.payer not in pay_days:
            pay_days[fee.payer] = steps.usual(fee.payer)
        after = clock.local(fee.sent_at).date() if fee.sent_at else clock.today()
        day = steps.next_pay_day(pay_days[fee.payer], after)
    asked = max(fee.inquiries.all(), key=lambda row: row.pk, default=None)
    told = None if fee.given_back_at and fee.status == Fee.Status.OWED else day
    return Row(fee, steps.of(fee, told), pay_days.get(fee.payer) if day else None, asked, told)
