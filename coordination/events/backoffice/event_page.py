"""An event's page: what stands, what is the next step, the programme, the tasks, who helps."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.calendar.models import Action
from coordination.events.domain import order, owner, seat, task
from coordination.events.models import Event, Registration
from coordination.foundation import clock

from . import found

Status = Registration.Status


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    event = found.event(request, pk)
    tasks = [(row, row.status == Action.Status.OPEN and row.due_on < clock.today()) for row in task.of(event)]
    context = {
        "event": event,
        "programme": list(event.programme.all()),
        "tasks": tasks,
        "tasks_done": sum(row.status == Action.Status.DONE for row, __ in tasks),
        "organisers": list(event.organisers.select_related("person")),
        "counts": counts(event),
        "left": seat.left(event),
        "owner": owner.named(event.meant_for),
        "next": _next(event),
        "has_begun": event.starts_at <= clock.now(),
        "may_change": event.status in (Event.Status.DRAFT, Event.Status.OPEN, Event.Status.CLOSED),
        "order_begun": order.begun(request.user, event),
        "may_order": request.user.has_role(*order.MAY),
    }
    return render(request, "events/backoffice/page.html", context)


def counts(event: Event) -> dict[str, int]:
    """How many stand where, every state named; those whose details have been erased since are counted, too."""
    rows = event.registrations.order_by().values_list("status").annotate(count=Count("pk"))
    found = {str(state): 0 for state in Status} | dict(rows)
    found[Status.ATTENDED] += event.forgotten_there
    found[Status.ABSENT] += event.forgotten_absent
    return found


def _next(event: Event) -> str:
    """The one step that waits: place, open, mark, or nothing."""
    if event.status == Event.Status.DRAFT:
        lacks = (event.mode != Event.Mode.REMOTE and not event.place) or (
            event.mode != Event.Mode.PLACE and not event.online_url
        )
        return "facts" if lacks else "open"
    if event.status in (Event.Status.OPEN, Event.Status.CLOSED):
        return "door" if clock.local(event.starts_at).date() <= clock.today() else "people"
    return ""
