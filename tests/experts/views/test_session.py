"""The order form's further times, roles and hours of a job; the booking's page where several times are told at once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock
from experts.domain import session
from experts.models import BookingRequest
from tests.factories import experts, orders, people, sessions

pytestmark = pytest.mark.django_db


def day_of(moment: datetime) -> str:
    return f"{moment.day}.{moment.month}.{moment.year}"


def row(number: int, days: int, start: str = "10", end: str = "12", kind: str = "rehearsal", pay: str = "same") -> dict:
    day = clock.today() + timedelta(days=days)
    told = {"kind": kind, "day": f"{day.day}.{day.month}.{day.year}", "start": start, "end": end, "pay": pay}
    return {f"other_{number}_{box}": value for box, value in told.items()}


def place(**fields) -> dict:
    main = {"time_1_day": day_of(orders.in_days(7)[0]), "time_1_start": "13", "time_1_end": "14"}
    return {**main, "mode": "place", "place": "Kuulaspiha", "next": "1", **fields}


def step(order: BookingRequest, name: str = "aika") -> str:
    return reverse("experts:order_edit", args=[order.number, name])


@pytest.fixture
def sari(client):
    return people.sign_in(client, people.sari())


def kept(order: BookingRequest) -> list[tuple[str, bool]]:
    return [(time.kind, time.included) for time in order.times.exclude(kind="main").order_by("starts_at")]


def test_further_times_are_kept_each_with_its_pay(client, sari):
    order = orders.order_draft("lecture", need="Luento.")

    client.post(step(order), place(**row(1, 5, pay="included"), **row(2, 14, kind="further")))

    assert kept(order) == [("rehearsal", True), ("further", False)]
    again = client.get(step(order)).context["form"]
    assert again["other_1"].value()[-1] == "included"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (row(1, 7, "12", "13.10"), "other_1"),
        (row(1, -2), "other_1"),
        (row(1, 5, "12", "10"), "other_1"),
        (row(1, 5, "", ""), "other_1"),
        ({**row(1, 5), **row(2, 5, "11", "13")}, "other_2"),
        ({"weekly_count": "6"}, "weekly_first"),
    ],
    ids=["main-time", "past", "backwards", "half", "each-other", "no-first"],
)
def test_what_cannot_be_is_told_beside_its_row_and_stays_typed(client, sari, fields, field):
    order = orders.order_draft("lecture", need="Luento.", debrief_minutes=15)

    page = client.post(step(order), place(**fields))

    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert kept(order) == []
    if field != "weekly_first":
        assert page.context["form"]["other_1"].value()[1] == fields["other_1_day"]


def test_weekly_times_are_added_in_one_step(client, sari):
    order = orders.order_draft("lecture", need="Luento.")
    first = {"weekly_first_day": day_of(orders.in_days(14)[0]), "weekly_first_start": "17", "weekly_first_end": "19"}
    told = place(**first, weekly_count="5")
    del told["next"]

    client.post(reverse("experts:order_autosave", args=[order.number, "aika"]), told)
    quietly = kept(order)
    answer = client.post(step(order), {**told, "weekly": "1"})

    assert (quietly, kept(order)) == ([], [("further", False)] * 5)
    assert answer.url == f"{step(order)}#id_others"


def test_enter_in_a_box_goes_on_and_adds_no_rows(client, sari):
    page = client.get(step(orders.order_draft("lecture", need="Luento.")))

    assert re.findall(r'type="submit" name="(\w+)"', page.text)[:2] == ["next", "more"]


def test_weekly_times_that_begin_with_the_meeting_count_it_as_the_first(client, sari):
    order = orders.order_draft("lecture", need="Luento.")
    first = {"weekly_first_day": day_of(orders.in_days(7)[0]), "weekly_first_start": "13", "weekly_first_end": "14"}

    answer = client.post(step(order), place(**first, weekly_count="6"))

    assert (answer.status_code, kept(order)) == (302, [("further", False)] * 5)


def test_more_rows_come_without_losing_what_was_typed(client, sari):
    order = orders.order_draft("lecture", need="Luento.")

    answer = client.post(step(order), {**place(**row(1, 5)), "more": "1"})

    rows = client.get(answer.url).context["form"].other_names()
    assert (kept(order), len(rows)) == ([("rehearsal", False)], 5)


def test_the_roles_of_the_task_are_asked_and_may_be_named_anew(client, sari):
    sessions.training_sent()
    order = orders.order_draft("encounter-training", need="Näytelmät.")

    page = client.get(step(order, "tavoite"))
    client.post(
        step(order, "tavoite"), {"role_1": "asiakas", "role_2": "omainen", "debrief_minutes": "15", "next": "1"}
    )

    assert page.context["form"]["role_1"].value() == "sosiaalityöntekijä"
    assert [str(role) for role in order.roles.all()] == ["asiakas", "omainen"]


def test_a_job_is_ordered_by_its_days_and_hours(client, sari):
    sessions.work_sent(2)
    order = orders.order_draft("assignment", times=[], need="Kahvila.", price_class=None)
    begins = clock.today() + timedelta(days=7)
    told = {
        "assigned_from": f"{begins.day}.{begins.month}.{begins.year}",
        "assigned_until": day_of(orders.in_days(34)[0]),
        "hours_0_from": "9",
        "hours_0_until": "12",
        "mode": "place",
        "place": "Kahvila",
        "next": "1",
    }

    page = client.get(step(order))
    client.post(step(order), told)
    payer = client.get(step(order, "maksaja")).context["form"]

    assert ("time_1" in page.context["form"].fields, "price" in payer.fields) == (False, False)
    assert (order.times.count(), order.times.filter(kind="main").count()) == (4, 1)


def test_the_orderer_tells_several_times_at_once(client, sari):
    booking = sessions.evenings_booked(3)
    address = reverse("experts:booking", args=[booking.pk])
    second = booking.sessions.all()[1]

    with orders.on_day(clock.local(second.ends_at).date() + timedelta(days=1)):
        page = client.get(address)
        client.post(address, {"act": "held", "sessions": [row.pk for row in session.over_of(booking)]})

    assert len(page.context["held"].fields["sessions"].choices) == 2
    assert list(booking.sessions.values_list("status", flat=True)) == ["held", "held", "planned"]


def test_the_orderer_sees_which_role_is_filled_by_whom(client, sari):
    order = sessions.training_sent()
    sessions.filled(order, sessions.offered_role(order, experts.in_folder("Onni"), 2))

    page = client.get(reverse("experts:order", args=[order.number]))

    assert [(role["name"], role["who"], role["is_open"]) for role in page.context["roles"]] == [
        ("sosiaalityöntekijä", "", True),
        ("asiakas", "Onni", False),
        ("tukihenkilö", "", True),
    ]
