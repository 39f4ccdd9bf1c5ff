"""What waits for my approval: for approvers and deputies, with or without a back office."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.fees.domain import approval, inquiry, steps
from coordination.fees.forms.fee_step import GiveBackForm
from coordination.fees.forms.inquiry import AnswerForm
from coordination.fees.models import Fee
from coordination.foundation.keys import ticked
from coordination.people.actor import Actor
from coordination.people.models import Person

SHOWN = 100


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """The rows that wait, the oldest first, all ticked by `?kaikki`; POST approves the ticked ones, each by itself."""
    person = _approver(request)
    waiting = approval.waiting_for(person)
    if request.method == "POST":
        keys = ticked(request.POST.getlist("fee"))[:SHOWN]
        _approve(request, waiting.filter(pk__in=keys))
        return redirect("fees:approvals")
    rows = list(waiting.select_related("payee", "payer", "unit", "first_approver")[:SHOWN])
    context = {
        "rows": rows,
        "count": waiting.count(),
        "all_ticked": "kaikki" in request.GET,
        "total": sum(row.amount for row in rows),
        "questions": inquiry.for_approver(person),
        "approved": Fee.objects.filter(approver=person).select_related("payee").order_by("-approved_at")[:10],
    }
    return render(request, "fees/approval/index.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Not approved: the reason, and back to whoever made the row."""
    person = _approver(request)
    mine = approval.waiting_for(person) | Fee.objects.filter(approver=person, status=Fee.Status.APPROVED)
    fee = get_object_or_404(mine.select_related("payee", "payer", "unit"), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = GiveBackForm(data, fee=fee, by=Actor.of(request.user))
    if data is not None and form.is_valid() and form.save():
        messages.success(request, _("The row is given back. It comes to you again when it has been put right."))
        return redirect("fees:approvals")
    return render(request, "fees/approval/give_back.html", {"form": form, "fee": fee})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody asks where their money is, and it waits for me."""
    row = get_object_or_404(inquiry.for_approver(_approver(request)), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(data, inquiry=row, by=Actor.of(request.user))
    if data is not None and form.is_valid() and form.save():
        messages.success(request, _("The answer is on its way."))
        return redirect("fees:approvals")
    context = {"form": form, "row": row, "fee": row.fee, "steps": steps.of(row.fee, steps.expected(row.fee))}
    return render(request, "fees/approval/answer.html", context)


def _approver(request: HttpRequest) -> Person:
    person = request.user.as_person()
    if person is None or not approval.stands_as(person):
        raise Http404
    return person


def _approve(request: HttpRequest, rows: object) -> None:
    done = approval.approve_many(list(rows), Actor.of(request.user))
    if done.approved:
        count = len(done.approved)
        text = ngettext("%(count)s fee is approved.", "%(count)s fees are approved.", count)
        messages.success(request, text % {"count": count})
    if done.first:
        count = len(done.first)
        text = ngettext(
            "%(count)s fee waits for the second approver now.",
            "%(count)s fees wait for the second approver now.",
            count,
        )
        messages.success(request, text % {"count": count})
    for number, refusal in done.refused.items():
        messages.error(request, f"{number}: {refusal}")
    if not (done.approved or done.first or done.refused):
        messages.error(request, _("Tick at least one row."))
