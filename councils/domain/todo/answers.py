"""What answers leave for the leaders: a member who cannot come and whose substitute nobody has asked (AN-16)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import User
from councils.models import Invitation, Meeting, Membership

SHOWN = 10
Role, Answer = Invitation.Role, Invitation.Answer


def for_leader(user: User) -> Iterator[Todo]:
    """One matter a substitute who could be asked; one query."""
    declined = Invitation.objects.filter(meeting=OuterRef(OuterRef("meeting")), answer=Answer.NO, withdrawn_at=None)
    stands_in = Membership.objects.open().filter(
        person=OuterRef("person"),
        council=OuterRef("meeting__council"),
        substitute_for__person__in=declined.values("person"),
    )
    rows = Invitation.objects.standing().filter(
        Exists(stands_in),
        role=Role.SUBSTITUTE,
        called_at=None,
        meeting__in=Meeting.objects.led_by(user).filter(status=Meeting.Status.OPEN, starts_at__gt=clock.now()),
    )
    for row in rows.exclude(answer=Answer.NO).select_related("person", "meeting__council")[:SHOWN]:
        meeting = row.meeting
        yield Todo(
            title=_("%(council)s %(day)s: a member cannot come")
            % {"council": meeting.council, "day": formats.day(meeting.starts_at)},
            text=_("The substitute has not been asked: %(name)s.") % {"name": row.person.full_name},
            url=reverse("meeting_answers:page", args=[meeting.pk]),
            button=_("Look who comes"),
            due=meeting.starts_at,
            tone="act",
            group=_("Before the meeting"),
        )
