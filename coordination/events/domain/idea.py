"""Ideas noted at an event wait as suggestions for the councils, without a name (TD-06, CC-12)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event
from coordination.feedback.domain import suggestion
from coordination.feedback.models import Suggestion
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor


def leave(event: Event, by: Actor, *, text: str) -> Suggestion:
    """Keep an idea for the council whose event it is, or for any of the unit. Raises `Refused` of a draft or a cancelled event."""
    if event.status in (Event.Status.DRAFT, Event.Status.CANCELLED):
        raise Refused(_("Ideas are gathered once the event is open."), code="not_open")
    return suggestion.leave(event.unit, by, origin=Suggestion.Origin.EVENT, text=text, meant_for=event.meant_for)
