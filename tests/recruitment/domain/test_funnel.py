"""From step to step: how many, how long, by campaign, channel and year, with those who have been erased (AN-04)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from coordination.foundation import clock
from coordination.recruitment.domain import funnel
from coordination.recruitment.models import Applicant, Campaign, FunnelRow
from coordination.recruitment.tasks import forgetting
from tests.factories import recruitment

pytestmark = pytest.mark.django_db
Status = Applicant.Status
CAME = datetime(2026, 1, 5, 12, tzinfo=clock.HELSINKI)


def someone(name: str, status: str, *days: int, kind: str = "advert", campaign: Campaign | None = None) -> Applicant:
    """Came on 5.1.2026; interviewed, answered, started, completed so many days after."""
    home = campaign or recruitment.campaign()
    names = ("interviewed_at", "decided_at", "started_on", "completed_on")
    moments = {name: CAME + timedelta(days=number) for name, number in zip(names, days, strict=False)}
    facts = {name: at.date() if name.endswith("_on") else at for name, at in moments.items()}
    way = recruitment.channel(home, kind)
    return recruitment.applicant(name, "Hakija", home, status, came_at=CAME, channel=way, **facts)


def erased(campaign: Campaign, **facts: object) -> FunnelRow:
    row = {"outcome": "not_chosen", "reason": "full", "applied": date(2025, 3, 1), "channel": "newspaper"}
    return FunnelRow.objects.create(campaign=campaign, **{**row, **facts})


def counts(line: funnel.Line) -> list[int]:
    return list(line.counts.values())


def test_each_step_counts_the_living_and_the_erased():
    home = recruitment.campaign()
    someone("Aija", Status.ADMITTED, 10, 20, 30, 130)
    someone("Ben", Status.ADMITTED, 20, 40, 50)
    someone("Cia", Status.SELECTED, 30, 60)
    someone("Dan", Status.NOT_CHOSEN, 30, 60)
    someone("Eva", Status.INTERESTED, kind="site")
    erased(home)
    erased(home, interviewed=date(2025, 4, 1), selected=date(2025, 5, 1), started=date(2025, 6, 1))

    rows = funnel.ways(Campaign.objects.all())

    assert counts(funnel.total(rows)) == [7, 5, 4, 3, 1]
    assert [(line.key, counts(line)) for line in funnel.by_channel(rows)] == [
        ("advert", [4, 4, 3, 2, 1]),
        ("newspaper", [2, 1, 1, 1, 0]),
        ("site", [1, 0, 0, 0, 0]),
    ]
    assert [(line.key, line.applied) for line in funnel.by_year(rows)] == [(2026, 5), (2025, 2)]
    assert [(span.days, span.count) for span in funnel.spans(rows)] == [(25, 4), (20, 3), (10, 2), (100, 1), (50, 4)]
    assert [share for __, __, share in funnel.total(rows).cells] == [None, 71, 80, 75, 33]


def test_a_year_and_a_campaign_of_ones_own():
    first, second = recruitment.campaign(), recruitment.campaign("Toinen haku")
    someone("Aija", Status.INTERESTED)
    someone("Ben", Status.INTERESTED, campaign=second)
    erased(second)

    rows = funnel.ways(Campaign.objects.all(), 2026)
    lines = funnel.by_campaign(rows, [second, first])

    assert [(line.key, line.applied) for line in lines] == [(second.pk, 1), (first.pk, 1)]
    assert funnel.years(funnel.ways(Campaign.objects.filter(pk=second.pk))) == [2026, 2025]


def test_a_double_counts_once_and_nobody_applied_is_all_noughts():
    kept = someone("Aija", Status.INTERESTED)
    Applicant.objects.filter(pk=someone("Aia", Status.INTERESTED).pk).update(merged_into=kept)

    rows = funnel.ways(Campaign.objects.all())

    assert (counts(funnel.total(rows)), counts(funnel.total([]))) == ([1, 0, 0, 0, 0], [0, 0, 0, 0, 0])


def test_erasing_leaves_the_numbers_as_they_were():
    old = clock.now() - timedelta(days=400)
    someone("Aija", Status.NOT_CHOSEN, 10, 20)
    Applicant.objects.update(decided_at=old)
    before = [counts(funnel.total(funnel.ways(Campaign.objects.all())))]
    before += [(line.key, counts(line)) for line in funnel.by_channel(funnel.ways(Campaign.objects.all()))]

    erased_now = forgetting.nightly()

    rows = funnel.ways(Campaign.objects.all())
    after = [counts(funnel.total(rows)), *((line.key, counts(line)) for line in funnel.by_channel(rows))]
    assert (erased_now, after) == (1, before)


def test_two_queries_however_many(django_assert_num_queries):
    for name in ("Aija", "Ben", "Cia"):
        someone(name, Status.INTERESTED)

    with django_assert_num_queries(2):
        funnel.ways(Campaign.objects.all())
