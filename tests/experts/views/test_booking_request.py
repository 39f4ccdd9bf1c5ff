from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from experts.domain import booking as bookings
from experts.domain import booking_request
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

LIST = 17
NAMES = ["order", "order_edit", "order_change", "order_cancel", "order_copy", "order_follow_up", "order_discard"]


def url(name: str, order: BookingRequest) -> str:
    return reverse(f"experts:{name}", args=[order.number, "tavoite"] if name == "order_edit" else [order.number])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_the_same_for_one_and_three(client, rows, django_assert_num_queries):
    for number in range(rows):
        orders.booking_confirmed(
            experts.in_folder(f"Veera{number}"), times=[orders.in_days(number + 5), orders.in_days(number + 9)]
        )
    people.sign_in(client, people.sari())
    client.get(reverse("experts:order_list"))
    cache.clear()

    with django_assert_num_queries(LIST):
        page = client.get(reverse("experts:order_list"))

    assert [row["experts"] for row in page.context["rows"]] == [[f"Veera{number}"] for number in reversed(range(rows))]


def test_tabs_count_the_states(client):
    orders.order_draft()
    orders.order_sent()
    orders.order_sent()

    page = people.sign_in(client, people.sari()).get(reverse("experts:order_list"), {"tila": "odottaa"})

    assert [tab["count"] for tab in page.context["tabs"]] == [3, 1, 2, 0, 0, 0]
    assert [row["order"].status for row in page.context["rows"]] == ["sent", "sent"]


def test_twenty_to_a_page(client):
    first = orders.order_draft()
    for __ in range(20):
        booking_request.draft(people.actor(first.orderer), first.unit, first.task_type)
    people.sign_in(client, first.orderer)

    pages = [len(client.get(reverse("experts:order_list"), {"page": number}).context["rows"]) for number in (1, 2)]

    assert pages == [20, 1]


def test_the_coordinators_orders_are_not_mine(client):
    orders.order_sent()

    page = people.sign_in(client, people.kaisa()).get(reverse("experts:order_list"))

    assert page.context["rows"] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("who", [people.olli, people.matti, people.finance, people.stranger_coordinator])
def test_a_stranger_finds_no_order(client, name, who):
    order = orders.order_sent()

    assert people.sign_in(client, who()).get(url(name, order)).status_code == 404


def test_the_coordinator_finds_no_draft(client):
    order = orders.order_draft()

    assert people.sign_in(client, people.kaisa()).get(url("order", order)).status_code == 404


def test_a_visitor_signs_in_first(client):
    answer = client.get(url("order", orders.order_sent()))

    assert answer.status_code == 302


TURNS = {
    "draft": orders.order_draft,
    "sent": orders.order_sent,
    "offered": lambda: orders.offer_open().booking_request,
    "accepted": lambda: orders.offer_accepted().booking_request,
    "confirmed": lambda: orders.booking_confirmed().booking_request,
    "agreed": lambda: orders.booking_agreed().booking_request,
    "held": lambda: orders.booking_held().booking_request,
}
OWN_TURNS = {"draft", "confirmed", "held"}


@pytest.mark.parametrize("state", TURNS)
def test_the_page_tells_whose_turn_it_is(client, state):
    order = TURNS[state]()

    page = people.sign_in(client, order.orderer).get(url("order", order))

    assert (page.status_code, bool(page.context["turn"].url)) == (200, state in OWN_TURNS)


def test_after_the_meeting_the_orderer_is_asked_whether_it_was_held(client):
    booking = orders.booking_agreed()
    order = booking.booking_request
    people.sign_in(client, order.orderer)

    with orders.on_day(orders.day_after(booking)):
        page = client.get(url("order", order))

    assert page.context["turn"].url == reverse("experts:booking", args=[booking.pk])


def test_the_expert_is_shown_by_the_name_the_expert_chose(client):
    order = orders.booking_confirmed().booking_request

    text = people.sign_in(client, order.orderer).get(url("order", order)).content.decode()

    assert ("Aino" in text, "Aalto" in text) == (True, False)


def test_who_was_asked_is_not_told_to_the_orderer(client):
    order = orders.offer_open(experts.in_folder("Veera")).booking_request

    text = people.sign_in(client, order.orderer).get(url("order", order)).content.decode()

    assert "Veera" not in text


@pytest.mark.parametrize("name", ["order_cancel", "order_copy", "order_change"])
def test_reading_changes_nothing(client, name):
    order = orders.order_sent()

    answer = people.sign_in(client, order.orderer).get(url(name, order))

    order.refresh_from_db()
    assert (answer.status_code, order.status, BookingRequest.objects.count()) == (200, "sent", 1)


def test_cancelling_tells_what_happens_and_asks_why(client):
    order = orders.booking_confirmed().booking_request
    people.sign_in(client, order.orderer)

    page = client.get(url("order_cancel", order))
    unsaid = client.post(url("order_cancel", order), {"reason": ""})
    client.post(url("order_cancel", order), {"code": "time", "seen": page.context["outcome"].seal})

    order.refresh_from_db()
    assert (len(page.context["happens"]), list(unsaid.context["form"].errors), order.status) == (
        5,
        ["code"],
        "cancelled",
    )


def test_a_copy_is_a_new_draft(client):
    order = orders.order_sent()

    answer = people.sign_in(client, order.orderer).post(url("order_copy", order))

    again = BookingRequest.objects.get(status="draft")
    assert answer.url == reverse("experts:order_edit", args=[again.number, "tehtava"])


def test_a_follow_up_is_linked(client):
    order = orders.booking_held().booking_request

    people.sign_in(client, order.orderer).post(url("order_follow_up", order))

    again = BookingRequest.objects.get(status="draft")
    assert (again.follows, [wish.expert for wish in again.wishes.all()]) == (order, [experts.aino()])


def test_a_draft_is_thrown_away_after_asking(client):
    order = orders.order_draft()
    people.sign_in(client, order.orderer)

    asked = client.get(url("order_discard", order))
    client.post(url("order_discard", order))

    assert (asked.status_code, BookingRequest.objects.count()) == (200, 0)


def test_a_waiting_order_is_changed_as_a_whole(client):
    order = orders.order_sent()
    people.sign_in(client, order.orderer)

    answer = client.post(url("order_change", order), changed_whole(client, order))

    order.refresh_from_db()
    assert (answer.status_code, order.goal, order.place, order.times.count()) == (302, "Uusi tavoite", "Muualla", 1)


def test_times_change_also_after_a_cancelled_booking_which_keeps_its_own(client):
    gone = orders.booking_confirmed()
    order = gone.booking_request
    bookings.cancel(gone, people.actor(order.orderer), "Asiakas muutti.")
    people.sign_in(client, order.orderer)

    answer = client.post(url("order_change", order), changed_whole(client, order))

    session = gone.sessions.select_related("time").get()
    assert (answer.status_code, order.times.get().starts_at) == (302, orders.in_days(30, 9)[0])
    assert (session.starts_at, session.time.retired, session.time.chosen) == (gone.starts_at, True, False)


def changed_whole(client: Client, order: BookingRequest) -> dict[str, object]:
    """The page as Sari fills it in: another goal, another place, one time in thirty days at nine."""
    form = client.get(url("order_change", order)).context["form"]
    start, __ = orders.in_days(30)
    return {
        "topic": order.topic, "goal": "Uusi tavoite", "languages": ["fi"], "seats": 1, "permission": "given",
        "permission_on": form["permission_on"].value(), "permission_asked_by": "Sari", "professional": "Sari", "debrief_minutes": "15",
        "time_1_day": f"{start.day}.{start.month}.{start.year}", "time_1_start": "9", "time_1_end": "10", "mode": "place", "place": "Muualla",
        "price": str(order.price_class_id), "payer": order.payer_id,
    }  # fmt: skip


def test_a_change_asks_in_the_order_of_the_steps(client):
    order = orders.order_sent()
    people.sign_in(client, order.orderer)

    names = list(client.get(url("order_change", order)).context["form"].fields)

    assert sorted(["price", "time_1", "goal", "topic"], key=names.index) == ["topic", "goal", "time_1", "price"]


def test_after_offers_the_form_asks_only_what_may_change(client):
    order = orders.offer_open().booking_request

    form = people.sign_in(client, order.orderer).get(url("order_change", order)).context["form"]

    assert sorted(form.fields) == [
        "arrangements",
        "cost_centre",
        "directions",
        "interpreter",
        "online_url",
        "professional",
        "reference",
        "safety_note",
        "venue_access",
    ]


def test_an_identity_code_in_a_change_stays_in_the_page(client):
    order = orders.offer_open().booking_request

    page = people.sign_in(client, order.orderer).post(
        url("order_change", order), {"directions": "Kysy 010180-900X", "professional": "Sari"}
    )

    order.refresh_from_db()
    assert (page.status_code, "010180-900X" in page.content.decode(), order.directions) == (200, True, "")


@pytest.mark.parametrize("name", ["order_copy", "order_follow_up", "order_discard"])
def test_what_is_the_orderers_alone_is_refused_to_the_coordinator(client, name):
    order = orders.order_sent()

    assert people.sign_in(client, people.kaisa()).get(url(name, order)).status_code == 403


@pytest.mark.parametrize("name", ["order_follow_up", "order_discard"])
def test_what_cannot_be_done_now_leads_back_with_the_reason(client, name):
    order = orders.order_sent()

    page = people.sign_in(client, order.orderer).get(url(name, order), follow=True)

    assert (page.redirect_chain[-1][0], len(page.context["messages"])) == (url("order", order), 1)
