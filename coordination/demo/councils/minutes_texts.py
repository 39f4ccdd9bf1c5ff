"""What was said in the demo's meetings, in the words of the field. Everything is invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """An item of a meeting and what came of it; `days` until when, from the meeting's day."""

    title: dict[str, str]
    notes: dict[str, str]
    plain: str = ""
    outcome: str = "noted"
    text: str = ""
    whom: str = ""
    because: str = ""
    days: int = 0
    done: str = ""
    minutes: int = 40
    kind: str = "discussion"
    is_main: bool = True


@dataclass(frozen=True)
class Held:
    """A meeting so many days ago; `away` are the places on the list of those who did not come."""

    days: int
    items: tuple[Item, ...]
    away: frozenset[int] = frozenset()
    correction: str = ""
    is_plain: bool = False


def _fi(title: str, notes: str, plain: str = "", **facts: object) -> Item:
    return Item({"fi": title}, {"fi": notes}, plain, **facts)


OF_ROLE = {
    "opening": Item(
        {},
        {
            "fi": "Puheenjohtaja avasi kokouksen. Kuulumiskierros.",
            "sv": "Ordföranden öppnade mötet. En runda om hur det är.",
        },
        outcome="",
    ),
    "follow_up": Item(
        {},
        {
            "fi": "Käytiin läpi viime muistio ja se, mitä ehdotuksista on tullut.",
            "sv": "Vi gick igenom förra promemorian och vad som blivit av förslagen.",
        },
    ),
    "next": Item(
        {},
        {"fi": "Seuraava kokous on sovittu.", "sv": "Nästa möte är avtalat."},
        outcome="decision",
        text="Kokoonnutaan sovittuna päivänä.",
    ),
    "closing": Item({}, {"fi": "Puheenjohtaja päätti kokouksen.", "sv": "Ordföranden avslutade mötet."}, outcome=""),
}
PLAIN_OF_ROLE = {
    "follow_up": "Luimme, mitä viime kerralla sovittiin.",
    "next": "Sovimme, milloin tapaamme taas.",
}

ADULT = (
    Held(
        250,
        (
            _fi(
                "Päätöskirjeiden kieli",
                "Kirje alkaa pykälillä. Moni ei löydä kirjeestä päätöstä.\nToive: ensin päätös, sitten mitä tehdään seuraavaksi.",
                "Kirjeitä on vaikea lukea.\nToivomme, että kirje kertoo heti päätöksen.",
                outcome="forwarded",
                whom="Viestintäpäällikkö",
                days=60,
            ),
        ),
        frozenset({3}),
        is_plain=True,
    ),
    Held(
        228,
        (
            _fi(
                "Puhelinpalvelu",
                "Jonossa kuluu puheaikaa. Kaikilla ei ole siihen varaa.\nToive: soittopyynnön voi jättää.",
                "Puhelimessa on pitkä jono.\nToivomme, että meille soitetaan takaisin.",
                outcome="forwarded",
                whom="Palvelupäällikkö",
                days=60,
            ),
            _fi(
                "Raadin esite",
                "Esite on vanha. Uuteen tulee raadin oma kuva ja puhelinnumero.",
                "Teemme uuden esitteen.",
                outcome="action",
                text="Tekee esitteen luonnoksen",
                days=21,
                done="Esite on painettu.",
                minutes=20,
                is_main=False,
            ),
        ),
        frozenset({1, 5}),
        is_plain=True,
    ),
    Held(
        200,
        (
            _fi(
                "Sisäänkäynti",
                "Pääovella on kolme porrasta. Pihan ovi on tasainen mutta lukossa.",
                "Ovella on portaat.\nToivomme, että pihan ovi avataan.",
                outcome="forwarded",
                whom="Tilapalvelut",
                days=30,
            ),
        ),
        frozenset({2}),
        correction="Portaita on kolme, ei neljä.",
        is_plain=True,
    ),
    Held(
        109,
        (
            _fi(
                "Syksyn aiheet",
                "Äänestettiin aiheista. Eniten ääniä saivat puhelinjonot ja odotustila.",
                "Valitsimme syksyn aiheet.",
                outcome="decision",
                text="Syksyn pääaiheet ovat puhelinjonot ja odotustila.",
                kind="decision",
            ),
        ),
        frozenset({6}),
        is_plain=True,
    ),
    Held(
        81,
        (
            _fi(
                "Yksi puhelinnumero",
                "Numeroita on viisi, ja jokaisesta ohjataan toiseen. Vaaditaan yhtä numeroa.",
                "Numeroita on liikaa.\nToivomme yhtä numeroa.",
                outcome="forwarded",
                whom="Aikuissosiaalityön johtoryhmä",
                days=51,
            ),
            _fi(
                "Työntekijän vaihtuminen",
                "Asia tarvitsee aikaa ja johdon edustajan paikalle.",
                outcome="postponed",
                because="Johdon edustaja oli estynyt.",
                minutes=20,
                is_main=False,
            ),
        ),
        frozenset({3, 7}),
        is_plain=True,
    ),
    Held(
        46,
        (
            _fi(
                "Asiakassuunnitelma",
                "Suunnitelma tehdään yhdessä, mutta sitä ei saa mukaansa.",
                "Haluamme suunnitelman paperilla kotiin.",
                outcome="escalated",
                text="Esihenkilö vie asian johdolle.",
            ),
            _fi(
                "Hyvinvointimessut",
                "Raati saa pöydän kirjaston aulaan. Tarvitaan kolme esittelijää.",
                "Raati menee messuille.",
                outcome="action",
                text="Ilmoittaa raadin messuille",
                days=10,
                done="Paikka on varattu.",
                minutes=20,
                is_main=False,
            ),
        ),
        frozenset({1}),
        is_plain=True,
    ),
    Held(
        18,
        (
            _fi(
                "Ajanvaraus verkossa",
                "Kaikilla ei ole pankkitunnuksia. Ajan pitää saada myös puhelimessa.\nKukaan paikalla ei voinut päättää asiasta.",
                "Kaikki eivät osaa varata aikaa verkossa.\nToivomme, että ajan saa myös puhelimessa.",
                outcome="forwarded",
                whom="Aikuissosiaalityön johtoryhmä",
                days=60,
            ),
            _fi(
                "Odotustilan tuolit",
                "Tuoleja on neljä. Kysytään tilapalveluilta, mitä penkki maksaa.",
                "Odotustilassa on liian vähän tuoleja.",
                outcome="action",
                text="Kysyy tilapalveluilta penkin hintaa",
                days=14,
                minutes=20,
                is_main=False,
            ),
            _fi(
                "Kokousaika talvella",
                "Iltapäivä sopii useimmille. Bussi kulkee pimeälläkin.",
                "Kokoukset ovat iltapäivällä.",
                outcome="action",
                text="Tarkistaa bussiaikataulun tammikuusta alkaen",
                days=45,
                minutes=10,
                is_main=False,
            ),
        ),
        frozenset({4}),
        correction="Messuille tarvitaan neljä esittelijää.",
        is_plain=True,
    ),
)
FAMILIES = (
    Held(
        120,
        (
            Item(
                {"fi": "Hoito kokouksen ajaksi", "sv": "Barnvakt under mötet"},
                {
                    "fi": "Kokoukseen on vaikea tulla, kun lapselle ei ole hoitajaa.",
                    "sv": "Det är svårt att komma till mötet utan barnvakt.",
                },
                outcome="forwarded",
                whom="Varhaiskasvatus",
                days=30,
            ),
        ),
    ),
    Held(
        50,
        (
            Item(
                {"fi": "Perhetyön kesätauko", "sv": "Familjearbetets sommarpaus"},
                {
                    "fi": "Kesällä apua ei ollut viiteen viikkoon.",
                    "sv": "På sommaren fanns ingen hjälp på fem veckor.",
                },
                outcome="decision",
                text="Raati kysyy ensi kesän päivystyksestä helmikuussa.",
            ),
        ),
    ),
)
NOW = Held(
    0,
    (
        _fi(
            "Vastaanoton ilmoittautuminen",
            "Nimi sanotaan ääneen aulassa, ja muut kuulevat sen.\nToive: ilmoittautuminen laitteella tai lapulla.",
            outcome="",
        ),
        _fi("Vertaistuen tunnit", "", outcome="", minutes=30),
    ),
    frozenset({5, 9}),
)
