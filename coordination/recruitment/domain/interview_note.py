"""What one interviewer writes down, apart from the other: nobody reads another's before having finished their own (EX-08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import User
from coordination.records.domain import audit
from coordination.recruitment.models import Interview, InterviewNote, Summary
from coordination.recruitment.permissions.applicant import refuse_oneself

from . import interview as interviews

Status = Interview.Status
LONGEST = 5000
BEFORE = 30
"""Minutes before the time from which notes can be begun: whoever comes early is met early."""


@transaction.atomic
def write(
    interview: Interview, by: Actor, *, answers: Mapping[str, str], impression: str = "", suits: str = ""
) -> InterviewNote:
    """Keep the interviewer's own words, as often as they like; `answers` by the keys of the campaign's questions.

    Raises `Refused`: not an interviewer of this one, too early, finished or summed up already, an identity code.
    """
    applicant, current = interviews.lock(interview)
    note = _own(current, by)
    asked = {str(key) for key in applicant.campaign.questions.values_list("pk", flat=True)}
    note.answers = {key: words.strip() for key, words in answers.items() if key in asked}
    note.impression = impression.strip()
    note.suits = _suits(suits)
    for key, words in note.answers.items():
        _refuse_unfit(words, field_of(key))
    _refuse_unfit(note.impression, "impression")
    note.save()
    return note


@transaction.atomic
def finish(interview: Interview, by: Actor) -> InterviewNote:
    """The interviewer has written what they wanted. Raises `Refused` where there is nothing, or no view of one's own."""
    __, current = interviews.lock(interview)
    note = _own(current, by)
    if not note.suits:
        raise Refused(_("Tell your own view first: now, later or no."), field="suits", code="suits")
    note.ready_at = clock.now()
    note.save()
    audit.log(note, "kuuluviin.changed", by, {"ready": True})
    return note


@transaction.atomic
def reopen(interview: Interview, by: Actor) -> InterviewNote:
    """Go on writing, as long as the other is still writing, too: who has read the other's changes nothing any more."""
    __, current = interviews.lock(interview)
    rows = list(current.notes.select_for_update())
    own = next((row for row in rows if by.person and row.interviewer_id == by.person.pk), None)
    if own is None:
        raise _stranger()
    if hasattr(current, "summary") or (len(rows) > 1 and all(row.ready_at for row in rows)):
        raise Refused(
            _("You have read each other's notes, so they are not changed any more. Write the rest into the summary."),
            code="read",
        )
    own.ready_at = None
    own.save(update_fields=["ready_at", "changed_at"])
    return own


def readable(interview: Interview, user: User) -> list[InterviewNote]:
    """One's own notes, and the others' once one's own and every note that was begun are finished."""
    if not interview.interviewers.filter(user=user).exists():
        return []
    rows = list(interview.notes.select_related("interviewer"))
    own = [row for row in rows if row.interviewer.user_id == user.pk]
    all_ready = bool(own) and all(row.ready_at for row in rows)
    return [*own, *(row for row in rows if row not in own)] if all_ready else own


def may_begin(interview: Interview) -> bool:
    """Whether the time has come, or nearly: `BEFORE` minutes."""
    return interview.starts_at is not None and interview.starts_at <= clock.now() + timedelta(minutes=BEFORE)


def field_of(key: object) -> str:
    """The name of a question's box on the form."""
    return f"q_{key}"


def _own(current: Interview, by: Actor) -> InterviewNote:
    if by.person is None or not current.interviewers.filter(pk=by.person.pk).exists():
        raise _stranger()
    refuse_oneself(by, [current.applicant])
    _refuse_closed(current)
    note = InterviewNote.objects.select_for_update().filter(interview=current, interviewer=by.person).first()
    if note is None:
        return InterviewNote(interview=current, interviewer=by.person)
    if note.ready_at:
        raise Refused(_("Your notes are finished. Choose to go on writing first."), code="ready")
    return note


def _refuse_closed(current: Interview) -> None:
    if current.status not in (Status.AGREED, Status.HELD):
        raise Refused(_("There is no interview to write notes of: the time is not agreed."), code="moved")
    if hasattr(current, "summary"):
        raise Refused(_("The interview has been summed up, so the notes are not changed any more."), code="closed")
    if not may_begin(current):
        raise Refused(_("Notes are written in the interview. It has not begun yet."), code="early")


def _refuse_unfit(words: str, field: str) -> None:
    identity_code.refuse(words, field=field)
    if len(words) > LONGEST:
        raise Refused(_("Write at most 5,000 characters."), field=field, code="long")


def _suits(value: str) -> str:
    if value and value not in Summary.Outcome.values:
        raise Refused(_("Choose now, later or no."), field="suits", code="suits")
    return value


def _stranger() -> Refused:
    return Refused(
        _("Only those who interview here write notes. Choose “I interview, too” if you stand in for somebody."),
        code="stranger",
    )
