"""What I have earned: one's own rows of the ledger, a year at a time."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coordination.fees.domain import fee
from coordination.fees.models import Fee
from coordination.foundation import clock


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """`?vuosi=2026` shows that year; without it, or with one that has nothing, this year (EX-13)."""
    own = Fee.objects.earned_by(request.user)
    this_year = clock.today().year
    years = sorted({this_year, *(day.year for day in own.dates("earned_on", "year"))}, reverse=True)
    asked = request.GET.get("vuosi", "")
    year = int(asked) if asked in {str(each) for each in years} else this_year
    context = {
        "years": years,
        "year": year,
        "earned": fee.earned(own, year),
        "fees": own.filter(earned_on__year=year).select_related("payer"),
    }
    return render(request, "fees/fee/mine.html", context)
