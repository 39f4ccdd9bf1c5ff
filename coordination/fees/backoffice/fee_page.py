"""One row of the ledger: its steps, where it is, and what may be done about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.fees.domain import steps
from coordination.fees.forms import fee_step
from coordination.fees.models import Fee, FeeInquiry
from coordination.fees.permissions import money
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User

Status = Fee.Status
ACTS: dict[str, tuple[type[fee_step.OfFee], Promise, Promise, Promise]] = {
    "kuntoon": (
        fee_step.PutRightForm,
        _("Put right what was given back"),
        _("Done: put it right"),
        _("It is written down."),
    ),
    "tulos": (fee_step.OutcomeForm, _("What payroll told"), _("Write it down"), _("It is written down.")),
    "uusi": (
        fee_step.ReissueForm,
        _("Make a new row in its place"),
        _("Make the new row"),
        _("The new row waits for approval. This one stays as it was."),
    ),
    "hyvitys": (
        fee_step.ReverseForm,
        _("Take back what was paid wrong"),
        _("Make the negative row"),
        _("The negative row waits for approval. Owe the right sum from it, if there is one."),
    ),
}


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One row with the price it was made of."""
    fee = _found(request, pk)
    context = {
        "fee": fee,
        "steps": steps.of(fee, steps.expected(fee)),
        "pay_day": steps.usual(fee.payer),
        "acts": [(key, ACTS[key][1]) for key in open_acts(fee, request.user)],
        "batch": _batch(fee, request.user),
        "answer": Fee.objects.filter(replaces=fee).first(),
        "inquiries": FeeInquiry.objects.filter(fee=fee).select_related("answered_by"),
        "own": _is_own(fee, request.user),
    }
    return render(request, "fees/backoffice/fee.html", context)


@never_cache
def act(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """One thing done about the row; what is not open now is not there."""
    fee = _found(request, pk)
    if what not in open_acts(fee, request.user):
        raise Http404
    kind, title, button, done = ACTS[what]
    form = kind(form_page.posted(request), fee=fee, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, done)
        target = form.made if isinstance(form.made, Fee) else fee
        return redirect("fees_fee:page", target.pk)
    context = {"form": form, "fee": fee, "title": title, "button": button, "back": reverse("fees_fee:page", args=[pk])}
    return render(request, "fees/backoffice/fee_act.html", context)


def open_acts(fee: Fee, user: User) -> list[str]:
    """What this user may do about the row as it stands."""
    if _is_own(fee, user):
        return []
    handles = money.may_handle(user, fee.payer)
    found = []
    if fee.status == Status.OWED and fee.given_back_at and (_puts_right(fee, user)):
        found.append("kuntoon")
    if handles and fee.status == Status.SENT:
        found.append("tulos")
    if handles and fee.status == Status.RETURNED and not fee.is_made_again:
        found.append("uusi")
    elif handles and not hasattr(fee, "replaced_by"):
        is_reversal = fee.amount < 0 and fee.status != Status.VOID
        is_struck = fee.status == Status.VOID and fee.replaces_id is not None
        if is_reversal or is_struck:
            found.append("uusi")
        if fee.status == Status.PAID and fee.amount > 0:
            found.append("hyvitys")
    return found


def _puts_right(fee: Fee, user: User) -> bool:
    return money.may_put_right(user, fee.payer) or money.may_put_right(user, fee.unit)


def _is_own(fee: Fee, user: User) -> bool:
    person = user.as_person()
    return person is not None and person.pk == fee.payee_id


def _batch(fee: Fee, user: User) -> object:
    """The batch it is in, for those who see batches."""
    row = getattr(fee, "batch_row", None)
    return row.batch if row and user.has_perm("fees.view_paymentbatch") else None


def _found(request: HttpRequest, pk: int) -> Fee:
    related = ("payee", "payer", "unit", "approver", "first_approver", "given_back_by", "replaces", "batch_row__batch")
    return get_object_or_404(Fee.objects.visible_to(request.user).select_related(*related), pk=pk)
