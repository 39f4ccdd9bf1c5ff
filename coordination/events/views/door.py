"""The door on a phone: who was there, who came without registering, ideas noted, and “it was held” (WT-02, AN-14)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from coordination.events.domain import door as verbs
from coordination.events.domain import event as events
from coordination.events.domain import needs, order
from coordination.events.forms.door import WalkInForm
from coordination.events.forms.idea import IdeaForm
from coordination.events.models import Event, Registration
from coordination.foundation import clock, square_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access

from .mine import trail

Status = Registration.Status
ACTS = {"tuli": True, "ei": False}


@require_safe
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The list in big buttons, those with a place first. Reading it is written to the access log."""
    event = _arranged(request, pk)
    access.record(request.user, "view", f"events.event:{event.pk}")
    return _page(request, event)


@require_POST
@login_required
def press(request: HttpRequest, pk: int, row: int, act: str) -> HttpResponse:
    """Was there (`tuli`), was not (`ei`), or a slip of the finger (`peru`)."""
    event = _arranged(request, pk)
    marked = get_object_or_404(event.registrations.select_related("event__unit"), pk=row)
    by = Actor.of(request.user)
    try:
        if act == "peru":
            verbs.unmark(marked, by)
        elif act in ACTS:
            verbs.mark(marked, by, attended=ACTS[act])
        else:
            raise Http404
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse('events:door', args=[event.pk])}#r{marked.pk}")


@require_POST
@login_required
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    event = _arranged(request, pk)
    form = WalkInForm(request.POST, event=event, by=Actor.of(request.user))
    if form.is_valid() and form.save():
        messages.success(request, _("%(name)s is on the list.") % {"name": form.made.person.full_name})
        return redirect("events:door", event.pk)
    return _page(request, event, walk_in_form=form)


@require_POST
@login_required
def idea(request: HttpRequest, pk: int) -> HttpResponse:
    event = _arranged(request, pk)
    form = IdeaForm(request.POST, event=event)
    if form.is_valid() and form.save():
        messages.success(request, _("The idea waits to be read, without a name."))
        return redirect("events:door", event.pk)
    return _page(request, event, idea_form=form)


@require_POST
@login_required
def held(request: HttpRequest, pk: int) -> HttpResponse:
    event = _arranged(request, pk)
    try:
        events.held(event, Actor.of(request.user))
        messages.success(request, _("The event has been held. Those who were there are thanked."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("events:door", event.pk)


OF_GROUPS = (Event.Kind.TRAINING, Event.Kind.SUPERVISION, Event.Kind.JOINT_MEETING)


def _page(
    request: HttpRequest, event: Event, *, walk_in_form: WalkInForm | None = None, idea_form: IdeaForm | None = None
) -> HttpResponse:
    rows = sorted(
        event.registrations.exclude(status=Status.DECLINED).select_related("person"),
        key=lambda row: (row.person.first_name.casefold(), row.person.last_name.casefold(), row.pk),
    )
    for row in rows:
        row.needs_shown = ", ".join(needs.words(row))
    is_day = clock.local(event.starts_at).date() <= clock.today()
    address = request.build_absolute_uri(reverse("event_street:ideas", args=[event.pk]))
    context = {
        "event": event,
        "trail": trail(),
        "expected": [row for row in rows if row.status != Status.INVITED or row.marked_at],
        "invited": [row for row in rows if row.status == Status.INVITED and not row.marked_at],
        # A group comes as it was called together: hardly anybody answers beforehand.
        "is_of_group": event.kind in OF_GROUPS,
        "there": sum(row.status == Status.ATTENDED for row in rows),
        "total": sum(row.status in (Status.REGISTERED, Status.ATTENDED, Status.ABSENT) for row in rows),
        "may_mark": is_day and event.status not in (Event.Status.DRAFT, Event.Status.CANCELLED),
        "may_end": event.starts_at <= clock.now() and event.status in (Event.Status.OPEN, Event.Status.CLOSED),
        "walk_in_form": walk_in_form or WalkInForm(event=event, by=Actor.of(request.user)),
        "idea_form": idea_form or IdeaForm(event=event),
        "interest_url": _collecting(event),
        "order_begun": order.begun(request.user, event),
        "idea_address": address if event.is_public else "",
        "idea_code": square_code.path(address) if event.is_public else None,
    }
    return render(request, "events/door/show.html", context)


def _collecting(event: Event) -> str:
    """Where contact details are written down for the recruitment whose event this is; that room lies above this one."""
    try:
        return reverse("recruitment:collect", args=[event.pk]) if event.collects_interest else ""
    except NoReverseMatch:
        return ""


def _arranged(request: HttpRequest, pk: int) -> Event:
    return get_object_or_404(Event.objects.led_by(request.user).select_related("unit", "coordinator"), pk=pk)
