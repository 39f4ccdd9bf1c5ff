"""The texts of messages on the coordinator's screen."""

import pytest
from django.contrib.messages import get_messages

from coordination.messaging.models import Message, MessageText
from coordination.records.models import AccessEntry
from tests.factories import people

pytestmark = pytest.mark.django_db
PAGE = "/hallinta/viestitekstit/experts.offer.filled/"
TYPED = {"subject": "Kiitos", "body": "Hei {{ first_name }},\n\noma lauseemme.\n\n{{ contact }}", "seen": "0"}


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


def test_looking_before_saving_shows_what_was_typed_and_saves_nothing(kaisa):
    page = kaisa.post(PAGE, {**TYPED, "act": "look"})

    assert "oma lauseemme." in page.context["look"]["body"]
    assert (MessageText.objects.count(), Message.objects.count()) == (0, 0)


def test_saving_and_putting_back(kaisa):
    kaisa.post(PAGE, {**TYPED, "act": "save"})
    saved = kaisa.get(PAGE).context["form"]["body"].value()

    kaisa.post(PAGE, {"act": "put_back", "seen": "1"})

    assert saved == TYPED["body"]
    assert list(MessageText.objects.current()) == []


def test_what_was_typed_is_kept_beside_what_is_wrong_with_it(kaisa):
    page = kaisa.post(PAGE, {**TYPED, "body": "Hei {{ kuka }}", "act": "save"})

    assert (page.status_code, page.context["form"]["body"].value()) == (200, "Hei {{ kuka }}")
    assert [error.code for error in page.context["form"].errors.as_data()["body"]] == ["unknown"]


def test_the_second_editor_sees_the_others_text_and_may_save_over_it(kaisa):
    kaisa.post(PAGE, {**TYPED, "subject": "Ensimmäinen", "act": "save"})

    page = kaisa.post(PAGE, {**TYPED, "subject": "Toinen", "act": "save"})
    form = page.context["form"]
    kaisa.post(PAGE, {**TYPED, "subject": form["subject"].value(), "seen": form["seen"].value(), "act": "save"})

    assert (page.context["theirs"].subject, form["subject"].value()) == ("Ensimmäinen", "Toinen")
    assert MessageText.objects.current().get().subject == "Toinen"


def test_looking_as_a_named_person_is_written_down_and_sends_nothing(kaisa):
    matti = people.matti()

    page = kaisa.get(PAGE, {"henkilo": matti.pk})

    assert "Matti" in page.context["look"]["body"]
    assert AccessEntry.objects.filter(subjects=[f"people.person:{matti.pk}"]).count() == 1
    assert Message.objects.count() == 0


def test_a_person_of_another_branch_is_not_shown(client):
    people.sign_in(client, people.stranger_coordinator())

    page = client.get(PAGE, {"henkilo": people.matti().pk, "kuka": "Matti"})

    assert (page.context["look"]["person"], page.context["found"]) == (None, [])


def test_a_branch_of_another_is_not_written_to(client):
    people.sign_in(client, people.stranger_coordinator())

    client.post(f"{PAGE}?yksikko={people.organisation().pk}", {**TYPED, "act": "save"})

    assert list(MessageText.objects.filter(unit=people.organisation())) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_queries_however_long_its_history(kaisa, rows, django_assert_num_queries):
    for seen in range(rows):
        kaisa.post(PAGE, {**TYPED, "seen": str(seen), "act": "save"})
    kaisa.get(PAGE)

    with django_assert_num_queries(15):
        page = kaisa.get(PAGE)

    assert (len(page.context["versions"]), list(get_messages(page.wsgi_request))) == (rows, [])
