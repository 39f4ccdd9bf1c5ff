"""Meetings to come: one planned to the end, some drafts, a bilingual one, and one that still lacks much."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.organisation import names
from coordination.demo.past import days_ago
from coordination.foundation import clock, pdf
from councils.domain import agenda, material, meeting_task
from councils.domain import meeting as meetings
from councils.domain import topic as topics
from councils.models import Material, Meeting, Topic

from .base import Councils

WEDNESDAY = 2
BOOKED = 4
"""How many of the tasks are done already."""


def build(made: Councils) -> None:
    first = _wednesday()
    with days_ago(12):
        coming = _next(made, first)
        meetings.series(
            made.adult,
            made.leader,
            starts_at=meetings.at(first + timedelta(weeks=4), time(13)),
            ends_at=meetings.at(first + timedelta(weeks=4), time(15)),
            how_many=3,
        )
        agenda.wait(
            made.adult,
            made.leader,
            title=names("Bussivuorot Kuulaspihaan", "Bussturer till Kuulaspiha", "Buses to Kuulaspiha"),
            minutes=20,
        )
    for task in coming.tasks.all()[:BOOKED]:
        meeting_task.tick(task, made.secretary)
    with days_ago(5):
        _bilingual(made, first + timedelta(days=1))
        _unfinished(made, first + timedelta(days=6))


def _next(made: Councils, day: date) -> Meeting:
    """The one that is told of elsewhere in the demo: two main topics, a decision that goes further, a paper."""
    by = made.leader
    row = meetings.plan(
        made.adult,
        by,
        starts_at=meetings.at(day, time(13)),
        ends_at=meetings.at(day, time(15)),
        purpose=names(
            "Kuulemme, mitä ehdotuksista tuli, ja mietimme, miten puhelimeen pääsee läpi.",
            "Vi hör vad förslagen ledde till och funderar på hur man kommer fram per telefon.",
            "We hear what came of the proposals and think how one gets through on the phone.",
        ),
        catering=names("Kahvi, tee ja voileipä", "Kaffe, te och smörgås", "Coffee, tea and a sandwich"),
    )
    row.items.get(role="ordinary", kind="discussion").delete()
    topic = Topic.objects.filter(council=made.adult, status=Topic.Status.PROPOSED).order_by("pk").first()
    queue = topics.take(topic, by, row) if topic else agenda.add(row, by, title="Puhelinjonot")
    agenda.change(
        queue,
        by,
        is_main=True,
        minutes=30,
        kind="position",
        method="groups",
        presenter=row.presenter,
        mandate="elsewhere",
        mandate_text="Aikuissosiaalityön johtoryhmä",
        plain_text={"fi": "Puhelimeen vastataan hitaasti. Miten asia korjataan?"},
    )
    waiting = agenda.add(
        row,
        by,
        title=names("Odotustilan viihtyisyys", "Ett trivsamt väntrum", "A pleasant waiting room"),
        minutes=30,
        is_main=True,
        text={"fi": "Kaksi suunnitelmaa: kumpi on parempi ja miksi?"},
        presenter=row.chair,
    )
    agenda.put(queue, by, 2)
    material.add(
        waiting,
        by,
        name="odotustila.pdf",
        content=_paper(),
        title="Odotustilan kaksi suunnitelmaa",
        publicity=Material.Publicity.MEMBERS,
    )
    return row


def _bilingual(made: Councils, day: date) -> None:
    row = meetings.plan(
        made.families,
        made.coordinator,
        starts_at=meetings.at(day, time(17)),
        ends_at=meetings.at(day, time(19)),
        purpose={"fi": "Kerromme, mikä auttoi perhettä.", "sv": "Vi berättar vad som hjälpte familjen."},
    )
    agenda.add(
        row,
        made.coordinator,
        title={"fi": "Lomakkeet kahdella kielellä", "sv": "Blanketter på två språk"},
        text={"fi": "Mikä lomake puuttuu?", "sv": "Vilken blankett saknas?"},
        minutes=40,
        is_main=True,
    )


def _unfinished(made: Councils, day: date) -> None:
    """Too many main topics, too little time, nobody presents: the page says so."""
    row = meetings.plan(
        made.digital, made.coordinator, starts_at=meetings.at(day, time(12)), ends_at=meetings.at(day, time(13))
    )
    for title in ("Verkkoajanvaraus", "Chatin aukiolo", "Sähköiset lomakkeet"):
        agenda.add(row, made.coordinator, title={"fi": title}, minutes=20, is_main=True, kind="decision")


def _paper() -> bytes:
    title = "Odotustilan kaksi suunnitelmaa"
    plans = (
        ("Suunnitelma A", "Tiski siirtyy seinän taakse, ja tuolit ovat ryhmissä."),
        ("Suunnitelma B", "Oma huone neuvonnalle, ja ikkunan edessä on hiljainen nurkka."),
    )
    data = {"heading": title, "sections": [{"heading": heading, "text": text} for heading, text in plans]}
    return pdf.render("document", data, language="fi", title=title)


def _wednesday() -> date:
    """The first Wednesday that is at least nine days ahead."""
    soonest = clock.today() + timedelta(days=9)
    return soonest + timedelta(days=(WEDNESDAY - soonest.weekday()) % 7)
