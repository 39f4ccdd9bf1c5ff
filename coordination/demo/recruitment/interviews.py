"""Interviews of the demo: most of the closed campaign's held and summed up, two waiting for words, others agreed or still to choose."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from coordination.demo.cast import ELINA, KAISA, SARI
from coordination.demo.past import days_ago
from coordination.foundation import clock, working_day
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, User
from coordination.recruitment.domain import (
    interview,
    interview_note,
    interview_summary,
    interview_topic,
    slot,
)
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot

from .campaigns import Recruitment

PLACE = "Kuulaspiha, huone 2, Koivukatu 7"
EXPERT, LATER, NO = interview_summary.CRITERIA, "later", "no"
SAID = (
    "Käynyt päihdepalveluissa kahdeksan vuotta sitten. Nyt arki on tasaista, käy töissä osa-aikaisesti.",
    "Sanoi, että oma kokemus on jo kaukana. Puhuu siitä rauhallisesti ja osaa nauraakin sille.",
    "Haluaa, ettei kukaan jäisi yksin puhelinjonoon. Esitti kolme selvää parannusta.",
)
SEEN = "Kuuntelee, kun toinen puhuu. Kysyi paljon koulutuksesta."
WORDS = (
    "Kiinnostunut ryhmistä ja opiskelijoista. Iltaisin helpointa.",
    "Haluaa mukaan kehittämään ajanvarausta. Tarvitsee kyydin.",
    "Kokemusta kahdesta palvelusta. Puhuu myös ruotsia.",
)
IDEA = "Ajan saa vain soittamalla aamulla. Kaikki eivät pysty soittamaan silloin."


def build(recruitment: Recruitment) -> None:
    """Those who are interested, in the order in which they came."""
    cast = recruitment.cast
    kaisa, sari, elina = (cast[name] for name in (KAISA, SARI, ELINA))
    _closed(recruitment.closed, (kaisa, sari))
    _experts(recruitment.experts, (kaisa, sari))
    _youth(recruitment.youth, (elina, sari))


def _closed(campaign: Campaign, pair: Sequence[Person]) -> None:
    """Twelve asked, two to three weeks ago: nine held, one missed, one agreed, one who has not chosen."""
    days = [working_day.before(clock.today(), count) for count in (12, 11, 10)]
    with days_ago(_ago(days[0]) + 5):
        _offer(campaign, pair, days)
        rows = _ask(campaign, pair[0], 12)
        held = _choose(rows[:10], campaign)
    outcomes = ("now", "now", LATER, "now", "now", NO, "now", "now", "now")
    for number, (row, outcome) in enumerate(zip(held, outcomes, strict=False)):
        with days_ago(_ago(clock.local(row.starts_at).date()) - 1):
            _hold(row, pair, outcome, number)
    if len(held) > len(outcomes):
        interview.missed(held[-1], _actor(pair[0]))
    if len(rows) > 10:
        _offer(campaign, pair, [_coming(4)], hours=(14,))
        _choose(rows[10:11], campaign)


def _experts(campaign: Campaign, pair: Sequence[Person]) -> None:
    """Held on the last working days and not summed up: one has the words of both, one those of Kaisa alone. Of two others
    one has chosen; the first who came still waits to hear anything.
    """
    days = [working_day.before(clock.today(), count) for count in (2, 1)]
    with days_ago(_ago(days[0]) + 3):
        _offer(campaign, pair, days, hours=(9, 10, 13))
        rows = _ask(campaign, pair[0], 4, after=1)
        held = _choose(rows[:2], campaign)
    if len(held) == 2:
        _write(held[0], pair[0], 0)
        _write(held[0], pair[1], 1)
        _write(held[1], pair[0], 2)
        interview_topic.pass_on(held[0], _actor(pair[0]), IDEA)
    _offer(campaign, pair, [_coming(1), _coming(2), _coming(5)], hours=(9, 10, 13))
    _choose(rows[2:3], campaign)


def _youth(campaign: Campaign, pair: Sequence[Person]) -> None:
    """Invited yesterday: one has chosen, the rest have not."""
    with days_ago(1):
        _offer(campaign, pair, [_coming(6), _coming(8)], hours=(9, 13, 14))
        rows = _ask(campaign, pair[0], 3)
        _choose(rows[:1], campaign)


def _offer(
    campaign: Campaign, pair: Sequence[Person], days: Sequence[date], hours: Sequence[int] = (8, 9, 10, 11, 13, 14, 15)
) -> None:
    """Hour by hour: where one of the two is elsewhere on the demo's day, that hour is left out."""
    for day in days:
        for hour in hours:
            times = [(_at(day, hour), _at(day, hour, 45))]
            with suppress(Refused):
                slot.offer(campaign, _actor(pair[0]), times=times, interviewers=pair, place=PLACE)


def _ask(campaign: Campaign, by: Person, count: int, after: int = 0) -> list[Interview]:
    """Those who had come by then, in their order."""
    rows = campaign.applicants.filter(status=Applicant.Status.INTERESTED, merged_into=None, came_at__lte=clock.now())
    chosen = rows.select_related("campaign__unit").order_by("came_at", "pk")[after : after + count]
    return interview.ask(chosen, _actor(by))


def _choose(rows: Sequence[Interview], campaign: Campaign) -> list[Interview]:
    """The free times in their order: by the person's own link, or told to the contact by phone."""
    free = list(Slot.objects.free().filter(campaign=campaign).order_by("starts_at"))
    return [interview.choose(row, hour, _way(row, campaign)) for row, hour in zip(rows, free, strict=False)]


def _way(row: Interview, campaign: Campaign) -> Actor:
    person = row.applicant.person
    return Actor.by_link(person) if person.email else _actor(campaign.contact).acting_for(person)


def _hold(row: Interview, pair: Sequence[Person], outcome: str, number: int) -> None:
    for place, person in enumerate(pair):
        _write(row, person, number + place, outcome)
    interview_summary.close(
        row,
        _actor(pair[number % len(pair)]),
        outcome=outcome,
        life_situation="now" if outcome == NO else outcome,
        criteria=EXPERT if outcome == "now" else EXPERT[:1],
        words=WORDS[number % len(WORDS)],
    )


def _write(row: Interview, person: Person, number: int, view: str = "now") -> None:
    questions = row.applicant.campaign.questions.all()
    answers = {str(asked.pk): SAID[(number + place) % len(SAID)] for place, asked in enumerate(questions)}
    interview_note.write(row, _actor(person), answers=answers, impression=SEEN, suits=view)
    interview_note.finish(row, _actor(person))


def _actor(person: Person) -> Actor:
    return Actor.of(User.objects.get(pk=person.user_id))


def _ago(day: date) -> int:
    return (clock.today() - day).days


def _coming(days: int) -> date:
    return working_day.on_or_after(clock.today() + timedelta(days=days))


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=clock.HELSINKI)
