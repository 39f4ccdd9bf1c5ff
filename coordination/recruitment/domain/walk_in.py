"""An interview that begins at once: the person stands at the door without a chosen time (CC-10, EX-08).

Rows are locked in this order: campaign (where one begins), applicant, those who interview, interview.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Interview
from coordination.recruitment.permissions.applicant import refuse_oneself
from coordination.recruitment.permissions.campaign import require_recruiter

from . import ended, interview_entry, interview_telling, slot, told
from . import interview as interviews

LENGTH = timedelta(minutes=45)
"""So long it stands in the calendars; the talk itself takes what it takes."""
Status = Interview.Status


@transaction.atomic
def begin(applicant: Applicant, by: Actor, *, beside: Iterable[Person] = (), place: str = "") -> Interview:
    """The actor begins the interview now, with those `beside`; one who was invited to choose a time need not any more.

    Notes and the summary follow as of any other; one who interviewed alone tells why in the summary. Raises `Refused`:
    nobody who recruits here, oneself, one with a time already, one past interviews, a recruitment that has ended.
    """
    workflow.locked(Campaign(pk=applicant.campaign_id))  # so that it does not end meanwhile
    owner = workflow.locked(applicant, "campaign__unit", "campaign__contact", "person__unit")
    people = _people(owner, by, beside)
    identity_code.refuse(place, field="place")
    _refuse_over(owner)
    current = _open(owner, by)
    interview_telling.drop(current)
    begins, ends = span()
    facts = {"starts_at": begins, "ends_at": ends, "place": place.strip(), "chosen_via": by.via}
    workflow.move(current, Status.AGREED, by, **facts, version=current.version + 1)
    interviews.invite(owner, by, begins)
    current.interviewers.set(people)
    interview_entry.put(current)
    told.stamp([owner])
    return current


@transaction.atomic
def take_back(interview: Interview, by: Actor) -> Interview:
    """It was begun by mistake: with the wrong person. What was jotted down goes, and an earlier invitation stands again.

    Nobody is told, since nobody was. Raises `Refused`: nobody who recruits here, oneself, a time that was agreed, notes that
    are finished, one that is over.
    """
    owner, current = interviews.lock(interview)
    require_recruiter(by, owner.campaign)
    refuse_oneself(by, [owner])
    _refuse_lasting(current)
    interview_entry.cancel(current)
    was_invited = current.asked_at < current.starts_at
    facts = interviews.no_time() if was_invited else {}
    workflow.move(current, Status.ASKED if was_invited else Status.CANCELLED, by, version=current.version + 1, **facts)
    current.notes.all().delete()
    current.interviewers.clear()
    if not was_invited:
        interviews.wait_again(owner, by)
    return current


def is_such(interview: Interview) -> bool:
    """It began at the door, and goes on."""
    return interview.status == Status.AGREED and interview.slot_id is None


def span() -> tuple[datetime, datetime]:
    """From this minute on (aware)."""
    begins = clock.now().replace(second=0, microsecond=0)
    return begins, begins + LENGTH


def possible(campaign: Campaign) -> QuerySet[Applicant]:
    """With whom an interview could begin at once."""
    agreed = Interview.objects.filter(applicant=OuterRef("pk"), status=Status.AGREED)
    rows = campaign.applicants.whole().filter(~Exists(agreed), status__in=interviews.ASKABLE)
    return rows if campaign.status != Campaign.Status.ENDED else rows.none()


def running(applicant: Applicant) -> Interview | None:
    """The one that has begun and waits for its words: whoever presses twice, or after a colleague, is led there."""
    return applicant.interviews.filter(status=Status.AGREED, starts_at__lte=clock.now()).first()


def colleagues(campaign: Campaign, by: Actor) -> QuerySet[Person]:
    """Who could interview with the actor."""
    return slot.interviewers_of(campaign).exclude(pk=by.person.pk if by.person else None)


def elsewhere(people: Iterable[Person]) -> list[tuple[Person, slot.Span]]:
    """Who of them has something else in the same hour, and when: told, never stopped, since they stand there."""
    clashes = [(person, slot.clash(person, [span()])) for person in people]
    return [(person, when) for person, when in clashes if when]


def _people(owner: Applicant, by: Actor, beside: Iterable[Person]) -> list[Person]:
    require_recruiter(by, owner.campaign)
    refuse_oneself(by, [owner])
    if by.person is None:
        raise Refused(_("Only a person can interview."), code="nobody")
    chosen = [by.person, *beside]
    if owner.person_id in {person.pk for person in chosen}:
        raise Refused(
            _("%(name)s has applied, so cannot interview here.") % {"name": owner.person.full_name},
            field="beside",
            code="oneself",
        )
    return slot.lock_interviewers(owner.campaign, chosen)


def _refuse_over(owner: Applicant) -> None:
    ended.refuse(owner.campaign)
    if owner.merged_into_id:
        raise Refused(
            _("This entry was merged into another of the same person. Open that one on the list of applicants."),
            code="merged",
        )
    interviews.refuse_stage(owner)


def _open(owner: Applicant, by: Actor) -> Interview:
    """The row that goes on: the invitation that waits for a choice, or a new one. Raises `Refused` where a time is agreed."""
    row = owner.interviews.waiting().first()
    if row is None:
        row = Interview.objects.create(applicant=owner, asked_at=clock.now())
        audit.log(row, "kuuluviin.made", by, {"applicant": owner.pk, "at_the_door": True})
    current = workflow.locked(row)
    current.applicant = owner
    if current.status == Status.AGREED:
        raise _has_time(current, owner)
    return current


def _refuse_lasting(current: Interview) -> None:
    if current.status == Status.AGREED and not is_such(current):
        raise Refused(_("This time was agreed. Cancel it or free it on the page of times."), code="agreed")
    if not is_such(current):
        raise Refused(_("This interview is over. It cannot be taken back."), code="over")
    if current.notes.exclude(ready_at=None).exists():
        raise Refused(
            _("Notes of this interview are finished. Go on writing them first, if it was begun by mistake."),
            code="finished",
        )


def _has_time(current: Interview, owner: Applicant) -> Refused:
    facts = {"name": owner.person.full_name, "when": formats.span(current.starts_at, current.ends_at)}
    if current.starts_at <= clock.now():
        return Refused(_("An interview of %(name)s has begun already: open it among yours.") % facts, code="begun")
    words = _("%(name)s has a time already: %(when)s. If you talk now instead, free that time first.")
    return Refused(words % facts, code="agreed")
