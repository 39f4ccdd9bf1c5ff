"""How applicants come from step to step, of one campaign and of all: a chart, tables, files; numbers only (AN-04, AN-13)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation import sheets
from coordination.foundation.board import asking
from coordination.recruitment.domain import funnel, retention, waiting
from coordination.recruitment.models import Campaign

from . import campaign_forgetting as forgetting
from . import campaign_found as found

LOOK, ACT = "recruitment.view_campaign", "recruitment.change_applicant"
FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
@never_cache
def page(request: HttpRequest, campaign: int) -> HttpResponse:
    """One campaign. It names nobody, so it is not logged."""
    board = found.led(request, campaign)
    rows = funnel.ways(Campaign.objects.filter(pk=board.pk))
    context = {
        "campaign": board,
        "total": funnel.total(rows),
        "channels": funnel.by_channel(rows),
        "spans": funnel.spans(rows),
        "late": waiting.late(board).count(),
        "answer_days": waiting.days(board),
        "due": retention.over(board).count(),
    }
    return render(request, "recruitment/backoffice/funnel.html", context)


@require_safe
@never_cache
def file(request: HttpRequest, campaign: int, form: str) -> HttpResponse:
    board = found.led(request, campaign)
    rows = funnel.ways(Campaign.objects.filter(pk=board.pk))
    lines = [*funnel.by_channel(rows), funnel.total(rows)]
    return _file(form, f"{pgettext('file name', 'steps')}-{board.pk}", lines, _("Way in"))


@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """All one recruits for, a year at a time or all years."""
    led = Campaign.objects.led_by(request.user)
    everybody = funnel.ways(led)
    year = _year(request, funnel.years(everybody))
    rows = [way for way in everybody if year is None or way.year == year]
    late = waiting.counts(request.user)
    context = {
        "years": funnel.years(everybody),
        "year": year,
        "total": funnel.total(rows),
        "campaigns": funnel.by_campaign(rows, led),
        "channels": funnel.by_channel(rows),
        "by_year": funnel.by_year(everybody),
        "spans": funnel.spans(rows),
        "late": [(campaign, count) for campaign, count in late.items() if count],
    }
    return render(request, "recruitment/backoffice/funnel_all.html", context)


@require_safe
@never_cache
def index_file(request: HttpRequest, form: str) -> HttpResponse:
    led = Campaign.objects.led_by(request.user)
    everybody = funnel.ways(led)
    year = _year(request, funnel.years(everybody))
    rows = [way for way in everybody if year is None or way.year == year]
    name = "-".join(filter(None, [pgettext("file name", "steps"), str(year or "")]))
    return _file(form, name, [*funnel.by_campaign(rows, led), funnel.total(rows)], _("Recruitment"))


def _year(request: HttpRequest, years: list[int]) -> int | None:
    asked = request.GET.get("vuosi", "")
    return int(asked) if asked.isdecimal() and int(asked) in years else None


def _file(form: str, name: str, lines: list[funnel.Line], head: str) -> HttpResponse:
    if form not in FILE_TYPES:
        raise Http404
    rows = funnel.sheet(lines, head)
    body = sheets.write_csv(rows) if form == "csv" else sheets.write_xlsx([(name, rows)])
    disposition = {"Content-Disposition": f'attachment; filename="{name}.{form}"', "Cache-Control": "private, no-store"}
    return HttpResponse(body, content_type=FILE_TYPES[form], headers=disposition)


urlpatterns: list[URLPattern] = [
    path("", asking(page, LOOK, LOOK), name="page"),
    path("poistettavat/", asking(forgetting.index, ACT, ACT), name="forgetting"),
    path("<slug:form>/", asking(file, LOOK, LOOK), name="file"),
]
overview_urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, LOOK), name="index"),
    path("<slug:form>/", asking(index_file, LOOK, LOOK), name="file"),
]
