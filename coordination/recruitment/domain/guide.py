"""The questions prepared beforehand for every interview of a campaign, by what it recruits for (CC-11, EX-08, DG-04)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Campaign, GuideQuestion, Interview, InterviewNote
from coordination.recruitment.permissions import campaign as permissions

MOST = 20
_SITUATION = _("What is your life like now? Would taking part fit into it?")
_EXPERIENCE = _("What experience do you have of social services?")
DEFAULTS = {
    Campaign.Kind.COUNCIL: (_SITUATION, _EXPERIENCE, _("What interests you in developing the services?")),
    Campaign.Kind.EXPERTS: (_SITUATION, _EXPERIENCE, _("What interests you in the work of an expert by experience?")),
    Campaign.Kind.GROUP: (
        _("What interests you in developing the services?"),
        _("What experiences do you have of the services?"),
        _("What do you expect of the group?"),
    ),
}


def seed(campaign: Campaign) -> None:
    """The usual questions of its kind, in every language of the installation."""
    rows = (
        GuideQuestion(campaign=campaign, position=number, texts=Texts.translated(words))
        for number, words in enumerate(DEFAULTS[campaign.kind], start=1)
    )
    GuideQuestion.objects.bulk_create(rows)


def may_change(campaign: Campaign) -> bool:
    """Everybody is asked the same: the questions are open until the first interview has been held or written down."""
    held = Interview.objects.filter(applicant__campaign=campaign, status=Interview.Status.HELD)
    begun = InterviewNote.objects.filter(interview__applicant__campaign=campaign)
    return not (held.exists() or begun.exists())


@transaction.atomic
def change(campaign: Campaign, by: Actor, questions: Iterable[tuple[int | None, Texts]]) -> None:
    """The whole guide in its order: each question with its key, or None for a new one; an empty text takes it away.

    Raises `Refused`: not a recruiter, an interview has been held, no question left, more than `MOST`, an identity code.
    """
    current = workflow.locked(campaign)
    permissions.require_recruiter(by, current)
    if not may_change(current):
        raise Refused(
            _("An interview has been held with these questions. Everybody is asked the same, so they stay."),
            code="held",
        )
    told = [(key, Texts.of(texts)) for key, texts in questions]
    asked = [(key, texts) for key, texts in told if str(texts).strip()]
    if not asked:
        raise Refused(_("Leave at least one question."), code="empty")
    if len(asked) > MOST:
        raise Refused(_("At most %(most)s questions. Join some of them.") % {"most": MOST}, code="many")
    for __, texts in asked:
        identity_code.refuse(" ".join(texts.values()))
    _write(current, asked)
    audit.log(current, "kuuluviin.changed", by, {"questions": len(asked)})


def _write(campaign: Campaign, asked: list[tuple[int | None, Texts]]) -> None:
    known = {question.pk: question for question in campaign.questions.all()}
    kept = {key for key, __ in asked if key in known}
    campaign.questions.exclude(pk__in=kept).delete()
    for position, (key, texts) in enumerate(asked, start=1):
        question = known.get(key) or GuideQuestion(campaign=campaign)
        question.position, question.texts = position, texts
        question.save()
