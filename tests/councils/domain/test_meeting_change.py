from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from councils.domain import (
    invitation,
    invitation_reminder,
    meeting_cancel,
    meeting_change,
    meeting_open,
    neutral,
    packet,
)
from councils.models import Invitation, Meeting
from tests.factories import councils

pytestmark = pytest.mark.django_db
Answer, Status = Invitation.Answer, Message.Status
CHANGED, CANCELLED, PACKET = "councils.meeting.changed", "councils.meeting.cancelled", "councils.packet.sent"


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def opened(**fields: object) -> Meeting:
    """With Matti's yes and Irja's no."""
    made = meeting_open.open_(councils.meeting(**fields), elina())
    for seat, answer in ((councils.matti(), Answer.YES), (councils.irja(), Answer.NO)):
        row = made.invitations.get(person=seat.person)
        invitation.answer(row, elina().acting_for(seat.person), answer=answer)
    return made


def answers(meeting: Meeting) -> dict[str, str]:
    return dict(meeting.invitations.filter(role="member").values_list("person__first_name", "answer"))


def later(meeting: Meeting, **delta: int) -> dict:
    shift = timedelta(**delta)
    return {"starts_at": meeting.starts_at + shift, "ends_at": meeting.ends_at + shift}


def test_another_day_is_told_once_to_all_and_asks_the_yes_again():
    meeting = opened()
    sequence, before = meeting.entry.sequence, meeting.version

    meeting_change.change(meeting, elina(), **later(meeting, days=1))

    meeting.entry.refresh_from_db()
    assert (meeting.entry.sequence, meeting.entry.starts_at) == (sequence + 1, meeting.starts_at)
    assert meeting.version == before + 1
    assert answers(meeting) == {"Matti": "", "Irja": "no"}
    assert meeting.invitations.get(person=councils.matti().person).answered_at
    assert Message.objects.filter(kind=CHANGED).count() == 4
    assert not meeting.invitations.filter(link__expires_at__lt=meeting.ends_at).exists()


@pytest.mark.parametrize(
    ("facts", "kept"), [({"place": "Torikatu 7"}, "yes"), ({"minutes": 10}, "yes"), ({"hours": 1}, "")]
)
def test_a_yes_holds_unless_the_day_or_the_hour_moves(facts: dict, kept: str):
    meeting = opened()
    facts = facts if "place" in facts else later(meeting, **facts)

    meeting_change.change(meeting, elina(), **facts)

    assert answers(meeting)["Matti"] == kept


def test_changes_of_a_short_while_go_in_one_message_with_the_newest_invitation():
    meeting = opened()
    matti = councils.matti().person

    meeting_change.change(meeting, elina(), place="Torikatu 7")
    meeting_change.change(meeting, elina(), **later(meeting, days=1))

    rows = Message.objects.filter(kind=CHANGED, person=matti).order_by("version")
    assert [row.status for row in rows] == [Status.SUPERSEDED, Status.QUEUED]
    assert [change["what"] for change in rows[1].changes] == ["place", "time"]
    assert rows[1].not_before
    body = bytes(rows[1].attachments.get().body).decode()
    assert "SEQUENCE:2" in body


def test_what_had_not_left_and_tells_the_old_time_never_leaves():
    meeting = opened()
    matti = councils.matti().person
    old = outbox.queue("messaging.trial", to=matti, context={}, about=meeting, version=meeting.version)
    invitation_reminder.send_due(meeting.starts_at - timedelta(hours=48))
    reminder = Message.objects.get(kind="councils.meeting.reminder", person=matti)

    meeting_change.change(meeting, elina(), **later(meeting, days=1))

    for row in (old, reminder):
        row.refresh_from_db()
        assert row.status == Status.SUPERSEDED


@pytest.mark.parametrize(
    ("facts", "code"),
    [({}, "same"), ({"days": -20}, "ahead"), ({"place": ""}, "place"), ({"mode": "hybrid"}, "online")],
)
def test_a_change_that_makes_no_sense_is_refused(facts: dict, code: str):
    meeting = opened()
    facts = later(meeting, **facts) if "days" in facts else facts

    with pytest.raises(Refused) as refusal:
        meeting_change.change(meeting, elina(), **facts)

    assert refusal.value.code == code
    assert not Message.objects.filter(kind=CHANGED).exists()


def test_a_packet_that_had_not_left_is_made_anew_and_needs_no_word_of_the_change():
    meeting = opened()
    irja = councils.irja().person
    councils.item(meeting, is_main=True)
    packet.make(packet.send(meeting, elina(), late_because="Koe").pk)
    Message.objects.filter(kind=PACKET, person=irja).update(status=Status.SENT)

    meeting_change.change(meeting, elina(), **later(meeting, days=1))

    states = dict(Message.objects.filter(kind=PACKET).values_list("person__first_name", "status"))
    assert states == dict.fromkeys(["Matti", "Elina", "Ville"], "superseded") | {"Irja": "sent"}
    newest = meeting.packets.last()
    assert set(newest.copies.values_list("invitation__person__first_name", flat=True)) == {"Matti", "Elina", "Ville"}
    assert list(Message.objects.filter(kind=CHANGED).values_list("person", flat=True)) == [irja.pk]


def test_cancelling_tells_everybody_why_and_clears_the_calendars():
    meeting = opened()

    meeting_cancel.cancel(meeting, elina(), reason="Vetäjät ovat sairaana")

    rows = Message.objects.filter(kind=CANCELLED)
    assert (rows.count(), rows.filter(body__contains="Vetäjät ovat sairaana").count()) == (4, 4)
    assert (
        rows.filter(channel="email").count()
        == Message.objects.filter(kind=CANCELLED, attachments__content_type="text/calendar; method=CANCEL").count()
    )
    assert not Message.objects.filter(status__in=outbox.UNSENT).exclude(kind=CANCELLED).exists()
    assert (meeting.status, meeting.entry.cancelled_at is None) == (Meeting.Status.CANCELLED, False)
    assert not rows.filter(subject__contains=str(meeting.council)).exists()


def test_a_planned_meeting_is_cancelled_in_silence():
    meeting = councils.meeting()

    meeting_cancel.cancel(meeting, elina(), reason="Ei aiheita")

    assert (meeting.status, Message.objects.count()) == (Meeting.Status.CANCELLED, 0)


@pytest.mark.parametrize("verb", [meeting_change.change, meeting_cancel.cancel])
def test_only_the_councils_leaders_change_or_cancel(verb):
    meeting = opened()
    facts = {"reason": "Muuten vain"} if verb is meeting_cancel.cancel else {"place": "Torikatu 7"}

    with pytest.raises(Refused) as refusal:
        verb(meeting, Actor.of(councils.other_leader().user), **facts)

    assert refusal.value.code == "not_leader"


def test_a_member_who_chose_so_sees_the_councils_name_in_the_calendar_and_others_do_not():
    meeting = opened()
    seat = councils.matti()
    row = meeting.invitations.get(person=seat.person)
    neutral_body = invitation.enclosure_for(row).body.decode()

    seat.open_subject = True
    seat.save()

    open_body = invitation.enclosure_for(row).body.decode()
    word = neutral.neutral(meeting.council).in_language("fi")
    assert f"SUMMARY:{word}" in neutral_body
    assert str(meeting.council) not in neutral_body
    assert f"SUMMARY:{meeting.council}" in open_body
