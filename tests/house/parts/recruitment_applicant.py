"""Applicants: the form is everybody's, one's own page the applicant's, and the rest of those who recruit, and of nobody else's."""

from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant
from tests.factories import councils, events, people, recruitment
from tests.house.door_table import Keys, only
from tests.house.doors import EVERYBODY, SIGNED_IN, Door

RECRUITERS = only("coordinator", "leader", "staff")
IN_OFFICE = only("coordinator", "leader")


def campaign() -> Keys:
    """Elina, who leads a council, and Sari, who only works with clients, recruit beside Kaisa; Matti has applied."""
    kick_off = events.event(collects_interest=True)
    found = recruitment.campaign(kick_off=kick_off)
    for person in (councils.elina(), people.sari()):
        recruitment.recruiter(found, person)
    return {"campaign": found.pk}


def mattis() -> Applicant:
    campaign()
    return recruitment.applicant("Matti", "Meriläinen", person=councils.matti().person)


def applicant() -> Keys:
    return {**campaign(), "pk": mattis().pk}


def two() -> Keys:
    return {**applicant(), "other": recruitment.applicant("Hilla", "Hakija").pk}


def token() -> Keys:
    return {"token": safe_link.token(told.link_of(mattis()))}


def public() -> Keys:
    return {"pk": campaign()["campaign"]}


def event() -> Keys:
    campaign()
    return {"pk": events.event().pk}


def organised() -> Keys:
    campaign()
    events.organiser(events.event(), people.sari())
    return {"event": events.event().pk}


def own() -> Keys:
    return {"pk": mattis().pk}


DOORS: dict[str, Door] = {
    "recruitment_street:apply": Door(EVERYBODY, public),
    "recruitment_street:interest": Door(EVERYBODY, event),
    "recruitment_street:thanks": Door(EVERYBODY),
    "recruitment_street:paper": Door(EVERYBODY, public),
    "application_link": Door(EVERYBODY, token),
    "application_withdraw_link": Door(EVERYBODY, token),
    "application_correct_link": Door(EVERYBODY, token),
    "recruitment:mine": Door(SIGNED_IN),
    "recruitment:application": Door(only("member"), own),
    "recruitment:application_withdraw": Door(only("member"), own),
    "recruitment:application_correct": Door(only("member"), own),
    "recruitment:recommend": Door(only("coordinator", "neighbour", "leader", "other_leader", "staff", "other_staff")),
    "recruitment:applicants": Door(RECRUITERS, campaign),
    "recruitment:write_down": Door(RECRUITERS, campaign),
    "recruitment:collect": Door(only("coordinator", "staff"), organised),
    "campaign_applicant:index": Door(IN_OFFICE, campaign),
    "campaign_applicant:new": Door(IN_OFFICE, campaign),
    "campaign_applicant:invite_everyone": Door(IN_OFFICE, campaign),
    "campaign_applicant:page": Door(IN_OFFICE, applicant),
    "campaign_applicant:correct": Door(IN_OFFICE, applicant),
    "campaign_applicant:withdraw": Door(IN_OFFICE, applicant),
    "campaign_applicant:tell": Door(IN_OFFICE, applicant, method="post"),
    "campaign_applicant:merge": Door(IN_OFFICE, two),
}
