"""The coordinator's screens of orders: the board, the page, each action with its form and its refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock, formats
from coordination.people.actor import Actor
from coordination.records.models import AccessEntry
from experts.domain import client_choice, conversation, offer, permission
from experts.models import Agreement, Booking, BookingRequest, Debrief, Expert, Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaisa(client):
    return people.sign_in(client, people.kaisa())


def page(order: BookingRequest) -> str:
    return reverse("booking_request:page", args=[order.pk])


def act(name: str, order: BookingRequest, *keys: object) -> str:
    return reverse(f"booking_request:{name}", args=[order.pk, *keys])


def answers(**fields: object) -> dict:
    day = clock.today() + timedelta(days=3)
    return {"answer_on": f"{day.day}.{day.month}.{day.year}", "answer_at": "12", **fields}


@pytest.mark.parametrize("number", [1, 3])
def test_board_takes_the_same_queries_for_one_and_three(kaisa, number, django_assert_num_queries):
    aino = experts.aino()
    for n in range(number):
        order = orders.order_sent(times=[orders.in_days(10 + 3 * n)])
        if n == 0:
            orders.offer_open(aino, order)
    kaisa.get(reverse("booking_request:index"))

    with django_assert_num_queries(BOARD_QUERIES):
        response = kaisa.get(reverse("booking_request:index"))

    assert len(response.context["object_list"]) == number


BOARD_QUERIES = 21


@pytest.mark.parametrize("number", [1, 3])
def test_board_marks_what_nobody_has_read_without_asking_for_each(kaisa, number, django_assert_num_queries):
    for n in range(number):
        order = orders.order_sent(times=[orders.in_days(10 + 3 * n)])
        conversation.write(order, "orderer", "Sopiiko?", people.actor(order.orderer))
        conversation.write(order, "orderer", "Vai huomenna?", people.actor(order.orderer))
    kaisa.get(reverse("booking_request:index"))

    with django_assert_num_queries(BOARD_QUERIES):
        response = kaisa.get(reverse("booking_request:index"))

    assert [row.unread for row in response.context["object_list"]] == [2] * number
    assert response.content.decode().count("2 uutta viestiä") == number


def test_board_marks_nothing_that_a_coordinator_has_read(kaisa):
    order = orders.order_sent()
    post = conversation.write(order, "orderer", "Sopiiko?", people.actor(order.orderer))
    conversation.mark_read(post.conversation, people.actor(people.kaisa()))

    response = kaisa.get(reverse("booking_request:index"))

    assert [row.unread for row in response.context["object_list"]] == [0]


def test_page_tells_whom_the_client_chose(kaisa):
    order = orders.order_sent()
    aino, pekka = experts.aino(), experts.in_folder("Pekka", "Koekas")
    client_choice.choose(order, [pekka, aino], people.actor(order.orderer))

    told = kaisa.get(page(order)).context["facts"][:4]

    assert [value for name, value in told] == ["", "Pekka Koekas", aino.person.full_name, ""]


def test_page_tells_that_the_client_took_the_permission_back(kaisa):
    order = orders.order_sent()
    permission.withdraw(order, people.actor(order.orderer))

    told = kaisa.get(page(order)).context["facts"][:4]

    assert [value for name, value in told] == [formats.moment(order.permission_withdrawn_at), "", "", ""]


def test_board_tells_the_next_step_and_counts(kaisa):
    aino = experts.aino()
    sent = orders.order_sent()
    offered = orders.order_sent(times=[orders.in_days(14)])
    orders.offer_open(aino, offered)

    response = kaisa.get(reverse("booking_request:index"))

    steps = {row.number: row.next_step.act for row in response.context["object_list"]}
    assert steps == {sent.number: "find", offered.number: "wait"}
    assert [tab["count"] for tab in response.context["tabs"]] == [2, 1, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 2), ("stage=odottaa", 0), ("stage=etsi", 2), ("q=perhe", 1), ("q=olematon", 0), ("q=Sari", 0)],
)
def test_board_is_narrowed(kaisa, query, found):
    orders.order_sent()
    orders.order_sent(unit=people.unit("Perhepalvelut"))

    response = kaisa.get(f"{reverse('booking_request:index')}?{query}")

    assert len(response.context["object_list"]) == found


def test_board_narrows_by_branch_and_task(kaisa):
    order = orders.order_sent()
    orders.order_sent("lecture", unit=people.unit("Perhepalvelut"))

    response = kaisa.get(f"{reverse('booking_request:index')}?unit={order.unit_id}&task_type={order.task_type_id}")

    assert list(response.context["object_list"]) == [order]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_list_taken_along_is_logged(kaisa, kind):
    order = orders.order_sent(topic="=1+1")

    response = kaisa.get(f"{reverse('booking_request:index')}?export={kind}")

    body = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code == 200
    assert kind == "xlsx" or b"'=1+1" in body
    entry = AccessEntry.objects.latest("pk")
    assert (entry.action, entry.about, entry.subjects) == ("export", "experts.bookingrequest.list", [order.number])


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_the_same_queries_for_one_and_three_experts(kaisa, number, django_assert_num_queries):
    order = orders.order_sent()
    for n in range(number):
        experts.in_folder(f"Veera{n}")
        orders.offer_open(experts.in_folder(f"Saara{n}"), order)
    kaisa.get(page(order))

    with django_assert_num_queries(PAGE_QUERIES):
        response = kaisa.get(page(order))

    assert len(response.context["panel"].first) == number


PAGE_QUERIES = 54


def test_looking_at_an_order_is_logged_with_the_experts_seen(kaisa):
    aino = experts.aino()
    order = orders.order_sent()

    kaisa.get(page(order))

    entry = AccessEntry.objects.latest("pk")
    assert (entry.action, entry.about, entry.subjects) == (
        "view",
        f"experts.bookingrequest:{order.number}",
        [aino.staff_key],
    )


def test_offer_is_made_from_the_page(kaisa):
    aino = experts.aino()
    order = orders.order_sent(
        areas=[experts.service_area("debt-counselling")], languages=["fi"], times=[orders.in_days(7, 13, 14)]
    )
    aino.availabilities.all().delete()

    response = kaisa.post(page(order), answers(**{f"pick_{aino.pk}": "on"}))

    assert response.status_code == 302
    assert [offer.expert for offer in Offer.objects.all()] == [aino]


def test_warning_is_overruled_only_with_a_reason_and_the_day_of_asking(kaisa):
    aino = experts.aino()
    Expert.objects.filter(pk=aino.pk).update(remote="only")
    order = orders.order_sent()
    typed = {f"pick_{aino.pk}": "on", f"because_{aino.pk}": "Sopii autokyydillä."}

    refused = kaisa.post(page(order), answers(**typed))
    made = kaisa.post(page(order), answers(**typed, **{f"asked_{aino.pk}": f"{clock.today():%d.%m.%Y}"}))

    assert refused.status_code == 200
    assert list(refused.context["form"].errors) == [f"asked_{aino.pk}"]
    assert "Sopii autokyydillä." in refused.content.decode()
    assert made.status_code == 302
    assert [(offer.overruled_because, offer.expert_asked_on) for offer in Offer.objects.all()] == [
        ("Sopii autokyydillä.", clock.today())
    ]


def test_nobody_ticked_is_told_on_the_form(kaisa):
    experts.aino()

    response = kaisa.post(page(orders.order_sent()), answers())

    assert response.context["form"].non_field_errors()
    assert not Offer.objects.exists()


def test_answer_by_phone_is_the_experts(kaisa):
    offer = orders.offer_open()
    order, times = offer.booking_request, orders.main_times(offer.booking_request)

    kaisa.post(act("answer", order, offer.pk), {"times": [times[1].pk], "fee_choice": "fee"})

    offer.refresh_from_db()
    assert (offer.status, offer.answered_via, [each.time for each in offer.times.all()]) == (
        "accepted",
        "phone",
        [times[1]],
    )


def test_no_by_phone(kaisa):
    offer = orders.offer_open()

    kaisa.post(act("answer", offer.booking_request, offer.pk), {"decline": "1"})

    offer.refresh_from_db()
    assert offer.status == "declined"


def test_offer_is_withdrawn_after_asking(kaisa):
    offer = orders.offer_open()
    url = act("withdraw", offer.booking_request, offer.pk)

    kaisa.get(url)
    assert Offer.objects.get().status == "open"
    kaisa.post(url)

    assert Offer.objects.get().status == "withdrawn"


def test_time_is_confirmed_from_those_accepted(kaisa):
    offer = orders.offer_accepted()
    order = offer.booking_request
    first = orders.main_times(order)[0]

    asked = kaisa.get(act("confirm", order))
    response = kaisa.post(act("confirm", order), {"time": first.pk, "offers": [offer.pk]})

    assert asked.context["form"].initial == {"time": first.pk, "offers": [offer.pk]}
    assert response.status_code == 302
    assert [(row.time, row.status) for row in Booking.objects.all()] == [(first, "confirmed")]


def test_fewer_experts_than_ordered_takes_a_reason(kaisa):
    offer = orders.offer_accepted(seats=2)
    order = offer.booking_request
    posted = {"time": orders.main_times(order)[0].pk, "offers": [offer.pk]}

    refused = kaisa.post(act("confirm", order), posted)
    kaisa.post(act("confirm", order), {**posted, "fewer": "orderer_agrees"})

    assert list(refused.context["form"].errors) == ["fewer"]
    assert Booking.objects.count() == 1


def test_agreement_and_debrief_are_noted_by_phone(kaisa):
    booking = orders.booking_confirmed()
    order = booking.booking_request
    for party in ("tilaaja", "asiantuntija"):
        kaisa.post(act("agree", order, booking.pk, party), {"ticks": orders.TICKS})

    with orders.on_day(orders.day_after(booking)):
        told = {"talked": "yes", "feeling": "good", "next": "call"}
        kaisa.post(act("outcome", order, booking.pk), {"held": "yes"})
        kaisa.post(act("debrief", order, booking.pk, "asiantuntija"), told)
        kaisa.post(act("see_to", order, Debrief.objects.get().pk))

    booking.refresh_from_db()
    assert Agreement.objects.get().complete
    assert booking.status == "held"
    assert Debrief.objects.get().handled_at is not None


def test_booking_is_cancelled_with_a_reason(kaisa):
    booking = orders.booking_confirmed()
    url = act("booking_cancel", booking.booking_request, booking.pk)

    refused = kaisa.post(url, {"reason": ""})
    seen = refused.context["form"].outcome.seal
    kaisa.post(url, {"whose": "orderer", "code": "time", "seen": seen})

    booking.refresh_from_db()
    assert list(refused.context["form"].errors) == ["whose", "code"]
    assert booking.status == "cancelled"


@pytest.mark.parametrize(
    ("name", "posted", "status"),
    [("cancel", {"code": "not_needed", "seen": "-"}, "cancelled"), ("unmatch", {}, "unmatched")],
)
def test_order_is_cancelled_or_marked_unmatched(kaisa, name, posted, status):
    order = orders.order_sent()

    kaisa.get(act(name, order))
    kaisa.post(act(name, order), posted)

    order.refresh_from_db()
    assert order.status == status


def test_order_is_changed(kaisa):
    order = orders.order_sent()

    form = kaisa.get(act("change", order)).context["form"]

    assert form.initial["topic"] == order.topic


@pytest.mark.parametrize(
    "make", [orders.offer_open, orders.offer_accepted, orders.booking_confirmed, orders.booking_held]
)
def test_page_shows_every_state(kaisa, make):
    row = make()
    order = row.booking_request

    response = kaisa.get(page(order))

    assert response.status_code == 200
    assert response.context["turn"].title


@pytest.mark.parametrize("name", ["page", "change", "cancel", "unmatch", "confirm"])
@pytest.mark.parametrize(
    "who", [people.sari, people.matti, people.olli, people.finance, people.editor, people.stranger_coordinator]
)
def test_others_are_kept_out(client, name, who):
    order = orders.order_sent()

    response = people.sign_in(client, who()).get(act(name, order))

    assert response.status_code in (302, 403, 404)


def test_main_user_looks_but_does_not_act(client):
    order = orders.order_sent()
    client = people.sign_in(client, people.admin())

    looked, acted = client.get(page(order)), client.post(page(order), answers())

    assert (looked.status_code, looked.context["panel"]) == (200, None)
    assert acted.status_code == 302
    assert client.get(act("cancel", order)).status_code == 302


def test_coordinator_does_not_handle_an_offer_to_oneself(client):
    offer = orders.offer_open()
    people.role_for(offer.expert.person, "coordinator", people.organisation())
    client = people.sign_in(client, offer.expert.person)

    response = client.post(act("answer", offer.booking_request, offer.pk), {"decline": "1"})

    offer.refresh_from_db()
    assert response.status_code == 302
    assert offer.status == "open"


def test_an_order_arrives_once_although_its_only_expert_says_no(kaisa):
    asked = orders.offer_open()
    offer.decline(asked, Actor.by_link(asked.expert.person))

    response = kaisa.get(page(asked.booking_request))

    done = [str(step["title"]) for step in response.context["history"] if step["state"] == "done"]
    assert [done.count("Tilaus saapui"), done[-1]] == [1, "Tekijää etsitään taas"]


def test_where_nobody_fits_the_next_step_is_to_tell_the_orderer(kaisa):
    order = orders.order_sent()

    response = kaisa.get(page(order))

    assert [act("unmatch", order) in response.content.decode(), "Lähetä tarjous" in response.content.decode()] == [
        True,
        False,
    ]
