"""The verbs of an interview until it is held: ask, choose a time, change, cancel, did not come (CC-10, EX-08, DG-04).

Rows are locked in this order: campaign (where somebody is asked), applicant, interview, slot.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot
from coordination.recruitment.permissions.applicant import refuse_oneself
from coordination.recruitment.permissions.campaign import recruits, require_recruiter

from . import ended, interview_entry, interview_telling, keeping

Status, Stage = Interview.Status, Applicant.Status
FROM_SLOT = ("starts_at", "ends_at", "place", "online_url", "by_phone")
ASKABLE = (Stage.INTERESTED, Stage.INVITED, Stage.LATER)


@transaction.atomic
def ask(applicants: Iterable[Applicant], by: Actor) -> list[Interview]:
    """Invite them to choose a time, each in their own channel; who has been asked already is passed over.

    Raises `Refused` where no free time is offered in the campaign or it has ended, and for one whose matter is past interviews.
    """
    rows = sorted(applicants, key=lambda row: row.pk)
    for key in sorted({row.campaign_id for row in rows}):
        campaign = workflow.locked(Campaign(pk=key), "unit")  # so that it does not end meanwhile
        require_recruiter(by, campaign)
        ended.refuse(campaign)
        refuse_without_times(campaign)
    return [made for row in rows if (made := _ask_one(row, by))]


def refuse_without_times(campaign: Campaign) -> None:
    """Raise `Refused` where there is nothing to choose from."""
    if not Slot.objects.free().filter(campaign=campaign).exists():
        raise Refused(_("There is no free time to choose. Offer times first, then invite."), code="no_times")


@transaction.atomic
def choose(interview: Interview, slot: Slot, by: Actor) -> Interview:
    """The person takes a time, or another one instead of the first; `by.via` tells whether by link, phone or post.

    The first to choose a time has it. Raises `Refused`: another's interview, one that is over, a time that is past, of
    another campaign, or that somebody else has chosen meanwhile.
    """
    applicant, current = lock(interview)
    _refuse_stranger(current, applicant, by)
    _refuse_over(current, applicant)
    chosen = _free(slot, current)
    was = {person.pk: person for person in current.interviewers.all()}
    again = current.status == Status.AGREED
    if again and current.slot_id == chosen.pk:
        return current
    facts = {name: getattr(chosen, name) for name in FROM_SLOT}
    facts |= {"slot": chosen, "chosen_via": by.via, "version": current.version + 1}
    try:
        with transaction.atomic():
            _write(current, facts, by, moves=not again)
    except IntegrityError:
        raise _gone() from None
    current.interviewers.set(chosen.interviewers.all())
    interview_entry.put(current)
    interview_telling.agreed(current, again=again)
    interview_telling.taken(current, freed=[person for key, person in was.items() if key not in _keys(current)])
    interview.refresh_from_db()
    return interview


@transaction.atomic
def give_back(interview: Interview, by: Actor) -> Interview:
    """The agreed time does not suit after all: it is free for others, and the person chooses anew. Raises `Refused`."""
    applicant, current = lock(interview)
    _refuse_stranger(current, applicant, by)
    _refuse_over(current, applicant)
    interview_entry.cancel(current)
    interview_telling.freed(current)
    interview_telling.drop(current)
    workflow.move(current, Status.ASKED, by, **no_time(), version=current.version + 1)
    current.interviewers.clear()
    interview.refresh_from_db()
    return interview


@transaction.atomic
def cancel(interview: Interview, by: Actor, *, tell: bool = True) -> Interview:
    """The house calls it off; the person waits to be asked again. Raises `Refused` once it has been held."""
    applicant, current = lock(interview)
    require_recruiter(by, applicant.campaign)
    _stop(current, applicant, by, tell=tell)
    wait_again(applicant, by)
    interview.refresh_from_db()
    return interview


@transaction.atomic
def stop_for(applicant: Applicant, by: Actor) -> None:
    """Nothing more to ask of one who has withdrawn or been answered: what still waited is off, without a message of its own."""
    for row in Interview.objects.waiting().filter(applicant=applicant):
        owner, current = lock(row)
        _stop(current, owner, by, tell=False)


@transaction.atomic
def missed(interview: Interview, by: Actor) -> Interview:
    """The person did not come; they may be asked again. Raises `Refused` before the time, and where it is not agreed."""
    applicant, current = lock(interview)
    require_recruiter(by, applicant.campaign)
    if current.starts_at and current.starts_at > clock.now():
        raise Refused(_("The time is still to come. Cancel the interview if it does not take place."), code="early")
    workflow.move(current, Status.MISSED, by)
    wait_again(applicant, by)
    interview.refresh_from_db()
    return interview


@transaction.atomic
def join(interview: Interview, by: Actor) -> Interview:
    """A colleague who recruits in the campaign comes along, or stands in for one who is ill. Raises `Refused` after the summary."""
    applicant, current = lock(interview)
    require_recruiter(by, applicant.campaign)
    refuse_oneself(by, [applicant])
    if current.status not in (Status.AGREED, Status.HELD) or hasattr(current, "summary"):
        raise Refused(_("This interview is over, so nobody comes along any more."), code="over")
    if by.person is None:
        raise Refused(_("Only a person can interview."), code="nobody")
    current.interviewers.add(by.person)
    if current.starts_at > clock.now():
        interview_entry.put(current)
    audit.log(current, "kuuluviin.changed", by, {"joined": by.person.pk})
    return interview


def invite(applicant: Applicant, by: Actor, at: datetime) -> None:
    """To an interview, since then (aware). Whether to be kept in mind longer is not asked of one who is being met."""
    if applicant.status == Stage.INVITED:
        return
    keeping.drop(applicant)
    workflow.move(applicant, Stage.INVITED, by, invited_at=applicant.invited_at or at)


def wait_again(applicant: Applicant, by: Actor) -> None:
    """As before the invitation: whoever agreed to wait until a day is kept in mind until then."""
    if applicant.status != Stage.INVITED:
        return
    if applicant.keep_until and not applicant.choice:  # with a choice the day is that of the draft
        workflow.move(applicant, Stage.LATER, by, keep_until=keeping.day_after_an_answer(applicant))
    else:
        workflow.move(applicant, Stage.INTERESTED, by)


def no_time() -> dict:
    """An interview without an agreed time."""
    return {"slot": None, "starts_at": None, "ends_at": None, "place": "", "online_url": "", "by_phone": False}


def refuse_stage(applicant: Applicant) -> None:
    """Raise `Refused` for one whose matter is past interviews."""
    if applicant.status not in ASKABLE:
        raise Refused(
            _("%(name)s is “%(state)s”, so an interview is not asked for any more.")
            % {"name": applicant.person.full_name, "state": applicant.get_status_display()},
            code="stage",
        )


def lock(interview: Interview) -> tuple[Applicant, Interview]:
    """Both rows as they stand in the database, locked in the order told above."""
    applicant = workflow.locked(Applicant(pk=interview.applicant_id), "campaign__unit", "person__unit")
    current = workflow.locked(interview)
    current.applicant = applicant
    return applicant, current


def _ask_one(row: Applicant, by: Actor) -> Interview | None:
    applicant = workflow.locked(row, "campaign__unit", "campaign__contact", "person__unit")
    if applicant.interviews.waiting().exists():
        return None
    refuse_stage(applicant)
    now = clock.now()
    made = Interview.objects.create(applicant=applicant, asked_at=now)
    invite(applicant, by, now)
    interview_telling.asked(made)
    audit.log(made, "kuuluviin.made", by, {"applicant": applicant.pk})
    return made


def _write(current: Interview, facts: dict, by: Actor, *, moves: bool) -> None:
    if moves:
        workflow.move(current, Status.AGREED, by, **facts)
        return
    for name, value in facts.items():
        setattr(current, name, value)
    current.save(update_fields=list(facts))
    audit.log(current, "kuuluviin.changed", by, {"fields": ["starts_at"]})


def _stop(current: Interview, applicant: Applicant, by: Actor, *, tell: bool) -> None:
    agreed = current.status == Status.AGREED
    if agreed:
        interview_entry.cancel(current)
        interview_telling.freed(current)
    workflow.move(current, Status.CANCELLED, by, slot=None, version=current.version + 1)
    if tell:
        interview_telling.cancelled(current, had_time=agreed)
    interview_telling.drop(current)


def _free(slot: Slot, current: Interview) -> Slot:
    try:
        chosen = workflow.locked(slot)
    except Slot.DoesNotExist:
        raise _gone() from None
    if chosen.campaign_id != current.applicant.campaign_id:
        raise Refused(_("This time belongs to another recruitment. Choose one from the list."), "slot", "other")
    if chosen.starts_at <= clock.now():
        raise Refused(_("This time has passed already. Choose another one."), field="slot", code="past")
    if chosen.interviews.filter(status__in=Interview.TAKEN).exclude(pk=current.pk).exists():
        raise _gone()
    return chosen


def _gone() -> Refused:
    return Refused(_("Somebody else took this time a moment ago. Choose another one."), field="slot", code="taken")


def _refuse_stranger(current: Interview, applicant: Applicant, by: Actor) -> None:
    is_own = by.person is not None and by.person.pk == applicant.person_id
    if not (is_own or by.is_house or recruits(by.user, applicant.campaign)):
        raise Refused(_("Only the person or those who recruit can choose the time."), code="stranger")


def _refuse_over(current: Interview, applicant: Applicant) -> None:
    if current.status not in (Status.ASKED, Status.AGREED) or applicant.status != Stage.INVITED:
        raise Refused(_("This invitation is not open any more. Call us if you would like another time."), code="over")
    if current.status == Status.AGREED and current.starts_at <= clock.now():
        raise Refused(_("The time you had has passed. Call us, and we find another one."), code="begun")


def _keys(interview: Interview) -> set[int]:
    return set(interview.interviewers.values_list("pk", flat=True))
