"""Delivery over a real SMTP server."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.messaging.domain import delivery, letter, message, outbox, safe_link
from coordination.messaging.domain.outbox import Enclosure
from coordination.messaging.models import Message
from tests.factories import people

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def queued(**extra) -> Message:
    sari = people.sari()
    return outbox.queue("messaging.trial", to=sari, context={}, about=sari, **extra)


def states() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("status", flat=True))


def test_a_queued_message_leaves_with_its_own_message_id(smtp):
    row = queued()

    sent = delivery.deliver()

    assert (sent, states()) == (1, ["sent"])
    assert [(mail["Message-ID"], mail["To"]) for mail in smtp.messages] == [(row.message_id, "sari@example.org")]


def test_nothing_leaves_twice(smtp):
    queued()
    delivery.deliver()

    assert (delivery.deliver(), len(smtp.messages)) == (0, 1)


def test_a_link_is_live_in_the_mail_and_never_in_the_database(smtp):
    link = safe_link.make("offer", people.sari(), clock.now() + timedelta(days=1))
    row = queued()
    Message.objects.filter(pk=row.pk).update(
        body=f"Vastaa: {safe_link.placeholder(link)} tai {safe_link.code_placeholder(link)}\n"
    )

    delivery.deliver()

    text = smtp.messages[0].get_body(("plain",)).get_content()
    assert text.split() == [
        "Vastaa:",
        f"http://127.0.0.1:8000{safe_link.path_of(link)}",
        "tai",
        safe_link.code_of(link.nonce),
    ]
    assert safe_link.token(link) not in Message.objects.get().body


def test_a_temporary_no_is_tried_later(smtp):
    smtp.answers = ["451 try later"]
    queued()

    delivery.deliver()

    row = Message.objects.get()
    assert (row.status, row.problem, row.not_before > clock.now()) == ("queued", "451", True)


def test_a_final_no_waits_for_the_coordinator(smtp):
    smtp.answers = ["550 no such person"]
    queued()

    delivery.deliver()

    row = Message.objects.get()
    assert (row.status, row.problem) == ("failed", "550")


def test_a_silent_server_loses_nothing(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    queued()

    delivery.deliver()

    assert states() == ["queued"]


def test_what_is_too_old_never_leaves(smtp):
    queued(valid_until=clock.now() - timedelta(minutes=1))

    delivery.deliver()

    assert (states(), smtp.messages) == (["expired"], [])


def test_a_reminder_waits_for_its_time(smtp):
    queued(not_before=clock.now() + timedelta(hours=1))

    assert (delivery.deliver(), states()) == (0, ["queued"])


def test_a_calendar_invitation_is_an_alternative_and_a_file(smtp):
    queued(
        enclosures=[Enclosure("invite.ics", "text/calendar; method=REQUEST", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    )

    delivery.deliver()

    parts = [
        (part.get_content_type(), part.get_param("method"), part.get_filename())
        for part in smtp.messages[0].walk()
        if not part.is_multipart()
    ]
    assert parts == [
        ("text/plain", None, None),
        ("text/html", None, None),
        ("text/calendar", "REQUEST", None),
        ("text/calendar", None, "invite.ics"),
    ]


def test_a_sign_in_code_is_blanked_once_it_has_left(smtp):
    queued(secret=True)

    delivery.deliver()

    assert Message.objects.get().body == ""


def test_a_vanished_workers_claim_is_queued_again_but_for_the_one_in_doubt():
    first, second = queued(), queued(version=1)
    Message.objects.update(status="queued")
    batch = delivery.claim(50)
    delivery._hand_over(None, batch[0])
    Message.objects.update(claimed_at=clock.now() - delivery.LEASE * 2)

    delivery.sweep()

    assert dict(Message.objects.values_list("pk", "status")) == {first.pk: "uncertain", second.pk: "queued"}


def test_a_message_that_kills_its_worker_is_given_up():
    queued()
    for __ in range(delivery.MOST_ATTEMPTS):
        delivery.claim(1)
        Message.objects.update(claimed_at=clock.now() - delivery.LEASE * 2)
        delivery.sweep()

    assert states() == ["failed"]


@pytest.mark.parametrize(
    ("status", "verb", "outcome"),
    [
        ("failed", message.send_again, "queued"),
        ("uncertain", message.send_again, "queued"),
        ("stopped", message.send_again, "queued"),
        ("queued", message.stop, "stopped"),
        ("failed", message.stop, "stopped"),
        ("uncertain", message.mark_done, "sent"),
        ("by_hand", message.mark_done, "sent"),
    ],
)
def test_what_a_coordinator_may_do(status, verb, outcome):
    row = queued()
    Message.objects.update(status=status)

    verb(row, people.actor(people.kaisa()))

    assert states() == [outcome]


@pytest.mark.parametrize("status", ["sent", "superseded", "expired", "sending"])
def test_what_has_left_is_not_sent_again(status):
    row = queued()
    Message.objects.update(status=status)

    with pytest.raises(message.Refused):
        message.send_again(row, people.actor(people.kaisa()))

    assert states() == [status]


def test_on_a_screen_words_stand_for_links():
    link = safe_link.make("offer", people.sari(), clock.now() + timedelta(days=1))

    text = letter.concealed(f"{safe_link.placeholder(link)} {safe_link.code_placeholder(link)}")

    assert text == "[henkilökohtainen linkki] [henkilökohtainen koodi]"
