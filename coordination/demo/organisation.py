"""The demo's organisation: a bilingual county, a partner, a school, the cast with their roles."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.demo.cast import CAST, EETU, ELINA, HELY, KAISA, MATTI, PIRKKO, SARI, TIINA, ULLA, VILLE, Member
from coordination.fees.domain import price_list, travel_rate
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.domain import account, agreement, partnership, person, role, unit
from coordination.people.models import Person, Role, Unit, UnitAgreement

HOUSE = Actor.worker()


@dataclass
class Organisation:
    """The heads of the demo's trees and the units that order."""

    county: Unit
    adult: Unit
    havukumpu: Unit
    usvalampi: Unit
    families: Unit
    clinic: Unit
    management: Unit
    ngo: Unit
    school: Unit


def names(fi: str, sv: str, en: str) -> dict[str, str]:
    return {"fi": fi, "sv": sv, "en": en}


# A unit: its kind, cost centre, town, and name in Finnish, Swedish and English.
BELOW_ADULT = {
    "havukumpu": (
        "unit",
        "4120",
        "Havukumpu",
        "Aikuissosiaalityö, Havukumpu",
        "Vuxensocialarbete, Barrkulla",
        "Adult social work, Havukumpu",
    ),
    "usvalampi": (
        "unit",
        "4130",
        "Usvalampi",
        "Aikuissosiaalityö, Usvalampi",
        "Vuxensocialarbete, Usvalampi",
        "Adult social work, Usvalampi",
    ),
}
BELOW_SOCIAL = {
    "families": (
        "unit",
        "4200",
        "Havukumpu",
        "Lapsiperheiden sosiaalityö",
        "Socialarbete med barnfamiljer",
        "Family social work",
    ),
}
BELOW_COUNTY = {
    "clinic": ("unit", "5100", "Havukumpu", "Päihdepoliklinikka", "Missbrukarmottagning", "Substance clinic"),
    "management": (
        "unit",
        "1000",
        "Havukumpu",
        "Sosiaalipalvelujen johtoryhmä",
        "Socialservicens ledningsgrupp",
        "Social services management",
    ),
}
COUNTY = ("Havukumpu", "Havukummun hyvinvointialue", "Barrkulla välfärdsområde", "Barrkulla wellbeing services county")
SOCIAL = ("service", "4000", "", "Sosiaalipalvelut", "Socialservice", "Social services")
ADULT = ("service", "4100", "", "Aikuissosiaalityö", "Vuxensocialarbete", "Adult social work")
NGO = ("Toivonsalmi", "Toivon Silta ry", "Hoppets Bro rf", "Bridge of Hope")
SCHOOL = (
    "Kuulasvesi",
    "Kuulasveden ammattikorkeakoulu",
    "Yrkeshögskolan i Kuulasvesi",
    "Kuulasvesi University of Applied Sciences",
)


def build() -> Organisation:
    """The units and the price list. One unit is left without an agreement: it cannot order yet (CM-01)."""
    county = _organisation(*COUNTY, business_id="0000000-0")
    social = _below(county, *SOCIAL)
    adult = _below(social, *ADULT)
    heads = ((adult, BELOW_ADULT), (social, BELOW_SOCIAL), (county, BELOW_COUNTY))
    units = {name: _below(head, *facts) for head, rows in heads for name, facts in rows.items()}
    price_list.seed(county, HOUSE)
    travel_rate.seed(county, HOUSE)
    return Organisation(county=county, adult=adult, ngo=_organisation(*NGO), school=_organisation(*SCHOOL), **units)


def people(made: Organisation) -> dict[Member, Person]:
    """The cast as persons with accounts and roles."""
    homes = {SARI: made.havukumpu, ULLA: made.families, ELINA: made.adult, VILLE: made.adult, MATTI: made.adult}
    cast = {member: _person(member, homes.get(member, made.county)) for member in CAST}
    grants = (
        (PIRKKO, Role.Kind.ADMIN, made.county),
        (KAISA, Role.Kind.COORDINATOR, made.county),
        (SARI, Role.Kind.STAFF, made.adult),
        (ULLA, Role.Kind.STAFF, made.families),
        (TIINA, Role.Kind.FINANCE, made.county),
        (EETU, Role.Kind.EDITOR, made.county),
        (HELY, Role.Kind.STAFF, made.adult),
    )
    for member, kind, branch in grants:
        role.grant(cast[member], kind, branch, HOUSE)
    return cast


def agreements(made: Organisation, coordinator: Person) -> None:
    """Who coordinates, pays and supervises; the management group has not agreed yet."""
    for ordering in (made.adult, made.families, made.clinic):
        agreement.agree(
            ordering,
            HOUSE,
            coordinator=coordinator,
            payer=ordering,
            supervision=made.county,
            insurer=UnitAgreement.Insurer.COORDINATING,
            insurance="Hyvinvointialueen tapaturmavakuutus, kysy Kaisalta.",
            terms="Tilaaja maksaa palkkion ja matkat. Työnohjaus järjestetään kuusi kertaa vuodessa.",
        )
    partnership.agree(made.county, made.ngo, HOUSE, valid_from=clock.today())


def _organisation(locality: str, *texts: str, **facts: str) -> Unit:
    return unit.add(by=HOUSE, names=names(*texts), kind=Unit.Kind.ORGANISATION, locality=locality, **facts)


def _below(parent: Unit, kind: str, cost_centre: str, locality: str, *texts: str) -> Unit:
    # A fresh row: the tree counts the children on it.
    head = Unit.objects.get(pk=parent.pk)
    return unit.add(by=HOUSE, parent=head, names=names(*texts), kind=kind, cost_centre=cost_centre, locality=locality)


def _person(member: Member, home: Unit) -> Person:
    made = person.add(
        unit=home,
        by=HOUSE,
        first_name=member.first_name,
        last_name=member.last_name,
        email=member.email,
        phone=member.phone or f"040 000 00{CAST.index(member) + 11}",
        title=str(member.title),
        language="sv" if member.first_name == "Göran" else "fi",
    )
    account.open_account(made, HOUSE)
    return made
