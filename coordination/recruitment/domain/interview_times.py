"""The times of a campaign as its recruiters see them: what is offered, who has chosen, whom to call, whom to invite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from coordination.foundation import clock
from coordination.people.models import Person, User
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot

Status, Stage = Interview.Status, Applicant.Status
BY_HAND = (Person.Channel.PHONE, Person.Channel.POST)


@dataclass(frozen=True)
class Board:
    """`days` are the times to come with their interview or None; `unchosen` who was asked and has not chosen, those to call
    first; `askable` who could be invited; `over` what was held or missed, the latest first."""

    days: list[tuple[date, list[tuple[Slot, Interview | None]]]]
    unchosen: list[Interview]
    askable: list[Applicant]
    over: list[Interview]
    free: int

    @property
    def agreed(self) -> int:
        return sum(interview is not None for __, rows in self.days for ___, interview in rows)

    @property
    def people(self) -> set[int]:
        """The keys of the persons who are named."""
        chosen = [interview for __, rows in self.days for ___, interview in rows if interview]
        return {row.applicant.person_id for row in [*chosen, *self.unchosen, *self.over]} | {
            row.person_id for row in self.askable
        }


def of(campaign: Campaign, user: User) -> Board:
    """As one of those who recruit sees them, oneself left out but for the time one has. A fixed number of queries."""
    days = _days(campaign)
    rows = Interview.objects.filter(applicant__campaign=campaign).others_than(user)
    rows = rows.select_related("applicant__person", "summary")
    unchosen = list(rows.filter(status=Status.ASKED).order_by("asked_at", "pk"))
    over = rows.filter(Q(status__in=(Status.HELD, Status.MISSED)) | Q(status=Status.AGREED, starts_at__lte=clock.now()))
    return Board(
        days=days,
        unchosen=sorted(unchosen, key=lambda row: row.applicant.person.channel not in BY_HAND),
        askable=list(askable(campaign, user)),
        over=list(over.order_by("-starts_at", "-pk").prefetch_related(_people())),
        free=sum(interview is None for __, rows in days for ___, interview in rows),
    )


def askable(campaign: Campaign, user: User) -> QuerySet[Applicant]:
    """Who is interested and has not been asked, or waits to be asked again, but never oneself; the oldest first."""
    asked = Interview.objects.waiting().filter(applicant=OuterRef("pk"))
    rows = campaign.applicants.whole().others_than(user)
    rows = rows.filter(~Exists(asked), status__in=(Stage.INTERESTED, Stage.INVITED, Stage.LATER))
    return rows.select_related("person", "campaign__unit").order_by("came_at", "pk")


def _days(campaign: Campaign) -> list[tuple[date, list[tuple[Slot, Interview | None]]]]:
    agreed = Interview.objects.filter(status=Status.AGREED).select_related("applicant__person")
    slots = Slot.objects.filter(campaign=campaign, starts_at__gt=clock.now()).order_by("starts_at", "pk")
    rows = slots.prefetch_related(_people(), Prefetch("interviews", agreed, to_attr="agreed"))
    pairs = [(slot, slot.agreed[0] if slot.agreed else None) for slot in rows]
    return [(day, list(group)) for day, group in groupby(pairs, key=lambda pair: clock.local(pair[0].starts_at).date())]


def _people() -> Prefetch:
    return Prefetch("interviewers", Person.objects.order_by("first_name", "pk"))
