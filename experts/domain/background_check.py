"""A criminal record extract shown for work with minors: noted that it was shown, never what stands in it (L-42)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.privacy.domain.consent import last_day
from coordination.records.domain import audit, rule
from coordination.records.domain.workflow import locked
from experts.models import BackgroundCheck, BookingRequest, Expert, RequestedTime
from experts.permissions import expert as permissions


@transaction.atomic
def note(expert: Expert, by: Actor, shown_on: date) -> BackgroundCheck:
    """The coordinator has seen the extract on a day (Helsinki date); it is good for the months of `minors.check_months`.

    Raises `Refused` for a day ahead, and for one's own extract.
    """
    if not permissions.may_approve(by, expert) or by.person is None:
        raise Refused(_("Another coordinator of the unit looks at the extract."), code="stranger")
    if shown_on > clock.today():
        raise Refused(_("Write the day when you saw the extract: today or earlier."), field="shown_on", code="future")
    current = locked(expert)
    months = int(rule.on(current.unit, "minors.check_months", shown_on))
    made = BackgroundCheck.objects.create(
        expert=current,
        shown_on=shown_on,
        shown_to=by.person,
        valid_until=last_day(shown_on, months),
        noted_at=clock.now(),
    )
    audit.log(expert, "kuuluviin.changed", by, {"check": made.pk, "valid_until": made.valid_until.isoformat()})
    return made


def refuse_unchecked(order: BookingRequest, expert: Expert, times: list[RequestedTime]) -> None:
    """Work with minors needs a shown extract that is good on the day. Nothing overrules it (L-42)."""
    if not order.with_minors:
        return
    last = max((clock.local(time.ends_at).date() for time in times), default=clock.today())
    if not BackgroundCheck.objects.in_force(last).filter(expert=expert).exists():
        words = _(
            "%(name)s has not shown a criminal record extract that is good on that day. "
            "Children or young people take part, so see it first, or choose another expert."
        )
        raise Refused(words % {"name": expert.person.full_name}, code="minors")
