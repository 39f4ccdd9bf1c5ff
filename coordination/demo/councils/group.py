"""The developer-client group: seven participants, six sessions, fourteen rows, and an event that took up four proposals."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.people.models import Person
from councils.domain import attendance, group, live, meeting_open, outcome, problem
from councils.domain import meeting as meetings
from councils.models import Attendance, Meeting, Problem

from .base import Councils, tick_all

WEDNESDAY = 2
FIRST_WEEKS, EVENT_WEEKS = 7, 1
"""How many weeks ago the first session and the event were, counted from the last Wednesday."""
# Problem, why, solution, feasible, chosen.
ROWS = (
    (
        "Puhelimeen ei vastata",
        "Asia jää hoitamatta ja huolestuttaa.",
        "Takaisinsoitto, jossa kerrotaan kellonaika.",
        "yes",
        True,
    ),
    (
        "Päätöksen kieltä ei ymmärrä",
        "Ei tiedä, mitä pitää tehdä.",
        "Ensimmäiselle riville: mitä teet ja milloin.",
        "yes",
        True,
    ),
    (
        "Työntekijä vaihtuu",
        "Asian joutuu kertomaan monta kertaa.",
        "Uusi ja vanha työntekijä yhdessä paikalla kerran.",
        "partly",
        True,
    ),
    ("Tiskillä kuulee muiden asiat", "Ei uskalla puhua.", "Musiikkia ja väliseinä.", "yes", True),
    ("Lomake on pitkä", "Jää kesken.", "Lomakkeesta saman tien apu neuvonnasta.", "partly", False),
    ("Ei tiedä, keneen ottaa yhteyttä", "Soittaa väärään paikkaan.", "Yksi numero kaikille.", "partly", False),
    ("Verkossa ei osaa asioida", "Kaikilla ei ole konetta.", "Vertaisopastus kerran viikossa.", "yes", False),
    ("Bussi ei kulje illalla", "Iltavastaanottoon ei pääse.", "Kyytiraha tai etätapaaminen.", "no", False),
    ("Odottaminen ahdistaa", "Ei tiedä, milloin on vuoro.", "Vuoronumero näkyviin.", "yes", False),
    ("Palautetta ei lueta", "Ei jaksa antaa toista kertaa.", "Kerrotaan, mitä palautteesta tuli.", "yes", False),
    ("Tapaamisessa on kiire", "Tärkein jää sanomatta.", "Kysytään ensin: mikä on tärkeintä tänään?", "yes", False),
    ("Paperit katoavat", "Sama paperi pyydetään kahdesti.", "Kuitti siitä, mitä on tuotu.", "partly", False),
    ("Hakemuksen vaihetta ei näe", "Pitää soittaa ja kysyä.", "Viesti, kun asia etenee.", "partly", False),
    ("Uusi asiakas jännittää", "Jättää tulematta.", "Lyhyt kertomus: näin ensimmäinen tapaaminen menee.", "yes", False),
)
DECIDED = (
    ("Takaisinsoiton kellonaika kerrotaan kokeiluna kolme kuukautta.", 60),
    ("Uusi päätöspohja: tehtävä ja päivä ensimmäiselle riville.", 90),
    ("Vaihdon yhteinen tapaaminen otetaan käyttöön uusille asiakkaille.", 120),
    ("Väliseinä tilataan neuvontaan.", 45),
)


def build(made: Councils) -> None:
    wednesday = clock.today() - timedelta(days=(clock.today().weekday() - WEDNESDAY) % 7 or 7)
    first, event = wednesday - timedelta(weeks=FIRST_WEEKS), wednesday - timedelta(weeks=EVENT_WEEKS)
    with days_ago(_ago(first) + 8):
        sessions = group.plan_sessions(made.group, made.leader, starts_at=meetings.at(first, time(13)))
    people = [row.person for row in made.group.memberships.seated().select_related("person")]
    for number, session in enumerate(sessions):
        _hold(made, session, people, number)
    with days_ago(_ago(_day(sessions[2]))):
        rows = [_write(made, sessions[2], row) for row in ROWS]
    with days_ago(_ago(_day(sessions[3]))):
        for row, sketch in zip(rows, ROWS, strict=True):
            if sketch[-1]:
                problem.choose(row, made.leader, is_chosen=True)
    with days_ago(_ago(_day(sessions[5]))):
        start = meetings.at(event, time(13))
        talk = group.plan_discussion(made.group, made.leader, starts_at=start, guests=_guests(made))
    _hold(made, talk, people, 6)
    with days_ago(_ago(event)):
        _adopt(made, talk)


def _write(made: Councils, session: Meeting, row: tuple) -> Problem:
    words, why, solution, feasible, __ = row
    facts = {"problem": words, "why": why, "solution": solution, "feasible": feasible}
    return problem.add(made.group, made.leader, meeting=session, **facts)


def _hold(made: Councils, meeting: Meeting, people: list[Person], number: int) -> None:
    """Opened a week before, held with whoever came: the last ones of the list miss some of them."""
    day = _day(meeting)
    with days_ago(_ago(day) + 7):
        meeting_open.open_(meeting, made.leader)
    with days_ago(_ago(day)):
        live.begin(meeting, made.secretary)
        for place, person in enumerate(people):
            away = (place == 6 and number > 1) or (place == 5 and number in (1, 4))
            state = Attendance.Status.ABSENT if away else Attendance.Status.PRESENT
            attendance.mark(meeting, person, state, made.secretary)
        live.end_(meeting, made.secretary)
        tick_all(meeting, made.secretary)


def _adopt(made: Councils, talk: Meeting) -> None:
    """Each proposal that was shown gets somebody who does it, and a date."""
    items = talk.items.filter(kind="decision").order_by("position")
    for item, (text, days) in zip(items, DECIDED, strict=False):
        outcome.set_(
            item,
            made.secretary,
            outcome="action",
            language="fi",
            text=text,
            owner=made.leader.person,
            by_when=_day(talk) + timedelta(days=days),
        )


def _guests(made: Councils) -> list[Person]:
    return [made.adult.sponsor] if made.adult.sponsor else []


def _day(meeting: Meeting) -> date:
    return clock.local(meeting.starts_at).date()


def _ago(day: date) -> int:
    return (clock.today() - day).days
