import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import resend, safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.models import AccessEntry
from experts.domain import booking, conversation
from experts.models import Booking, Conversation, Post, Reading
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

Audience = Conversation.Audience


def link(row):
    return Actor.by_link(row.expert.person)


def test_the_box_for_words_says_who_will_read_them(client):
    made = orders.booking_confirmed()
    people.sign_in(client, people.sari())

    response = client.get(reverse("experts:conversation", args=[made.booking_request.number, "kaikki"]))

    readers = str(response.context["form"].fields["text"].readers)
    assert [name for name in ("Kaisa Koordinaattori", "Aino") if name not in readers] == []


def test_a_message_is_written_marked_as_read_and_taken_back(client):
    asked = orders.offer_open()
    people.sign_in(client, people.sari())
    address = reverse("experts:conversation", args=[asked.booking_request.number, "koordinaattori"])

    client.post(address, {"act": "write", "text": "Hei!"})
    post = Post.objects.get()
    client.post(address, {"act": "take_back", "post": post.pk})
    conversation.write(asked.booking_request, Audience.ORDERER, "Vastaus", people.actor(people.kaisa()))
    client.post(address, {"act": "read"}, headers={"X-Requested-With": "fetch"})

    post.refresh_from_db()
    reading = Reading.objects.get(person=people.sari())
    assert (post.taken_back_at is not None, reading.post.text) == (True, "Vastaus")


@pytest.mark.parametrize("key", ["\N{SUPERSCRIPT TWO}", "9" * 5000, "0", "-1"])
def test_a_made_up_key_takes_nothing_back(client, key):
    asked = orders.offer_open()
    conversation.write(asked.booking_request, Audience.ORDERER, "Hei!", people.actor(people.sari()))
    people.sign_in(client, people.sari())
    address = reverse("experts:conversation", args=[asked.booking_request.number, "koordinaattori"])

    answer = client.post(address, {"act": "take_back", "post": key})

    assert (answer.status_code in (200, 404), Post.objects.get().text) == (True, "Hei!")


def told_by_letter():
    """Kaisa has written to Aino, who gets letters: the words are in the letter."""
    asked = orders.offer_open()
    Person.objects.filter(pk=asked.expert.person_id).update(channel="post")
    asked.expert.person.refresh_from_db()
    conversation.write(
        asked.booking_request, Audience.EXPERT, "Vain sinulle", people.actor(people.kaisa()), asked.expert
    )
    return Message.objects.get(kind="experts.conversation.new", person=asked.expert.person)


def test_the_words_of_a_letter_are_for_its_poster_and_not_for_main_users(client):
    letter = told_by_letter()
    page = reverse("outbox:page", args=[letter.pk])

    read = [
        "Vain sinulle" in people.sign_in(client, who).get(page).content.decode()
        for who in (people.kaisa(), people.admin())
    ]

    assert ("Vain sinulle" in letter.body, read) == (True, [True, False])


def test_the_words_of_a_letter_never_leave_in_a_mail():
    letter = told_by_letter()
    Message.objects.filter(pk=letter.pk).update(status="sent")
    Person.objects.filter(pk=letter.person_id).update(channel="email", email="aino@example.org")

    made = resend.send(letter, resend.press(), people.actor(people.kaisa()))

    assert (made.channel, "Vain sinulle" in made.body, "[[link:" in made.body) == ("email", False, True)


def test_reading_alone_marks_nothing(client):
    asked = orders.offer_open()
    conversation.write(asked.booking_request, Audience.EXPERT, "Hei!", people.actor(people.kaisa()), asked.expert)

    client.get(reverse("offer_talk_link", args=[safe_link.token(asked.link)]))

    assert list(Reading.objects.values_list("person__first_name", flat=True)) == ["Kaisa"]


def test_an_expert_of_another_order_finds_no_box(client):
    made = orders.booking_confirmed()
    other = experts.in_folder("Toini", "Toinen")
    people.sign_in(client, other.person)

    answers = [
        client.get(reverse("experts:conversation", args=[made.booking_request.number, box])).status_code
        for box in ("koordinaattori", "kaikki", "muu")
    ]

    assert answers == [404, 404, 404]


def test_another_orders_message_is_not_taken_back_through_this_one(client):
    asked = orders.offer_open()
    here = conversation.write(asked.booking_request, Audience.ORDERER, "Hei!", people.actor(people.sari()))
    box = conversation.write(asked.booking_request, Audience.EXPERT, "Hei!", people.actor(people.kaisa()), asked.expert)
    people.sign_in(client, people.sari())

    answer = client.post(
        reverse("experts:conversation", args=[asked.booking_request.number, "koordinaattori"]),
        {"act": "take_back", "post": box.pk},
    )

    box.refresh_from_db()
    assert (answer.status_code, box.text, here.text) == (404, "Hei!", "Hei!")


def test_the_coordinators_reading_is_logged(client):
    asked = orders.offer_open()
    people.sign_in(client, people.kaisa())

    client.get(
        reverse("booking_request:conversation", args=[asked.booking_request_id, f"asiantuntija-{asked.expert_id}"])
    )

    entry = AccessEntry.objects.get()
    assert (entry.about, entry.subjects) == (
        f"experts.conversation:{asked.booking_request.number}",
        [asked.expert.staff_key],
    )


@pytest.mark.parametrize("box", ["asiantuntija-0", "asiantuntija-x", "muu"])
def test_a_box_that_is_not_there_is_not_found(client, box):
    order = orders.order_sent()
    people.sign_in(client, people.kaisa())

    assert client.get(reverse("booking_request:conversation", args=[order.pk, box])).status_code == 404


def test_a_long_conversation_comes_in_pages_newest_first(client):
    order = orders.order_sent()
    box = Conversation.objects.create(booking_request=order, audience=Audience.ORDERER)
    Post.objects.bulk_create(
        Post(conversation=box, author=order.orderer, side="orderer", text=f"Viesti {n}", at=clock.now())
        for n in range(25)
    )
    people.sign_in(client, people.sari())
    address = reverse("experts:conversation", args=[order.number, "koordinaattori"])

    pages = [client.get(address, {"page": page}).context["lines"] for page in (1, 2)]

    assert [(len(lines), lines[0].post.text, lines[-1].post.text) for lines in pages] == [
        (20, "Viesti 5", "Viesti 24"),
        (5, "Viesti 0", "Viesti 4"),
    ]


def test_the_orderers_list_tells_where_something_is_unread(client):
    asked = orders.offer_open()
    conversation.write(asked.booking_request, Audience.ORDERER, "Yksi", people.actor(people.kaisa()))
    people.sign_in(client, people.sari())

    rows = client.get(reverse("experts:order_list")).context["rows"]

    assert [row["unread"] for row in rows] == [1]


def test_behind_a_link_what_was_told_to_the_coordinator_is_not_shown_back(client):
    made = orders.booking_confirmed()
    token = safe_link.token(made.link)

    client.post(
        reverse("concern_link", args=[token]), {"kind": "other", "wish": "nothing", "words": "Minulle naurettiin."}
    )
    by_link = client.get(reverse("concern_link", args=[token])).content.decode()
    people.sign_in(client, made.expert.person)
    signed_in = client.get(reverse("experts:concern", args=[made.pk])).content.decode()

    assert ["naurettiin" in page for page in (by_link, signed_in)] == [False, True]


def test_the_orderer_never_sees_that_something_was_told(client):
    made = orders.booking_confirmed()
    people.sign_in(client, people.sari())
    before = client.get(reverse("experts:booking", args=[made.pk])).context.get("concern_url")

    assert (before, client.get(reverse("experts:concern", args=[made.pk])).status_code) == (None, 404)


def test_who_was_cancelled_finds_no_common_box(client):
    made = orders.booking_confirmed()
    booking.cancel(made, people.actor(people.kaisa()), "Sairaus")
    people.sign_in(client, made.expert.person)

    answers = [
        client.get(reverse("experts:conversation", args=[made.booking_request.number, box])).status_code
        for box in ("koordinaattori", "kaikki")
    ]

    assert (Booking.objects.get().status, answers) == ("cancelled", [200, 404])
