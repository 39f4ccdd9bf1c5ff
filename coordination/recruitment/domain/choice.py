"""A choice is a draft: chosen, in reserve, later, not chosen. Nobody hears of it before the selection is settled (CC-10, L-45)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, workflow
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions.applicant import refuse_oneself
from coordination.recruitment.permissions.campaign import require_recruiter

from . import ended, hindrance, keeping

Choice, Status = Applicant.Choice, Applicant.Status
TARGET = {
    Choice.SELECT: Status.SELECTED,
    Choice.RESERVE: Status.RESERVE,
    Choice.LATER: Status.LATER,
    Choice.NOT_CHOSEN: Status.NOT_CHOSEN,
}
UNINTERVIEWED = (Status.INTERESTED, Status.INVITED)
OPEN_TO = {
    Choice.SELECT: (Status.INTERVIEWED,),
    Choice.RESERVE: (Status.INTERVIEWED,),
    Choice.LATER: (*UNINTERVIEWED, Status.INTERVIEWED, Status.RESERVE),
    Choice.NOT_CHOSEN: (*UNINTERVIEWED, Status.INTERVIEWED, Status.RESERVE, Status.LATER),
}
"""From which states each choice is open. One in reserve is asked first, and so never chosen behind the back (`place`)."""
WAITS = (Choice.RESERVE, Choice.LATER)
NAMED = 3
UNHEARD = _("There is no interview with its summary yet, and nobody is chosen without one.")


def usual_day(campaign: Campaign) -> date:
    """Until when somebody in reserve is kept in mind, unless another day is agreed (Helsinki date)."""
    return clock.today() + timedelta(days=int(rule.on(campaign.unit, "recruitment.reserve_days")))


@transaction.atomic
def choose(
    campaign: Campaign,
    applicants: Iterable[Applicant],
    by: Actor,
    choice: str,
    *,
    reason: str = "",
    keep_until: date | None = None,
) -> int:
    """Write the same choice for one or many; returns how many. The same queries however many.

    `reason` of the fixed list goes with not chosen, `keep_until` (Helsinki date, else the organisation's days) with reserve
    and later. Raises `Refused`: not a recruiter, nobody, a reason missing, a day gone by, somebody who cannot be chosen.
    """
    current = workflow.locked(campaign, "unit")
    require_recruiter(by, current)
    ended.refuse(current)
    rows = _locked(current, applicants, by)
    _refuse_unsound(choice, reason, keep_until)
    _refuse_state(rows, choice)
    _refuse_hindered(current, rows, choice)
    day = (keep_until or usual_day(current)) if choice in WAITS else None
    if choice == Choice.RESERVE:
        _rank(current, [row for row in rows if row.choice != Choice.RESERVE])
    _write(rows, choice, reason if choice == Choice.NOT_CHOSEN else "", day)
    audit.log(campaign, "kuuluviin.changed", by, {"choice": choice, "applicants": [row.pk for row in rows]})
    return len(rows)


@transaction.atomic
def take_back(campaign: Campaign, applicants: Iterable[Applicant], by: Actor) -> int:
    """No choice of these yet, after all; returns how many. Raises `Refused`: not a recruiter, nobody.

    The agreed day of one in reserve or for later may have passed meanwhile: it is moved on so that the person is asked.
    """
    current = workflow.locked(campaign, "unit")
    require_recruiter(by, current)
    rows = _locked(current, applicants, by)
    _write(rows, "", "", None)
    soonest = keeping.soonest_end(current)
    kept = Applicant.objects.filter(pk__in=[row.pk for row in rows], status__in=keeping.KEPT)
    kept.filter(keep_until__lt=soonest).update(keep_until=soonest)
    audit.log(campaign, "kuuluviin.changed", by, {"choice": "", "applicants": [row.pk for row in rows]})
    return len(rows)


@transaction.atomic
def rank(campaign: Campaign, applicant: Applicant, by: Actor, *, earlier: bool) -> None:
    """One step earlier or later in the order of the reserve. Raises `Refused` for one who is not in it."""
    current = workflow.locked(campaign)
    require_recruiter(by, current)
    refuse_oneself(by, [applicant])
    kept = Applicant.objects.filter(pk__in=in_reserve(current).values("pk")).order_by("pk")
    list(kept.select_for_update(no_key=True))  # in the order of the keys, as everybody who locks many
    rows = list(in_reserve(current))
    place = next((number for number, row in enumerate(rows) if row.pk == applicant.pk), None)
    if place is None:
        raise Refused(_("This person is not in reserve any more. Open the page again."), code="not_reserve")
    other = max(0, place - 1) if earlier else min(len(rows) - 1, place + 1)
    rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows, start=1):
        row.reserve_rank = number
    Applicant.objects.bulk_update(rows, ["reserve_rank"])
    audit.log(campaign, "kuuluviin.changed", by, {"ranked": applicant.pk})


def in_reserve(campaign: Campaign):
    """Those in reserve and those meant for it, in their order."""
    rows = Applicant.objects.whole().filter(campaign=campaign)
    settled, meant = rows.filter(status=Status.RESERVE, choice=""), rows.filter(choice=Choice.RESERVE)
    return (settled | meant).order_by("reserve_rank", "pk")


def drop(applicant: Applicant, by: Actor) -> None:
    """Whoever has withdrawn is not being chosen any more, nor offered a place."""
    applicant.choice, applicant.place_offered_at, applicant.place_answer_by = "", None, None
    applicant.save(update_fields=["choice", "place_offered_at", "place_answer_by"])


def _locked(campaign: Campaign, applicants: Iterable[Applicant], by: Actor) -> list[Applicant]:
    keys = {row.pk for row in applicants}
    rows = Applicant.objects.standing().filter(campaign=campaign, pk__in=keys).select_related("person").order_by("pk")
    found = list(rows.select_for_update(of=("self",)))
    if not found:
        raise Refused(_("Choose first whom you mean."), code="nobody")
    refuse_oneself(by, found)
    return found


def _refuse_unsound(choice: str, reason: str, keep_until: date | None) -> None:
    if choice not in Choice.values:
        raise Refused(_("Choose one of these."), field="choice", code="choice")
    if choice == Choice.NOT_CHOSEN and reason not in Applicant.Reason.values:
        raise Refused(_("Choose a reason from the list."), field="reason", code="reason")
    if choice in WAITS and keep_until is not None and keep_until <= clock.today():
        raise Refused(_("Write a day to come: until then the person is kept in mind."), field="keep_until", code="past")


def _refuse_state(rows: list[Applicant], choice: str) -> None:
    for row in rows:
        if row.status in OPEN_TO[choice]:
            continue
        if row.status in UNINTERVIEWED:
            raise Refused(f"{row.person.full_name}: {UNHEARD}", field="choice", code="not_interviewed")
        words = _("%(name)s is “%(state)s”, so this choice is not open.")
        words = words % {"name": row.person.full_name, "state": row.get_status_display()}
        raise Refused(words, field="choice", code="state")


def _refuse_hindered(campaign: Campaign, rows: list[Applicant], choice: str) -> None:
    """Names the first few: a recruiter reads them from the list anyhow."""
    if choice not in (Choice.SELECT, Choice.RESERVE):
        return
    found = hindrance.of(campaign, rows)
    stopped = [(row, found[row.pk]) for row in rows if row.pk in found and found[row.pk].stops(choice)]
    if stopped:
        words = " ".join(f"{row.person.full_name}: {why.words}" for row, why in stopped[:NAMED])
        raise Refused(words, field="choice", code=stopped[0][1].code)


def _rank(campaign: Campaign, rows: list[Applicant]) -> None:
    """The new ones come after those who stand in the reserve."""
    last = in_reserve(campaign).aggregate(last=Max("reserve_rank"))["last"] or 0
    for number, row in enumerate(rows, start=last + 1):
        row.reserve_rank = number
    Applicant.objects.bulk_update(rows, ["reserve_rank"])


def _write(rows: list[Applicant], choice: str, reason: str, day: date | None) -> None:
    keys = [row.pk for row in rows]
    mine = Applicant.objects.filter(pk__in=keys)
    mine.update(choice=choice, reason=reason, **({"keep_until": day} if day else {}))
    if day is None:
        # One in reserve or for later keeps the day that was agreed until something else is settled.
        mine.exclude(status__in=(Status.RESERVE, Status.LATER)).update(keep_until=None)
    if choice != Choice.RESERVE:
        mine.exclude(status=Status.RESERVE).update(reserve_rank=None)
