"""A recruitment of experts: begun by the coordinator of their register."""

import pytest

from coordination.foundation.refused import Refused
from coordination.recruitment.models import Campaign
from experts.domain import recruiting
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def test_a_coordinator_begins_one_on_the_screen_and_recruits_in_it(client):
    people.sign_in(client, people.kaisa())
    data = {"unit": people.unit().pk, "seats": "8", "starts_on": "1.12.2026", "ends_on": "31.1.2027"}

    client.post("/hallinta/asiantuntijat-rekrytointi/", data)

    made = Campaign.objects.get()
    assert (made.kind, made.seats, bool(str(made.names))) == ("experts", 8, True)
    assert (made.admission_url_name, made.admission_key) == ("expert_admission:index", str(people.unit().pk))
    assert [row.person for row in made.recruiters.all()] == [people.kaisa()]


@pytest.mark.parametrize("who", ["leader", "staff"])
def test_nobody_else_begins_one(who):
    person = councils.elina() if who == "leader" else people.sari()

    with pytest.raises(Refused) as refusal:
        recruiting.begin(people.unit(), people.actor(person))

    assert refusal.value.code == "not_coordinator"
