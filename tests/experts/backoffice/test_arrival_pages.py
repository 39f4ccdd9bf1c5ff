"""Writing an order down in the back office: found, begun, kept, sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coordination.foundation import clock
from coordination.people.models import Contact, Unit
from experts.models import BookingRequest
from tests.factories import experts, orders, outside, people

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
NEW = "/hallinta/tilaukset/uusi/"


@pytest.fixture
def kaisa(client: Client) -> Client:
    return people.sign_in(client, people.kaisa())


def posted(**changes: object) -> dict[str, object]:
    day = clock.local(orders.in_days(14)[0]).strftime("%d.%m.%Y")
    return {
        "topic": "Velat",
        "need": "Luento.",
        "languages": ["fi"],
        "seats": "1",
        "time_1_day": day,
        "time_1_start": "13",
        "time_1_end": "14",
        "mode": "place",
        "place": "Opistokatu 1",
        "price": orders.price_class().pk,
        "payer": outside.school().pk,
        "debrief_minutes": "15",
        **changes,
    }


def test_a_caller_from_a_new_organisation_is_written_down_step_by_step(kaisa: Client) -> None:
    orders.price_class()
    body = kaisa.post(
        f"{NEW}organisaatio/",
        {
            "receiver": people.organisation().pk,
            "name": "Yhdistys ry",
            "business_id": "2222222-9",
            "sector": "association",
        },
    )
    who = {
        "first_name": "Helvi",
        "last_name": "Hakija",
        "title": "pj",
        "channel": "phone",
        "phone": "040",
        "language": "fi",
    }
    caller = kaisa.post(body.url, who)
    begun = kaisa.post(caller.url, {"way": "phone", "task_type": experts.task_type("lecture").pk})

    order = BookingRequest.objects.get()
    assert (begun.url, order.status) == (f"/hallinta/tilaukset/kesken/{order.pk}/", "draft")
    assert (order.unit.kind, order.unit.sector) == (Unit.Kind.CONTACT_BODY, "association")
    assert Contact.objects.get().person == order.orderer


def test_the_order_is_sent_from_one_page(kaisa: Client) -> None:
    order = outside.order_begun()
    page = kaisa.get(f"/hallinta/tilaukset/kesken/{order.pk}/")

    answer = kaisa.post(f"/hallinta/tilaukset/kesken/{order.pk}/", {**posted(), "send": ""})

    order.refresh_from_db()
    assert (page.status_code, answer.status_code, order.status) == (200, 302, "sent")


def test_what_is_sound_is_kept_and_what_is_wrong_is_told_beside_its_field(kaisa: Client) -> None:
    order = outside.order_begun()

    answer = kaisa.post(
        f"/hallinta/tilaukset/kesken/{order.pk}/", {**posted(need="Koodi 131052-308T", place=""), "send": ""}
    )

    order.refresh_from_db()
    assert sorted(answer.context["form"].errors) == ["need", "place"]
    assert (order.topic, order.need, order.status) == ("Velat", "", "draft")


def test_contacts_of_the_latest_orders_are_offered_and_search_finds_by_either_name(kaisa: Client) -> None:
    outside.order_confirmed()
    other = outside.contact_person(first_name="Lasse")

    offered = kaisa.get(NEW).context["contacts"]
    by_person = kaisa.get(NEW, {"q": "lasse"}).context["contacts"]
    by_body = kaisa.get(NEW, {"q": "kuulasveden"}).context["contacts"]

    assert [row.person.first_name for row in offered] == ["Leena", "Lasse"]
    assert (list(by_person), len(by_body)) == ([other], 2)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_choosing_asks_the_same_however_many(
    kaisa: Client, rows: int, django_assert_num_queries: object
) -> None:
    home = outside.school()
    for number in range(rows):
        outside.contact_person(home, first_name=f"H{number}")
    kaisa.get(NEW)

    with django_assert_num_queries(11):
        kaisa.get(NEW)


@pytest.mark.parametrize(("came", "numbers"), [("outside", 2), ("told", 1), ("staff", 1)])
def test_the_board_is_filtered_by_how_the_orders_came(kaisa: Client, came: str, numbers: int) -> None:
    outside.order_confirmed()
    orders.order_sent()
    begun = outside.order_begun()
    kaisa.post(f"/hallinta/tilaukset/kesken/{begun.pk}/", {**posted(), "send": ""})

    answer = kaisa.get("/hallinta/tilaukset/", {"came": came})

    assert len(answer.context["object_list"]) == numbers


def test_the_orders_page_warns_of_a_contact_nobody_has_checked_and_sends_a_new_link(kaisa: Client) -> None:
    order = outside.order_confirmed()
    old = order.arrival.link_id

    page = kaisa.get(f"/hallinta/tilaukset/{order.pk}/")
    kaisa.post(f"/hallinta/tilaukset/{order.pk}/linkki/laheta/")

    order.arrival.refresh_from_db()
    assert (page.context["arrival"].is_new_contact, order.arrival.link_id == old) == (True, False)


def test_the_page_of_an_order_taken_by_phone_goes_from_the_need_to_the_times_to_the_money(kaisa: Client) -> None:
    begun = outside.order_begun()

    form = kaisa.get(f"/hallinta/tilaukset/kesken/{begun.pk}/").context["form"]

    names = [[bound.name for bound in part["boxes"]] for part in form.parts()]
    folded = [bound.name for part in form.parts() for fold in part["folds"] for bound in fold["boxes"]]
    times = [name for name in names[1] if name.startswith(("time_", "weekly_"))]
    assert (
        names[0][0],
        times[0],
        times[-2:],
        names[2][0],
        [name for part in names for name in part] == [name for name in form.fields if name not in folded],
    ) == (
        "topic",
        "time_1",
        ["weekly_first", "weekly_count"],
        "price",
        True,
    )
