"""A place that is free is offered first to those in reserve, in their order, then to those who agreed to come later (CC-10).

Rows are locked in this order: campaign, applicant.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Case, F, IntegerField, Max, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, workflow
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions import applicant as permissions
from coordination.recruitment.permissions.campaign import require_recruiter

from . import ended, hindrance, keeping, told

Choice, Status = Applicant.Choice, Applicant.Status
WITH = ("person__unit", "link")
TAKEN = (Status.SELECTED, Status.ADMITTED)
KEPT = keeping.KEPT
OFFERED = "recruitment.place.offered"


def queue(campaign: Campaign) -> list[Applicant]:
    """Whom to ask, in order: the reserve by rank, then those for later; none whose agreed day has passed, none who cannot
    be chosen. Four queries."""
    rows = list(_kept(campaign).filter(keep_until__gte=clock.today()))
    stopped = hindrance.of(campaign, rows)
    return [row for row in rows if not (row.pk in stopped and stopped[row.pk].stops(Choice.SELECT))]


def kept(campaign: Campaign) -> list[Applicant]:
    """Everybody in reserve or for later, in the order in which they are asked."""
    return list(_kept(campaign))


def offered(campaign: Campaign) -> list[Applicant]:
    """Those who have been asked and have not answered."""
    return list(_kept(campaign).exclude(place_offered_at=None))


def free(campaign: Campaign) -> int:
    """How many places nobody has, and nobody has been asked for. Of a council's own seats the wing knows."""
    taken = campaign.applicants.filter(merged_into=None, status__in=TAKEN).count()
    return max(0, campaign.seats - taken - len(offered(campaign)))


@transaction.atomic
def offer(applicant: Applicant, by: Actor) -> Applicant:
    """Ask the first in order whether they take the place, by a day of the organisation's rule. They hear at once.

    Raises `Refused`: not a recruiter, asked already, not in reserve any more, somebody else comes first.
    """
    campaign, current = _lock(applicant)
    require_recruiter(by, campaign)
    permissions.refuse_oneself(by, [current])
    ended.refuse(campaign)
    _refuse_out_of_turn(campaign, current)
    _put(campaign, current, by)
    applicant.refresh_from_db()
    return applicant


@transaction.atomic
def answer(applicant: Applicant, by: Actor, *, takes: bool) -> Applicant:
    """The person takes the place, or not this time: then they stay in reserve as the last, and the next one is asked.

    By the link, or noted by a recruiter (`by.acting_for`). Raises `Refused`: another's, not offered any more, too late.
    """
    campaign, current = _lock(applicant)
    permissions.require_own_or_recruiter(by, current)
    _refuse_unoffered(current)
    again = _again(current)
    drop(current)
    if takes:
        _refuse_stopped(campaign, current)
        # What was being thought of for the person in the meantime is answered, too.
        facts = _nothing(keep_until=None, choice="", reason="")
        workflow.move(current, Status.SELECTED, by, decided_at=clock.now(), **facts)
        told.tell("recruitment.place.taken", current, again=again)
    else:
        _last(campaign, current, by, "declined")
        told.tell("recruitment.place.declined", current, again=again)
        _ask_next(campaign, current, by)
    applicant.refresh_from_db()
    return applicant


@transaction.atomic
def pass_on(applicant: Applicant, by: Actor) -> Applicant | None:
    """No answer by the day: the place goes to the next one, who is returned; the person hears of it and stays in reserve.

    Raises `Refused`: not a recruiter, not offered, still time to answer.
    """
    campaign, current = _lock(applicant)
    require_recruiter(by, campaign)
    _refuse_unoffered(current)
    if current.place_answer_by >= clock.today():
        raise Refused(_("There is still time to answer. Call, or wait until the day has passed."), code="early")
    again = _again(current)
    drop(current)
    _last(campaign, current, by, "passed")
    told.tell("recruitment.place.passed", current, again=again)
    asked = _ask_next(campaign, current, by)
    applicant.refresh_from_db()
    return asked


def drop(row: Applicant) -> None:
    """The offer is over: a letter or call that waits of it would offer a place that is not to be had any more."""
    outbox.supersede(row, kind=OFFERED)


def _refuse_out_of_turn(campaign: Campaign, row: Applicant) -> None:
    if row.status not in KEPT:
        raise Refused(_("This person is not in reserve any more. Open the page again."), code="not_reserve")
    if row.place_offered_at:
        raise Refused(_("The place has been offered already. Wait for the answer, or call."), code="offered")
    _refuse_stopped(campaign, row)
    first = next((each for each in queue(campaign) if not each.place_offered_at), None)
    if first is None or first.pk != row.pk:
        raise Refused(
            _("Somebody else comes first in the reserve. Ask in the order that was decided."), code="not_first"
        )


def _put(campaign: Campaign, row: Applicant, by: Actor) -> None:
    row.choice, row.place_offered_at = "", clock.now()
    row.place_answer_by = clock.today() + timedelta(days=int(rule.on(campaign.unit, "recruitment.place_days")))
    row.save(update_fields=["choice", "place_offered_at", "place_answer_by"])
    audit.log(row, "kuuluviin.changed", by, {"place": "offered"})
    keeping.drop(row)
    told.tell(OFFERED, row, {"applicant": row}, door="paikka/", again=_again(row))


def _ask_next(campaign: Campaign, declined: Applicant, by: Actor) -> Applicant | None:
    """The next one who has not been asked; never the one who just let it go."""
    first = next((row for row in queue(campaign) if row.pk != declined.pk and not row.place_offered_at), None)
    if first is None:
        return None
    row = workflow.locked(first, *WITH)
    _put(campaign, row, by)
    return row


def _last(campaign: Campaign, row: Applicant, by: Actor, word: str) -> None:
    """Not this time: kept in mind as before, after the others, and long enough to be asked before the agreed day."""
    last = _kept(campaign).aggregate(last=Max("reserve_rank"))["last"] or 0
    facts = _nothing(reserve_rank=last + 1, keep_until=keeping.day_after_an_answer(row))
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=[*facts])
    audit.log(row, "kuuluviin.changed", by, {"place": word})


def _nothing(**facts: object) -> dict:
    """No place offered any more."""
    return {"place_offered_at": None, "place_answer_by": None, "reserve_rank": None, **facts}


def _refuse_unoffered(row: Applicant) -> None:
    if not row.place_offered_at or row.status not in KEPT:
        raise Refused(_("The place is not waiting for your answer any more. Call us and ask."), code="not_offered")


def _refuse_stopped(campaign: Campaign, row: Applicant) -> None:
    found = hindrance.of(campaign, [row]).get(row.pk)
    if found and found.stops(Choice.SELECT):
        raise Refused(found.words, code=found.code)


def _lock(applicant: Applicant) -> tuple[Campaign, Applicant]:
    campaign = workflow.locked(Campaign(pk=applicant.campaign_id), "unit", "contact")
    row = workflow.locked(applicant, *WITH)
    row.campaign = campaign
    return campaign, row


def _kept(campaign: Campaign) -> QuerySet[Applicant]:
    is_later = Case(When(status=Status.LATER, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = Applicant.objects.whole().filter(campaign=campaign, status__in=KEPT).select_related("person")
    return rows.order_by(is_later, F("reserve_rank").asc(nulls_first=True), "decided_at", "pk")


def _again(row: Applicant) -> str:
    """One offer, one message of each kind: told apart by the moment of the offer."""
    return row.place_offered_at.isoformat() if row.place_offered_at else clock.now().isoformat()
