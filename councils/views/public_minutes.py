"""The published minutes of a public council: without names, also in plain language.

Kept by no cache: what a leader takes back is gone at once.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from councils.models import AgendaItem, Minutes


@never_cache
def show(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    record = _published(council, pk)
    return _page(request, record, [(item, item.public_notes) for item in _items(record)], is_plain=False)


@never_cache
def plain(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """Only what has been written in plain language, once a member has read it."""
    record = _published(council, pk)
    rows = [(item, item.plain_notes) for item in _items(record) if item.plain_notes]
    if not (rows and record.plain_read_on):
        raise Http404
    return _page(request, record, rows, is_plain=True)


def _published(council: int, pk: int) -> Minutes:
    rows = Minutes.objects.public().filter(meeting__council_id=council).select_related("meeting__council")
    return get_object_or_404(rows, pk=pk)


def _items(record: Minutes) -> list[AgendaItem]:
    return list(record.meeting.items.exclude(kind=AgendaItem.Kind.BREAK))


def _page(request: HttpRequest, record: Minutes, rows: list[tuple], *, is_plain: bool) -> HttpResponse:
    context = {
        "record": record,
        "meeting": record.meeting,
        "council": record.meeting.council,
        "items": [{"title": item.title, "text": text} for item, text in rows if text],
        "is_plain": is_plain,
        "has_plain": bool(record.plain_read_on) and any(item.plain_notes for item, __ in rows),
    }
    return render(request, "councils/public/minutes.html", context)
