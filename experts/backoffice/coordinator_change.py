"""A new coordinator: how many would be told and by what way, and choosing to tell them or not."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, UnitAgreement
from coordination.people.permissions import branch
from coordination.records.models import Job
from experts.domain import coordinator_change as verbs
from experts.domain.coordinator_change import NewCoordinator

SHOWN = 60
LOOK, ACT = "people.view_unitagreement", "people.change_unitagreement"


def by_agreement(request: HttpRequest, pk: int) -> HttpResponse:
    rows = UnitAgreement.objects.visible_to(request.user).select_related("unit", "coordinator")
    row = rows.filter(pk=pk).first()
    return _page(request, NewCoordinator.by_agreement(row) if row else None)


def by_role(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Role.objects.visible_to(request.user).filter(kind=Role.Kind.COORDINATOR).select_related("unit", "person")
    row = rows.filter(pk=pk).first()
    return _page(request, NewCoordinator.by_role(row) if row else None)


def by_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The role has been ended: whoever goes on is told of. Nobody can be while nobody does."""
    rows = Role.objects.visible_to(request.user).filter(kind=Role.Kind.COORDINATOR).select_related("unit", "person")
    row = rows.filter(pk=pk).exclude(ends_on=None).first()
    if row is None or not branch.holds(request.user, row.unit, *branch.KEEPERS):
        raise Http404
    new = NewCoordinator.after(row)
    if new is None:
        return render(
            request, "experts/backoffice/coordinator_gone.html", {"role": row, "title": _("Nobody goes on yet")}
        )
    return _page(request, new)


def _page(request: HttpRequest, new: NewCoordinator | None) -> HttpResponse:
    if new is None or not branch.holds(request.user, new.unit, *branch.KEEPERS):
        raise Http404
    back = reverse("people_unit:page", args=[new.unit.pk])
    if request.method == "POST":
        return _tell(request, new, back)
    people = verbs.people_of(new)
    ways = Counter(person.channel for person in people)
    context = {
        "new": new,
        "people": people[:SHOWN],
        "more": max(0, len(people) - SHOWN),
        "count": len(people),
        "ways": [(label, ways[channel]) for channel, label in Person.Channel.choices if ways[channel]],
        "orders": verbs.orders_of(new),
        "told": verbs.told(new),
        "back": back,
        "title": _("Tell of the new coordinator"),
    }
    return render(request, "experts/backoffice/coordinator_change.html", context)


def _tell(request: HttpRequest, new: NewCoordinator, back: str) -> HttpResponse:
    try:
        done = verbs.tell(new, Actor.of(request.user), hand_over="hand_over" in request.POST)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(back)
    if isinstance(done, Job):
        return redirect(reverse("records:job", args=[done.pk]))
    words = ngettext("%(count)s person is told.", "%(count)s people are told.", done)
    messages.success(request, words % {"count": done})
    return redirect(back)


urlpatterns: list[URLPattern] = [
    path("sopimus/<int:pk>/", asking(by_agreement, LOOK, ACT), name="agreement"),
    path("rooli/<int:pk>/", asking(by_role, LOOK, ACT), name="role"),
    path("rooli/<int:pk>/paattyi/", asking(by_end, LOOK, ACT), name="ended"),
]
