"""Places of an event that takes only so many: a number each, given out under the event's lock."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, Registration
from coordination.foundation.refused import Refused


def left(event: Event) -> int | None:
    """How many places there are still; None where as many as come have one. Nobody passes those who wait."""
    if event.capacity is None:
        return None
    return max(event.capacity - event.registrations.exclude(seat=None).count(), 0)


def next_free(event: Event) -> int | None:
    """The lowest number that nobody holds; None where every place is taken. The caller has locked the event."""
    taken = set(event.registrations.exclude(seat=None).values_list("seat", flat=True))
    return next((number for number in range(1, event.capacity + 1) if number not in taken), None)


def has_room(event: Event) -> bool:
    return event.capacity is None or bool(left(event))


def refit(event: Event) -> None:
    """Number the places anew after their count has changed. Raises `Refused` where more have one than there are left."""
    coming = list(event.registrations.coming().order_by("answered_at", "pk"))
    if event.capacity is not None and len(coming) > event.capacity:
        raise Refused(
            _("%(count)s people have a place already. Give at least as many places.") % {"count": len(coming)},
            field="capacity",
            code="taken",
        )
    event.registrations.exclude(seat=None).update(seat=None)
    for number, row in enumerate(coming, start=1):
        row.seat = number if event.capacity is not None else None
    Registration.objects.bulk_update(coming, ["seat"])
