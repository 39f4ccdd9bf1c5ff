import pytest
from django.urls import reverse

from experts.domain import limit
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino(client):
    expert = experts.aino()
    people.sign_in(client, expert.person)
    return expert


def test_limits_are_kept_as_told(client, aino):
    unit = people.unit("Perhepalvelut")
    mental, housing = experts.service_area("mental-health"), experts.service_area("housing")
    told = {
        "max_per_month": "2",
        "rest_days": "3",
        "remote": "also",
        "fee_mode": "costs_only",
        "no_media": "on",
        "locality": "Usvala",
        "languages": ["fi", "sv"],
        "areas": [mental.pk],
        "task_types": [],
        "refused_units": [unit.pk],
        f"pause_{mental.pk}": "on",
        f"until_{mental.pk}": "1.6.2027",
        f"until_{housing.pk}": "",
    }

    answer = client.post(reverse("experts:my_limits"), told)

    aino.refresh_from_db()
    assert answer.url == reverse("experts:my_limits")
    assert (aino.max_per_month, aino.rest_days, aino.remote, aino.fee_mode, aino.no_media) == (
        2,
        3,
        "also",
        "costs_only",
        True,
    )
    assert sorted(row.code for row in aino.languages.all()) == ["fi", "sv"]
    assert [(row.area, row.until.isoformat()) for row in aino.paused_topics.all()] == [(mental, "2027-06-01")]
    assert [row.unit for row in aino.refused_units.all()] == [unit]


def test_the_page_shows_what_is_kept(client, aino):
    mental = experts.service_area("mental-health")
    limit.keep(aino, experts.HOUSE, paused={mental: None})

    form = client.get(reverse("experts:my_limits")).context["form"]

    assert (form["max_per_month"].value(), form[f"pause_{mental.pk}"].value()) == (4, True)


def test_the_last_day_of_a_pause_alone_is_a_pause(client, aino):
    housing = experts.service_area("housing")
    told = {"rest_days": "0", "remote": "also", "fee_mode": "fee", f"until_{housing.pk}": "1.6.2027"}

    client.post(reverse("experts:my_limits"), told)

    assert [(row.area, row.until.isoformat()) for row in aino.paused_topics.all()] == [(housing, "2027-06-01")]
