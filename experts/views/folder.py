"""The CV folder for signed-in staff, and a CV in it. Every hit list and every CV opened is logged (L-17)."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.people.models import Role
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import audience, expert_language, folder, free_time, introduction, shown_cv
from experts.domain.folder import FACETS, FolderQuery
from experts.domain.shown_cv import usual_times
from experts.models import CVRevision, Expert, ServiceArea, TaskType

from . import comparison

READERS = (Role.Kind.STAFF, Role.Kind.COORDINATOR)
TAKEN_AWAY = "page"
SHOWN_CHOICES = 6


@require_safe
@login_required
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Search and facets; a reader without a unit's role is told whom to ask."""
    if not request.user.has_role(*READERS):
        raise PermissionDenied(
            _("The CV folder is for client-work employees and coordinators. Ask your supervisor for the role.")
        )
    query = FolderQuery(
        text=request.GET.get("q", "")[:200].strip(),
        page=request.GET.get("page", 1),
        **{name: tuple(filter(None, request.GET.getlist(name))) for name in FACETS},
    )
    found = folder.search(request.user, query)
    access.record(
        request.user, AccessEntry.Action.SEARCH, "experts.folder", [expert.staff_key for expert in found.page]
    )
    labels = _labels(found.counts)
    context = {
        "query": query,
        "page": found.page,
        "total": found.total,
        "cards": [_card(expert, request, set(query.areas)) for expert in found.page],
        "facets": [_facet(name, labels[name], found.counts[name], query.chosen()[name]) for name in FACETS],
        "chosen": _chosen(request.GET, labels),
        "chosen_count": sum(len(values) for values in query.chosen().values()),
        "ordering": introduction.ordering(request.user),
        **_picks(request, query, found),
    }
    return render(request, "experts/folder/show.html", context)


@require_safe
@login_required
@never_cache
def cv(request: HttpRequest, key: str) -> HttpResponse:
    """One CV as this reader may see it, and how to order the person."""
    experts = (
        Expert.objects.in_folder_of(request.user)
        .select_related("person", "unit")
        .prefetch_related("languages", "audiences", "availabilities")
    )
    expert = get_object_or_404(experts, staff_key=key)
    revision = _best(expert, request.LANGUAGE_CODE)
    shown = audience.shown_as(expert, audience.kind_for(expert, request.user))
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.cv:{expert.staff_key}", [expert.staff_key])
    context = {
        "expert": expert,
        "shown": shown,
        "revision": revision,
        "areas": revision.area_texts.select_related("area"),
        "spoken": [expert_language.name(row.code) for row in expert.languages.all()],
        "available": True,
        "usual": usual_times(expert),
        "free": free_time.next_free(expert),
        "others": [
            (other.cv.language, expert_language.name(other.cv.language))
            for other in _approved(expert)
            if other.pk != revision.pk
        ],
        "orders_here": request.user.has_role(Role.Kind.STAFF),
        "out_of_date_url": reverse("experts:cv_out_of_date", args=[key]),
        "compare_url": f"{reverse('experts:folder')}?{comparison.PICK}={key}",
    }
    return render(request, "experts/folder/cv.html", context)


def _picks(request: HttpRequest, query: FolderQuery, found: folder.Folder) -> dict:
    """Who is ticked for comparing, on this page or another; the ticks stand in the address and go along with every search."""
    keys = list(dict.fromkeys(comparison.asked(request)))
    here = {expert.staff_key for expert in found.page}
    names = {cv.key: cv.shown.name for cv in shown_cv.chosen(request.user, keys, request.LANGUAGE_CODE)} if keys else {}
    text = [{"name": "q", "value": query.text}] if query.text else []
    if number := request.GET.get(comparison.ORDER):
        text.append({"name": comparison.ORDER, "value": number})
    ticks = [{"name": comparison.PICK, "value": key} for key in names]
    choices = [{"name": name, "value": value} for name, values in query.chosen().items() for value in values]
    return {
        "picked": list(names.values()),
        "hidden": text + ticks,
        "ticks": [item for item in text if item["name"] != "q"] + ticks,
        "kept": [*text, *choices, *(tick for tick in ticks if tick["value"] not in here)],
    }


def _approved(expert: Expert) -> list[CVRevision]:
    return list(CVRevision.objects.approved().filter(cv__expert=expert).select_related("cv").order_by("cv__language"))


def _best(expert: Expert, language: str) -> CVRevision:
    """The CV in the reader's language, else in Finnish, else whichever there is."""
    rows = _approved(expert)
    return min(rows, key=lambda row: (row.cv.language != language, row.cv.language != "fi", row.pk))


def _card(expert: Expert, request: HttpRequest, wanted: set[str]) -> dict:
    shown = audience.shown_as(expert, audience.kind_for(expert, request.user))
    approved = [revision for cv in expert.cvs.all() for revision in cv.approved]
    revision = min(approved, key=lambda row: (row.cv.language != request.LANGUAGE_CODE, row.pk)) if approved else None
    areas = sorted(expert.areas.all(), key=lambda area: (area.code not in wanted, area.position))
    where = [usual_times(expert), expert.get_remote_display() if expert.remote != Expert.Remote.NO else ""]
    return {
        "key": shown.tile_key,
        "value": expert.staff_key,
        "chosen": expert.staff_key in comparison.asked(request),
        "wrong_url": reverse("experts:cv_out_of_date", args=[expert.staff_key]),
        "name": shown.name,
        "url": reverse("experts:cv", args=[expert.staff_key]),
        "born": shown.born_line,
        "place": shown.town,
        "motto": revision.motto if revision else "",
        "lang": revision.cv.language if revision else "",
        "areas": [{"name": area.names, "match": area.code in wanted} for area in areas],
        "free": " · ".join(part for part in where if part),
    }


def _labels(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, str]]:
    """What each value of each facet is called. Values that nobody has are still there, greyed."""
    return {
        "areas": {area.code: str(area) for area in ServiceArea.objects.filter(in_use=True)},
        "tasks": {task.code: str(task) for task in TaskType.objects.filter(in_use=True)},
        "languages": {code: expert_language.name(code) for code in sorted(counts["languages"])},
        "towns": {town: town for town in sorted(counts["towns"])},
        "remote": {folder.YES: _("Also remotely")},
        "trained": {folder.YES: _("Has completed the training")},
    }


def _facet(name: str, labels: dict[str, str], counts: dict[str, int], chosen: Iterable[str]) -> dict:
    titles = {
        "areas": pgettext("facet", "Service"),
        "tasks": pgettext("facet", "Task"),
        "languages": pgettext("facet", "Language"),
        "towns": pgettext("facet", "Town"),
        "remote": pgettext("facet", "Remotely"),
        "trained": pgettext("facet", "Training"),
    }
    options = [
        {
            "value": value,
            "label": label,
            "count": counts.get(value, 0),
            "checked": value in chosen,
            "key": f"{name}-{value}",
        }
        for value, label in labels.items()
    ]
    first = sorted(options, key=lambda option: (not option["checked"], -option["count"]))
    return {"name": name, "label": titles[name], "options": first[:SHOWN_CHOICES], "more": first[SHOWN_CHOICES:]}


def _chosen(data: QueryDict, labels: dict[str, dict[str, str]]) -> list[dict]:
    """Each choice as a link that drops it."""
    links = []
    for name in FACETS:
        for value in filter(None, data.getlist(name)):
            left = data.copy()
            left.setlist(name, [other for other in data.getlist(name) if other != value])
            left.pop(TAKEN_AWAY, None)
            links.append({"name": labels[name].get(value, value), "url": f"?{left.urlencode()}"})
    return links
