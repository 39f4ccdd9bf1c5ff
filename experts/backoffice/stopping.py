"""An expert's break and stopping in the back office: told by phone, and what it touched with who could come instead."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import matching
from experts.domain import stopping as verbs
from experts.domain.booking_seat import waits_for_expert
from experts.forms.stopping import ComeBackForm, StopForm
from experts.models import BookingRequest, Stopping, Touched
from experts.permissions.booking_request import coordinates

from . import expert_found

Kind = Stopping.Kind
Order = BookingRequest.Status
SHOWN = 10
REPLACEMENTS = 3
WORDS = {
    Kind.LEAVE: (
        gettext_lazy("A break for %(name)s"),
        gettext_lazy("The CV leaves the folder and the public page at once. No reason is asked."),
        gettext_lazy("Begin the break"),
        gettext_lazy("The break has begun. See below what it touched."),
    ),
    Kind.END: (
        gettext_lazy("%(name)s stops altogether"),
        gettext_lazy(
            "The CV leaves the folder and the public page at once. This cannot be undone. No reason is asked."
        ),
        gettext_lazy("Note that the expert stops"),
        gettext_lazy("It is noted. See below what it touched."),
    ),
}
ACTS = {"tauolle": Kind.LEAVE, "lopeta": Kind.END}


@dataclass(frozen=True)
class Card:
    """One touched order: what became of the offer or booking, and who could come instead."""

    touched: Touched
    order: BookingRequest
    is_mine: bool
    is_open: bool
    matches: list[matching.Match]

    @property
    def url(self) -> str:
        return reverse("booking_request:page", args=[self.order.pk]) if self.is_mine else ""


@never_cache
def stop(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """For one who called or wrote: the same questions as on the expert's own page."""
    expert = expert_found.for_keeper(request, pk)
    kind = ACTS[act]
    title, happens, button, done = WORDS[kind]
    by = Actor.of(request.user).acting_for(expert.person)
    form = StopForm(request.POST if request.method == "POST" else None, expert=expert, kind=kind, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, done)
        return redirect("expert:stopping", pk, form.made.pk)
    context = {"form": form, "expert": expert, "kind": kind, "touch": form.touch, "happens": happens, "button": button}
    context["title"] = title % {"name": expert.person.full_name}
    return render(request, "experts/backoffice/expert_stop.html", context)


@never_cache
def come_back(request: HttpRequest, pk: int) -> HttpResponse:
    expert = expert_found.for_keeper(request, pk)
    by = Actor.of(request.user).acting_for(expert.person)
    form = ComeBackForm(request.POST if request.method == "POST" else None, expert=expert, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Done. The expert's state has changed."))
        return redirect("expert:page", pk)
    context = {"form": form, "expert": expert, "button": _("Keep the choice")}
    context["title"] = _("%(name)s: back from the break") % {"name": expert.person.full_name}
    return render(request, "experts/backoffice/expert_stop.html", context)


@never_cache
def show(request: HttpRequest, pk: int, stopping: int) -> HttpResponse:
    """What one stopping touched, with the best experts for each order that waits for somebody."""
    expert = expert_found.for_coordinator(request, pk)
    row = get_object_or_404(Stopping.objects.visible_to(request.user), pk=stopping, expert=expert)
    touched = row.touched.select_related(
        "booking_request__task_type", "booking_request__unit", "booking_request__coordinator", "booking", "offer"
    ).prefetch_related("booking_request__times", "booking__sessions")
    cards = _cards(request.user, list(touched[:SHOWN]))
    subjects = {match.expert.staff_key for card in cards for match in card.matches} | {expert.staff_key}
    access.record(
        request.user, AccessEntry.Action.VIEW, f"experts.expert:{expert.staff_key}", subjects=sorted(subjects)
    )
    context = {
        "expert": expert,
        "stopping": row,
        "cards": cards,
        "more": max(0, touched.count() - SHOWN),
        "may_see_to": row.seen_at is None and expert_found.may_change(request),
    }
    return render(request, "experts/backoffice/expert_stopping.html", context)


@require_POST
def see_to(request: HttpRequest, pk: int, stopping: int) -> HttpResponse:
    expert = expert_found.for_keeper(request, pk)
    row = get_object_or_404(Stopping.objects.visible_to(request.user), pk=stopping, expert=expert)
    try:
        verbs.see_to(row, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Marked as seen to. It leaves your list."))
    return redirect("expert:page", pk)


def _cards(user: User, touched: list[Touched]) -> list[Card]:
    """One order is told once. A ranking for each that waits: the page shows ten at most, so it stays quick."""
    seen: dict[int, Card] = {}
    for row in touched:
        order = row.booking_request
        if order.pk not in seen:
            seen[order.pk] = _card(user, row, order)
    return list(seen.values())


def _card(user: User, row: Touched, order: BookingRequest) -> Card:
    is_mine = coordinates(user, order.unit)
    is_open = waits_for_expert(order)
    matches = matching.rank(order, user, limit=REPLACEMENTS).matches[:REPLACEMENTS] if is_mine and is_open else []
    return Card(row, order, is_mine, is_open, matches)
