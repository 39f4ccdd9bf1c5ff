"""The outbox: one row for everything that leaves, tied to its cause."""

import pytest
from django.db import transaction

from coordination.messaging.domain import delivery, outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from tests.factories import people

pytestmark = pytest.mark.django_db


def test_a_message_is_rendered_when_it_is_queued_in_the_recipients_language():
    sari = people.sari()

    message = outbox.queue("messaging.trial", to=sari, context={}, about=sari)

    assert (message.status, message.channel, message.language) == ("queued", "email", "fi")
    assert message.about == f"people.person:{sari.pk}"


def test_the_same_matter_in_the_same_version_goes_once():
    sari = people.sari()

    keys = {outbox.queue("messaging.trial", to=sari, context={}, about=sari).pk for __ in range(3)}

    assert list(Message.objects.values_list("pk", flat=True)) == list(keys)


def test_a_transaction_wakes_the_worker_once(django_capture_on_commit_callbacks):
    sari = people.sari()

    with django_capture_on_commit_callbacks() as callbacks:
        before = transaction.savepoint()
        outbox.queue("messaging.trial", to=sari, context={}, about=sari, version=1)
        transaction.savepoint_rollback(before)
        for version in (2, 3, 4):
            outbox.queue("messaging.trial", to=sari, context={}, about=sari, version=version)

    assert len(callbacks) == 1


def test_a_newer_version_supersedes_what_has_not_left():
    sari = people.sari()
    outbox.queue("messaging.trial", to=sari, context={}, about=sari, version=1)

    outbox.queue("messaging.trial", to=sari, context={}, about=sari, version=2)

    assert list(Message.objects.order_by("version").values_list("version", "status")) == [
        (1, "superseded"),
        (2, "queued"),
    ]


def test_what_waits_goes_along_to_the_one_in_whom_the_cause_lives_on_and_leaves_once():
    sari, kaisa, old = people.sari(), people.kaisa(), people.person()
    for person, about in ((sari, old), (kaisa, old), (kaisa, sari)):
        outbox.queue("messaging.trial", to=person, context={}, about=about)

    count = outbox.carry(old, sari)

    assert count == 1
    assert list(Message.objects.order_by("pk").values_list("about", "status")) == [
        (outbox.cause(sari), "queued"),
        (outbox.cause(old), "superseded"),
        (outbox.cause(sari), "queued"),
    ]


@pytest.mark.parametrize("channel", ["post", "phone"])
def test_post_and_phone_wait_for_a_person(channel):
    pentti = people.person(channel=channel)

    message = outbox.queue("messaging.trial", to=pentti, context={}, about=pentti)

    assert message.status == "by_hand"


def test_a_sign_in_code_goes_by_mail_whatever_the_channel():
    someone = people.person(email="posti@example.org", channel=Person.Channel.POST)

    message = outbox.queue(
        "messaging.trial", to=someone, context={}, about=someone, secret=True, address="toinen@example.org"
    )

    assert (message.status, message.channel, message.address) == ("queued", "email", "toinen@example.org")


def test_a_name_in_the_text_is_kept_for_erasure():
    sari, kaisa = people.sari(), people.kaisa()

    message = outbox.queue("messaging.trial", to=sari, context={}, about=sari, names=[kaisa, kaisa])

    assert [row.person for row in message.names.all()] == [kaisa]


def test_the_coordinator_sees_the_messages_of_the_branch_and_others_none():
    sari = people.sari()
    message = outbox.queue("messaging.trial", to=sari, context={}, about=sari)

    seen = {
        name: list(Message.objects.visible_to(people.user_for(getattr(people, name)())))
        for name in ("kaisa", "sari", "olli", "stranger_coordinator")
    }

    assert seen == {"kaisa": [message], "sari": [], "olli": [], "stranger_coordinator": []}


def test_the_main_user_sees_nothing_that_goes_to_one_known_from_interest_alone():
    hilla = people.person("Hilla", email="hilla@example.org", is_unconfirmed=True)
    message = outbox.queue("messaging.trial", to=hilla, context={}, about=hilla)

    seen = [list(Message.objects.visible_to(people.user_for(who))) for who in (people.kaisa(), people.admin())]

    assert seen == [[message], []]


def test_nobody_sees_a_sign_in_code():
    sari = people.sari()
    outbox.queue("messaging.trial", to=sari, context={}, about=sari, secret=True)

    assert list(Message.objects.visible_to(people.user_for(people.kaisa()))) == []


def test_a_text_is_not_escaped_and_its_html_is(smtp):
    sari = people.sari()
    type(sari).objects.filter(pk=sari.pk).update(first_name="A & <b>B</b>")
    sari.refresh_from_db()
    outbox.queue("messaging.trial", to=sari, context={}, about=sari)

    delivery.deliver()

    plain, html = (smtp.messages[0].get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert ("A & <b>B</b>," in plain, "A &amp; &lt;b&gt;B&lt;/b&gt;," in html) == (True, True)
