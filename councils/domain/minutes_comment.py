"""What those who were there would correct, before the minutes are approved."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from councils.models import AgendaItem, Minutes, MinutesComment
from councils.permissions.council import leads, require_leader

from . import attendance

LONGEST = 2000


@transaction.atomic
def comment(minutes: Minutes, by: Actor, *, text: str, item: AgendaItem | None = None) -> MinutesComment:
    """Keep a wish for a correction of one who was there; a leader may write it down for one who phones. Raises `Refused`."""
    current = workflow.locked(minutes)
    person = by.subject
    text = text.strip()
    identity_code.refuse(text, field="text")
    if by.on_behalf_of and not leads(by.user, current.meeting.council):
        raise Refused(_("Only the leaders write down what others tell."), code="not_leader")
    if not attendance.was_there(current.meeting, person):
        raise Refused(_("Those who were in the meeting may comment. Others may read."), code="not_there")
    if current.status != Minutes.Status.COMMENTABLE:
        raise Refused(_("The minutes are not open for comments now."), code="closed")
    if not text or len(text) > LONGEST:
        raise Refused(_("Write what should be corrected, in a few sentences."), field="text", code="text")
    if item is not None and item.meeting_id != current.meeting_id:
        raise Refused(_("Choose an item of this meeting."), field="item", code="item")
    made = MinutesComment.objects.create(
        minutes=current, item=item, person=person, text=text, told_at=clock.now(), told_via=by.via
    )
    audit.log(current, "kuuluviin.changed", by, {"comment": made.pk})
    return made


@transaction.atomic
def handle(comment: MinutesComment, by: Actor) -> MinutesComment:
    """A leader has seen to it. Raises `Refused`."""
    current = workflow.locked(comment)
    require_leader(by, current.minutes.meeting.council)
    if current.handled_at:
        raise Refused(_("Somebody has seen to this already."), code="handled")
    comment.handled_at = current.handled_at = clock.now()
    current.save(update_fields=["handled_at"])
    audit.log(current.minutes, "kuuluviin.changed", by, {"handled": current.pk})
    return comment
