"""Orders from outside: one confirmed, one that waits for its sender, one told on the phone by somebody who wants letters."""

from __future__ import annotations

from datetime import date, time, timedelta

from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.fees.domain import price
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import arrival, outside_order
from experts.models import ServiceArea, TaskType

from .orders.maker import hours, weekday_from

SCHOOL = {"name": "Usvalammen ammattikorkeakoulu", "business_id": "6666666-5", "sector": "school"}
CLUB = {"name": "Havukummun eläkkeensaajat ry", "business_id": "3333333-8", "sector": "association"}
NO_PAYER = {"name": "", "business_id": ""}


def build(made: Organisation, coordinator: Actor) -> None:
    """The three of them, and the contact persons they leave behind."""
    today = clock.today()
    with days_ago(1):
        row = outside_order.receive(made.county, _lecture(made, today), "fi")
        outside_order.confirm(row)
    outside_order.receive(made.county, _panel(made, today), "sv")
    _by_phone(made, coordinator, today)


def _lecture(made: Organisation, today: date) -> outside_order.Facts:
    who = {"first_name": "Leena", "last_name": "Lehtorimalli", "title": "lehtori"}
    day = weekday_from(today + timedelta(days=18), 1)
    return {
        "organisation": SCHOOL,
        "contact": {**who, "email": "leena.lehtorimalli@example.com", "phone": "040 000 0061"},
        "payer": {**NO_PAYER, "invoicing": "003766666665, DABAFIHH"},
        "order": {
            **_asked(made, "lecture", day, weekday_from(day, 3)),
            "topic": "Velkajärjestely omasta kokemuksesta",
            "need": "Puheenvuoro toisen vuoden sosionomiopiskelijoille: miltä palvelu tuntuu ja mikä auttoi.",
            "goal": "Opiskelijat uskaltavat ottaa rahan puheeksi.",
            "audience": "toisen vuoden sosionomiopiskelijoita ja kaksi opettajaa",
            "audience_size": 34,
            "place": "Opistokatu 4, Usvalampi",
            "areas": list(ServiceArea.objects.filter(code="debt-counselling").values_list("pk", flat=True)),
        },
        "wishes": [],
    }


def _panel(made: Organisation, today: date) -> outside_order.Facts:
    who = {"first_name": "Fredrik", "last_name": "Förenings", "title": "verksamhetsledare"}
    day = weekday_from(today + timedelta(days=25), 2)
    return {
        "organisation": {**CLUB, "name": "Barrkulla vänner rf", "business_id": "4444444-7"},
        "contact": {**who, "email": "fredrik.forenings@example.com", "phone": "040 000 0062"},
        "payer": {**NO_PAYER, "invoicing": "Föreningsgatan 1, Barrkulla"},
        "order": {
            **_asked(made, "seminar", day),
            "topic": "Paneldiskussion om återhämtning",
            "need": "En panel på vår temadag.",
            "languages": ["sv"],
            "place": "Föreningsgatan 1, Barrkulla",
        },
        "wishes": [],
    }


def _asked(made: Organisation, task: str, *days: date) -> dict:
    task_type = TaskType.objects.get(code=task)
    spans = [hours(day, time(10), time(11, 30)) for day in days]
    return {
        "task_type": task_type.pk,
        "languages": ["fi"],
        "mode": "place",
        "seats": 1,
        "times": [[start.isoformat(), end.isoformat()] for start, end in spans],
        "price_class": price.classes_for(made.county).get(code=task_type.price_code).pk,
        "areas": [],
    }


def _by_phone(made: Organisation, coordinator: Actor, today: date) -> None:
    """Told on the phone; she reads no mail, so everything comes to her by post."""
    club = arrival.write_down(made.county, coordinator, **CLUB)
    caller = arrival.write_down_caller(
        club,
        coordinator,
        first_name="Helvi",
        last_name="Hakijamalli",
        title="puheenjohtaja",
        phone="040 000 0063",
        street="Kuusitie 2 A 3",
        postcode="00000",
        town="Havukumpu",
        channel=Person.Channel.POST,
    )
    order = arrival.begin(club, caller, TaskType.objects.get(code="own-story"), "phone", coordinator)
    arrival.save(
        order,
        coordinator,
        topic="Arjen pulmat puheeksi",
        need="Vieras kerhon iltapäivään: oma tarina ja keskustelua kahvin äärellä.",
        audience="parikymmentä kerhon jäsentä",
        place="Kerhotalo, Kuusitie 2, Havukumpu",
        venue_access="esteetön, induktiosilmukka",
        times=[hours(weekday_from(today + timedelta(days=21), 3), time(13), time(14, 30))],
        invoicing="Kuusitie 2 A 3, Havukumpu",
    )
    arrival.send(order, coordinator)
