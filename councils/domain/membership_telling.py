"""A newcomer is greeted and a leaver thanked, each in their own channel."""

from __future__ import annotations

from councils.mails import membership as mails
from councils.models import Meeting, Membership

from . import neutral


def greet(row: Membership) -> None:
    """Who leads, the next meeting that members have been told of, how to sign in. In the transaction of the admitting."""
    coming = Meeting.objects.upcoming().told().filter(council=row.council).order_by("starts_at").first()
    mails.admitted(row, neutral.title(row.council, row.person), meeting=coming)


def thank(row: Membership) -> None:
    """In the transaction of the leaving; nobody is written to where there is nobody to read."""
    if row.person.erased_at is None and row.person.merged_into_id is None:
        mails.left(row, neutral.title(row.council, row.person))
