"""What came of it, for the members: how far the voice of each council has reached (CC-04)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from councils.domain import statement_figures
from councils.models import AgendaItem, Council, Meeting, Statement, Topic, follow_up_filter

A_PAGE = 20


@require_safe
@never_cache
@login_required
def follow_up(request: HttpRequest) -> HttpResponse:
    """The timeline of one's own council; `?raati=` chooses among several, `?nayta=` narrows."""
    councils = list(Council.objects.attended_by(request.user).order_by("pk"))
    council = next((row for row in councils if str(row.pk) == request.GET.get("raati")), None) or next(
        iter(councils), None
    )
    if council is None:
        raise Http404
    rows = list(Statement.objects.visible_to(request.user).filter(council=council).with_ways())
    found = follow_up_filter.narrow(rows, _proposed(council, request), request.GET.get("nayta", ""))
    page = Paginator(found.statements, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "councils": councils if len(councils) > 1 else [],
        "council": council,
        "page": page,
        "proposed": found.proposed if page.number == 1 else [],
        "filters": found.filters,
        "chosen": found.chosen,
        "reader": request.user.as_person(),
        "figures": statement_figures.of(council),
    }
    return render(request, "councils/statement/follow_up.html", context)


def _proposed(council: Council, request: HttpRequest) -> list[Topic]:
    """On an agenda, or one's own in the bank, before anything has been said of it; each with its next meeting's day."""
    own = Q(proposed_by=request.user.as_person(), status=Topic.Status.PROPOSED)
    rows = Topic.objects.visible_to(request.user).filter(council=council, statements=None)
    topics = list(rows.filter(own | Q(status=Topic.Status.TAKEN)))
    items = AgendaItem.objects.filter(topic__in=topics, meeting__status=Meeting.Status.OPEN).select_related("meeting")
    days = {item.topic_id: item.meeting.starts_at for item in items.order_by("-meeting__starts_at")}
    for topic in topics:
        topic.talked_on = days.get(topic.pk)
    return topics
