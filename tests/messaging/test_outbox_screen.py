"""The outbox as the coordinator sees it."""

import pytest

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_queries_however_long(kaisa, rows, django_assert_num_queries):
    for version in range(rows):
        outbox.queue("messaging.trial", to=people.sari(), context={}, about=people.sari(), version=version)
    kaisa.get("/hallinta/outbox/")

    with django_assert_num_queries(13):
        kaisa.get("/hallinta/outbox/")


def test_a_message_shows_its_text_and_what_may_be_done(kaisa):
    row = outbox.queue("messaging.trial", to=people.sari(), context={}, about=people.sari())

    page = kaisa.get(f"/hallinta/outbox/{row.pk}/")

    assert [name for name, __ in page.context["acts"]] == ["pysayta"]


def test_stopping_a_message_keeps_it_here(kaisa):
    row = outbox.queue("messaging.trial", to=people.sari(), context={}, about=people.sari())

    kaisa.post(f"/hallinta/outbox/{row.pk}/pysayta/")

    assert Message.objects.get().status == "stopped"


def test_a_get_does_nothing(kaisa):
    row = outbox.queue("messaging.trial", to=people.sari(), context={}, about=people.sari())

    answer = kaisa.get(f"/hallinta/outbox/{row.pk}/pysayta/")

    assert (answer.status_code, Message.objects.get().status) == (405, "queued")


def test_a_stranger_coordinator_finds_nothing(client):
    row = outbox.queue("messaging.trial", to=people.sari(), context={}, about=people.sari())
    people.sign_in(client, people.stranger_coordinator())

    assert client.get(f"/hallinta/outbox/{row.pk}/").status_code == 404


def test_a_trial_message_goes_to_oneself(kaisa):
    kaisa.post("/hallinta/outbox/koe/")

    assert list(Message.objects.values_list("person__email", "kind")) == [("kaisa@example.org", "messaging.trial")]
