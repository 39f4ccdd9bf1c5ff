"""What the interviewers came to together: now, later or no, and three criteria with their day (CC-11, EX-08, EX-10)."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Interview, Summary
from coordination.recruitment.permissions.applicant import refuse_oneself

from . import interview as interviews
from . import interview_telling

Outcome = Summary.Outcome
CRITERIA = ("recovered_on", "reflects_on", "cooperates_on")
RECOMMENDED = 2
"""Interviewers: fewer asks for a reason (EX-08)."""
LONGEST = 2000


@transaction.atomic
def close(
    interview: Interview,
    by: Actor,
    *,
    outcome: str,
    life_situation: str,
    criteria: Collection[str] = (),
    words: str = "",
    alone_because: str = "",
) -> Summary:
    """Close the interview with what everybody who wrote notes agrees on; the person has then been interviewed.

    `criteria` names those of `CRITERIA` that are met, dated today. Never a diagnosis. Raises `Refused`: not an interviewer,
    notes still being written or none, one interviewer without a reason, criteria missing from an expert who suits now,
    “now” where the life situation says otherwise, an identity code.
    """
    applicant, current = interviews.lock(interview)
    _refuse_stranger(current, by)
    refuse_oneself(by, [applicant])
    _refuse_twice(current)
    _refuse_words(words, alone_because)
    writers = _writers(current)
    if writers < RECOMMENDED and not alone_because.strip():
        raise Refused(
            _("Two interviewers are recommended. Tell why there was only one."), field="alone_because", code="alone"
        )
    _refuse_contradiction(applicant, outcome, life_situation, criteria)
    now = clock.now()
    if current.status == Interview.Status.AGREED:
        workflow.move(current, Interview.Status.HELD, by, held_at=min(now, current.ends_at))
    workflow.move(applicant, Applicant.Status.INTERVIEWED, by, interviewed_at=now)
    made = Summary.objects.create(
        interview=current,
        outcome=outcome,
        life_situation=life_situation,
        words=words.strip(),
        alone_because=alone_because.strip() if writers < RECOMMENDED else "",
        closed_at=now,
        closed_by=by.person,
        **{name: clock.today() for name in CRITERIA if name in criteria},
    )
    interview_telling.drop(current)
    audit.log(made, "kuuluviin.made", by, {"interview": current.pk})
    return made


def _writers(current: Interview) -> int:
    """How many have finished their notes."""
    rows = list(current.notes.select_for_update().values_list("ready_at", flat=True))
    if not any(rows):
        raise Refused(_("Finish your own notes first. The summary is written after them."), code="no_notes")
    if not all(rows):
        raise Refused(
            _("Somebody is still writing. Sum up together when everybody has finished their notes."), code="unready"
        )
    return len(rows)


def _refuse_stranger(current: Interview, by: Actor) -> None:
    if by.person is None or not current.interviewers.filter(pk=by.person.pk).exists():
        raise Refused(_("Those who interviewed sum up together."), code="stranger")


def _refuse_twice(current: Interview) -> None:
    if hasattr(current, "summary"):
        raise Refused(_("The summary has been written already. Open the page again to read it."), code="closed")


def _refuse_words(words: str, alone_because: str) -> None:
    identity_code.refuse(words, field="words")
    identity_code.refuse(alone_because, field="alone_because")
    if len(words) > LONGEST:
        raise Refused(_("Write at most 2,000 characters."), field="words", code="long")
    if len(alone_because) > 200:
        raise Refused(_("Write at most 200 characters."), field="alone_because", code="long")


def _refuse_contradiction(applicant: Applicant, outcome: str, life_situation: str, criteria: Collection[str]) -> None:
    if outcome not in Outcome.values:
        raise Refused(_("Choose now, later or no."), field="outcome", code="outcome")
    if life_situation not in Outcome.values:
        raise Refused(_("Choose now, later or no."), field="life_situation", code="life_situation")
    if outcome == Outcome.NOW and life_situation != Outcome.NOW:
        raise Refused(
            _("The life situation does not let take part now, so the outcome cannot be “now”. Choose later, or no."),
            field="outcome",
            code="contradiction",
        )
    if applicant.campaign.kind != Campaign.Kind.EXPERTS or outcome != Outcome.NOW:
        return
    if missing := [name for name in CRITERIA if name not in criteria]:
        raise Refused(
            _("An expert by experience meets all three criteria. Tick them, or choose later."),
            field=missing[0],
            code="criteria",
        )
