"""Ideas that wait in the office: left without a name, taken over by a body that works on them, or put aside (CC-12, TD-06)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.feedback.models import Suggestion
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit, workflow

LONGEST = 1000


@transaction.atomic
def leave(unit: Unit, by: Actor, *, origin: str, text: str, meant_for: str = "") -> Suggestion:
    """Keep an idea, and nothing of who said it: the log has no person either.

    `meant_for` is the body it was written to ("councils.council:3"), empty for any of the organisation. Raises `Refused`
    for an empty text, one too long, or an identity code.
    """
    words = text.strip()
    identity_code.refuse(words, field="text")
    if not words:
        raise Refused(_("Write your idea first. A few words are enough."), field="text", code="empty")
    if len(words) > LONGEST:
        raise Refused(_("Write at most 1,000 characters."), field="text", code="long")
    made = Suggestion.objects.create(unit=unit, origin=origin, text=words, meant_for=meant_for, came_at=clock.now())
    # An interviewer's key beside an idea would lead back to whom they interviewed that day.
    audit.log(made, "kuuluviin.made", Actor(via=by.via), {"origin": origin, "meant_for": meant_for})
    return made


def waiting_for(key: str, unit: Unit) -> QuerySet[Suggestion]:
    """What waits for a body: written to it, or to its unit, or to those above it. Oldest first."""
    return Suggestion.objects.for_body(key, unit).waiting()


@transaction.atomic
def pass_on(suggestion: Suggestion, by: Actor) -> Suggestion:
    """Hand it over, once: of two who take it at the same time the second is refused (`gone`)."""
    current = _waiting(suggestion)
    current.passed_on_at = clock.now()
    current.save(update_fields=["passed_on_at"])
    audit.log(current, "kuuluviin.changed", by, {"passed_on": True})
    return current


@transaction.atomic
def dismiss(suggestion: Suggestion, by: Actor, because: str) -> Suggestion:
    """Put it aside with the reason. Raises `Refused` without one, and where it is not waiting any more."""
    identity_code.refuse(because, field="because")
    if not because.strip():
        raise Refused(_("Write why it is put aside."), field="because", code="because")
    current = _waiting(suggestion)
    current.dismissed_at, current.dismissed_because = clock.now(), because.strip()
    current.save(update_fields=["dismissed_at", "dismissed_because"])
    audit.log(current, "kuuluviin.changed", by, {"dismissed": True})
    return current


def _waiting(suggestion: Suggestion) -> Suggestion:
    """The row locked. Raises `Refused` where somebody was quicker."""
    current = workflow.locked(suggestion)
    if current.passed_on_at or current.dismissed_at:
        raise Refused(_("Somebody else has seen to this idea already. Open the page again."), code="gone")
    return current
