"""My travel costs: what I may claim, my claims, and one of them (CC-21, section 2.4)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.fees.domain import receipt, steps, travel_check, travel_claim
from coordination.fees.forms.claim_desk import ClaimDesk, facts_of
from coordination.fees.forms.travel_claim import TripForm
from coordination.fees.models import ClaimLine, TravelClaim
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import access
from coordination.records.models import AccessEntry

SHOWN = 50


@require_safe
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Trips that wait to be claimed, and one's claims."""
    person = _me(request)
    claimed = travel_check.claimed(person)
    waiting = [trip for trip in travel_check.trips(person) if trip.about not in claimed and not trip.settled]
    claims = TravelClaim.objects.claimed_by(request.user).standing().with_total().select_related("fee")[:SHOWN]
    return render(request, "fees/travel_claim/index.html", {"waiting": waiting, "claims": claims})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Which trip; `?asia=experts.session:12` has it chosen already, and leads on to its claim where there is one."""
    person, asked = _me(request), request.GET.get("asia", "")
    if asked and (standing := travel_check.claimed(person).get(asked)):
        return redirect("fees:claim", standing.pk)
    data = request.POST if request.method == "POST" else None
    form = TripForm(data, person=person, by=Actor.of(request.user), initial={"trip": asked} if asked else None)
    if data is not None and form.is_valid() and form.save():
        return redirect("fees:claim", form.made.pk)
    return render(request, "fees/travel_claim/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own claim: its costs, and while it is open all that is done with it. `?kulu=kilometrit` chooses the cost."""
    claim = _own(request, pk)
    data = request.POST if request.method == "POST" else None
    asked = request.GET.get("kulu", ""), request.GET.get("kuitti", "")
    desk = ClaimDesk(claim, Actor.of(request.user), asked[0], data, request.FILES, asked[1])
    try:
        done = desk.press() if data is not None else ""
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("fees:claim", pk)
    if done:
        messages.success(request, done)
        return redirect("fees:claim", pk)
    where = {"steps": steps.of(claim.fee, steps.expected(claim.fee))} if claim.fee else {}
    context = {**facts_of(claim, request.user), **desk.context(), **where}
    return render(request, "fees/travel_claim/show.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    claim = _own(request, pk)
    if request.method == "POST":
        try:
            travel_claim.withdraw(claim, Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("fees:claim", pk)
        messages.success(request, _("The claim is taken away with its receipts."))
        return redirect("fees:claims")
    return render(request, "fees/travel_claim/withdraw.html", facts_of(claim, request.user))


@require_safe
@never_cache
@login_required
def paper(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """A receipt, for its owner and those who handle the claim; that others read it is written down."""
    claim = get_object_or_404(TravelClaim.objects.visible_to(request.user).select_related("person"), pk=pk)
    row = get_object_or_404(ClaimLine.objects.exclude(receipt=None).select_related("receipt"), claim=claim, pk=line)
    if claim.person.user_id != request.user.pk:
        subjects = [f"people.person:{claim.person_id}"]
        access.record(request.user, AccessEntry.Action.VIEW, f"fees.receipt:{row.pk}", subjects=subjects)
    with row.receipt.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type=receipt.content_type(row.receipt))
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _me(request: HttpRequest) -> Person:
    """Raises `Http404` for an account without a person."""
    person = request.user.as_person()
    if person is None:
        raise Http404
    return person


def _own(request: HttpRequest, pk: int) -> TravelClaim:
    rows = TravelClaim.objects.claimed_by(request.user).select_related("person", "payer", "unit", "fee", "decided_by")
    return get_object_or_404(rows, pk=pk)


def new_url(about: str) -> str:
    """Where the costs of a trip are claimed, for the wings' pages."""
    return f"{reverse('fees:claim_new')}?asia={about}"
