"""Travel claims in the back office: what waits, one claim to approve or return, and one written by phone."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from coordination.fees.domain import travel_check, travel_claim
from coordination.fees.forms.claim_desk import ClaimDesk, facts_of
from coordination.fees.forms.travel_claim import GiveBackForm, TripForm
from coordination.fees.models import TravelClaim
from coordination.fees.permissions import travel_claim as permissions
from coordination.foundation import formats
from coordination.foundation.board import Board, DayColumn, EurosColumn
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import Person, Role, Unit, User
from coordination.people.permissions import branch
from coordination.records.domain import access
from coordination.records.models import AccessEntry

FOUND = 20
WITH = ("person__unit", "payer", "unit", "fee", "decided_by", "entered_by")


class TravelClaimBoard(Board):
    model = TravelClaim
    name = "fees_claim"
    url_prefix = "matkalaskut"
    icon = "tag"
    menu_label = pgettext_lazy("menu", "Travel claims")
    list_filter = ["status"]
    list_display = [
        TitleColumn(
            "person",
            label=gettext_lazy("Who travelled"),
            accessor="person.full_name",
            get_url=lambda row: board.page_url(row),
            sort_key="person__last_name",
        ),
        DayColumn("day", label=gettext_lazy("Day of the trip"), sort_key="day"),
        Column("what", label=gettext_lazy("What trip")),
        EurosColumn("costs", label=gettext_lazy("Costs together"), sort_key="costs"),
        Column("payer", label=gettext_lazy("Who pays"), accessor="payer.names"),
        StatusTagColumn(
            "status",
            label=pgettext_lazy("claim", "State"),
            accessor="get_status_display",
            primary=lambda row: row.status == TravelClaim.Status.SUBMITTED,
        ),
    ]
    default_ordering = "-day"
    page_rights = {"choose": "add", "new": "add"}

    def queryset_for(self, user: User) -> QuerySet[TravelClaim]:
        """What one handles, and what one has written down for a caller and not sent yet."""
        handled = TravelClaim.objects.handled_by(user).values("pk")
        drafts = Q(entered_by=user, status=TravelClaim.Status.DRAFT)
        return TravelClaim.objects.filter(Q(pk__in=handled) | drafts).with_total().select_related(*WITH)

    def new_url(self) -> str:
        return reverse("fees_claim:choose")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", choose, name="choose"),
            path("uusi/<int:pk>/", new, name="new"),
            path("<int:pk>/", show, name="page"),
        ]


def choose(request: HttpRequest) -> HttpResponse:
    """Who called: `?nimi=` searches among those whose data one keeps."""
    words = request.GET.get("nimi", "").split()[:3]
    found = _callers(request.user)
    for word in words:
        found = found.filter(Q(first_name__icontains=word) | Q(last_name__icontains=word))
    people = list(found[:FOUND]) if words else []
    context = {"people": people, "asked": " ".join(words), "title": _("Write a travel claim for a caller")}
    return render(request, "fees/backoffice/travel_claim_who.html", context)


def new(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(_callers(request.user), pk=pk)
    if not branch.may_write_down_for(request.user, person):
        raise PermissionDenied
    form = TripForm(form_page.posted(request), person=person, by=Actor.of(request.user).acting_for(person))
    if request.method == "POST" and form.is_valid() and form.save():
        return redirect("fees_claim:page", form.made.pk)
    context = {
        "form": form,
        "title": _("A trip of %(name)s") % {"name": person.full_name},
        "intro": _("Read the trips aloud and choose the one the caller means.") if form.trips else "",
        "button": _("Go on to the costs"),
        "back": reverse("fees_claim:choose"),
    }
    return render(request, "people/backoffice/form.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One claim: the costs, what is unusual and why, and the decision; or the desk of one who writes by phone."""
    claim = get_object_or_404(board.queryset_for(request.user), pk=pk)
    if request.method == "GET":
        subjects = [f"people.person:{claim.person_id}"]
        access.record(request.user, AccessEntry.Action.VIEW, f"fees.travelclaim:{claim.pk}", subjects=subjects)
    is_mine = claim.entered_by_id == request.user.pk and branch.may_write_down_for(request.user, claim.person)
    data = form_page.posted(request)
    by = Actor.of(request.user)
    asked = request.GET.get("kulu", ""), request.GET.get("kuitti", "")
    desk = ClaimDesk(claim, by.acting_for(claim.person), asked[0], data, request.FILES, asked[1])
    back = GiveBackForm(data if request.POST.get("act") == "give_back" else None, claim=claim, by=by)
    try:
        done = _press(request, claim, desk if is_mine else None, back)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("fees_claim:page", pk)
    if done:
        messages.success(request, done)
        is_gone = claim.status == TravelClaim.Status.WITHDRAWN
        return redirect("fees_claim:index") if is_gone else redirect("fees_claim:page", pk)
    context = {
        **facts_of(claim, request.user),
        **(desk.context() if is_mine else {}),
        "found": travel_check.findings(claim),
        "is_mine": is_mine,
        "decides": claim.status == TravelClaim.Status.SUBMITTED and permissions.may_decide(request.user, claim),
        "back_form": back,
        "title": f"{claim.person.full_name}, {formats.day(claim.day)}",
    }
    if back.is_bound:
        context["form"] = back
    return render(request, "fees/backoffice/travel_claim.html", context)


def _press(request: HttpRequest, claim: TravelClaim, desk: ClaimDesk | None, back: GiveBackForm) -> str:
    """What to tell when a press went through. Raises `Refused`."""
    if request.method != "POST":
        return ""
    act = request.POST.get("act")
    if act == "approve":
        travel_claim.approve(claim, Actor.of(request.user))
        return _("Approved. The costs stand in the ledger as owed.")
    if act == "give_back":
        return _("Returned. The claimant is told that it waits.") if back.is_valid() and back.save() else ""
    return desk.press() if desk else ""


def _callers(user: User) -> QuerySet[Person]:
    """Those whom the user keeps as a coordinator, not oneself."""
    branches = user.branches(Role.Kind.COORDINATOR)
    people = Person.objects.visible_to(user).living().filter(unit__in=Unit.objects.within(branches))
    return people.exclude(user=user).order_by("last_name", "first_name", "pk").select_related("unit")


board = TravelClaimBoard()
