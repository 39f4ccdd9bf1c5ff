from __future__ import annotations

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.privacy.domain import consent
from coordination.privacy.models import Purpose
from experts.domain import audience
from experts.models import Audience, Expert
from tests.factories import experts, people, site

pytestmark = pytest.mark.django_db
FOLDER = "/fi/kokemusasiantuntijat/kansio/"
FOLDER_QUERIES = 20
CV_QUERIES = 6


def public_expert(first_name: str, story: str = "Kirjeet kertyivät.", **fields: object) -> Expert:
    """In the folder, an approved CV, and agreed to being seen by everybody."""
    expert = experts.expert_active(first_name, "Julkinen", **fields)
    experts.cv_approved(expert, story=story)
    experts.consent_for(expert.person, Purpose.CV_PUBLIC)
    return expert


def address_of(expert: Expert) -> str:
    return reverse("cms:cv", args=[expert.public_key])


def names(answer) -> list[str]:
    return sorted(card["name"] for card in answer.context["folder"].cards)


def test_only_those_are_there_who_have_agreed_to_everybody(client):
    site.site_in("fi")
    public_expert("Aino")
    experts.in_folder("Pekka")

    answer = client.get(FOLDER)

    assert names(answer) == ["Aino"]
    assert "Pekka" not in answer.content.decode()


def test_whoever_withdraws_is_gone_on_the_next_request(client):
    site.site_in("fi")
    aino = public_expert("Aino")
    before = client.get(address_of(aino)).status_code
    consent.withdraw(aino.person, Purpose.CV_PUBLIC, people.actor(aino.person))

    answers = client.get(FOLDER), client.get(address_of(aino)), client.get("/fi/haku/", {"q": "kirjeet"})

    assert before == 200
    assert names(answers[0]) == []
    assert answers[1].status_code == 404
    assert answers[2].context["experts"] == []


def test_nothing_keeps_a_copy(client):
    site.site_in("fi")
    aino = public_expert("Aino")

    answers = client.get(FOLDER), client.get(address_of(aino)), client.get("/fi/haku/", {"q": "kirjeet"})

    assert [answer["Cache-Control"] for answer in answers] == [
        "max-age=0, no-cache, no-store, must-revalidate, private"
    ] * 3
    assert answers[1]["X-Robots-Tag"] == "noindex, noarchive"


def test_an_expired_consent_counts_as_none(client):
    aino = experts.in_folder("Aino")
    experts.consent_for(aino.person, Purpose.CV_PUBLIC, expires_on=clock.today().replace(year=2020))

    assert client.get(address_of(aino)).status_code == 404


def test_the_staff_key_opens_no_public_page(client):
    aino = public_expert("Aino")

    assert client.get(reverse("cms:cv", args=[aino.staff_key])).status_code == 404


def test_a_public_cv_shows_what_the_expert_chose_for_everybody(client):
    aino = public_expert("Aino", person=people.person("Aino", "Aalto", email="aino@example.org", birth_year=1974))
    by = Actor.of(aino.person.user)
    audience.keep(
        aino,
        Audience.Kind.PUBLIC,
        by,
        name=Audience.Name.ALIAS,
        alias="Kuura",
        birth=Audience.Birth.HIDDEN,
        photo=False,
        locality=False,
    )

    page = client.get(address_of(aino)).content.decode()

    assert "Kuura" in page
    assert [word for word in ("Aino", "Aalto", "1974", "1970", "Havukumpu") if word in page] == []


def test_words_in_any_form_find(client):
    site.site_in("fi")
    public_expert("Aino", story="Puhun veloista ja pidän luentoja.")
    public_expert("Pekka", story="Yksinäisyys oli pitkä talvi.")

    found = [names(client.get(FOLDER, {"q": text})) for text in ("velka", "luento", "yksinäisyydestä", "velka talvi")]

    assert found == [["Aino"], ["Aino"], ["Pekka"], []]


def test_areas_narrow_and_are_counted(client):
    site.site_in("fi")
    debt, child = experts.service_area("debt-counselling"), experts.service_area("child-welfare")
    public_expert("Aino").areas.set([debt, child])
    public_expert("Pekka").areas.set([debt])

    answer = client.get(FOLDER, {"area": "child-welfare"})

    assert names(answer) == ["Aino"]
    options = {
        option["value"]: (option["count"], option["checked"])
        for option in answer.context["folder"].facets[0]["options"]
    }
    assert options == {"debt-counselling": (2, False), "child-welfare": (1, True)}
    assert answer.context["chosen"] == [{"name": str(child), "url": "?"}]


@pytest.mark.parametrize("number", ["2", "0", "x", "-1"])
def test_a_page_that_is_not_there_is_not_found(client, number):
    site.site_in("fi")
    public_expert("Aino")

    assert client.get(FOLDER, {"page": number}).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_folder_costs_the_same_whatever_the_number(client, django_assert_num_queries, rows):
    site.site_in("fi", "sv")
    for number in range(rows):
        public_expert(f"Aino{number}").areas.set([experts.service_area()])
    client.get(FOLDER)

    with django_assert_num_queries(FOLDER_QUERIES):
        client.get(FOLDER)


@pytest.mark.parametrize("areas", [1, 3])
def test_a_public_cv_costs_few_queries(client, django_assert_num_queries, areas):
    site.site_in("fi", "sv")
    codes = ["debt-counselling", "child-welfare", "income-support"][:areas]
    expert = experts.expert_active("Aino")
    experts.cv_approved(expert, area_texts={experts.service_area(code): "Olen ollut asiakas." for code in codes})
    experts.consent_for(expert.person, Purpose.CV_PUBLIC)
    client.get(address_of(expert))

    with django_assert_num_queries(CV_QUERIES):
        client.get(address_of(expert))
