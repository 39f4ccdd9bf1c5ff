"""The CV folder: search over the words of the CVs, facets with live counts, pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import CharField, Count, Exists, OuterRef, Prefetch, Q, Value
from django.db.models.functions import Cast

from coordination.foundation import words
from coordination.people.models import User
from experts.models import Audience, CVRevision, CVWord, Expert

PER_PAGE = 12
YES = "yes"


@dataclass(frozen=True)
class FolderQuery:
    """What the reader looks for. Choices within a facet widen, facets together narrow."""

    text: str = ""
    areas: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    trained: tuple[str, ...] = ()
    page: str | int = 1

    def chosen(self) -> dict[str, tuple[str, ...]]:
        return {name: getattr(self, name) for name in FACETS}


@dataclass(frozen=True)
class Folder:
    """A page of experts with everything a card shows, and how many there would be behind each choice."""

    page: Page
    counts: dict[str, dict[str, int]]
    total: int = field(default=0)


def search(user: User, query: FolderQuery) -> Folder:
    """The experts of the reader's folder that match, in an order that favours nobody, in a constant number of queries."""
    found = matching(Expert.objects.in_folder_of(user), query.text)
    chosen = query.chosen()
    rows = _narrowed(found, chosen).order_by("staff_key")
    page = Paginator(_with_cards(rows), PER_PAGE).get_page(query.page)
    return Folder(page=page, counts=_counts(found, chosen), total=page.paginator.count)


def matching(experts: models.QuerySet[Expert], text: str) -> models.QuerySet[Expert]:
    """Those whose approved CV has every word of the text, in any inflected form, Finnish, Swedish or English."""
    for tokens in words.query_tokens(text):
        found = CVWord.objects.filter(
            token__in=tokens, revision__status=CVRevision.Status.APPROVED, revision__cv__expert=OuterRef("pk")
        )
        experts = experts.filter(Exists(found))
    return experts


def _narrowed(
    experts: models.QuerySet[Expert], chosen: dict[str, tuple[str, ...]], leave_out: str = ""
) -> models.QuerySet[Expert]:
    for name, values in chosen.items():
        if values and name != leave_out:
            experts = experts.filter(FACETS[name].condition(values))
    return experts


def _counts(experts: models.QuerySet[Expert], chosen: dict[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
    """All facets in one query: each counted as if its own choices were not made, so that one sees where else to look."""
    parts = [facet.counted(_narrowed(experts, chosen, leave_out=name), name) for name, facet in FACETS.items()]
    counts: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for name, value, number in parts[0].union(*parts[1:], all=True):
        counts[name][value] = number
    return counts


def _with_cards(experts: models.QuerySet[Expert]) -> models.QuerySet[Expert]:
    approved = CVRevision.objects.approved().select_related("cv").defer("story", "background")
    return experts.select_related("person", "unit").prefetch_related(
        "areas",
        "languages",
        "availabilities",
        "audiences",
        Prefetch("cvs__revisions", queryset=approved, to_attr="approved"),
    )


@dataclass(frozen=True)
class Facet:
    """A way to narrow: the path from the expert to its value, and what makes an expert have it."""

    path: str
    when: Q = field(default_factory=Q)
    as_yes: bool = False

    def condition(self, values: Iterable[str]) -> Q:
        if self.as_yes:
            return self.when
        inner = Expert.objects.filter(self.when, **{f"{self.path}__in": list(values)}, pk=OuterRef("pk"))
        return Q(Exists(inner))

    def counted(self, experts: models.QuerySet[Expert], name: str) -> models.QuerySet:
        """Rows of (facet, value, number)."""
        if self.as_yes:
            rows = experts.order_by().filter(self.when).annotate(facet=Value(name), value=Value(YES))
        else:
            rows = experts.order_by().filter(self.when, **{f"{self.path}__gt": ""})
            rows = rows.annotate(facet=Value(name), value=Cast(self.path, CharField()))
        return (
            rows.values("facet", "value")
            .annotate(number=Count("pk", distinct=True))
            .values_list("facet", "value", "number")
        )


# A town that is not shown must not be found by either (L-10).
TOWN_IS_SHOWN = Q(person__protected_address=False) & ~Exists(
    Audience.objects.filter(expert=OuterRef("pk"), locality=False).exclude(kind="public")
)

FACETS: dict[str, Facet] = {
    "areas": Facet("areas__code"),
    "tasks": Facet("task_types__code"),
    "languages": Facet("languages__code"),
    "towns": Facet("locality", TOWN_IS_SHOWN),
    "remote": Facet("remote", Q(remote__in=[Expert.Remote.ALSO, Expert.Remote.ONLY]), as_yes=True),
    "trained": Facet("training_year", Q(training_year__isnull=False), as_yes=True),
}
