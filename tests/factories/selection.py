"""A selection in situations: who has been interviewed, chosen, kept in reserve, offered a place."""

from __future__ import annotations

from datetime import timedelta

from coordination.foundation import clock
from coordination.recruitment.models import Applicant, Campaign, Summary
from tests.factories import recruitment

CRITERIA = ("recovered_on", "reflects_on", "cooperates_on")


def interviewed(
    first_name: str = "Hilla",
    outcome: str = Summary.Outcome.NOW,
    campaign: Campaign | None = None,
    status: str = Applicant.Status.INTERVIEWED,
    **fields: object,
) -> Applicant:
    """Interviewed and summed up, the three criteria met where the outcome is now; chosen or kept where `status` says so."""
    someone = recruitment.applicant(first_name, "Hakija", campaign, status, interviewed_at=clock.now(), **fields)
    if not someone.interviews.exists():
        summary = recruitment.summary(someone, outcome)
        if outcome == Summary.Outcome.NOW:
            Summary.objects.filter(pk=summary.pk).update(**dict.fromkeys(CRITERIA, clock.today()))
    return someone


def in_reserve(*first_names: str, campaign: Campaign | None = None) -> list[Applicant]:
    """In reserve in this order, kept in mind for half a year."""
    facts = {"status": Applicant.Status.RESERVE, "decided_at": clock.now() - timedelta(days=30)}
    return [
        interviewed(name, campaign=campaign, reserve_rank=number, **facts)
        for number, name in enumerate(first_names, start=1)
    ]


def offered(first_name: str = "Ritva", days: int = 7, campaign: Campaign | None = None) -> Applicant:
    """The first of the reserve, asked whether to take a free place; `days` to answer, below nought they have passed."""
    row = in_reserve(first_name, campaign=campaign)[0]
    row.place_offered_at, row.place_answer_by = clock.now(), clock.today() + timedelta(days=days)
    row.save(update_fields=["place_offered_at", "place_answer_by"])
    return row
