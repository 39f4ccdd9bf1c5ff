"""Events under one's own matters: those one is invited to, those one arranges, and one of them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.events.domain import order, owner
from coordination.events.models import Event, Organiser, Registration
from coordination.events.permissions.event import organises
from coordination.foundation import clock
from coordination.people.actor import Actor

from . import answer
from .link import WITH, calendar_file

PAST = 12


@require_safe
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """What comes, what was, and what one arranges."""
    now = clock.now()
    own = Registration.objects.filter(person__user=request.user).exclude(event__status=Event.Status.DRAFT)
    own = own.select_related("event")
    helped = Organiser.objects.in_service(request.user).values("event")
    arranged = Event.objects.filter(pk__in=helped).exclude(status__in=[Event.Status.CANCELLED, Event.Status.HELD])
    context = {
        "coming": list(own.filter(event__ends_at__gte=now).order_by("event__starts_at")),
        "past": list(own.filter(event__ends_at__lt=now).order_by("-event__starts_at")[:PAST]),
        "arranged": list(arranged.order_by("starts_at")),
    }
    return render(request, "events/mine/index.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One event: the invited answer, others may register to a public one, its organisers find the door."""
    seen = Event.objects.visible_to(request.user).select_related("coordinator", "unit")
    event = get_object_or_404(seen, pk=pk)
    person = request.user.as_person()
    row = _own(request, event)
    by = Actor.of(request.user)
    may_answer = person is not None and (row is not None or event.is_public)
    form = answer.form_of(request, event, person, row, by) if may_answer else None
    if request.method == "POST" and form is not None and form.is_valid() and form.save():
        messages.success(request, answer.thanks(form.made))
        return redirect("events:event", event.pk)
    arranges = organises(request.user, event)
    context = {**answer.facts(event, row, form), **_stands_by(request, event, arranges), "trail": trail()}
    context["waits"] = context["waits"] and may_answer
    # Who arranges or leads looks on: nothing has closed for somebody who was not asked.
    context["looks_on"] = row is None and not context["waits"] and bool(arranges or context["owner"])
    return render(request, "events/mine/show.html", context)


@require_safe
@never_cache
@login_required
def file(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Registration.objects.filter(person__user=request.user).select_related(*WITH)
    return calendar_file(get_object_or_404(rows, event=pk))


def trail() -> list[dict[str, str]]:
    return [{"name": pgettext("page title", "Events"), "url": reverse("events:mine")}]


def _stands_by(request: HttpRequest, event: Event, arranges: bool) -> dict[str, object]:
    """What those who arrange it are told, and the leaders of the council whose event it is: who arranges it for them."""
    leads = not arranges and bool(event.meant_for)
    if leads:
        leads = Event.objects.of_led_bodies(request.user).filter(pk=event.pk).exists()
    organisers = event.organisers.select_related("person") if leads else []
    return {
        "arranges": arranges,
        "order_begun": order.begun(request.user, event) if arranges else {},
        "owner": owner.named(event.meant_for) if leads else "",
        "organisers": [row.person.full_name for row in organisers if row.person_id != event.coordinator_id],
    }


def _own(request: HttpRequest, event: Event) -> Registration | None:
    rows = Registration.objects.filter(person__user=request.user, event=event).select_related(*WITH)
    row = rows.first()
    if row is not None:
        row.event = event
    return row
