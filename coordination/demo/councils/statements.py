"""What the demo's councils have said, and what came of it: in use, answered, refused with a reason, silent, waiting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import statement, statement_recipient, statement_silence
from councils.domain import topic as topics
from councils.models import Council, Forwarding, Statement, Topic

from .base import Councils


@dataclass(frozen=True)
class Answerer:
    """Who answers: all invented, shown by the title."""

    title: str
    first_name: str
    last_name: str
    to: str = "unit"


COMMUNICATION = Answerer("Viestintäpäällikkö", "Vieno", "Viestimalli")
PHONES = Answerer("Palvelupäällikkö", "Pauli", "Palvelumallinen")
HOUSES = Answerer("Tilapalvelut", "Tapio", "Tilamalli")
GROUP = Answerer("Johtoryhmä", "Johanna", "Johtoryhmälä", "deciders")
SPONSOR = Answerer("Palvelujohtaja", "", "", "management")
DAYCARE = Answerer("Varhaiskasvatuksen päällikkö", "Vappu", "Varhaismalli")


@dataclass(frozen=True)
class Said:
    """One idea or statement; days are counted back from today, 0 where it has not come to that."""

    title: dict[str, str]
    text: dict[str, str]
    who: Answerer
    made: int
    taken: int = 0
    promised: int = 60
    answered: int = 0
    answer: str = ""
    in_use: int = 0
    outcome: dict[str, str] = field(default_factory=dict)
    closed: int = 0
    because: str = ""
    kind: str = "idea"
    plain: dict[str, str] = field(default_factory=dict)


LETTERS = Said(
    {"fi": "Päätöskirjeet selkokielelle"},
    {
        "fi": "Päätöskirje alkaa pykälillä, eikä siitä selviä, saiko avun vai ei. Ehdotamme, että kirje alkaa päätöksellä ja kertoo sitten, mitä asiakas tekee seuraavaksi. Liitteenä on raadin kolme esimerkkiä."
    },
    COMMUNICATION,
    made=250,
    taken=237,
    answered=211,
    answer="Otimme raadin kolme esimerkkiä pohjaksi. Kirje alkaa nyt päätöksellä, ei pykälillä.",
    in_use=52,
    outcome={"fi": "Uudet kirjepohjat ovat käytössä kaikissa aikuissosiaalityön toimipisteissä."},
    plain={"fi": "Kirjeet ovat vaikeita. Toivomme, että kirje kertoo heti, mitä on päätetty."},
)
CALL_BACK = Said(
    {"fi": "Takaisinsoitto puhelinjonoon"},
    {"fi": "Jonossa kuluu puheaikaa, jota kaikilla ei ole. Ehdotamme, että soittaja voi jättää soittopyynnön."},
    PHONES,
    made=228,
    taken=219,
    answered=156,
    answer="Takaisinsoittoa kokeillaan keväällä kahdessa toimipisteessä. Kerromme raadille, miten kokeilu sujui.",
)
ENTRANCE = Said(
    {"fi": "Sisäänkäynti pihan puolelta"},
    {"fi": "Pääovella on kolme porrasta. Pihan ovi on samassa tasossa, mutta se pidetään lukossa."},
    HOUSES,
    kind="statement",
    made=200,
    taken=195,
    answered=173,
    answer="Ovea ei muuteta, koska rakennus puretaan 2028. Uuden talon suunnittelussa kuullaan raatia.",
    closed=164,
    because="Ei toteuteta, koska rakennus puretaan 2028. Raatia kuullaan, kun uutta taloa suunnitellaan.",
)
ONE_NUMBER = Said(
    {"fi": "Yksi puhelinnumero toimeentulotuen asioihin"},
    {
        "fi": "Numeroita on viisi, ja jokaisesta ohjataan toiseen. Raati vaatii yhtä numeroa, johon vastataan joka päivä."
    },
    GROUP,
    kind="statement",
    made=81,
    taken=74,
    promised=51,
    plain={"fi": "Puhelinnumeroita on liikaa. Toivomme yhtä numeroa."},
)
PLAN = Said(
    {"fi": "Asiakassuunnitelma mukaan paperilla"},
    {
        "fi": "Suunnitelma tehdään yhdessä, mutta asiakas ei saa sitä mukaansa. Esihenkilö otti asian viedäkseen johdolle."
    },
    SPONSOR,
    made=46,
    taken=44,
)
BOOKING = Said(
    {"fi": "Ajan saa varata myös puhelimessa"},
    {
        "fi": "Kaikilla ei ole pankkitunnuksia. Kukaan kokouksessa ei voinut päättää tästä, joten asia viedään johtoryhmään."
    },
    GROUP,
    made=18,
    taken=16,
)
SEATS = Said(
    {"fi": "Istumapaikkoja odotustilaan"},
    {"fi": "Odotustilassa on neljä tuolia, ja moni seisoo. Ehdotamme kahta penkkiä ja yhtä selkänojallista tuolia."},
    HOUSES,
    made=4,
)
CARE = Said(
    {"fi": "Lapsille hoitoa kokouksen ajaksi", "sv": "Barnvakt under mötet"},
    {
        "fi": "Kokoukseen on vaikea tulla, kun lapselle ei ole hoitajaa. Ehdotamme hoitoa samassa talossa.",
        "sv": "Det är svårt att komma till mötet utan barnvakt. Vi föreslår att barnen får vara i samma hus.",
    },
    DAYCARE,
    made=120,
    taken=112,
    answered=90,
    answer="Perhekeskuksen leikkihuone ja ohjaaja ovat raadin käytössä kokousten ajan.",
    in_use=60,
    outcome={
        "fi": "Leikkihuone on auki raadin kokousten ajan.",
        "sv": "Lekrummet är öppet under rådets möten.",
    },
)


def build(made: Councils) -> None:
    letters = _proposed_by_matti(made)
    for said in (LETTERS, CALL_BACK, ENTRANCE, ONE_NUMBER, PLAN, BOOKING, SEATS):
        _tell(made.adult, said, made.leader, letters if said is LETTERS else None)
    _tell(made.families, CARE, made.coordinator)
    # The days on which the reminders left, the call was asked for and silence was told.
    for days in (30, 20, 17, 9, 0):
        with days_ago(days):
            statement_silence.follow()


def _proposed_by_matti(made: Councils) -> Topic:
    """Matti's own topic, talked over in the meeting where the idea was made."""
    with days_ago(LETTERS.made + 14):
        words = {"title": "Vaikeat päätöskirjeet", "text": "Luin kirjeen kolme kertaa enkä ymmärtänyt."}
        topic = topics.propose(made.adult, Actor.of(made.matti.person.user), **words)
    with days_ago(LETTERS.made):
        topics.take(topic, made.leader)
        return topics.handle(topic, made.leader)


def _tell(council: Council, said: Said, by: Actor, topic: Topic | None = None) -> None:
    words = {"kind": said.kind, "title": said.title, "text": said.text, "plain_text": said.plain, "topic": topic}
    with days_ago(said.made):
        row = statement.write(council, by, **words)
    if not said.taken:
        return
    with days_ago(said.taken):
        way = _take(row, said, by)
    if said.answered:
        with days_ago(said.answered):
            statement.answer(way, Actor.by_link(way.recipient), said.answer)
        with days_ago(said.answered - 1):
            statement.publish(way, by, is_public=True)
    if said.in_use:
        with days_ago(said.in_use):
            statement.mark_in_use(row, by, outcome=said.outcome, since=clock.today())
    if said.closed:
        with days_ago(said.closed):
            statement.close(row, by, said.because)


def _take(row: Statement, said: Said, by: Actor) -> Forwarding:
    return statement.forward(
        row,
        by,
        to=said.who.to,
        recipient=_person(row.council, said.who, by),
        recipient_title=said.who.title,
        promised_on=clock.today() + timedelta(days=said.promised),
    )


def _person(council: Council, who: Answerer, by: Actor) -> Person:
    if who is SPONSOR and council.sponsor:
        return council.sponsor
    email = f"{who.first_name}.{who.last_name}@example.org".lower().replace("ä", "a").replace("ö", "o")
    return statement_recipient.write_new(
        council,
        by,
        first_name=who.first_name,
        last_name=who.last_name,
        title=who.title,
        email=email,
        phone="040 000 0055",
    )
