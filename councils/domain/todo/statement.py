"""What waits of statements: calls to those who are silent, answers to read and publish."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import formats
from coordination.foundation.todo import Todo
from coordination.people.models import User
from councils.models import Council, Forwarding, Statement

SHOWN = 10
Status, Way = Statement.Status, Forwarding.Status


def for_leader(user: User) -> Iterator[Todo]:
    """Of the councils one leads or coordinates: whom to call, then drafts nobody has taken further."""
    led = Council.objects.led_by(user)
    yield from _calls(led)
    yield from _drafts(led)


def _calls(led: object) -> Iterator[Todo]:
    not_made = Q(called_on=None) | Q(called_on__lt=F("call_asked_on"))
    rows = Forwarding.objects.filter(
        not_made, statement__council__in=led, status__in=[Way.SENT, Way.SILENT], call_asked_on__isnull=False
    )
    for way in rows.select_related("statement").order_by("promised_on", "pk")[:SHOWN]:
        yield Todo(
            title=f"{way.recipient_title}: {way.statement.title}",
            text=_("An answer was promised by %(day)s. Call and ask.") % {"day": formats.day(way.promised_on)},
            url=reverse("council_statement:called", args=[way.statement.council_id, way.statement_id, way.pk]),
            button=_("Write down the call"),
            tone="late",
            group=_("Call: a council has got no answer"),
        )


def _drafts(led: object) -> Iterator[Todo]:
    rows = Statement.objects.filter(council__in=led, status=Status.DRAFT).order_by("made_on", "pk")
    for row in rows[:SHOWN]:
        yield Todo(
            title=str(row.title),
            text=_("A draft of %(day)s: nobody has got it yet.") % {"day": formats.day(row.made_on)},
            url=reverse("council_statement:page", args=[row.council_id, row.pk]),
            button=_("Take it further"),
            group=_("Ideas to take further"),
        )
