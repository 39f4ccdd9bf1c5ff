from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import booking, conversation
from experts.domain import conversation_box as boxes
from experts.domain.offer import decline
from experts.models import Booking, BookingRequest, Conversation, Post, Reading
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

ORDERER, EXPERT, ALL = Conversation.Audience.ORDERER, Conversation.Audience.EXPERT, Conversation.Audience.ALL


def sari():
    return people.actor(people.sari())


def kaisa():
    return people.actor(people.kaisa())


def link(expert):
    return Actor.by_link(expert.person)


def new_messages(status="queued"):
    rows = Message.objects.filter(kind="experts.conversation.new", status=status)
    return sorted(row.person.first_name for row in rows.select_related("person"))


def texts(rows):
    return [post.text for post in rows.order_by("pk")]


def test_the_orderer_writes_and_the_coordinator_alone_is_told():
    asked = orders.offer_open()

    post = conversation.write(asked.booking_request, ORDERER, " Onko tila varma? ", sari())

    assert (post.side, post.text, post.conversation.audience) == ("orderer", "Onko tila varma?", ORDERER)
    assert new_messages() == ["Kaisa"]


def test_an_expert_asks_by_the_link_before_answering():
    asked = orders.offer_open()

    conversation.write(asked.booking_request, EXPERT, "Pääseekö pyörätuolilla?", link(asked.expert), asked.expert)

    found = Post.objects.get()
    assert (found.side, found.author, found.conversation.expert) == ("expert", asked.expert.person, asked.expert)
    assert texts(Post.objects.visible_to(people.sari().user)) == []
    assert texts(Post.objects.visible_to(people.kaisa().user)) == ["Pääseekö pyörätuolilla?"]


@pytest.mark.parametrize(
    ("who", "audience"),
    [
        (lambda made: people.actor(people.matti()), ORDERER),
        (lambda made: people.actor(people.admin()), ORDERER),
        (lambda made: people.actor(people.stranger_coordinator()), EXPERT),
        (lambda made: link(made.expert), ORDERER),
        (lambda made: sari(), EXPERT),
        (lambda made: kaisa().acting_for(made.expert.person), EXPERT),
        (lambda made: link(experts.in_folder("Toini", "Toinen")), ALL),
    ],
)
def test_nobody_writes_where_one_is_no_reader(who, audience):
    made = orders.booking_confirmed()

    with pytest.raises(Refused) as refusal:
        conversation.write(
            made.booking_request, audience, "Hei!", who(made), made.expert if audience == EXPERT else None
        )

    assert refusal.value.code == "stranger"


def test_an_identity_code_is_not_kept():
    asked = orders.offer_open()

    with pytest.raises(Refused) as refusal:
        conversation.write(asked.booking_request, ORDERER, "Asiakas 131052-308T", sari())

    assert (refusal.value.code, Post.objects.count()) == ("identity_code", 0)


def test_all_together_opens_when_an_expert_is_confirmed():
    accepted = orders.offer_accepted()
    order = accepted.booking_request
    with pytest.raises(Refused) as refusal:
        conversation.write(order, ALL, "Nähdään!", sari())

    booking.confirm(order, orders.main_times(order)[0], [accepted], kaisa())
    conversation.write(order, ALL, "Nähdään!", sari())

    assert refusal.value.code == "closed"
    assert new_messages() == ["Aino", "Kaisa"]


def test_one_who_joined_later_was_no_reader_of_what_was_written_before():
    made = orders.booking_confirmed()
    conversation.write(made.booking_request, ALL, "Vain Ainolle", sari())
    Booking.objects.filter(pk=made.pk).update(confirmed_at=clock.now() + timedelta(minutes=1))

    assert texts(Post.objects.shown_to(made.expert.person)) == []
    assert texts(Post.objects.shown_to(people.sari())) == ["Vain Ainolle"]


def test_who_was_cancelled_keeps_ones_own_and_loses_what_is_everybodys():
    made = orders.booking_confirmed()
    conversation.write(made.booking_request, ALL, "Kaikille", sari())
    conversation.write(made.booking_request, EXPERT, "Sinulle", kaisa(), made.expert)
    Booking.objects.filter(pk=made.pk).update(status=Booking.Status.CANCELLED)

    assert texts(Post.objects.visible_to(made.expert.person.user)) == ["Sinulle"]


def test_after_the_offer_ended_its_expert_reads_and_writes_no_more():
    asked = orders.offer_open()
    conversation.write(asked.booking_request, EXPERT, "Mihin aikaan?", link(asked.expert), asked.expert)
    decline(asked, link(asked.expert))

    with pytest.raises(Refused) as refusal:
        conversation.write(asked.booking_request, EXPERT, "Vielä yksi", link(asked.expert), asked.expert)

    assert refusal.value.code == "closed"
    assert texts(Post.objects.shown_to(asked.expert.person)) == ["Mihin aikaan?"]


def test_a_former_coordinator_reads_nothing():
    asked = orders.offer_open()
    conversation.write(asked.booking_request, ORDERER, "Hei!", sari())
    people.kaisa().roles.update(ends_on=clock.today() - timedelta(days=1))

    assert texts(Post.objects.visible_to(people.kaisa().user)) == []
    assert list(Conversation.objects.visible_to(people.admin().user)) == []


def test_a_finished_order_closes_its_conversations():
    asked = orders.offer_open()
    order = asked.booking_request
    BookingRequest.objects.filter(pk=order.pk).update(status="cancelled", cancelled_at=clock.now() - timedelta(days=31))

    with pytest.raises(Refused) as refusal:
        conversation.write(order, ORDERER, "Vielä tästä", sari())

    assert refusal.value.code == "closed"


def test_a_message_is_taken_back_and_nobody_is_told_of_it():
    asked = orders.offer_open()
    post = conversation.write(asked.booking_request, ORDERER, "Väärä paikka", sari())

    conversation.take_back(post, sari())

    post.refresh_from_db()
    assert (post.text, post.taken_back_at is not None) == ("", True)
    assert (new_messages(), new_messages("superseded")) == ([], ["Kaisa"])


@pytest.mark.parametrize(("who", "minutes", "code"), [(kaisa, 0, "stranger"), (sari, 11, "late")])
def test_a_message_is_not_taken_back(who, minutes, code):
    asked = orders.offer_open()
    post = conversation.write(asked.booking_request, ORDERER, "Hei!", sari())
    Post.objects.filter(pk=post.pk).update(at=clock.now() - timedelta(minutes=minutes))

    with pytest.raises(Refused) as refusal:
        conversation.take_back(post, who())

    assert refusal.value.code == code


def test_mails_of_one_conversation_are_joined_and_reading_stops_them():
    asked = orders.offer_open()
    box = conversation.write(asked.booking_request, ORDERER, "Yksi", sari()).conversation
    conversation.write(asked.booking_request, ORDERER, "Kaksi", sari())
    before = new_messages()

    conversation.mark_read(box, kaisa())

    assert (before, new_messages()) == (["Kaisa"], [])
    assert Reading.objects.get(person=people.kaisa()).post.text == "Kaksi"


def test_a_letter_carries_the_words_and_a_mail_does_not():
    asked = orders.offer_open()
    order, person = asked.booking_request, asked.expert.person
    conversation.write(order, EXPERT, "Ovi on sivulla", kaisa(), asked.expert)
    Person.objects.filter(pk=person.pk).update(channel=Person.Channel.POST)

    conversation.write(order, EXPERT, "Toinen ovi on takana", kaisa(), asked.expert)

    bodies = {row.channel: row.body for row in Message.objects.filter(kind="experts.conversation.new")}
    assert {channel: "ovi on" in body.lower() for channel, body in bodies.items()} == {"email": False, "post": True}


def test_unread_is_counted_for_persons_and_for_the_coordinators_together():
    asked = orders.offer_open()
    order = asked.booking_request
    conversation.write(order, ORDERER, "Yksi", sari())
    conversation.write(order, EXPERT, "Kaksi", link(asked.expert), asked.expert)
    conversation.write(order, ORDERER, "Vastaus", kaisa())

    found = {box.title: box.unread for box in boxes.boxes_of(order, kaisa())}

    assert found == {"Sari Salminen": 0, "Aino Aalto": 1}
    assert boxes.unread_by_order(people.sari()) == {order.pk: 1}


def test_every_box_tells_its_readers_by_name_and_role():
    made = orders.booking_confirmed()
    order = made.booking_request

    told = {
        who: {box.key: [reader.name for reader in box.readers] for box in boxes.boxes_of(order, by, expert)}
        for who, by, expert in (("orderer", sari(), None), ("expert", link(made.expert), made.expert))
    }

    assert told == {
        "orderer": {"koordinaattori": ["Kaisa Koordinaattori"], "kaikki": ["Kaisa Koordinaattori", "Aino"]},
        "expert": {
            "koordinaattori": ["Kaisa Koordinaattori"],
            "kaikki": ["Sari Salminen", "Kaisa Koordinaattori"],
        },
    }


@pytest.mark.parametrize("count", [1, 3])
def test_boxes_take_as_many_queries_however_much_is_written(count, django_assert_num_queries):
    asked = orders.offer_open()
    order = asked.booking_request
    for number in range(count - 1):
        orders.offer_open(experts.in_folder(f"Toini{number}"), order)
    for number in range(count):
        conversation.write(order, ORDERER, f"Viesti {number}", sari())
    by = kaisa()
    by.user.open_roles  # noqa: B018
    order = BookingRequest.objects.select_related("orderer", "coordinator", "unit").get(pk=order.pk)

    with django_assert_num_queries(6):
        found = boxes.boxes_of(order, by)

    assert len(found) == count + 1
