"""Settling a selection: every choice that stood at the press becomes true, and each person is told in their own channel (CC-10, L-45).

One applicant a transaction, so that the worker may die at any moment and go on; who cannot be chosen any more keeps the draft.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, job, workflow
from coordination.records.models import Job
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions.campaign import require_recruiter

from . import hindrance, interview, keeping, place, told
from .choice import OPEN_TO, TARGET

Choice = Applicant.Choice
KIND, TASK = "recruitment.settle", "coordination.recruitment.tasks.decision.settle"
AT_ONCE = 12
MESSAGES = {
    Choice.SELECT: "recruitment.choice.selected",
    Choice.RESERVE: "recruitment.choice.reserve",
    Choice.LATER: "recruitment.choice.later",
    Choice.NOT_CHOSEN: "recruitment.choice.not_chosen",
}
WITH = ("campaign__unit", "campaign__contact", "person__unit", "link")


@transaction.atomic
def settle(campaign: Campaign, by: Actor) -> Job | None:
    """Make the drafts true and tell everybody: a job with a bar, or None where a few were done at once.

    Choices written after the press wait for the next one. Raises `Refused`: not a recruiter, no choice waits.
    """
    current = workflow.locked(campaign, "unit")  # before any applicant, as whoever chooses or answers
    require_recruiter(by, current)
    drafts = list(waiting(current).values_list("pk", "choice"))
    if not drafts:
        raise Refused(_("No choice waits to be settled. Choose first."), code="nothing")
    audit.log(campaign, "kuuluviin.changed", by, {"settled": len(drafts)})
    if len(drafts) > AT_ONCE:
        return job.start(KIND, TASK, by, cursor={"drafts": [list(draft) for draft in drafts]})
    for key, choice in sorted(drafts):  # in the order of the keys, as everybody who locks many
        with suppress(Refused):
            settle_one(key, choice, by)
    return None


def waiting(campaign: Campaign):
    """Whose draft waits to be settled, in the order they came."""
    return Applicant.objects.standing().filter(campaign=campaign).exclude(choice="").order_by("came_at", "pk")


def go_on(work: Job, by: Actor) -> int:
    """The worker's part; returns how many were settled. Begun again, it passes over those who are done."""
    drafts = work.cursor["drafts"]
    count = 0
    for done, (key, choice) in enumerate(drafts, start=1):
        with suppress(Refused):  # one who cannot be chosen any more stops nobody else; the page tells why
            count += settle_one(key, choice, by)
        job.went_on(work, done, len(drafts))
    return count


@transaction.atomic
def settle_one(key: int, choice: str, by: Actor) -> bool:
    """Settle the choice of the applicant of this key, if it still is that one. Raises `Refused` where it cannot be any more."""
    row = workflow.locked(Applicant(pk=key), *WITH)
    if row.choice != choice or row.merged_into_id:
        return False
    _refuse_hindered(row)
    interview.stop_for(row, by)
    now = clock.now()
    facts = {"choice": "", "decided_at": now, "place_offered_at": None, "place_answer_by": None}
    if choice not in (Choice.RESERVE, Choice.LATER):
        facts["keep_until"] = None
    if choice != Choice.RESERVE:
        facts["reserve_rank"] = None
    workflow.move(row, TARGET[choice], by, **facts)
    keeping.drop(row)
    place.drop(row)
    facts = {"applicant": row, "events_page": _events_page(row)}
    told.tell(MESSAGES[choice], row, facts, again=now.date().isoformat())
    return True


def _events_page(row: Applicant) -> str:
    """Where the open events are told of, in the person's language."""
    with translation.override(row.person.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse("event_street:index")


def _refuse_hindered(row: Applicant) -> None:
    if row.status not in OPEN_TO[row.choice]:
        raise Refused(_("This choice is not open any more. Open the page again."), code="state")
    found = hindrance.of(row.campaign, [row]).get(row.pk) if row.choice in (Choice.SELECT, Choice.RESERVE) else None
    if found and found.stops(row.choice):
        raise Refused(found.words, code=found.code)


def answers(drafts: list[Applicant]) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Each choice with how many get it, and by which channels: ("chosen", 3, [("E-mail", 2), ("Post", 1)])."""
    rows = []
    for value, label in Choice.choices:
        ways = Counter(str(row.person.get_channel_display()) for row in drafts if row.choice == value)
        if ways:
            rows.append((str(label), ways.total(), sorted(ways.items())))
    return rows
