"""What has come of a council's statements since a moment: the first item of the next agenda (CC-04)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from coordination.foundation import clock
from coordination.foundation.texts import Texts
from councils.models import Council, Forwarding, Statement

from . import statement_words as words

Status, Way = Statement.Status, Forwarding.Status


@dataclass(frozen=True)
class Moved:
    """One thing that came of a statement: the row, what in words in every language, when (aware)."""

    statement: Statement
    what: Texts
    when: datetime


def moved_since(council: Council, moment: datetime, on: date | None = None) -> list[Moved]:
    """What came of the council's statements after `moment` (aware), oldest first.

    Those who are silent are told every time, so that silence is not forgotten; its days are counted to `on` (Helsinki
    date, default today).
    """
    open_ones = Q(status__in=[Status.FORWARDED, Status.ANSWERED], forwardings__status=Way.SILENT)
    moved = Statement.objects.filter(Q(moved_at__gt=moment) | open_ones, council=council)
    rows = moved.exclude(status=Status.DRAFT).distinct().with_ways()
    told = [each for row in rows for each in _of(row, moment, on)]
    return sorted(told, key=lambda each: (each.when, each.statement.pk))


def _of(row: Statement, moment: datetime, on: date | None) -> Iterator[Moved]:
    since = clock.local(moment).date()
    for way in row.ways:
        if way.answered_at and way.answered_at > moment:
            yield Moved(row, words.in_languages(lambda way=way: words.answered(way)), way.answered_at)
        elif way.status == Way.SILENT:
            yield Moved(row, words.in_languages(lambda way=way: words.silent(way, on)), row.moved_at)
        elif way.status == Way.SENT and way.sent_on >= since and row.moved_at > moment:
            yield Moved(row, words.in_languages(lambda way=way: words.forwarded(way)), row.moved_at)
        elif _is_promised_anew(way, since) and row.moved_at > moment:
            yield Moved(row, words.in_languages(lambda way=way: words.promised(way)), row.moved_at)
    if row.moved_at > moment and row.status == Status.IN_USE:
        yield Moved(row, words.in_languages(lambda: words.in_use(row)), row.moved_at)
    elif row.moved_at > moment and row.status == Status.CLOSED:
        yield Moved(row, words.in_languages(lambda: words.closed(row)), row.moved_at)


def _is_promised_anew(way: Forwarding, since: date) -> bool:
    return way.status == Way.SENT and bool(way.promised_on and way.called_on and way.called_on >= since)
