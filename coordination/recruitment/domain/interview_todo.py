"""What waits for one who interviews: a talk soon, notes to finish, a summary to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Role, User
from coordination.recruitment.models import Interview, Summary

SOON = timedelta(days=3)
SHOWN = 10


def for_interviewer(user: User) -> Iterator[Todo]:
    """One query; none for those who work nowhere here."""
    if not user.has_role(Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER):
        return
    rows = Interview.objects.held_by(user).filter(
        ~Exists(Summary.objects.filter(interview=OuterRef("pk"))),
        status__in=(Interview.Status.AGREED, Interview.Status.HELD),
        starts_at__lte=clock.now() + SOON,
    )
    for row in rows.order_by("starts_at")[:SHOWN]:
        yield _of(row)


def _of(row: Interview) -> Todo:
    is_over = row.ends_at <= clock.now()
    return Todo(
        title=_("Write down the interview of %(day)s") % {"day": formats.day(row.starts_at)}
        if is_over
        else _("You interview on %(day)s") % {"day": formats.day(row.starts_at)},
        text=", ".join(filter(None, [formats.span(row.starts_at, row.ends_at), row.place])),
        url=reverse("recruitment:interview", args=[row.pk]),
        button=_("Finish the notes and sum up") if is_over else _("Look at the questions"),
        due=row.starts_at,
        tone="late" if is_over else "act",
        group=_("Interviews"),
    )
