"""Text messages over a real gateway: a link and no matter, the same care as with mail."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from coordination.foundation import clock
from coordination.foundation.phone import e164
from coordination.messaging.domain import call, delivery, outbox, safe_link
from coordination.messaging.models import Message, SafeLink
from coordination.people.models import Person
from tests.factories import people
from tests.plugins.gateway import HANG_UP

pytestmark = pytest.mark.django_db


def reader() -> Person:
    return people.person("Saara", phone="040 000 0055", channel="sms")


def queued(person: Person | None = None, **more) -> Message:
    someone = person or reader()
    return outbox.queue("messaging.trial", to=someone, context={}, about=someone, **more)


def row() -> Message:
    return Message.objects.select_related("link").get()


def test_a_text_message_is_a_link_without_a_matter(gateway):
    message = queued()

    sent = delivery.deliver()

    link = SafeLink.objects.get()
    address = f"http://127.0.0.1:8000{safe_link.path_of(link)}"
    asked = gateway.asked[0]
    assert (sent, row().status, asked["to"], address in asked["text"]) == (1, "sent", "+358400000055", True)
    assert (message.subject in asked["text"], len(asked["text"]) <= 160) == (False, True)
    assert gateway.keys == [("Bearer salainen", message.message_id.strip("<>"))]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (202, "sent"),
        (429, "queued"),
        (503, "queued"),
        (400, "failed"),
        (302, "failed"),
        (502, "uncertain"),
        (HANG_UP, "uncertain"),
    ],
)
def test_each_answer_of_the_gateway_has_its_meaning(gateway, answer, status):
    gateway.answers = [answer]
    queued()

    delivery.deliver()

    assert (row().status, len(gateway.asked)) == (status, 1)


def test_a_silent_gateway_loses_nothing_and_keeps_no_mail_waiting(settings, smtp):
    settings.SMS_BACKEND, settings.SMS_URL = "http", "http://127.0.0.1:1/"
    queued()
    queued(people.sari())

    delivery.deliver()

    assert sorted(Message.objects.values_list("channel", "status")) == [("email", "sent"), ("sms", "queued")]


def test_sent_again_the_same_link_leaves(gateway):
    gateway.answers = [503]
    queued()
    delivery.deliver()
    Message.objects.update(not_before=None)

    delivery.deliver()

    assert (gateway.asked[0]["text"], SafeLink.objects.count()) == (gateway.asked[1]["text"], 1)


def test_a_number_that_is_none_is_told_to_the_coordinator(gateway):
    queued(people.person("Virhe", phone="puh.", channel="sms"))

    delivery.deliver()

    assert (row().status, row().problem, gateway.asked) == ("failed", "phone", [])


def test_with_text_messages_off_one_is_called_instead(settings):
    queued()
    settings.SMS_BACKEND = "file"
    queued(people.person("Toinen", phone="040 1", channel="sms"))
    settings.SMS_BACKEND = "off"

    delivery.deliver()

    assert {entry.person.first_name for entry in call.calls([people.organisation()])} == {"Saara", "Toinen"}


def test_the_demo_writes_into_a_file(settings, tmp_path):
    settings.SMS_BACKEND, settings.SMS_FILE_PATH = "file", tmp_path
    message = queued()

    delivery.deliver()

    assert (tmp_path / f"{message.pk}.txt").read_text().splitlines()[0] == "+358400000055"


def test_the_link_opens_the_message_with_its_own_links_and_changes_nothing(gateway, client):
    person = reader()
    inner = safe_link.make("offer", person, clock.now() + timedelta(days=1))
    Message.objects.filter(pk=queued(person).pk).update(
        body=f"Tulisitko?\n\nVastaa tästä:\n{safe_link.placeholder(inner)}\n"
    )
    delivery.deliver()
    before = Message.objects.values().get()

    page = client.get(safe_link.path_of(row().link))

    assert [part for part in page.context["parts"] if part[0] == "link"] == [
        ("link", f"http://127.0.0.1:8000{safe_link.path_of(inner)}")
    ]
    assert (Message.objects.values().get(), SafeLink.objects.filter(used_at=None).count()) == (before, 2)
    assert client.post(safe_link.path_of(row().link)).status_code == 405


@pytest.mark.parametrize(
    "change",
    [
        lambda: SafeLink.objects.update(expires_at=clock.now()),
        lambda: SafeLink.objects.update(revoked_at=clock.now()),
        lambda: SafeLink.objects.update(purpose="offer"),
        lambda: Message.objects.update(status="stopped"),
    ],
)
def test_an_old_or_stopped_message_is_not_shown(gateway, client, change):
    queued()
    delivery.deliver()
    token = safe_link.token(row().link)

    change()

    assert client.get(reverse("messaging:message", args=[token])).status_code == 410


def test_without_a_number_no_text_messages():
    with pytest.raises(ValidationError):
        Person(first_name="A", unit=people.organisation(), channel="sms").full_clean()


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("040 123 4567", "+358401234567"),
        ("+358 (0)40-123 4567", "+358401234567"),
        ("00358401234567", "+358401234567"),
        ("+46 70 123 45 67", "+46701234567"),
        ("123", None),
        ("puhelin", None),
        ("+0401234567", None),
        ("", None),
    ],
)
def test_numbers_are_dialled_as_the_world_does(written, dialled):
    assert e164(written) == dialled
