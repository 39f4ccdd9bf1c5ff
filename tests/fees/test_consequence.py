"""What a cancellation or an absence brings: by notice, by branch, by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import override_settings
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from coordination.fees.domain import consequence, consequence_keeping
from coordination.fees.domain.consequence import Line, Measure, decide, share_of, table_for
from coordination.fees.models import Consequence
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.models import Unit
from tests.factories import people

Event = Consequence.Event
HELSINKI = clock.HELSINKI
FREE, HALF, WHOLE = Decimal(0), Decimal("0.5"), Decimal(1)
ORDERER = consequence.DEFAULTS[Event.CANCELLED_BY_ORDERER]


def at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("starts_at", "told_at", "share"),
    [
        # A Wednesday meeting: the fifth working day before it is the Wednesday before, to its last minute.
        (at(25, 13), at(18, 23, 59), FREE),
        (at(25, 13), at(19, 0), HALF),
        (at(25, 13), at(24, 13), HALF),
        (at(25, 13), at(24, 13, 1), WHOLE),
        (at(25, 13), at(25, 14), WHOLE),
        # A Monday meeting told on Friday: over a day before, though no working day lies between.
        (at(30, 9), at(27, 16), HALF),
        # Christmas: the 24th, 25th and 26th and the weekend are no working days.
        (at(30, 12, month=12), at(21, 8, month=12), FREE),
        (at(30, 12, month=12), at(22, 8, month=12), HALF),
        # The night the clocks go back has 25 hours, the night they go forward 23: hours are elapsed hours.
        (at(25, 12, month=10), at(24, 12, month=10), HALF),
        (at(25, 12, month=10), at(24, 13, month=10), HALF),
        (at(25, 12, month=10), at(24, 13, 1, month=10), WHOLE),
        (at(29, 12, month=3), at(28, 11, month=3), HALF),
        (at(29, 12, month=3), at(28, 11, 1, month=3), WHOLE),
    ],
)
def test_the_default_by_notice(starts_at, told_at, share):
    assert decide(ORDERER, starts_at, told_at).share == share


def test_the_days_are_those_of_the_finnish_calendar():
    """Half past ten in the evening in London is past midnight in Helsinki."""
    assert decide(ORDERER, at(25, 13), datetime(2026, 11, 18, 22, 30, tzinfo=UTC)).share == HALF


notices = st.tuples(st.integers(1, 60), st.sampled_from(Measure.values), st.integers(0, 100), st.booleans())
tables = st.builds(
    lambda lines, rest, costs: [
        *(Line(Decimal(share) / 100, paid, notice, measure) for notice, measure, share, paid in lines),
        Line(Decimal(rest) / 100, costs),
    ],
    st.lists(notices, max_size=4),
    st.integers(0, 100),
    st.booleans(),
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))


@given(tables, moments, moments, st.timedeltas(timedelta(0), timedelta(days=40)))
def test_telling_earlier_never_costs_more(table, starts_at, told_at, earlier):
    later, sooner = decide(table, starts_at, told_at), decide(table, starts_at, told_at - earlier)

    assert (sooner.share, sooner.costs) <= (later.share, later.costs)
    assert FREE <= sooner.share <= WHOLE


@pytest.mark.parametrize(
    ("event", "share", "costs"),
    [
        (Event.CANCELLED_BY_EXPERT, FREE, False),
        (Event.EXPERT_ABSENT, FREE, False),
        (Event.ORDERER_ABSENT, WHOLE, True),
        (Event.CLIENT_ABSENT, WHOLE, True),
        (Event.PERMISSION_WITHDRAWN, WHOLE, True),
    ],
)
@pytest.mark.django_db
def test_the_defaults_at_the_door(event, share, costs):
    due = share_of(people.unit(), event, at(25, 13), at(25, 13))

    assert (due.share, due.costs, due.of(Decimal("50.00"))) == (share, costs, Decimal("50.00") * share)


@pytest.mark.parametrize(("share", "euros"), [("0.5", "20.84"), ("0.33", "13.75"), ("0", "0.00"), ("1", "41.67")])
def test_a_part_is_rounded_half_up(share, euros):
    line = Line(Decimal(share), False)

    assert consequence.Share(line.share, line.costs, line).of(Decimal("41.67")) == Decimal(euros)


def keep(unit: Unit, event: str = Event.CANCELLED_BY_ORDERER, share: str = "0.25", **more: object) -> list[Consequence]:
    lines = [Line(FREE, False, 10, Measure.WORKING_DAYS), Line(Decimal(share), True)]
    return consequence_keeping.keep(event, lines, people.actor(people.kaisa()), unit=unit, **more)


@pytest.mark.django_db
def test_the_nearest_branch_has_the_word():
    home, other = people.unit(), people.unit("Vanhusten palvelut")
    keep(people.organisation(), share="0.80")
    keep(home, share="0.25")

    assert [table_for(unit, Event.CANCELLED_BY_ORDERER)[-1].share for unit in (home, other)] == [
        Decimal("0.25"),
        Decimal("0.80"),
    ]


@pytest.mark.django_db
def test_the_clients_no_goes_by_the_orderers_table_until_it_has_its_own():
    home = people.unit()
    keep(home, share="0.25")
    before = table_for(home, Event.PERMISSION_WITHDRAWN)[-1].share
    keep(home, Event.PERMISSION_WITHDRAWN, share="0.10")

    assert (before, table_for(home, Event.PERMISSION_WITHDRAWN)[-1].share) == (Decimal("0.25"), Decimal("0.10"))


@pytest.mark.django_db
def test_a_new_table_ends_the_old_one_and_the_past_keeps_its_own():
    home, today = people.unit(), clock.today()
    keep(home, share="0.25")
    tomorrow = today + timedelta(days=1)
    keep(home, share="0.75", valid_from=tomorrow)

    shares = [table_for(home, Event.CANCELLED_BY_ORDERER, day)[-1].share for day in (today, tomorrow)]
    assert shares == [Decimal("0.25"), Decimal("0.75")]
    assert Consequence.objects.filter(valid_until=today).count() == 2


@pytest.mark.django_db
def test_an_ended_table_gives_way_to_what_holds_above():
    home = people.unit()
    with override_settings(DEMO_TODAY=date(2026, 3, 2)):
        made = keep(home)
    with override_settings(DEMO_TODAY=date(2026, 3, 9)):
        consequence_keeping.end(made[0], people.actor(people.kaisa()))

        assert table_for(home, Event.CANCELLED_BY_ORDERER) == ORDERER
    assert table_for(home, Event.CANCELLED_BY_ORDERER, date(2026, 3, 8))[-1].share == Decimal("0.25")


@pytest.mark.parametrize(
    ("event", "lines", "code"),
    [
        (Event.CANCELLED_BY_ORDERER, [Line(FREE, False, 5)], "rest"),
        (Event.CANCELLED_BY_ORDERER, [Line(FREE, False), Line(HALF, False)], "rest"),
        (Event.CANCELLED_BY_ORDERER, [Line(FREE, False, 5), Line(HALF, False, 5), Line(WHOLE, True)], "twice"),
        (Event.CLIENT_ABSENT, [Line(FREE, False, 5), Line(WHOLE, True)], "notice"),
    ],
)
@pytest.mark.django_db
def test_an_unsound_table_is_refused(event, lines, code):
    with pytest.raises(Refused) as refusal:
        consequence_keeping.keep(event, lines, people.actor(people.kaisa()), unit=people.unit())

    assert (refusal.value.code, Consequence.objects.count()) == (code, 0)


@pytest.mark.parametrize(
    ("who", "days", "code"), [(people.kaisa, -1, "past"), (people.stranger_coordinator, 0, "not_yours")]
)
@pytest.mark.django_db
def test_nobody_edits_the_past_or_the_neighbour(who, days, code):
    first = clock.today() + timedelta(days=days)

    with pytest.raises(Refused) as refusal:
        consequence_keeping.keep(
            Event.CLIENT_ABSENT, [Line(WHOLE, True)], people.actor(who()), unit=people.unit(), valid_from=first
        )

    assert refusal.value.code == code


@pytest.mark.django_db
def test_the_form_begins_from_what_holds_and_writes_a_table(client):
    people.sign_in(client, people.kaisa())
    url = reverse("fees_consequence:new", args=[Event.CANCELLED_BY_ORDERER])

    shown = client.get(url).context["form"].initial
    sent = {"unit": people.organisation().pk, "notice_1": 3, "measure_1": "working_days", "share_1": 20}
    answer = client.post(url, {**sent, "rest_share": 90, "rest_costs": "on"})

    assert (shown["notice_1"], shown["share_2"], shown["rest_share"]) == (5, 50, 100)
    assert answer.status_code == 302
    assert table_for(people.unit(), Event.CANCELLED_BY_ORDERER) == (
        Line(Decimal("0.20"), False, 3, Measure.WORKING_DAYS),
        Line(Decimal("0.90"), True),
    )


@pytest.mark.django_db
def test_a_share_without_its_notice_is_asked_for(client):
    people.sign_in(client, people.kaisa())
    url = reverse("fees_consequence:new", args=[Event.CANCELLED_BY_ORDERER])

    form = client.post(url, {"unit": people.organisation().pk, "share_1": 20, "rest_share": 90}).context["form"]

    assert list(form.errors) == ["notice_1"]
