"""Selection and admission: of those who recruit and of those who admit; an offered place is answered by whoever has the link."""

from datetime import timedelta

from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.people.models import Unit
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant
from tests.factories import councils, people, recruitment, selection
from tests.house.door_table import KAISA, Keys, only
from tests.house.doors import EVERYBODY, NOBODY, Door

IN_OFFICE = only("coordinator", "leader")


def campaign() -> Keys:
    """Elina, who leads a council, recruits beside Kaisa."""
    found = recruitment.campaign()
    recruitment.recruiter(found, councils.elina())
    return {"campaign": found.pk}


def two() -> Keys:
    selection.interviewed("Aija")
    return campaign()


def offered(**keys: object) -> Keys:
    return {**campaign(), "pk": selection.offered().pk, **keys}


def ending() -> Keys:
    """Whose agreed day is near."""
    row = selection.in_reserve("Eila")[0]
    row.keep_until = clock.today() + timedelta(days=5)
    row.save(update_fields=["keep_until"])
    return {**campaign(), "pk": row.pk}


def ending_token() -> Keys:
    return {"token": safe_link.token(told.link_of(Applicant.objects.get(pk=ending()["pk"])))}


def token() -> Keys:
    return {"token": safe_link.token(told.link_of(selection.offered()))}


def of_another() -> Keys:
    """Nobody of the cast has an application."""
    return {"pk": selection.offered().pk}


def register() -> Keys:
    return {"unit": Unit.objects.get(pk=people.kaisa().unit_id).pk}


def council() -> Keys:
    councils.elina()
    return {"council": councils.council().pk}


DOORS: dict[str, Door] = {
    "campaign_selection:index": Door(IN_OFFICE, campaign),
    "campaign_selection:compare": Door(IN_OFFICE, two),
    "campaign_selection:settle": Door(IN_OFFICE, campaign),
    "campaign_selection:equality": Door(IN_OFFICE, campaign),
    "campaign_selection:reserve": Door(IN_OFFICE, campaign),
    "campaign_selection:answer": Door(IN_OFFICE, offered),
    "campaign_selection:keep": Door(IN_OFFICE, ending),
    "campaign_selection:press": Door(IN_OFFICE, lambda: offered(act="ylos"), method="post"),
    "application_place_link": Door(EVERYBODY, token),
    "application_keep_link": Door(EVERYBODY, ending_token),
    "recruitment:application_keep": Door(NOBODY, of_another),
    "recruitment:application_place": Door(NOBODY, of_another),
    "expert_admission:index": Door(KAISA, register),
    "council_admission:index": Door(only("coordinator", "leader"), council),
}
