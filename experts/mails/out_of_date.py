"""Messages about a remark that something is out of date: the words themselves stay behind the sign-in."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.people.models import Person
from experts.models import OutOfDate


def told(row: OutOfDate) -> None:
    """To the one who mends."""
    if row.updater:
        context = {"url": _address(row.updater, "experts:remark", row.pk), "is_cv": row.expert_id is not None}
        outbox.queue("experts.out_of_date.told", to=row.updater, context=context, about=row)


def handled(row: OutOfDate) -> None:
    """To the one who told: mended, or it was up to date."""
    context = {"url": _address(row.reporter, "experts:remark", row.pk), "fixed": row.status == OutOfDate.Status.FIXED}
    outbox.queue("experts.out_of_date.handled", to=row.reporter, context=context, about=row)


def _address(reader: Person, name: str, *args: object) -> str:
    with translation.override(reader.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
