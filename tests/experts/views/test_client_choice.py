"""The client's own pages: no way into the worker's, nothing stored before the last press."""

import re

import pytest

from coordination.records.models import AccessEntry
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db
CHOOSE, KEEP = "/fi/oma/kansio/asiakas/valitse/", "/fi/oma/kansio/asiakas/kiitos/"


@pytest.fixture
def sari(client):
    return people.sign_in(client, people.sari())


@pytest.fixture
def pair():
    return experts.aino(), experts.in_folder("Pekka", "Koekas")


def query(pair, **more):
    return "?" + "&".join([f"compare={row.staff_key}" for row in pair] + [f"{k}={v}" for k, v in more.items()])


def links(page):
    return [link for link in re.findall(r'<a [^>]*href="([^"]+)"', page.content.decode()) if not link.startswith("#")]


def test_a_card_has_the_first_name_and_no_way_out(sari, pair):
    page = sari.get(CHOOSE + query(pair))

    words = page.content.decode()
    assert ("Aino" in words, "Aalto" in words, "Koekas" in words, links(page)) == (True, False, False, [])


def test_the_last_page_links_only_to_giving_the_device_back(sari, pair):
    first, second = (row.staff_key for row in pair)
    thanks = sari.post(KEEP + query(pair), {"eka": first, "toka": second}, follow=True)

    assert [link.partition("?")[0] for link in links(thanks)] == ["/fi/oma/kansio/asiakas/valinta/"]


def test_the_choice_follows_into_a_new_order_as_the_clients(sari, pair):
    people.agreement_for(people.sari().unit)
    keys = [row.staff_key for row in reversed(pair)]
    sari.post(KEEP + query(pair), {"eka": keys[0], "toka": keys[1]})
    wishes = "&".join(f"toive={key}" for key in keys)

    task = experts.task_type().pk
    sari.post(
        f"/fi/oma/tilaukset/uusi/?{wishes}&asiakas=1",
        {"task_type": task, "topic": "Laskut", "languages": ["fi"], "seats": "1", "wishes": keys, "next": "1"},
    )

    made = BookingRequest.objects.get().wishes.order_by("rank")
    assert list(made.values_list("expert__staff_key", "chosen_by_client")) == [(key, True) for key in keys]


def test_a_choice_for_an_order_goes_straight_into_it(sari, pair):
    order = orders.order_sent()

    sari.post(KEEP + query(pair, tilaus=order.number), {"eka": pair[1].staff_key})

    assert list(order.wishes.values_list("expert__staff_key", "rank", "chosen_by_client")) == [
        (pair[1].staff_key, 1, True)
    ]


def test_somebody_not_among_the_cards_cannot_be_chosen(sari, pair):
    order, other = orders.order_sent(), experts.in_folder("Onni", "Mallikas")

    sari.post(KEEP + query(pair, tilaus=order.number), {"eka": other.staff_key})

    assert order.wishes.count() == 0


def test_the_cards_on_paper_are_logged_as_taken_out(sari, pair):
    answer = sari.get("/fi/oma/kansio/asiakas/paperilla/" + query(pair, sivulla=2))

    entry = AccessEntry.objects.get()
    assert (answer["Content-Type"], entry.action, sorted(entry.subjects)) == (
        "application/pdf",
        "export",
        sorted(row.staff_key for row in pair),
    )
