"""Who is interested: by the form, on paper, by phone, at an event, by a worker's word; doubles, a withdrawal, some who wait too long."""

from __future__ import annotations

from dataclasses import dataclass, field

from coordination.demo.cast import MATTI, SARI
from coordination.demo.past import days_ago
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.recruitment.domain import applicant as verbs
from coordination.recruitment.domain import campaign as campaigns
from coordination.recruitment.domain import withdrawing
from coordination.recruitment.domain.applicant import Said
from coordination.recruitment.models import Applicant, Campaign, Channel

from .campaigns import Recruitment

PUBLIC = Actor()
PLAIN = str.maketrans("äåö", "aao")
Source, Situation, Age = Applicant.Source, Applicant.Situation, Applicant.AgeBand


@dataclass(frozen=True)
class Newcomer:
    """One who came `ago` days ago; `how` is the source, `heard` the kind of channel."""

    first_name: str
    last_name: str
    ago: int
    heard: str = ""
    how: str = Source.FORM
    reach: dict = field(default_factory=dict)
    said: dict = field(default_factory=dict)

    @property
    def who(self) -> dict:
        name = f"{self.first_name}.{self.last_name}".lower().translate(PLAIN)
        mail = {"email": f"{name}@esimerkki.example"}
        return {"first_name": self.first_name, "last_name": self.last_name, **(self.reach or mail)}


POST = {"street": "Koivukuja 4 B 12", "postcode": "39990", "town": "Havukumpu"}
EXPERTS = (
    Newcomer("Hilla", "Hakala", 20, "newspaper", said={"services": ["mental-health"], "age_band": Age.TO_39}),
    Newcomer(
        "Jalmari",
        "Jokela",
        19,
        "advert",
        said={
            "motivation": "Haluan, että joku muu pääsee helpommalla.",
            "services": ["substance-services", "housing"],
            "age_band": Age.TO_54,
            "area": "Koivu",
            "is_first_timer": True,
        },
    ),
    Newcomer("Reetta", "Rinne", 12, how=Source.PHONE, reach={"phone": "0400 000 821"}),
    Newcomer("Urho", "Uusitalo", 9, "own_worker", how=Source.PAPER, reach=POST, said={"age_band": Age.TO_69}),
    Newcomer("Sanelma", "Saari", 6, "social_media", said={"services": ["family-services"], "area": "Sampola"}),
    Newcomer("Sanelma", "Saari", 3, "brochure", how=Source.PAPER, reach={"phone": "0400 000 822"}),
    Newcomer("Ilmari", "Iso-Aho", 2, "email", said={"is_employee": True, "services": ["older-people"]}),
)
YOUTH = (
    Newcomer("Nuppu", "Niemi", 10, "social_media", said={"age_band": Age.UNDER_25, "is_first_timer": True}),
    Newcomer("Eeli", "Ekman", 8, "brochure", said={"age_band": Age.UNDER_25, "services": ["child-welfare"]}),
    Newcomer("Milja", "Mattila", 1, "social_media", said={"age_band": Age.UNDER_25}),
)
CLOSED = (
    ("Aune", "Ahonen", "advert", Age.TO_54, "Koivu", True),
    ("Eero", "Eskola", "newspaper", Age.TO_69, "Sampola", True),
    ("Fanni", "Forsman", "partner", Age.TO_39, "Rantala", False),
    ("Heikki", "Heino", "own_worker", Age.TO_54, "Sampola", True),
    ("Kerttuli", "Kangas", "advert", Age.TO_39, "Koivu", None),
    ("Lauha", "Laine", "newspaper", Age.OVER_70, "Rantala", True),
    ("Onni", "Oksanen", "partner", Age.UNDER_25, "Koivu", True),
    ("Pihla", "Peltonen", "own_worker", Age.TO_39, "Sampola", False),
    ("Rauha", "Räsänen", "advert", Age.TO_69, "Koivu", True),
    ("Tauno", "Toivola", "newspaper", Age.TO_54, "Rantala", True),
    ("Viivi", "Vainio", "partner", Age.TO_39, "Sampola", True),
    ("Yrjö", "Ylönen", "advert", Age.TO_54, "Koivu", False),
)


def build(recruitment: Recruitment) -> None:
    _closed(recruitment.closed, recruitment.coordinator)
    for campaign, newcomers in ((recruitment.experts, EXPERTS), (recruitment.youth, YOUTH)):
        for newcomer in newcomers:
            _came(campaign, newcomer, recruitment.coordinator)
    _recommended(recruitment)
    matti = recruitment.cast[MATTI]
    with days_ago(4):
        verbs.register(recruitment.experts, Actor.of(matti.user), matti, Said(area="Sampola"))
    with days_ago(1):
        row = Applicant.objects.get(campaign=recruitment.youth, person__first_name="Eeli")
        withdrawing.withdraw(row, Actor.by_link(row.person))


def _came(campaign: Campaign, newcomer: Newcomer, by: Actor) -> None:
    way = campaign.channels.filter(kind=newcomer.heard).first() if newcomer.heard else None
    with days_ago(newcomer.ago):
        said = Said(**newcomer.said)
        if newcomer.how == Source.FORM:
            verbs.register(campaign, PUBLIC, newcomer.who, said, channel=way)
        else:
            by_mouth = newcomer.how == Source.PHONE
            verbs.write_down(campaign, by, newcomer.who, said, source=newcomer.how, channel=way, told_by_mouth=by_mouth)


def _closed(campaign: Campaign, by: Actor) -> None:
    """Those who came while it was still open."""
    with days_ago(45):
        campaigns.open_(campaign, by)
        ways = {row.kind: row for row in Channel.objects.filter(campaign=campaign)}
    for number, (first_name, last_name, heard, age, area, is_first) in enumerate(CLOSED):
        who = Newcomer(first_name, last_name, 0).who
        said = Said(services=["substance-services"], age_band=age, area=area, is_first_timer=is_first)
        with days_ago(44 - 2 * number):
            verbs.register(campaign, PUBLIC, who, said, channel=ways[heard])
    with days_ago(7):
        campaigns.close(campaign, by)


def _recommended(recruitment: Recruitment) -> None:
    """Sari has asked two of her clients: one can take part now, one later."""
    sari = Actor.of(recruitment.cast[SARI].user)
    for first_name, phone, ago, situation in (
        ("Tyyne", "0400 000 823", 11, Situation.NOW),
        ("Kaino", "0400 000 824", 5, Situation.LATER),
    ):
        with days_ago(ago):
            who = {"first_name": first_name, "phone": phone}
            verbs.recommend(recruitment.experts, sari, who, permission_on=clock.today(), life_situation=situation)
