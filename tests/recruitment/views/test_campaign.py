"""Recruitments on the public site: what everybody sees, what waits, and where short links lead."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.recruitment.models import Campaign
from tests.factories import events, people, recruitment, site

pytestmark = pytest.mark.django_db
Status = Campaign.Status


@pytest.fixture(autouse=True)
def _site():
    site.site_in("fi", "sv")


def get(client, campaign: Campaign, query: str = ""):
    return client.get(reverse("recruitment_street:campaign", args=[campaign.pk]) + query)


def hidden() -> dict[str, dict]:
    tomorrow = clock.today() + timedelta(days=1)
    return {
        "draft": {"status": Status.DRAFT},
        "kept off the site": {"is_public": False},
        "begins tomorrow": {"starts_on": tomorrow},
    }


@pytest.mark.parametrize("state", ["draft", "kept off the site", "begins tomorrow"])
def test_what_the_site_does_not_tell_is_seen_by_its_recruiters_alone(state, client):
    row = recruitment.campaign(**hidden()[state])

    public = get(client, row).status_code
    client.force_login(people.user_for(people.kaisa()))
    own = get(client, row)

    listed = list(client.get(reverse("recruitment_street:index")).context["campaigns"])
    assert (public, own.status_code, own.context["is_preview"], listed) == (404, 200, True, [])


@pytest.mark.parametrize("facts", [{"status": Status.CLOSED}, {"ends_on": clock.today() - timedelta(days=1)}])
def test_an_old_flyer_leads_to_a_page_that_says_it_is_over(facts, client):
    row = recruitment.campaign(**facts)
    way = recruitment.channel(row)

    page = client.get(reverse("campaign_short", args=[way.code]), follow=True)

    assert (page.status_code, page.context["campaign"], page.context["is_open"]) == (200, row, False)


def test_an_open_page_tells_the_number_and_the_plain_words(client):
    people.Person.objects.filter(pk=people.kaisa().pk).update(phone="0400000011")
    row = recruitment.campaign(plain={"fi": "Tule mukaan.\nSoita."}, offers={"fi": "Kahvia\nMatkat"})

    page = get(client, row)

    text = page.content.decode()
    assert (page.context["is_open"], page.context["offers"]) == (True, ["Kahvia", "Matkat"])
    assert ('href="tel:0400000011"' in text, "Tule mukaan.<br>Soita." in text) == (True, True)


@pytest.mark.parametrize(("shown", "facts"), [(True, {}), (False, {"status": "draft"}), (False, {"is_public": False})])
def test_the_page_tells_of_a_kick_off_that_everybody_may_see(shown, facts, client):
    row = recruitment.campaign(kick_off=events.event(**facts))

    assert bool(get(client, row).context["kick_off"]) == shown


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_short_link_leads_on_in_the_readers_language_and_carries_its_code(language, client):
    way = recruitment.channel(recruitment.campaign())

    answer = client.get(reverse("campaign_short", args=[way.code]), headers={"accept-language": language})

    assert (answer["Location"], bool(client.session.keys())) == (
        f"/{language}/mukaan/{way.campaign_id}/?k={way.code}",
        False,
    )
    assert get(client, way.campaign, f"?k={way.code}").context["onward"] == f"?k={way.code}"


@pytest.mark.parametrize("code", ["eiole2", "x" * 60])
def test_a_code_nobody_knows_leads_kindly_to_the_list(code, client):
    page = client.get(reverse("campaign_short", args=[code]), follow=True)

    assert (page.status_code, page.context["is_lost"]) == (200, True)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_whatever_the_number(number, client, django_assert_num_queries):
    for each in range(number):
        recruitment.campaign(f"Haku {each}")
    client.get("/fi/mukaan/")

    with django_assert_num_queries(1):
        client.get("/fi/mukaan/")
