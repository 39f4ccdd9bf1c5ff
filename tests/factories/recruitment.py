"""Recruitment in situations: a campaign for a council, its applicants, an interview held by two.

Rows are written straight: the verbs have tests of their own. Functions named after people give the same row again.
"""

from __future__ import annotations

from datetime import date, timedelta

from coordination.foundation import clock
from coordination.people.models import Person, Unit
from coordination.recruitment.domain.admission import Before
from coordination.recruitment.models import Applicant, Campaign, Channel, Interview, Recruiter, Summary
from tests.factories import people

NAME = "Nuorten raati hakee jäseniä"
BEFORE = Before(on=date(2026, 2, 3), by_whom="Kaisa Koordinaattori")


def campaign(name: str = NAME, unit: Unit | None = None, **fields: object) -> Campaign:
    """An open public campaign for experts of Youth services since last week, found again by its name; Kaisa is asked."""
    home = unit or people.unit()
    found = Campaign.objects.filter(names__fi=name, unit=home).first()
    if found:
        return found
    facts = {
        "kind": Campaign.Kind.EXPERTS,
        "status": Campaign.Status.OPEN,
        "starts_on": clock.today() - timedelta(days=7),
        "languages": ["fi", "sv", "en"],
        "contact": people.kaisa(),
    }
    return Campaign.objects.create(names={"fi": name}, unit=home, **{**facts, **fields})


def channel(campaign: Campaign, kind: str = Channel.Kind.ADVERT, note: str = "") -> Channel:
    return Channel.objects.get_or_create(campaign=campaign, kind=kind, note=note)[0]


def recruiter(campaign: Campaign, person: Person) -> Recruiter:
    return Recruiter.objects.get_or_create(campaign=campaign, person=person)[0]


def applicant(
    first_name: str = "Hilla",
    last_name: str = "Hakija",
    campaign: Campaign | None = None,
    status: str = Applicant.Status.INTERESTED,
    **fields: object,
) -> Applicant:
    """Somebody interested in the campaign, known from its form alone; found again by the name."""
    sought = campaign or globals()["campaign"]()
    found = Applicant.objects.filter(
        campaign=sought, person__first_name=first_name, person__last_name=last_name
    ).first()
    if found:
        return found
    email = f"{first_name}.{last_name}@example.org".lower()
    person = fields.pop("person", None) or people.person(
        first_name, last_name, unit=sought.unit, email=email, is_unconfirmed=True
    )
    facts: dict[str, object] = {
        "source": Applicant.Source.FORM,
        "notice_told_at": clock.now(),
        "came_at": clock.now(),
        "told_at": clock.now(),
    }
    if status in (Applicant.Status.RESERVE, Applicant.Status.LATER):
        facts["keep_until"] = clock.today() + timedelta(days=180)
    if status == Applicant.Status.NOT_CHOSEN:
        facts["reason"] = Applicant.Reason.FULL
    return Applicant.objects.create(campaign=sought, person=person, status=status, **{**facts, **fields})


def interview(applicant: Applicant, *interviewers: Person, status: str = Interview.Status.AGREED) -> Interview:
    """Agreed for tomorrow (held: an hour ago), with its interviewers."""
    held = status == Interview.Status.HELD
    starts = clock.now() + (timedelta(hours=-1) if held else timedelta(days=1))
    made = Interview.objects.create(
        applicant=applicant,
        status=status,
        asked_at=clock.now() - timedelta(days=3),
        starts_at=starts,
        ends_at=starts + timedelta(minutes=45),
        held_at=starts if held else None,
    )
    made.interviewers.set(interviewers)
    return made


def summary(applicant: Applicant | None = None, outcome: str = Summary.Outcome.NOW) -> Summary:
    """The joint summary of an interview held; the applicant is interviewed. This is what an admission points to."""
    someone = applicant or globals()["applicant"](status=Applicant.Status.INTERVIEWED)
    if someone.status in (Applicant.Status.INTERESTED, Applicant.Status.INVITED):
        someone.status, someone.interviewed_at = Applicant.Status.INTERVIEWED, clock.now()
        someone.save(update_fields=["status", "interviewed_at"])
    held = interview(someone, people.kaisa(), status=Interview.Status.HELD)
    return Summary.objects.create(
        interview=held, outcome=outcome, life_situation=outcome, closed_at=clock.now(), closed_by=people.kaisa()
    )
