"""An applicant withdraws, and nothing is asked of why. What stood for them is taken down in the same transaction."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from coordination.recruitment.models import Applicant
from coordination.recruitment.permissions import applicant as permissions

from . import choice, interview, told

# What else ends: a function of another module of this room, taking the applicant and who did it.
ON_WITHDRAWAL: tuple[Callable[[Applicant, Actor], object], ...] = (interview.stop_for, choice.drop)


@transaction.atomic
def withdraw(applicant: Applicant, by: Actor) -> Applicant:
    """The applicant, or a recruiter who was told by phone or post (`by.acting_for`). They hear that it is done.

    Raises `Refused` for others, and where the matter is over already.
    """
    permissions.require_own_or_recruiter(by, applicant)
    workflow.move(applicant, Applicant.Status.WITHDRAWN, by, decided_at=clock.now(), reserve_rank=None)
    outbox.supersede(applicant)
    for end in ON_WITHDRAWAL:
        end(applicant, by)
    told.tell("recruitment.applicant.withdrawn", applicant)
    return applicant
