from __future__ import annotations

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.models import Message
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

CODE = "010180-900X"
SECRET = f"Asiakas ({CODE}) uskaltaa avata laskut."


def sari_at(client):
    sari = people.sari()
    people.agreement_for(sari.unit)
    orders.price_class()
    return people.sign_in(client, sari)


def step(order: BookingRequest, name: str) -> str:
    return reverse("experts:order_edit", args=[order.number, name])


def goal(**fields) -> dict:
    today = clock.today()
    return {
        "goal": orders.GOAL,
        "permission": "given",
        "permission_on": f"{today.day}.{today.month}.{today.year}",
        "permission_asked_by": "Sari, sosiaaliohjaaja",
        "professional": "Sari Salminen",
        "debrief_minutes": "15",
        **fields,
    }


def place(**fields) -> dict:
    start, __ = orders.in_days(10)
    day = f"{start.day}.{start.month}.{start.year}"
    return {
        "time_1_day": day,
        "time_1_start": "13",
        "time_1_end": "14.30",
        "mode": "place",
        "place": "Kuulaspiha, Havukumpu",
        **fields,
    }


def test_a_new_order_is_in_the_orderers_language_unless_told(client):
    sari_at(client)

    page = client.get(reverse("experts:order_new"))

    assert page.context["form"]["languages"].value() == ["fi"]


def test_an_order_from_the_first_step_to_the_queue(client):
    sari_at(client)
    veera = experts.in_folder("Veera")
    new = f"{reverse('experts:order_new')}?toive={veera.staff_key}"

    page = client.get(new)
    client.post(
        new, {"task_type": experts.task_type().pk, "topic": "Laskut", "languages": ["fi"], "wishes": [veera.staff_key]}
    )
    order = BookingRequest.objects.get()
    client.post(step(order, "tavoite"), goal())
    client.post(step(order, "aika"), place())
    client.post(step(order, "maksaja"), {"price": str(order.price_class_id), "payer": order.payer_id})
    sent = client.post(step(order, "tarkista"), {"greeting": "Kiitos!"})

    order.refresh_from_db()
    assert (page.status_code, "Veera" in page.content.decode(), sent.url) == (
        200,
        True,
        reverse("experts:order", args=[order.number]),
    )
    assert (order.status, order.greeting, [wish.expert for wish in order.wishes.all()]) == ("sent", "Kiitos!", [veera])


def test_reading_the_first_step_stores_nothing(client):
    sari_at(client).get(reverse("experts:order_new"))

    assert BookingRequest.objects.count() == 0


def test_a_wish_the_reader_may_not_see_is_no_wish(client):
    hidden = experts.expert_active("Onni")

    page = sari_at(client).get(f"{reverse('experts:order_new')}?toive={hidden.staff_key}")

    assert page.context["wished"] == []


@pytest.mark.parametrize("ending", [{}, {"back": ""}, {"later": ""}])
def test_an_identity_code_stays_in_the_page_and_reaches_nothing_else(client, ending):
    sari_at(client)
    order = orders.order_draft(goal="")

    page = client.post(step(order, "tavoite"), goal(goal=SECRET, professional="Maija", **ending))

    order.refresh_from_db()
    text = page.content.decode()
    assert (page.status_code, SECRET in text, order.goal, order.professional) == (200, True, "", "Maija")
    assert [row.body for row in Message.objects.all() if CODE in row.body] == []
    assert 'role="alert"' in text


def test_autosave_keeps_the_rest_and_refuses_the_code(client):
    sari_at(client)
    order = orders.order_draft(goal="Ennen")
    url = reverse("experts:order_autosave", args=[order.number, "tavoite"])

    answer = client.post(url, goal(goal=SECRET, professional="Maija"))

    order.refresh_from_db()
    assert (answer.status_code, answer.json()["ok"], list(answer.json()["errors"])) == (422, False, ["goal"])
    assert (order.goal, order.professional, CODE in answer.content.decode()) == ("Ennen", "Maija", False)


def test_autosave_takes_an_unfinished_step(client):
    sari_at(client)
    order = orders.order_draft()
    url = reverse("experts:order_autosave", args=[order.number, "tavoite"])

    answer = client.post(url, goal(permission_on="", permission_asked_by="", goal="Alku"))

    order.refresh_from_db()
    assert (answer.json(), order.goal, order.permission) == ({"ok": True, "errors": {}}, "Alku", "not_asked")


def test_autosave_does_not_answer_to_reading(client):
    sari_at(client)
    order = orders.order_draft()

    assert client.get(reverse("experts:order_autosave", args=[order.number, "tavoite"])).status_code == 405


def test_the_day_of_the_permission_is_asked_with_the_count_of_errors(client):
    sari_at(client)
    order = orders.order_draft()

    page = client.post(step(order, "tavoite"), goal(permission_on="13.11", goal=SECRET))

    assert (
        sorted(page.context["form"].errors),
        "2 virhettä" in page.content.decode() or "2 errors" in page.content.decode(),
    ) == (
        ["goal", "permission_on"],
        True,
    )


def test_a_lecture_asks_of_the_audience_and_never_of_a_client(client):
    sari_at(client)
    order = orders.order_draft("lecture")

    form = client.get(step(order, "tavoite")).context["form"]

    assert list(form.fields) == ["goal", "audience", "audience_size", "with_minors", "debrief_minutes"]


def test_a_client_meeting_asks_of_the_permission_and_of_no_audience(client):
    sari_at(client)
    order = orders.order_draft()

    form = client.get(step(order, "tavoite")).context["form"]

    assert list(form.fields) == [
        "goal",
        "permission",
        "permission_on",
        "permission_asked_by",
        "professional",
        "with_minors",
        "safety_note",
        "debrief_minutes",
    ]


def test_only_a_task_with_rehearsals_asks_of_preparation(client):
    sari_at(client)
    asked = [
        "preparation_minutes" in client.get(step(orders.order_draft(task), "aika")).context["form"].fields
        for task in ("lecture", "encounter-training")
    ]

    assert asked == [False, True]


def test_every_text_box_tells_who_reads_it(client):
    sari_at(client)
    order = orders.order_draft("encounter-training")

    silent = []
    for name in ("tehtava", "tavoite", "aika", "maksaja", "tarkista"):
        form = client.get(step(order, name)).context["form"]
        silent += [
            key
            for key, field in form.fields.items()
            if type(field).__name__ in {"GuardedCharField", "GuardedTextField", "CharField"}
            and not getattr(field, "readers", "")
        ]

    assert silent == []


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"time_1_end": "12"}, ["time_1"]),
        ({"time_1_start": ""}, ["time_1"]),
        ({"time_1_day": "1.1.2020"}, ["time_1"]),
        ({"time_1_day": "", "time_1_start": "", "time_1_end": ""}, ["time_1"]),
        ({"place": ""}, ["place"]),
        ({"mode": "remote", "place": ""}, ["online_url"]),
        ({"mode": "remote", "place": "", "online_url": "https://example.org/tapaaminen"}, []),
        ({"time_3_day": "32.1.2027"}, ["time_3"]),
    ],
)
def test_times_and_place(client, typed, wrong):
    sari_at(client)
    order = orders.order_draft(times=[], place="")

    answer = client.post(step(order, "aika"), place(**typed))

    found = sorted(answer.context["form"].errors) if answer.status_code == 200 else []
    assert found == wrong


def test_times_are_shown_as_they_were_written(client):
    sari_at(client)
    start, __ = orders.in_days(7)

    form = client.get(step(orders.order_draft(), "aika")).context["form"]

    assert form["time_1"].value() == [start.date(), start.timetz().replace(tzinfo=None), start.replace(hour=14).time()]


def test_the_hour_that_the_clocks_skip_is_no_time(client):
    sari_at(client)
    order = orders.order_draft(times=[])

    page = client.post(step(order, "aika"), place(time_1_day="28.3.2027", time_1_start="3.30", time_1_end="5"))

    assert list(page.context["form"].errors) == ["time_1"]


@pytest.mark.parametrize(("amount", "warned"), [("20", 1), ("50,00", 0), ("0", 1)])
def test_an_unusual_fee_warns_on_the_next_page(client, amount, warned):
    sari_at(client)
    order = orders.order_draft()

    typed = {"price": "own", "offered_amount": amount, "amount_reason": "Sovittu", "payer": order.payer_id}
    page = client.post(step(order, "maksaja"), typed, follow=True)

    assert (page.redirect_chain[-1][0], len(page.context["messages"])) == (step(order, "tarkista"), warned)


def test_a_fee_of_ones_own_needs_a_sum_and_a_reason(client):
    sari_at(client)
    order = orders.order_draft()

    page = client.post(step(order, "maksaja"), {"price": "own", "payer": order.payer_id})

    assert sorted(page.context["form"].errors) == ["amount_reason", "offered_amount"]


def test_later_keeps_what_there_is(client):
    sari_at(client)
    order = orders.order_draft()

    answer = client.post(
        step(order, "tehtava"),
        {"topic": "Uusi aihe", "task_type": order.task_type_id, "languages": ["fi"], "later": ""},
    )

    order.refresh_from_db()
    assert (answer.url, order.topic) == (reverse("experts:order_list"), "Uusi aihe")


def test_the_last_step_tells_what_is_missing(client):
    sari_at(client)
    order = orders.order_draft(permission="not_asked", times=[])

    page = client.get(step(order, "tarkista"))
    answer = client.post(step(order, "tarkista"), {})

    order.refresh_from_db()
    assert [lack["step"] for lack in page.context["lacking"]] == ["tavoite", "aika"]
    assert (answer.status_code, order.status) == (200, "draft")


def test_a_unit_without_an_agreement_reads_whom_to_call(client):
    people.kaisa()

    page = people.sign_in(client, people.sari()).get(reverse("experts:order_new"))

    assert (page.status_code, "Kaisa Koordinaattori" in page.content.decode()) == (403, True)


@pytest.mark.parametrize("who", [people.matti, people.olli, people.kaisa])
def test_others_than_employees_cannot_begin(client, who):
    assert people.sign_in(client, who()).get(reverse("experts:order_new")).status_code == 403


def test_a_sent_order_is_no_draft_any_more(client):
    sari_at(client)
    order = orders.order_sent()

    answer = client.post(step(order, "tavoite"), goal(goal="Toinen"))

    order.refresh_from_db()
    assert (answer.url, order.goal) == (reverse("experts:order", args=[order.number]), orders.GOAL)


def test_a_step_that_is_none(client):
    sari_at(client)

    assert client.get(step(orders.order_draft(), "muu")).status_code == 404


def test_a_lecture_asks_at_once_what_it_is_needed_for(client):
    sari_at(client)
    lecture = experts.task_type("lecture")

    page = client.post(
        reverse("experts:order_new"), {"task_type": lecture.pk, "languages": ["fi"], "topic": "Raha", "need": ""}
    )

    assert list(page.context["form"].errors) == ["need"]


def test_a_client_meeting_tells_its_need_as_the_goal(client):
    sari_at(client)
    meeting = experts.task_type("client-meeting")

    client.post(
        reverse("experts:order_new"),
        {"task_type": meeting.pk, "languages": ["fi"], "topic": "Raha", "need": "", "next": "1"},
    )

    assert BookingRequest.objects.get().topic == "Raha"
