"""The topic banks: what members propose and support, what came without a name, what the leaders did with it."""

from __future__ import annotations

from coordination.demo.past import days_ago
from coordination.feedback.domain import suggestion as suggestions
from coordination.feedback.models import Suggestion
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import POST, Actor
from councils.domain import topic as topics
from councils.domain import topic_vote as votes
from councils.models import Council, Membership, Topic

from .base import Councils

Origin = Suggestion.Origin

# Proposer's place among the seats, title, more, theme.
ADULT = (
    (
        2,
        "Puhelinjonot aikuissosiaalityössä",
        "Jonossa menee joskus tunti. Takaisinsoitto ei aina tule.",
        "Yhteyden saaminen",
    ),
    (0, "Takaisinsoiton lupaus", "Olisi hyvä tietää, mihin aikaan soitetaan.", "Yhteyden saaminen"),
    (3, "Sama työntekijä jatkaa", "Asiaa ei jaksaisi kertoa aina alusta.", "Yhteyden saaminen"),
    (4, "Kirjeiden kieli", "Päätöksestä ei ymmärrä, mitä pitää tehdä ja mihin mennessä.", "Selkeä kieli"),
    (1, "Lomakkeet isommalla tekstillä", "", "Selkeä kieli"),
    (5, "Odotustilan viihtyisyys", "Tiskillä puhutut asiat kuuluvat kaikille.", ""),
    (6, "Bussivuorot Kuulaspihaan", "", ""),
)
ENTERED = (
    ("management", "Ajanvaraus verkossa", "Johto kysyy suunnitteluvaiheessa: mitä verkkoajanvarauksessa pitää olla?"),
    ("unit", "Neuvonnan aukioloajat", "Sosiaaliasema kokeilee iltavastaanottoa. Mikä ilta olisi paras?"),
)
# Which seats support which topic, by its title.
SUPPORT = {
    "Puhelinjonot aikuissosiaalityössä": (0, 1, 3, 4, 5, 7, 8),
    "Kirjeiden kieli": (0, 2, 5, 6, 9),
    "Odotustilan viihtyisyys": (1, 2, 7),
    "Ajanvaraus verkossa": (3, 8),
}
FAMILIES = (
    (1, "Svenska blanketter för familjer", "Alla blanketter finns inte på svenska."),
    (2, "Lasten odotustila", "Pieni lelukori auttaisi paljon."),
)
WAITING = (
    (Origin.SITE, "Voisiko neuvonnan ovessa olla painike, joka avaa oven? Rattaiden kanssa on vaikea päästä sisään."),
    (Origin.INTERVIEW, "Ensimmäisellä kerralla en tiennyt, mitä tapaamisessa tapahtuu. Lyhyt ohje etukäteen auttaisi."),
    (Origin.EVENT, "Tiedotteet ovat pitkiä. Yksi sivu riittäisi."),
)


def build(made: Councils) -> None:
    seats = list(made.adult.memberships.seated().select_related("person").order_by("seat"))
    with days_ago(96):
        bank = _propose(made.adult, seats, made.leader, ADULT)
        for origin, title, text in ENTERED:
            unit = made.made.adult if origin == "unit" else None
            facts = {"origin": origin, "title": title, "text": text, "from_unit": unit}
            bank[title] = topics.propose(made.adult, made.leader, **facts)
    with days_ago(60):
        _gather(made, bank)
        _support(seats, made.leader, bank)
        topics.park(
            bank["Bussivuorot Kuulaspihaan"], made.leader, "Kunta päättää bussivuoroista. Veimme asian kuntaan."
        )
        for title in ("Puhelinjonot aikuissosiaalityössä", "Ajanvaraus verkossa"):
            topics.show(bank[title], made.leader, is_public=True)
    with days_ago(40):
        members = list(made.families.memberships.seated().select_related("person").order_by("seat"))
        _propose(made.families, members, made.coordinator, FAMILIES)
    with days_ago(9):
        _suggest(made)


def _propose(council: Council, seats: list[Membership], by: Actor, rows: tuple) -> dict[str, Topic]:
    """Matti at his own screen, Irja on paper, the others by phone."""
    found = {}
    for place, title, text, *__ in rows:
        person = seats[place].person
        on_behalf = by.acting_for(person, POST) if person.channel == "post" else by.acting_for(person)
        own = Actor.of(person.user) if person.user else on_behalf
        found[title] = topics.propose(council, own, title=title, text=text)
    return found


def _gather(made: Councils, bank: dict[str, Topic]) -> None:
    names = dict.fromkeys(theme for *__, theme in ADULT if theme)
    for name in names:
        chosen = [bank[title] for __, title, __, theme in ADULT if theme == name]
        topics.cluster(made.adult, made.leader, chosen, new_name=name)


def _support(seats: list[Membership], by: Actor, bank: dict[str, Topic]) -> None:
    for title, places in SUPPORT.items():
        for place in places:
            votes.vote(bank[title], by.acting_for(seats[place].person))


def _suggest(made: Councils) -> None:
    street = Actor()
    key = cause(made.adult)
    for origin, text in WAITING:
        meant = "" if origin == Origin.EVENT else key
        unit = made.made.county if origin == Origin.EVENT else made.adult.unit
        suggestions.leave(unit, street, origin=origin, text=text, meant_for=meant)
    taken = suggestions.leave(
        made.adult.unit, street, origin=Origin.SITE, text="Palautelaatikko aulaan, paperille.", meant_for=key
    )
    topics.take_suggestion(made.adult, taken, made.leader, title="Palautelaatikko aulaan")
    off = suggestions.leave(made.adult.unit, street, origin=Origin.SITE, text="Hammaslääkäriin on jono.", meant_for=key)
    topics.dismiss_suggestion(made.adult, off, made.leader, "Hammashoito on toinen palvelu. Vietiin sinne.")
