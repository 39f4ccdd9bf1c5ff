from datetime import date, time

import pytest

from coordination.foundation.refused import Refused
from experts.domain import availability
from experts.domain.availability import Away, Special, Stretch
from tests.factories import experts, people


def test_each_part_is_kept_apart(db):
    expert = experts.aino()
    me = people.actor(expert.person)

    availability.keep(expert, me, away=[Away(date(2026, 12, 1), date(2026, 12, 3))])
    availability.keep(expert, me, special=[Special(date(2026, 12, 8), time(8), time(12), available=False)])

    assert [(row.weekday, row.starts) for row in expert.availabilities.all()] == [(2, time(12))]
    assert [row.ends_on for row in expert.away_periods.all()] == [date(2026, 12, 3)]
    assert [(row.day, row.available) for row in expert.special_days.all()] == [(date(2026, 12, 8), False)]


@pytest.mark.parametrize(
    "told",
    [
        {"week": [Stretch(0, time(12), time(9))]},
        {"week": [Stretch(0, time(9), time(12)), Stretch(0, time(11), time(13))]},
        {"special": [Special(date(2026, 12, 8), time(9), time(9))]},
        {"away": [Away(date(2026, 12, 8), date(2026, 12, 7))]},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(db, told):
    expert = experts.aino()

    with pytest.raises(Refused):
        availability.keep(expert, experts.HOUSE, **told)

    assert (expert.availabilities.count(), expert.special_days.count(), expert.away_periods.count()) == (1, 0, 0)


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_nobody_else_may(db, who):
    with pytest.raises(Refused):
        availability.keep(experts.aino(), people.actor(who()), week=[])
