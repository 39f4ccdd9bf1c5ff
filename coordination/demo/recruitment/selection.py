"""The selection of the closed campaign, half way: some have their answer, one in reserve has been asked, others are drafts."""

from __future__ import annotations

from collections.abc import Sequence

from coordination.demo.past import days_ago
from coordination.people.actor import Actor
from coordination.recruitment.domain import choice, decision, place
from coordination.recruitment.models import Applicant, Campaign

from .campaigns import Recruitment

Choice, Reason = Applicant.Choice, Applicant.Reason


def build(recruitment: Recruitment) -> None:
    campaign, by = recruitment.closed, recruitment.coordinator
    fit = _interviewed(campaign, "now")
    with days_ago(4):
        _choose(campaign, by, fit[:2], Choice.SELECT)
        _choose(campaign, by, fit[2:4], Choice.RESERVE)
        _choose(campaign, by, _interviewed(campaign, "later"), Choice.LATER)
        _choose(campaign, by, _interviewed(campaign, "no"), Choice.NOT_CHOSEN, reason=Reason.OTHER_TASK)
        decision.settle(campaign, by)
    with days_ago(1):
        for row in place.queue(campaign)[:1]:
            place.offer(row, by)
    _choose(campaign, by, fit[4:5], Choice.SELECT)
    _choose(campaign, by, fit[5:6], Choice.NOT_CHOSEN, reason=Reason.BALANCE)


def _interviewed(campaign: Campaign, outcome: str) -> list[Applicant]:
    rows = campaign.applicants.filter(
        status=Applicant.Status.INTERVIEWED, merged_into=None, interviews__summary__outcome=outcome
    )
    return [row for row in rows.order_by("came_at", "pk") if not (row.is_employee or row.is_in_body)]


def _choose(campaign: Campaign, by: Actor, rows: Sequence[Applicant], to: str, **facts: object) -> None:
    if rows:
        choice.choose(campaign, rows, by, to, **facts)
