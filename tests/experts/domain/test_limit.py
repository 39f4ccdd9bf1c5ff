from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from coordination.foundation.refused import Refused
from experts.domain import limit
from tests.factories import experts, people


def test_what_is_not_told_stays(db):
    expert = experts.aino()

    limit.keep(expert, people.actor(expert.person), rest_days=2)

    expert.refresh_from_db()
    assert (expert.rest_days, expert.max_per_month, [row.code for row in expert.languages.all()]) == (2, 4, ["fi"])


def test_pauses_are_replaced_as_a_whole(db):
    expert = experts.aino()
    mental, housing = experts.service_area("mental-health"), experts.service_area("housing")
    limit.keep(expert, experts.HOUSE, paused={mental: None})

    limit.keep(expert, experts.HOUSE, paused={housing: date(2027, 6, 1)})

    assert [(row.area, row.until) for row in expert.paused_topics.all()] == [(housing, date(2027, 6, 1))]


def test_the_coordinator_keeps_them_on_the_experts_behalf(db):
    expert = experts.aino()

    limit.keep(expert, people.actor(people.kaisa()), no_media=True)

    entry = ModelLogEntry.objects.latest("pk")
    assert (entry.data["fields"], entry.data["on_behalf_of"]) == (["no_media"], expert.person_id)


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_nobody_else_may(db, who):
    expert = experts.aino()

    with pytest.raises(Refused):
        limit.keep(expert, people.actor(who()), rest_days=0)


@pytest.mark.parametrize(
    ("name", "value"), [("max_per_month", 0), ("max_per_month", 32), ("rest_days", 61), ("locality", "131052-308T")]
)
def test_what_cannot_be_is_refused(db, name, value):
    with pytest.raises(Refused) as refusal:
        limit.keep(experts.aino(), experts.HOUSE, **{name: value})

    assert refusal.value.field == name
