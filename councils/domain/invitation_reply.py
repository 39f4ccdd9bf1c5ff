"""An answer that came from somebody's calendar program."""

from __future__ import annotations

from coordination.calendar.domain.reply import Reply
from coordination.foundation.refused import Refused
from coordination.people.actor import CALENDAR, Actor
from councils.models import Invitation

from . import invitation_answer

Answer = Invitation.Answer
ANSWERS = {"accepted": Answer.YES, "declined": Answer.NO, "tentative": Answer.MAYBE}


def take(reply: Reply) -> bool:
    """Whether the reply was to a meeting of ours, from an address that was invited: then it is kept as the answer.

    An answer to an older time or place, or older than what the person has said since, changes nothing; neither does one
    that comes too late. An address that two of the invited share tells nobody apart: a person must decide, so it is left.
    """
    rows = Invitation.objects.standing().filter(meeting__entry__uid=reply.uid, person__email__iexact=reply.address)
    found = list(rows.select_related("person", "meeting__entry", "meeting__council")[:2])
    if len(found) != 1 or not reply.address or reply.answer not in ANSWERS:
        return False
    if _is_current(reply, found[0]):
        _answer(found[0], ANSWERS[reply.answer])
    return True


def _is_current(reply: Reply, row: Invitation) -> bool:
    is_about_now = reply.sequence >= row.meeting.entry.sequence
    is_newer = row.answered_at is None or reply.at is None or reply.at > row.answered_at
    return is_about_now and is_newer


def _answer(row: Invitation, answer: str) -> None:
    by = Actor(person=row.person, via=CALENDAR)
    try:
        invitation_answer.answer(row, by, answer=answer, needs=row.needs, needs_note=row.needs_note)
    except Refused:
        """The meeting has begun or is off: nobody waits for the answer any more."""
