"""What the page of an event shows to one invited, behind a link and signed in alike."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.events.domain import registration as verbs
from coordination.events.domain import seat
from coordination.events.forms.answer import AnswerForm
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person

Status = Registration.Status


def form_of(request: HttpRequest, event: Event, person: Person, row: Registration | None, by: Actor) -> AnswerForm:
    data = request.POST if request.method == "POST" else None
    return AnswerForm(data, event=event, person=person, row=row, by=by)


def facts(
    event: Event, row: Registration | None, form: AnswerForm | None, *, by_link: bool = False
) -> dict[str, object]:
    """`waits`: an answer is taken now. The other times of a series are told along, to the same person alone."""
    holder = event.coordinator
    return {
        "event": event,
        "registration": row,
        "form": form,
        "programme": event.programme.all(),
        "waits": _waits(event, row),
        "has_begun": event.starts_at <= clock.now(),
        "left": seat.left(event),
        "holder": holder,
        "others": _others(event, row, by_link),
        **({"helper": {"name": holder.first_name, "phone": holder.phone}} if holder.phone else {}),
    }


def thanks(row: Registration) -> str:
    return {
        Status.REGISTERED: _("Thank you! You have a place. You may change your answer until the event begins."),
        Status.WAITING: _("Thank you! All places are taken just now. You are on the waiting list, and we tell you."),
        Status.DECLINED: _("Thank you for telling. You may change your answer until the event begins."),
    }.get(Status(row.status), _("Thank you!"))


def _waits(event: Event, row: Registration | None) -> bool:
    """Whether an answer is taken: one who is registered may give the place back also after the last day."""
    if row is not None and row.status in (Status.REGISTERED, Status.WAITING):
        try:
            verbs.refuse_over(event)
        except Refused:
            return False
        return True
    return verbs.takes_answers(event)


def _others(event: Event, row: Registration | None, by_link: bool) -> list[Registration]:
    if event.series_id is None or row is None:
        return []
    rows = Registration.objects.filter(person=row.person, event__series=event.series_id).exclude(pk=row.pk)
    coming = rows.filter(event__ends_at__gte=clock.now()).exclude(event__status=Event.Status.DRAFT)
    found = list(coming.select_related("event", "link").order_by("event__starts_at"))
    for other in found:
        other.address = safe_link.path_of(other.link) if by_link and other.link else _portal(other)
    return found


def _portal(row: Registration) -> str:
    return reverse("events:event", args=[row.event_id])
