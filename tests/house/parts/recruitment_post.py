"""A campaign's letters and calls: of those who recruit in it, and of nobody else."""

from __future__ import annotations

from coordination.messaging.domain import print_run
from coordination.messaging.models import PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.models import Person
from coordination.recruitment.domain import told
from coordination.recruitment.models import Campaign
from coordination.recruitment.permissions import desk
from tests.factories import councils, people, recruitment
from tests.house.door_table import Keys, only
from tests.house.doors import Door

RECRUITERS = only("coordinator", "leader")


def led() -> Campaign:
    """Elina recruits in it, and Sari, who has no back office."""
    row = recruitment.campaign()
    recruitment.recruiter(row, councils.elina())
    recruitment.recruiter(row, people.sari())
    return row


def campaign() -> Keys:
    return {"campaign": led().pk}


def _letter():
    """To somebody whom another branch keeps for another matter."""
    row = led()
    facts = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu"}
    unit = people.unit("Ikäihmisten palvelut")
    known = Person.objects.filter(first_name="Vappu").first() or people.person("Vappu", unit=unit, **facts)
    someone = recruitment.applicant("Vappu", known.last_name, row, person=known)
    return told.tell("recruitment.applicant.received", someone)


def letter() -> Keys:
    return {**campaign(), "message": _letter().pk}


def run() -> Keys:
    row = led()
    found = PrintRun.objects.at_desk(desk.of(row)).first()
    if found is None:
        _letter()
        found = print_run.begin(row.unit, people.actor(councils.elina()), desk=desk.of(row))
        printing.make(found.job_id)
    return {"campaign": row.pk, "pk": found.pk}


def about() -> Keys:
    _letter()
    return {"noun": "applicant", "key": led().applicants.get(person__first_name="Vappu").pk}


DOORS: dict[str, Door] = {
    "campaign_letters:waiting": Door(RECRUITERS, campaign),
    "campaign_letters:index": Door(RECRUITERS, campaign),
    "campaign_letters:letter": Door(RECRUITERS, letter),
    "campaign_letters:page": Door(RECRUITERS, run),
    "campaign_letters:state": Door(RECRUITERS, run),
    "campaign_letters:pdf": Door(RECRUITERS, run),
    "campaign_letters:post": Door(RECRUITERS, run, method="post"),
    "campaign_letters:again": Door(RECRUITERS, run, method="post"),
    "campaign_letters:cancel": Door(RECRUITERS, run, method="post"),
    "campaign_calls:index": Door(RECRUITERS, campaign),
    "campaign_post:about": Door(RECRUITERS, about),
    "recruitment:desk": Door(only("coordinator", "leader", "staff"), campaign),
}
