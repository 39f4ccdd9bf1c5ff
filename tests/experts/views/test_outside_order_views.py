"""The public order form, the confirmation, and the order behind its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.signing import TimestampSigner
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.domain import stopping
from experts.models import BookingRequest, OutsideOrder, TaskType, TimeChange
from tests.factories import experts, orders, outside, people

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
FORM = "/fi/tilaa/"


def posted(**changes: object) -> dict[str, object]:
    """What Leena's browser sends, a while after the page was opened."""
    people.kaisa()
    days = [clock.local(orders.in_days(14)[0]).strftime("%d.%m.%Y"), "13", "14.30"]
    old = TimestampSigner(salt="outside-order").sign("form").split(":")
    return {
        "organisation_name": outside.SCHOOL,
        "business_id": "2222222 - 9",
        "sector": "school",
        "first_name": "Leena",
        "last_name": "Lehtori",
        "title": "lehtori",
        "email": "Leena@amk.example",
        "phone": "040 000 0000",
        "task_type": experts.task_type("lecture").pk,
        "topic": "Velat",
        "need": "Luento opiskelijoille.",
        "languages": "fi",
        **dict(zip(("time_1_day", "time_1_start", "time_1_end"), days, strict=True)),
        "mode": "place",
        "place": "Opistokatu 1",
        "price": orders.price_class().pk,
        "invoicing": "003722222229",
        "accepts": "on",
        "trap": "",
        "began": long_ago(old),
        **changes,
    }


def long_ago(parts: list[str]) -> str:
    """The same signature of an hour ago."""

    class Slow(TimestampSigner):
        def timestamp(self) -> str:
            return "1uu1uu"

    return Slow(salt="outside-order").sign(parts[0])


@pytest.fixture
def confirmed() -> BookingRequest:
    return outside.order_confirmed()


def token(order: BookingRequest) -> str:
    return safe_link.token(order.arrival.link)


def test_an_order_is_kept_until_confirmed_and_the_answer_tells_nothing(client: Client) -> None:
    answer = client.post(FORM, posted())

    row = OutsideOrder.objects.get()
    assert answer.url == "/fi/tilaa/lahetetty/"
    assert (row.person.email, row.person.language) == ("leena@amk.example", "fi")
    assert (row.facts["organisation"]["business_id"], row.facts["order"]["topic"]) == ("2222222-9", "Velat")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"business_id": "2222222-3"}, "business_id"),
        ({"need": "Asiakas 131052-308T"}, "need"),
        ({"email": ""}, "email"),
        ({"phone": "040"}, "phone"),
        ({"place": ""}, "place"),
        ({"mode": "remote"}, "online_url"),
        ({"payer_name": "Maksaja Oy"}, "payer_business_id"),
        ({"accepts": ""}, "accepts"),
        ({"time_1_day": "", "time_1_start": "", "time_1_end": ""}, "time_1"),
        ({"began": "made up"}, "began"),
        ({"task_type": "0"}, "task_type"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(client: Client, changes: dict, field: str) -> None:
    answer = client.post(FORM, posted(**changes))

    assert (answer.status_code, list(answer.context["form"].errors), OutsideOrder.objects.count()) == (200, [field], 0)


def test_what_is_wrong_is_told_from_the_top_of_the_page_down(client: Client) -> None:
    answer = client.post(FORM, posted(organisation_name="", topic="", place="", accepts=""))

    told = [bound.name for bound in answer.context["form"] if bound.errors]
    assert told == ["organisation_name", "topic", "place", "accepts"]


def test_a_client_meeting_is_not_among_the_tasks(client: Client) -> None:
    answer = client.post(FORM, posted(task_type=experts.task_type("client-meeting").pk))

    assert list(answer.context["form"].errors) == ["task_type"]


def test_a_machine_that_fills_everything_in_is_answered_alike_and_kept_out(client: Client) -> None:
    answer = client.post(FORM, posted(trap="https://spam.example"))

    assert (answer.url, OutsideOrder.objects.count(), Message.objects.count()) == ("/fi/tilaa/lahetetty/", 0, 0)


def test_a_form_sent_in_a_wink_is_asked_again(client: Client) -> None:
    answer = client.post(FORM, posted(began=TimestampSigner(salt="outside-order").sign("form")))

    assert answer.context["form"].non_field_errors().as_data()[0].code == "quick"


def test_so_many_orders_for_one_address_and_no_more(client: Client) -> None:
    answers = [client.post(FORM, posted()).status_code for __ in range(6)]

    assert (answers, OutsideOrder.objects.count()) == ([302] * 5 + [200], 5)


def test_what_was_typed_is_there_again_save_an_identity_code(client: Client) -> None:
    client.post(FORM, posted(business_id="1", goal="Koodi 131052-308T"))

    again = client.get(FORM)

    form = again.context["form"]
    assert (form["topic"].value(), form["business_id"].value(), form["goal"].value()) == ("Velat", "1", None)
    assert form.errors == {}


def test_a_draft_is_kept_while_typing_and_thrown_away_when_asked(client: Client) -> None:
    people.kaisa()
    kept = client.post("/fi/tilaa/luonnos/", {"topic": "Velat", "need": "131052-308T", "staff_key": "x"})
    draft = client.session["outside_order"]
    client.post("/fi/tilaa/tyhjenna/")

    assert (kept.status_code, draft, "outside_order" in client.session) == (422, {"topic": ["Velat"]}, False)


def test_a_draft_never_grows_beyond_what_the_form_takes(client: Client) -> None:
    people.kaisa()

    client.post("/fi/tilaa/luonnos/", {"topic": "Velat", "topic_x": "x", "time_1_day": "1.12.2026", "wishes": ["\0"]})
    small = dict(client.session["outside_order"])
    client.post("/fi/tilaa/luonnos/", {f"time_1_{n}": "x" * 6000 for n in range(200)})

    assert sorted(small) == ["time_1_day", "topic", "wishes"]
    assert len(str(client.session["outside_order"])) < 45_000
    assert client.get(FORM).status_code == 200


def test_drafts_from_one_sender_are_so_many_an_hour(client: Client) -> None:
    people.kaisa()

    def begun() -> int:
        client.cookies.clear()
        return client.post("/fi/tilaa/luonnos/", {"topic": "Velat"}).status_code

    answers = [begun() for __ in range(61)]

    assert (answers, client.post(FORM, posted()).status_code) == ([200] * 60 + [429], 302)


def test_a_wish_comes_from_the_public_folder_and_no_other_key_leaves_a_trace(client: Client) -> None:
    aino, hidden = experts.aino(), experts.in_folder("Hilla")
    people.kaisa()

    page = client.get(FORM, {"toive": [aino.public_key, hidden.public_key, hidden.staff_key]})
    refused = client.post(FORM, posted(wishes=[aino.public_key, hidden.staff_key]))

    assert page.context["form"].fields["wishes"].choices == [(aino.public_key, "Aino")]
    assert list(refused.context["form"].errors) == ["wishes"]
    assert "Hilla" not in page.content.decode() + refused.content.decode()


def test_opening_the_confirmation_does_nothing_and_pressing_sends(client: Client) -> None:
    row = outside.order_unconfirmed()
    address = reverse("outside_order_link", args=[safe_link.token(row.link)])

    looked = client.get(address)
    untouched = OutsideOrder.objects.exists() and not BookingRequest.objects.exists()
    pressed = client.post(address)
    again = client.get(address)

    order = BookingRequest.objects.get()
    assert (looked.status_code, untouched, again.status_code) == (200, True, 410)
    assert pressed.url == reverse("order_link", args=[token(order)])


def test_a_wish_who_has_left_the_public_folder_meanwhile_does_not_stop_the_order(client: Client) -> None:
    aino = experts.aino()
    row = outside.order_unconfirmed(wishes=[aino.public_key])
    address = reverse("outside_order_link", args=[safe_link.token(row.link)])

    stopping.take_leave(aino, people.actor(aino.person))
    looked, pressed = client.get(address), client.post(address)

    assert (looked.status_code, pressed.status_code) == (200, 302)
    assert list(BookingRequest.objects.get().wishes.all()) == []


def test_a_task_retired_meanwhile_is_told_instead_of_an_error(client: Client) -> None:
    row = outside.order_unconfirmed()
    TaskType.objects.filter(pk=row.facts["order"]["task_type"]).update(in_use=False)
    address = reverse("outside_order_link", args=[safe_link.token(row.link)])

    answers = [client.get(address), client.post(address)]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert {answer.context["refusal"].code for answer in answers} == {"task_type"}


def test_the_orderer_follows_changes_and_cancels_behind_the_link(client: Client, confirmed: BookingRequest) -> None:
    key = token(confirmed)
    seen = client.get(reverse("order_link", args=[key]))
    client.post(reverse("order_contact_link", args=[key]), {"phone": "0400000001", "needs": ""})
    asked = client.get(reverse("order_cancel_link", args=[key]))
    cancelled = client.post(
        reverse("order_cancel_link", args=[key]),
        {"code": asked.context["form"].fields["code"].choices[0][0], "seen": asked.context["form"].outcome.seal},
    )

    confirmed.refresh_from_db()
    assert (seen.status_code, cancelled.status_code, confirmed.status) == (200, 302, "cancelled")
    assert (confirmed.orderer.phone, client.get(reverse("order_link", args=[key])).status_code) == ("0400000001", 200)


def test_an_outsider_tells_the_outcome_of_a_booking_and_nothing_of_anothers(client: Client) -> None:
    booking = orders.booking_confirmed(order=outside.order_confirmed())
    other = orders.booking_confirmed(experts.in_folder("Kaino"), outside.order_confirmed())
    key = token(booking.booking_request)

    page = client.get(reverse("order_booking_link", args=[key, booking.pk]))
    stranger = client.get(reverse("order_booking_link", args=[key, other.pk]))

    assert (page.status_code, page.context["party"], stranger.status_code) == (200, "orderer", 404)
    with orders.on_day(orders.day_after(booking)):
        asked = client.get(reverse("order_booking_link", args=[key, booking.pk]))
    assert "outcome" in asked.context


@pytest.mark.parametrize("door", ["order_link", "order_contact_link", "order_change_link", "order_cancel_link"])
def test_a_link_of_another_purpose_opens_nothing(client: Client, door: str, confirmed: BookingRequest) -> None:
    other = safe_link.make("offer", confirmed.orderer, confirmed.arrival.link.expires_at)

    answers = {client.get(reverse(door, args=[key])).status_code for key in (safe_link.token(other), "made.up")}

    assert answers == {410}


def test_asking_for_a_link_answers_alike_for_the_known_and_the_unknown(
    client: Client, confirmed: BookingRequest
) -> None:
    asked = [
        client.post("/fi/tilaa/linkki/", {"order_number": confirmed.number, "email": email}).content
        for email in ("leena@amk.example", "olli@example.net")
    ]

    assert asked[0] == asked[1]
    assert [row.person for row in Message.objects.filter(kind="experts.outside_order.link")] == [confirmed.orderer]


def test_nobodys_mailbox_is_filled_with_links_and_the_answer_stays_alike(
    client: Client, confirmed: BookingRequest
) -> None:
    Person.objects.filter(pk=confirmed.orderer_id).update(email="Leena@amk.example")
    asked = {"order_number": confirmed.number, "email": "LEENA@amk.example"}

    answers = {client.post("/fi/tilaa/linkki/", asked).content for __ in range(6)}

    assert (len(answers), Message.objects.filter(kind="experts.outside_order.link").count()) == (1, 3)


def test_no_ordering_page_where_nobody_takes_orders(client: Client) -> None:
    answer = client.get(FORM)

    assert answer.templates[0].name == "experts/outside_order/closed.html"


def test_an_orderer_without_an_account_proposes_another_time(client: Client) -> None:
    order = outside.order_confirmed()
    booking = orders.booking_confirmed(order=order)
    door = reverse("order_session_move_link", args=[token(order), booking.pk, booking.sessions.get().pk])
    day = orders.in_days(30)[0]

    page = client.get(reverse("order_booking_link", args=[token(order), booking.pk]))
    asked = client.post(door, {"day": f"{day.day}.{day.month}.{day.year}", "start": "9"})

    change = TimeChange.objects.get()
    assert (door in page.content.decode(), asked.status_code) == (True, 302)
    assert asked.url == reverse("order_booking_link", args=[token(order), booking.pk])
    assert (change.proposer, [row.person for row in change.answers.all()]) == (order.orderer, [booking.expert.person])


def test_nobody_moves_another_orders_meeting_behind_a_link(client: Client) -> None:
    order = outside.order_confirmed()
    other = orders.booking_confirmed(experts.in_folder("Kaino"))

    answer = client.get(reverse("order_session_move_link", args=[token(order), other.pk, other.sessions.get().pk]))

    assert answer.status_code == 404
