"""The demo's events: a kick-off to come, a full evening with a waiting list, a network day, a theme day that was held,
a year of supervision with who was there, a joint meeting of experts, an evening of last spring whose visitors are erased soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from coordination.demo.cast import ELINA, MATTI, SARI, ULLA, Member
from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.events.domain import door, idea, newcomer, organiser, programme, registration, series
from coordination.events.domain import event as verbs
from coordination.events.models import Event, EventSeries, Forgetting
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import campaign
from coordination.recruitment.models import Campaign
from experts.models import Expert

HALL = "Kuulaspiha, Koivu"
WAY = {"fi": "Pysäkki Kuulaspiha, linjat 4 ja 7.", "sv": "Hållplats Kuulaspiha, linjerna 4 och 7."}
ACCESS = {"fi": "Esteetön ovi pihan puolella, hissi.", "sv": "Tillgänglig ingång från gården, hiss."}
# Who comes to the information evening, in the order they registered; the last ones wait.
VISITORS = (
    ("Aada", "Arvola", "email", ["lift"]),
    ("Benny", "Björk", "email", []),
    ("Cecilia", "Cederholm", "phone", ["interpreter"]),
    ("Eino", "Erkkilä", "email", []),
    ("Fanni", "Forsman", "phone", ["diet"]),
    ("Hilma", "Hakala", "email", []),
    ("Into", "Ilola", "email", ["hearing"]),
)
EVENING_SEATS = 5
SPRING = ("Pirjo", "Raimo", "Seija")
"""Visitors of last spring: known from that evening alone."""
GUESTS = (("Kerttu", "Kesälä"), ("Lauri", "Laakso"), ("Mirja", "Mäntylä"), ("Niilo", "Nurmi"), ("Oili", "Ojanen"))


def build(made: Organisation, cast: dict[Member, Person], experts: dict[str, Expert], coordinator: Actor) -> None:
    people = [row.person for row in list(experts.values())[:6]]
    _theme_day(made, cast, people, coordinator)
    _supervision(made, people, coordinator)
    _kick_off(made, cast, coordinator)
    _evening(made, cast, coordinator)
    _network_day(made, coordinator)
    _joint_meeting(made, people, coordinator)
    _last_spring(made, coordinator)


def _at(days: int, begins: tuple[int, int], hours: int) -> dict[str, datetime]:
    """The hours of a working day about so many days from now."""
    day = clock.today() + timedelta(days=days)
    day += timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)
    starts = datetime.combine(day, time(*begins), tzinfo=clock.HELSINKI)
    return {"starts_at": starts, "ends_at": starts + timedelta(hours=hours)}


def _opened(made: Organisation, by: Actor, **facts: object) -> Event:
    given = {"place": HALL, "directions": WAY, "venue_access": ACCESS, **facts}
    return verbs.open_(verbs.plan(given.pop("unit", made.county), by, **given), by)


def _programme(event: Event, by: Actor, lines: Iterable[tuple[int, str, str]]) -> None:
    """Minutes from the beginning, what, who."""
    for minutes, title, who in lines:
        starts_at = event.starts_at + timedelta(minutes=minutes)
        programme.add(event, by, titles={"fi": title}, starts_at=starts_at, who=who)


def _theme_day(made: Organisation, cast: dict[Member, Person], people: Sequence[Person], by: Actor) -> None:
    """Held three weeks ago: who was there is marked, two ideas wait for the councils."""
    with days_ago(45):
        event = _opened(
            made,
            by,
            kind=Event.Kind.THEME_DAY,
            names={"fi": "Arjen turvan päivä", "sv": "Dagen för trygghet i vardagen", "en": "Everyday security day"},
            leads={
                "fi": "Mistä apua, kun raha tai voimat eivät riitä? Kokemuksia ja ammattilaisia saman pöydän ääressä."
            },
            is_public=True,
            **_at(24, (10, 0), 4),
        )
        organiser.name(event, cast[SARI], by, duty="Ovi")
        lines = ((0, "Kahvi", ""), (30, "Mikä auttoi minua", "kokemusasiantuntija"), (120, "Pöytäkeskustelut", ""))
        _programme(event, by, lines)
        rows = [registration.register(event, person, by.acting_for(person)) for person in [cast[MATTI], *people[:3]]]
        rows += [
            newcomer.register(event, first_name=first, last_name=last, phone=f"040 000 01{number:02}", channel="phone")
            for number, (first, last) in enumerate(GUESTS)
        ]
    with days_ago(19):
        for row in rows[:-2]:
            door.mark(row, by, attended=True)
        door.walk_in(event, by, first_name="Pauli")
        for text in ("Vuokravakuuden hakeminen yhdelle lomakkeelle.", "Aulaan ihminen, joka neuvoo koneella."):
            idea.leave(event, by, text=text)
        verbs.held(event, by)


def _supervision(made: Organisation, people: Sequence[Person], by: Actor) -> EventSeries:
    """Four times: two were held, two are to come. One expert has missed both."""
    with days_ago(70):
        dates = [tuple(_at(days, (16, 0), 2).values()) for days in (14, 42, 84, 112)]
        year = series.begin(
            Event.Kind.SUPERVISION,
            made.county,
            by,
            names={"fi": "Kokemusasiantuntijoiden työnohjaus", "sv": "Handledning för erfarenhetsexperter"},
            dates=dates,
            rhythm=EventSeries.Rhythm.MONTHLY,
            place="Kuulaspiha, Haapa",
        )
        series.open_all(year, by)
        series.invite(year, people, by)
    held = list(year.events.order_by("starts_at")[:2])
    for event, ago, missing in ((held[0], 53, (0,)), (held[1], 25, (0, 3))):
        with days_ago(ago):
            for number, person in enumerate(people):
                row = event.registrations.select_related("event").get(person=person)
                door.mark(row, by, attended=number not in missing)
            verbs.held(event, by)
    return year


def _kick_off(made: Organisation, cast: dict[Member, Person], by: Actor) -> None:
    """To come, public, for the council being recruited; contact details are left at the end (CC-09)."""
    wanting = Campaign.objects.filter(status=Campaign.Status.OPEN, kind=Campaign.Kind.COUNCIL, kick_off=None).first()
    with days_ago(6):
        event = _opened(
            made,
            by,
            kind=Event.Kind.KICK_OFF,
            meant_for=wanting.meant_for if wanting else "",
            names={
                "fi": "Tule kuulemaan asiakasraadeista",
                "sv": "Kom och hör om klientråden",
                "en": "Client councils: come and hear",
            },
            leads={"fi": "Kahvit, entisten raatilaisten tarinoita ja aikaa kysyä. Et sitoudu mihinkään."},
            is_public=True,
            collects_interest=True,
            **_at(18, (17, 0), 2),
        )
        organiser.name(event, cast[ELINA], by, duty="Esittelee raadit")
        organiser.name(event, cast[SARI], by, duty="Ovi ja kahvit")
        lines = (
            (0, "Kahvi", ""),
            (20, "Mitä raati tekee ja miten usein", "Elina Esimerkki"),
            (45, "Entiset raatilaiset kertovat", ""),
            (90, "Kysymyksiä ja yhteystietolomake", ""),
        )
        _programme(event, by, lines)
        registration.invite(event, [cast[MATTI], cast[ULLA]], by)
        registration.register(event, cast[MATTI], by.acting_for(cast[MATTI]))
    if wanting:
        campaign.change(wanting, by, kick_off=event)


def _evening(made: Organisation, cast: dict[Member, Person], by: Actor) -> None:
    """Every place is taken, and two wait."""
    with days_ago(9):
        event = _opened(
            made,
            by,
            kind=Event.Kind.INFO,
            names={"fi": "Infoilta kokemusasiantuntijuudesta", "sv": "Infokväll om erfarenhetsexpertis"},
            leads={"fi": "Mitä kokemusasiantuntija tekee, ja miten koulutukseen haetaan."},
            is_public=True,
            capacity=EVENING_SEATS,
            place="Päihdepoliklinikka, kokoushuone",
            **_at(14, (17, 30), 2),
        )
        organiser.name(event, cast[SARI], by)
        for number, (first, last, channel, needs) in enumerate(VISITORS):
            reach = {"phone": f"040 000 02{number:02}"}
            if channel == "email":
                reach["email"] = f"{first}.{last}@example.com".lower().replace("ä", "a").replace("ö", "o")
            newcomer.register(event, first_name=first, last_name=last, channel=channel, needs=needs, **reach)


def _network_day(made: Organisation, by: Actor) -> None:
    with days_ago(12):
        event = _opened(
            made,
            by,
            kind=Event.Kind.NETWORK_DAY,
            names={
                "fi": "Osallisuuden verkostopäivä",
                "sv": "Nätverksdag om delaktighet",
                "en": "Participation network day",
            },
            leads={"fi": "Työntekijät, järjestöt ja kokemusasiantuntijat samaan saliin."},
            descriptions={
                "fi": "Päivän aikana kuullaan, mitä asiakasraatien ehdotuksista on tullut, ja sovitaan ensi vuoden yhteisistä tapahtumista."
            },
            is_public=True,
            mode=Event.Mode.HYBRID,
            online_url="https://etayhteys.kuuluviin.example/verkostopaiva",
            capacity=80,
            **_at(68, (9, 0), 6),
        )
        lines = (
            (0, "Aamukahvi ja kuulumiset", ""),
            (45, "Mitä raatien ehdotuksista tuli", "asiakasraadin vetäjä"),
            (120, "Kokemuspuheenvuoro", "kokemusasiantuntija"),
            (180, "Lounas", ""),
            (240, "Työpajat: tilat, kieli, kiire", ""),
            (330, "Mitä sovittiin", ""),
        )
        _programme(event, by, lines)


def _joint_meeting(made: Organisation, people: Sequence[Person], by: Actor) -> None:
    """For the experts alone: not on the site."""
    with days_ago(5):
        event = _opened(
            made,
            by,
            kind=Event.Kind.JOINT_MEETING,
            names={
                "fi": "Kokemusasiantuntijoiden yhteinen tapaaminen",
                "sv": "Erfarenhetsexperternas gemensamma träff",
            },
            leads={"fi": "Kuulumiset, keikkakokemukset ja ensi vuoden suunnitelmat."},
            **_at(30, (13, 0), 3),
        )
        registration.invite(event, people, by)
        for person in people[:2]:
            registration.register(event, person, by.acting_for(person))


def _last_spring(made: Organisation, by: Actor) -> None:
    """Held about 170 days ago: two were there, one was not; their details go soon. Some have gone already (L-05)."""
    with days_ago(190):
        event = _opened(
            made,
            by,
            kind=Event.Kind.INFO,
            names={"fi": "Kevään infoilta", "sv": "Vårens infokväll"},
            is_public=True,
            **_at(18, (17, 0), 2),
        )
        rows = [
            newcomer.register(event, first_name=name, phone=f"040 000 03{number:02}", channel="phone")
            for number, name in enumerate(SPRING)
        ]
    with days_ago(168):
        for row in rows[:2]:
            door.mark(row, by, attended=True)
        verbs.held(event, by)
    with days_ago(15):
        Forgetting.objects.create(unit=made.county, at=clock.now(), count=4)
