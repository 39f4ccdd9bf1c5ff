"""Who stand side by side when the choice is made: what was asked of everybody, what hinders, what is meant. Nobody's own notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.recruitment.models import Applicant, Campaign, Service, Summary

from . import hindrance
from .choice import OPEN_TO
from .hindrance import CRITERIA, Hindrance

Status = Applicant.Status
UNDECIDED, UNHEARD, KEPT, DONE = "haastatellut", "ilman", "varalla", "valitut"
VIEWS = {
    UNDECIDED: (pgettext_lazy("selection", "Interviewed"), (Status.INTERVIEWED,)),
    UNHEARD: (pgettext_lazy("selection", "Not interviewed"), (Status.INTERESTED, Status.INVITED)),
    KEPT: (pgettext_lazy("selection", "In reserve and later"), (Status.RESERVE, Status.LATER)),
    DONE: (pgettext_lazy("selection", "Chosen, told"), (Status.SELECTED, Status.ADMITTED)),
}
CHOOSABLE = (UNDECIDED, UNHEARD, KEPT)
NAMES = {
    "recovered_on": _("Far enough in the own recovery"),
    "reflects_on": _("Able to look at the own experience from a distance"),
    "cooperates_on": _("Able to work with professionals"),
}


@dataclass(frozen=True)
class Row:
    """One applicant as the table and the comparison show them."""

    applicant: Applicant
    summary: Summary | None
    hindrance: Hindrance | None
    services: str

    @property
    def criteria(self) -> int:
        """How many of the three are met."""
        return sum(bool(getattr(self.summary, name)) for name in CRITERIA) if self.summary else 0

    @property
    def open_to(self) -> list[str]:
        """The choices that are open for this one."""
        stops = self.hindrance.stops if self.hindrance else lambda choice: False
        return [choice for choice, states in OPEN_TO.items() if self.applicant.status in states and not stops(choice)]


def in_view(campaign: Campaign, view: str) -> QuerySet[Applicant]:
    """The applicants of a view, the longest interested first."""
    states = VIEWS[view][1]
    rows = Applicant.objects.whole().filter(campaign=campaign, status__in=states)
    return rows.select_related("person").order_by("came_at", "pk")


def counts(campaign: Campaign) -> list[tuple[str, str, int]]:
    """Each view with its name and how many there are. One query."""
    found = {name: Count("pk", filter=Q(status__in=states)) for name, (__, states) in VIEWS.items()}
    many = Applicant.objects.whole().filter(campaign=campaign).aggregate(**found)
    return [(name, str(label), many[name]) for name, (label, __) in VIEWS.items()]


def of(campaign: Campaign, rows: Iterable[Applicant]) -> list[Row]:
    """Five queries at most, however many."""
    rows = list(rows)
    summaries, hindered = hindrance.summaries(row.pk for row in rows), hindrance.of(campaign, rows)
    return [Row(row, summaries.get(row.pk), hindered.get(row.pk), services(row)) for row in rows]


def services(applicant: Applicant) -> str:
    """The services one has experience of, in words."""
    names = dict(Service.choices)
    return ", ".join(str(names[code]) for code in applicant.services if code in names)
