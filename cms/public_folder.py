"""The experts whom everybody may see: found, counted by area, and drawn as cards. The consent is asked on every read."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from coordination.foundation import words
from experts.models import CV, Audience, CVRevision, CVWord, Expert, ServiceArea
from experts.models.shown import shown_as

A_PAGE = 12
AREAS_ON_CARD = 4
LONGEST_QUERY = 100


@dataclass(frozen=True)
class FolderQuery:
    """What the reader asks: words, and codes of areas of which any will do."""

    text: str = ""
    areas: tuple[str, ...] = ()
    page: int = 1

    @classmethod
    def of(cls, data: QueryDict) -> FolderQuery:
        """From the address; raises Http404 for a page that is no number."""
        number = data.get("page", "1")
        if not number.isdecimal():
            raise Http404
        areas = dict.fromkeys(code for code in data.getlist("area") if code)
        return cls(data.get("q", "").strip()[:LONGEST_QUERY], tuple(areas), int(number))

    @property
    def hidden(self) -> list[dict]:
        """What the form of the areas keeps."""
        return [{"name": "q", "value": self.text}] if self.text else []

    def without(self, area: str) -> str:
        """The same as an address's query, that area dropped, from the first page."""
        kept = [("q", self.text)] if self.text else []
        return urlencode([*kept, *(("area", code) for code in self.areas if code != area)])


@dataclass
class FolderList:
    """One page of the folder. `cards` are for `components/expert_card.html`; `facets` for `components/facets.html`."""

    page: Page
    total: int
    cards: list[dict]
    facets: list[dict]
    chosen: list[tuple[str, str]] = field(default_factory=list)


def search(query: FolderQuery) -> FolderList:
    """A page of the public experts that fit, in an order that favours nobody: by their public keys.

    Raises Http404 past the last page.
    """
    fitting = with_words(Expert.objects.public(), query.text)
    areas = list(ServiceArea.objects.filter(in_use=True))
    chosen = [area for area in areas if area.code in query.areas]
    found = fitting
    if chosen:
        found = found.filter(Exists(Expert.areas.through.objects.filter(expert=OuterRef("pk"), servicearea__in=chosen)))
    paginator = Paginator(found.order_by("public_key"), A_PAGE)
    if query.page < 1 or query.page > paginator.num_pages:
        raise Http404
    page = paginator.page(query.page)
    wanted = {area.pk for area in chosen}
    return FolderList(
        page=page,
        total=paginator.count,
        cards=cards(page.object_list, wanted),
        facets=_facets(areas, _counts(fitting), wanted),
        chosen=[(area.code, str(area)) for area in chosen],
    )


def with_words(experts: QuerySet, text: str) -> QuerySet:
    """Those whose approved CV has every word of the text, in any of its forms."""
    for tokens in words.query_tokens(text):
        meant = CVWord.objects.filter(
            token__in=tokens, revision__cv__expert=OuterRef("pk"), revision__status=CVRevision.Status.APPROVED
        )
        experts = experts.filter(Exists(meant))
    return experts


def cards(experts: QuerySet, wanted: set[int] = frozenset()) -> list[dict]:
    """The experts as cards, each only as its public audience may see; five queries whatever the number."""
    rows = experts.select_related("person", "photo").prefetch_related(
        "audiences",
        "areas",
        Prefetch("cvs", CV.objects.order_by("pk")),
        Prefetch(
            "cvs__revisions", CVRevision.objects.approved().only("cv", "motto", "status", "number"), to_attr="approved"
        ),
    )
    return [_card(expert, wanted) for expert in rows]


def written(cvs: list[CV], language: str | None) -> CV | None:
    """The CV in the reader's language, else the one written first. Each has its `approved` revisions with it."""
    told = [cv for cv in cvs if cv.approved]
    return next((cv for cv in told if cv.language == language), told[0] if told else None)


def _card(expert: Expert, wanted: set[int]) -> dict:
    shown = shown_as(expert, Audience.Kind.PUBLIC)
    cv = written(list(expert.cvs.all()), get_language())
    areas = sorted(expert.areas.all(), key=lambda area: (area.pk not in wanted, area.position))
    return {
        "key": shown.tile_key,
        "name": shown.name,
        "url": reverse("cms:cv", args=[expert.public_key]),
        "born": shown.born_line,
        "place": _place(expert, shown.town),
        "motto": cv.approved[0].motto if cv else "",
        "lang": cv.language if cv else "",
        "areas": [{"name": str(area), "match": area.pk in wanted} for area in areas[:AREAS_ON_CARD]],
    }


def _place(expert: Expert, town: str) -> str:
    if expert.remote == Expert.Remote.ONLY:
        return pgettext("where an expert works", "Remotely only")
    return town


def _counts(experts: QuerySet) -> dict[int, int]:
    """How many of the experts know each area."""
    links = Expert.areas.through.objects.filter(expert__in=experts.values("pk"))
    return dict(links.values_list("servicearea").annotate(Count("pk")))


def _facets(areas: list[ServiceArea], counts: dict[int, int], wanted: set[int]) -> list[dict]:
    """Areas that somebody knows, or that are chosen."""
    options = [
        {
            "value": area.code,
            "label": str(area),
            "count": counts.get(area.pk, 0),
            "checked": area.pk in wanted,
            "key": f"area:{area.code}",
        }
        for area in areas
        if counts.get(area.pk) or area.pk in wanted
    ]
    return [{"name": "area", "label": _("Area of experience"), "options": options}]
