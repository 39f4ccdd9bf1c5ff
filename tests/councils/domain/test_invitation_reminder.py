from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from councils.domain import invitation, invitation_reminder, meeting_cancel, meeting_change, meeting_open
from councils.models import Meeting
from tests.factories import councils

pytestmark = pytest.mark.django_db
UNANSWERED, REMINDER = "councils.invitation.unanswered", "councils.meeting.reminder"


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def opened() -> Meeting:
    """Matti comes, Irja does not know yet and reads letters, the leaders have not answered."""
    made = meeting_open.open_(councils.meeting(), elina())
    for seat, answer in ((councils.matti(), "yes"), (councils.irja(), "maybe")):
        invitation.answer(made.invitations.get(person=seat.person), elina().acting_for(seat.person), answer=answer)
    return made


def remind(meeting: Meeting, hours: float) -> list[tuple[str, str]]:
    """Whom the worker reminds so many hours before, and by which kind."""
    known = set(Message.objects.values_list("pk", flat=True))
    invitation_reminder.send_due(meeting.starts_at - timedelta(hours=hours))
    rows = Message.objects.exclude(pk__in=known).order_by("person__first_name")
    return [(row.person.first_name, row.kind) for row in rows]


def test_each_is_reminded_once_as_the_answer_and_the_channel_ask():
    meeting = opened()
    leaders = [("Elina", UNANSWERED), ("Ville", UNANSWERED)]

    assert remind(meeting, 130) == []
    assert remind(meeting, 120) == leaders
    assert remind(meeting, 119) == []
    assert remind(meeting, 72) == leaders
    assert remind(meeting, 48) == [("Matti", REMINDER)]
    assert remind(meeting, 47) == []


def test_a_letter_leaves_so_many_days_earlier():
    meeting = opened()

    days = 24 * 4
    assert ("Irja", UNANSWERED) in remind(meeting, 120 + days)


def test_after_a_long_pause_of_the_worker_nobody_gets_two_and_old_ones_stay_away():
    meeting = opened()

    assert remind(meeting, 59) == []
    assert remind(meeting, 40) == [("Matti", REMINDER)]


def test_a_new_time_is_reminded_of_anew_and_one_that_is_off_is_not():
    meeting = opened()
    assert remind(meeting, 48) == [("Matti", REMINDER)]
    shift = timedelta(days=2)

    meeting_change.change(meeting, elina(), starts_at=meeting.starts_at + shift, ends_at=meeting.ends_at + shift)
    assert ("Elina", UNANSWERED) in remind(meeting, 72)

    meeting_cancel.cancel(meeting, elina(), reason="Vetäjät ovat sairaana")
    assert remind(meeting, 48) == []
    waiting = Message.objects.filter(kind__in=[UNANSWERED, REMINDER], status__in=outbox.UNSENT)
    assert not waiting.exists()


def test_a_call_that_waits_is_not_needed_once_the_person_has_answered():
    meeting = opened()
    irja = councils.irja().person
    remind(meeting, 120 + 24 * 4)
    waiting = Message.objects.filter(kind=UNANSWERED, person=irja, status__in=outbox.UNSENT)
    assert waiting.count() == 1

    invitation.answer(meeting.invitations.get(person=irja), elina().acting_for(irja), answer="no")

    assert waiting.count() == 0
