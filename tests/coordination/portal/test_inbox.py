"""Calendar replies and returned mails, from a file of mails and from a mail server."""

from __future__ import annotations

import mailbox
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.messaging.domain.mailbox import MOST_BYTES
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.portal.domain import inbox
from coordination.portal.tasks import inbox as task
from councils.domain import invitation, meeting_change, meeting_open
from councils.models import Invitation, Meeting
from tests.factories import councils, people

pytestmark = pytest.mark.django_db
MATTI = "matti@example.org"


def elina() -> Actor:
    return Actor.of(councils.elina().user)


def invited(**facts: object) -> Invitation:
    meeting = meeting_open.open_(councils.meeting(**facts), elina())
    row = meeting.invitations.select_related("meeting__entry", "person").get(person=councils.matti().person)
    row.person.email = MATTI
    row.person.save()
    return row


def reply(
    row: Invitation, answer: str = "ACCEPTED", *, sender: str = MATTI, attendee: str = MATTI, **more
) -> EmailMessage:
    """As calendar programs send them."""
    entry = row.meeting.entry
    stamp = more.get("at") or clock.now() + timedelta(minutes=1)
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Another program//EN",
        "VERSION:2.0",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        f"UID:{more.get('uid') or entry.uid}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{more.get('sequence', entry.sequence)}",
        f"ATTENDEE;CN=Matti;PARTSTAT={answer}:MAILTO:{attendee}",
        "ORGANIZER:mailto:kuuluviin@example.org",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Matti <{sender}>", "kuuluviin@example.org", f"{answer}: Kokous"
    mail["Message-ID"] = f"<{answer}-{stamp.timestamp()}@example.org>"
    mail.set_content("Vastaus kalenterista.")
    mail.add_alternative("\r\n".join(lines), subtype="calendar", params={"method": "REPLY"})
    return mail


def bounce(message: Message, action: str = "failed", code: str = "5.1.1") -> bytes:
    """As mail servers send a mail back."""
    return f"""From: Mail Delivery System <MAILER-DAEMON@mail.example.org>
To: kuuluviin@example.org
Subject: Undelivered Mail Returned to Sender
Message-ID: <{action}-{message.pk}@mail.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="raja"

--raja
Content-Type: text/plain

I could not deliver this.

--raja
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; matti@example.org
Action: {action}
Status: {code}

--raja
Content-Type: text/rfc822-headers

Message-ID: {message.message_id}
Subject: Kokous

--raja--
""".encode()


@pytest.fixture
def box(tmp_path: Path):
    """Puts mails into a file and reads it once; the file only grows, as a spool does."""
    path = tmp_path / "saapuneet"

    def put(*mails: EmailMessage | bytes) -> inbox.Read:
        file = mailbox.mbox(path)
        for mail in mails:
            file.add(mail)
        file.close()
        return inbox.read(f"mbox://{path}")

    return put


def left_message() -> Message:
    row = outbox.queue("messaging.trial", to=people.matti(), context={}, about=people.matti())
    Message.objects.filter(pk=row.pk).update(status=Message.Status.SENT, done_at=clock.now())
    return row


@pytest.mark.parametrize(("said", "answer"), [("ACCEPTED", "yes"), ("DECLINED", "no"), ("TENTATIVE", "maybe")])
def test_a_calendars_reply_is_an_answer(box, said: str, answer: str):
    row = invited()

    count = box(reply(row, said))

    row.refresh_from_db()
    assert (row.answer, row.answered_via, count.taken) == (answer, "calendar", 1)


def test_the_same_mail_read_again_changes_nothing(box):
    row = invited()
    box(reply(row))
    invitation.answer(row, Actor.by_link(row.person), answer="no", needs=["lift"])

    count = box()

    row.refresh_from_db()
    assert (row.answer, row.answered_via, row.needs, count.taken, count.known) == ("no", "link", ["lift"], 0, 1)


@pytest.mark.parametrize(
    "more",
    [
        {"sender": "joku@example.org"},
        {"attendee": "joku@example.org"},
        {"sender": "joku@example.org", "attendee": "joku@example.org"},
        {"uid": "meeting-999999@kuuluviin"},
        {"uid": "jokin muu"},
    ],
)
def test_only_the_invited_address_answers_and_what_is_not_ours_is_left(box, more: dict):
    row = invited()

    count = box(reply(row, **more))

    row.refresh_from_db()
    assert (row.answer, count.taken, count.left) == ("", 0, 1)


def test_an_address_that_two_share_answers_for_neither(box):
    row = invited()
    irja = councils.irja().person
    irja.email = MATTI
    irja.save()

    assert box(reply(row)).left == 1
    assert not row.meeting.invitations.exclude(answer="").exists()


def test_a_yes_to_the_old_time_or_older_than_the_last_word_says_nothing(box):
    row = invited()
    old = row.meeting.entry.sequence
    shift = timedelta(days=1)
    meeting_change.change(
        row.meeting, elina(), starts_at=row.meeting.starts_at + shift, ends_at=row.meeting.ends_at + shift
    )
    box(reply(row, sequence=old))
    row.refresh_from_db()
    assert row.answer == ""

    invitation.answer(row, Actor.by_link(row.person), answer="no")
    count = box(reply(row, sequence=old + 1, at=clock.now() - timedelta(hours=1)))
    row.refresh_from_db()
    assert (row.answer, count.taken) == ("no", 1)


def test_a_reply_after_the_meeting_began_is_understood_and_changes_nothing(box):
    row = invited()
    Meeting.objects.filter(pk=row.meeting_id).update(starts_at=clock.now() - timedelta(hours=1))

    assert box(reply(row)).taken == 1
    row.refresh_from_db()
    assert row.answer == ""


def test_a_mail_that_came_back_marks_its_message_once(box):
    row = left_message()

    count = box(bounce(row))

    row.refresh_from_db()
    assert (row.status, row.problem, row.came_back, count.taken) == ("failed", "bounced 5.1.1", True, 1)

    Message.objects.filter(pk=row.pk).update(status=Message.Status.SENT, problem="")  # sent again, and it arrived
    box()
    row.refresh_from_db()
    assert row.status == "sent"


def test_a_mere_delay_and_a_strangers_bounce_change_nothing(box):
    row = left_message()
    stranger = bounce(row, code="5.0.0").replace(row.message_id.encode(), b"<joku@muu.example>")

    count = box(bounce(row, action="delayed", code="4.4.1"), stranger)

    row.refresh_from_db()
    assert (row.status, count.taken, count.left) == ("sent", 1, 1)


def test_broken_mails_stop_nothing(box):
    row = invited()
    broken = [
        b"",
        b"\xff\xfe\x00 no mail at all",
        b"From: a@b, c@d\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:meeting-1",
        b"From: =?utf-8?q?=FF=\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n",
        b"From: matti@example.org\nContent-Type: text/calendar; charset=nonsense\n\nBEGIN:VCALENDAR\nSEQUENCE:x",
    ]

    count = box(*broken, reply(row))

    row.refresh_from_db()
    assert (row.answer, count.taken, count.left + count.broken) == ("yes", 1, len(broken))


def test_a_giant_mail_is_passed_by_and_the_next_one_is_read(box):
    row = invited()

    count = box(b"From: a@b\n\n" + b"x" * MOST_BYTES, reply(row))

    row.refresh_from_db()
    assert (row.answer, count) == ("yes", inbox.Read(taken=1))


def test_the_command_reads_a_file_and_tells_what_it_found(box, tmp_path: Path, capsys):
    row = invited()
    box()
    path = tmp_path / "toinen"
    file = mailbox.mbox(path)
    file.add(reply(row))
    file.close()

    call_command("receive_mail", mbox=str(path))

    assert capsys.readouterr().out.startswith("1 taken")
    with pytest.raises(CommandError):
        call_command("receive_mail", mbox=str(tmp_path / "ei ole"))


def test_it_is_off_until_a_mailbox_is_named(settings):
    assert (settings.INBOX, inbox.read(), task.read()) == ("", None, "off")

    settings.INBOX = "mbox:///nowhere/at/all"
    assert task.read() == "not reached: NoSuchMailboxError"
