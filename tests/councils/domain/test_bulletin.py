"""What the leaders tell the members, in each one's own channel (CC-28)."""

from __future__ import annotations

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import bulletin
from councils.models import Council
from tests.factories import councils, people

pytestmark = pytest.mark.django_db

TITLE, TEXT, PLAIN = "Tila muuttuu", "Kokoonnumme tästä lähin Koivussa.", "Uusi huone on Koivu."


def elina() -> Actor:
    return Actor.of(people.user_for(councils.elina()))


def tell(**changes: object):
    return bulletin.tell(councils.staffed(), elina(), **{"title": TITLE, "text": TEXT, **changes})


def refusal(**changes: object) -> str:
    with pytest.raises(Refused) as refused:
        tell(**changes)
    return refused.value.code


def test_each_member_is_told_in_their_own_channel():
    tell()

    found = Message.objects.order_by("channel").values_list("person__first_name", "channel")
    assert list(found) == [("Matti", Person.Channel.EMAIL), ("Irja", Person.Channel.POST)]


def test_a_mail_has_a_link_and_a_letter_the_words():
    tell()

    mail, letter = (Message.objects.get(person__first_name=name) for name in ("Matti", "Irja"))
    assert (TEXT in mail.body, TITLE in mail.body + mail.subject) == (False, False)
    assert (TEXT in letter.body, TITLE in letter.subject) == (True, False)


def test_the_subject_names_no_council():
    tell()

    assert [row.subject for row in Message.objects.all() if councils.NAME in row.subject + row.body] == []


def test_one_who_reads_plain_language_gets_it():
    councils.staffed()
    Person.objects.filter(first_name="Irja").update(format=Person.Format.PLAIN)

    tell(plain_text=PLAIN)

    letter = Message.objects.get(person__first_name="Irja")
    assert (PLAIN in letter.body, TEXT in letter.body) == (True, False)


def test_the_leaders_of_the_council_may_post_it():
    tell()

    assert set(Message.objects.values_list("desk", flat=True)) == {f"councils.council:{councils.council().pk}"}


def test_the_same_does_not_leave_twice():
    tell()

    assert refusal() == "twice"
    assert Message.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"title": " "}, "empty"), ({"text": ""}, "empty"), ({"text": "010190-123A"}, "identity_code")],
)
def test_what_may_not_be_told_is_refused(changes, code):
    assert refusal(**changes) == code
    assert Message.objects.count() == 0


def test_another_councils_leader_and_an_ended_council_tell_nobody():
    council = councils.staffed()
    with pytest.raises(Refused) as refused:
        bulletin.tell(council, Actor.of(people.user_for(councils.other_leader())), title=TITLE, text=TEXT)
    assert refused.value.code == "not_leader"

    Council.objects.filter(pk=council.pk).update(status=Council.Status.ENDED)

    assert refusal() == "ended"
