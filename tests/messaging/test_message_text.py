"""A branch's own words: which text holds for whom, and how it is kept."""

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.domain import catalogue, message_text, outbox, text
from coordination.messaging.models import Message, MessageText
from tests.factories import people

pytestmark = pytest.mark.django_db
TRIAL = catalogue.of("messaging.trial")
NORMAL = {"family": "mail", "language": "fi", "form": "normal"}


def save(unit=None, seen=0, by=None, subject="Oma", body="Oma teksti, {{ first_name }}.", **where):
    actor = people.actor(by or people.kaisa())
    return message_text.save(
        unit or people.organisation(), TRIAL, actor, **{**NORMAL, **where}, subject=subject, body=body, seen=seen
    )


def written_to(person):
    message = outbox.queue("messaging.trial", to=person, context={}, about=person)
    return message.subject, message.body


def test_the_branches_own_words_are_sent():
    save()

    assert written_to(people.sari()) == ("Oma", "Oma teksti, Sari.\n")


def test_the_nearest_branch_wins():
    save()
    save(people.sari().unit, subject="Lähin")

    assert written_to(people.sari())[0] == "Lähin"


@pytest.mark.parametrize(
    ("where", "reader"),
    [
        ({"language": "sv"}, {}),
        ({"form": "plain"}, {}),
        ({"family": "letter"}, {"email": "posti@example.org", "channel": "email"}),
        ({}, {"language": "sv"}),
    ],
)
def test_words_for_others_are_not_sent(where, reader):
    save(**where)

    assert written_to(people.person(**reader))[0] != "Oma"


@pytest.mark.parametrize(
    ("where", "reader"),
    [
        ({"form": "plain"}, {"format": "plain"}),
        ({}, {"format": "plain"}),
        ({"language": "sv"}, {"language": "sv"}),
        ({}, {"channel": "post"}),
        ({"family": "letter"}, {"channel": "post"}),
    ],
)
def test_the_readers_form_language_and_channel_choose(where, reader):
    save(**where)

    assert written_to(people.person(**reader))[0] == "Oma"


def test_plain_language_of_the_product_comes_before_ordinary_words_of_ones_own():
    unit, actor = people.organisation(), people.actor(people.kaisa())
    kind = catalogue.of("people.coordinator_changed")
    body = "{{ new_contact }} {{ from_day }}"
    message_text.save(unit, kind, actor, **NORMAL, subject="Oma", body=body, seen=0)

    plain, normal = (text.rendered(kind.name, people.person(format=form), {}).subject for form in ("plain", "normal"))

    assert (plain != "Oma", normal) == (True, "Oma")


def test_putting_back_keeps_the_history():
    save()

    message_text.put_back(people.organisation(), TRIAL, people.actor(people.kaisa()), **NORMAL, seen=1)

    assert written_to(people.sari())[0] != "Oma"
    assert list(MessageText.objects.order_by("version").values_list("version", "is_own", "is_current")) == [
        (1, True, False),
        (2, False, True),
    ]


def test_the_second_of_two_writers_is_told_and_saves_nothing():
    save(subject="Ensimmäinen")

    with pytest.raises(Refused) as refusal:
        save(subject="Toinen")

    assert (refusal.value.code, MessageText.objects.get().subject) == ("changed", "Ensimmäinen")


@pytest.mark.parametrize("stranger", ["sari", "olli", "stranger_coordinator", "finance"])
def test_only_those_who_keep_the_branch_write(stranger):
    with pytest.raises(Refused) as refusal:
        save(by=getattr(people, stranger)())

    assert refusal.value.code == "not_allowed"


@pytest.mark.parametrize("own", [0, 1])
def test_a_message_costs_the_same_queries_with_ones_own_words(own, django_assert_num_queries):
    sari = people.sari()
    if own:
        save(sari.unit)

    with django_assert_num_queries(5):
        outbox.queue("messaging.trial", to=sari, context={}, about=sari)

    assert Message.objects.count() == 1
