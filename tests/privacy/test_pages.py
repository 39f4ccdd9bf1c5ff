"""The consent pages: one's own, and the coordinator's of a person."""

import pytest
from django.urls import reverse

from coordination.foundation import clock, formats
from coordination.privacy.domain import consent, consent_page
from coordination.privacy.models import Consent, Purpose
from tests.factories import people

pytestmark = pytest.mark.django_db


def test_one_press_gives_and_one_press_withdraws(client):
    matti = people.matti()
    client.force_login(matti.user)

    client.post(reverse("privacy:give", args=["cv_own"]))
    given = Consent.objects.in_force().filter(person=matti).count()
    client.post(reverse("privacy:withdraw", args=["cv_own"]))

    assert (given, Consent.objects.in_force().filter(person=matti).count()) == (1, 0)


def test_the_page_shows_every_purpose_with_its_words(client):
    matti = people.matti()
    client.force_login(matti.user)

    response = client.get(reverse("privacy:mine"))

    standings = response.context["standings"]
    assert [item.purpose for item in standings] == Purpose.values
    assert [len(item.words) > 100 for item in standings] == [True] * 5
    assert Consent.objects.count() == 0


@pytest.mark.parametrize("act", ["give", "withdraw"])
def test_looking_changes_nothing(client, act):
    client.force_login(people.matti().user)

    assert client.get(reverse(f"privacy:{act}", args=["cv_own"])).status_code == 405


def test_an_unknown_purpose_is_not_found(client):
    client.force_login(people.matti().user)

    assert client.post(reverse("privacy:give", args=["anything"])).status_code == 404


def test_a_passer_by_signs_in_first(client):
    response = client.post(reverse("privacy:give", args=["cv_own"]))

    assert response.headers["Location"].split("?")[0] == reverse("account_login")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_questions(django_assert_num_queries, count):
    matti = people.matti()
    for purpose in Purpose.values[:count]:
        consent.give(matti, purpose, people.actor(matti), channel="screen")

    with django_assert_num_queries(3):
        consent_page.standings(matti, "fi")
        consent_page.history(matti)


def test_a_coordinator_writes_down_a_paper_with_its_day(client):
    matti = people.matti()
    people.sign_in(client, people.kaisa())
    day = clock.today().replace(day=1)

    response = client.post(
        reverse("privacy_consent:record", args=[matti.pk]),
        {"purpose": "cv_own", "channel": "paper", "given_on": formats.day(day).split()[-1]},
    )

    row = Consent.objects.get(person=matti)
    assert response.status_code == 302
    assert (row.channel, clock.local(row.given_at).date()) == ("paper", day)


def test_a_coordinator_withdraws_for_one_who_called(client):
    matti = people.matti()
    consent.give(matti, Purpose.MEDIA, people.actor(matti), channel="screen")
    people.sign_in(client, people.kaisa())

    client.post(reverse("privacy_consent:withdraw", args=[matti.pk, "media"]))

    assert Consent.objects.in_force().count() == 0


@pytest.mark.parametrize("who", [people.stranger_coordinator, people.finance, people.sari, people.olli])
def test_others_see_no_consents_of_a_person(client, who):
    matti = people.matti()

    response = people.sign_in(client, who()).get(reverse("privacy_consent:person", args=[matti.pk]))

    assert response.status_code in {302, 404}


def test_the_coordinators_pages_show(client):
    matti = people.matti()
    consent.give(matti, Purpose.MEDIA, people.actor(matti), channel="screen")
    people.sign_in(client, people.kaisa())

    pages = [
        reverse("privacy_consent:index"),
        reverse("privacy_consent:index") + "?state=in_force",
        reverse("privacy_consent:person", args=[matti.pk]),
        reverse("privacy_consent:record", args=[matti.pk]),
    ]

    assert [client.get(page).status_code for page in pages] == [200] * 4
