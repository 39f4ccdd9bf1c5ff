"""An offer answered at the screen and behind its link: GET shows, POST answers."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from coordination.fees.models import PriceClass
from coordination.foundation import formats
from coordination.foundation.texts import Texts
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from experts.models import Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return orders.offer_open()


@pytest.fixture
def address(offer):
    return safe_link.path_of(offer.link)


def answer(offer, **changes) -> dict:
    times = list(offer.booking_request.times.values_list("pk", flat=True))
    return {"answer": "yes", "times": times, "fee_choice": "fee", **changes}


def state(offer) -> str:
    return Offer.objects.get(pk=offer.pk).status


def test_opening_the_link_changes_nothing(client, offer, address):
    answers = [client.get(address).status_code for __ in range(2)]

    assert (answers, state(offer)) == ([200, 200], "open")


def test_the_link_accepts_without_an_account(client, offer, address):
    client.post(address, answer(offer))

    assert state(offer) == "accepted"


def test_the_link_declines_without_a_reason(client, offer, address):
    client.post(address, {"answer": "no"})

    assert state(offer) == "declined"


def test_a_yes_needs_a_time_and_keeps_what_was_chosen(client, offer, address):
    page = client.post(address, answer(offer, times=[], fee_choice="costs_only"))

    assert (page.status_code, list(page.context["form"].errors), page.context["form"]["fee_choice"].value()) == (
        200,
        ["times"],
        "costs_only",
    )
    assert state(offer) == "open"


def test_the_offer_tells_what_the_fee_covers(client, offer, address):
    PriceClass.objects.update(has_debrief=True, includes=Texts(fi="materiaali"))

    page = client.get(address)

    words = f"{gettext('the debrief')}, materiaali"
    assert (page.context["covers"], words in page.content.decode()) == (words, True)


def test_a_yes_to_costs_only_promises_no_fee(client, offer, address):
    fee = formats.euros(client.get(address).context["price"].amount)

    client.post(address, answer(offer, fee_choice="costs_only"))

    assert fee not in client.get(address).content.decode()


def test_a_yes_may_be_taken_back_by_the_same_link(client, offer, address):
    client.post(address, answer(offer))

    client.post(address, {"answer": "no"})

    assert state(offer) == "declined"


def test_a_forged_link_says_kindly_that_it_does_not_work(client, address):
    assert client.get(f"{address[:-5]}00000/").status_code == 410


def test_the_page_is_in_the_language_of_the_one_asked(client):
    aino = experts.aino()
    type(aino.person).objects.filter(pk=aino.person_id).update(language="sv")
    offer = orders.offer_open()

    page = client.get(safe_link.path_of(offer.link)).content.decode()

    assert '<html lang="sv">' in page


def test_another_language_pressed_on_the_page_is_shown(client, address):
    page = client.get(f"{address}?kieli=sv").content.decode()

    assert '<html lang="sv">' in page


def test_the_mail_tells_where_the_code_is_written(offer):
    message = Message.objects.get(kind="experts.offer.ask")

    assert f"{settings.WAGTAILADMIN_BASE_URL}{reverse('messaging:code')}" in message.body.split()


def test_ones_own_offer_is_answered_at_the_screen(client, offer):
    people.sign_in(client, offer.expert.person)

    client.post(f"/fi/oma/tarjoukset/{offer.pk}/", answer(offer))

    assert state(offer) == "accepted"


@pytest.mark.parametrize("who", ["sari", "kaisa", "olli"])
def test_nobody_answers_anothers_offer(client, offer, who):
    people.sign_in(client, getattr(people, who)())

    page = client.post(f"/fi/oma/tarjoukset/{offer.pk}/", answer(offer))

    assert (page.status_code, state(offer)) == (404, "open")
