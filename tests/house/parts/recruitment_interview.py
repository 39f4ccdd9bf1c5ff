from coordination.messaging.domain import safe_link
from coordination.recruitment.models import Applicant, Slot
from tests.factories import interviews, recruitment
from tests.house.door_table import KAISA, SARI_AND_KAISA, Keys
from tests.house.doors import EVERYBODY, NOBODY, SIGNED_IN, Door


def asked_token() -> Keys:
    interviews.asked()
    return {"token": safe_link.token(Applicant.objects.get().link)}


def agreed_token() -> Keys:
    interviews.agreed()
    return {"token": safe_link.token(Applicant.objects.get().link)}


def begun(**keys: object) -> Keys:
    return {"pk": interviews.begun().pk, **keys}


def own() -> Keys:
    """Somebody else's application: nobody of the cast has one."""
    return {"pk": interviews.agreed().applicant_id}


def campaign() -> Keys:
    interviews.slots()
    return {"campaign": interviews.campaign().pk}


def asked(**keys: object) -> Keys:
    row = interviews.asked()
    return {"campaign": row.applicant.campaign_id, "pk": row.pk, **keys}


def offered() -> Keys:
    interviews.slots()
    return {"campaign": interviews.campaign().pk, "slot": Slot.objects.first().pk}


def at_the_door() -> Keys:
    row = recruitment.applicant(campaign=interviews.campaign())
    return {"campaign": row.campaign_id, "pk": row.pk}


DOORS: dict[str, Door] = {
    "application_times_link": Door(EVERYBODY, asked_token),
    "application_times_file": Door(EVERYBODY, agreed_token),
    "recruitment:interviews": Door(SIGNED_IN),
    "recruitment:interview": Door(SARI_AND_KAISA, begun),
    "recruitment:interview_autosave": Door(SARI_AND_KAISA, begun, method="post"),
    "recruitment:interview_sum_up": Door(SARI_AND_KAISA, begun, method="post"),
    "recruitment:interview_topic": Door(SARI_AND_KAISA, begun, method="post"),
    "recruitment:interview_guide": Door(SARI_AND_KAISA, begun),
    "recruitment:interview_press": Door(SARI_AND_KAISA, lambda: begun(act="jatka"), method="post"),
    "recruitment:interview_take_back": Door(SARI_AND_KAISA, begun, method="post"),
    "recruitment:times": Door(SARI_AND_KAISA, campaign),
    "recruitment:times_offer": Door(SARI_AND_KAISA, campaign),
    "recruitment:times_ask": Door(SARI_AND_KAISA, campaign, method="post"),
    "recruitment:times_take_back": Door(SARI_AND_KAISA, offered, method="post"),
    "recruitment:times_choose": Door(SARI_AND_KAISA, asked),
    "recruitment:times_press": Door(SARI_AND_KAISA, lambda: asked(act="peru"), method="post"),
    "recruitment:walk_in": Door(SARI_AND_KAISA, at_the_door),
    "recruitment:my_time": Door(NOBODY, own),
    "recruitment:my_time_file": Door(NOBODY, own),
    "campaign_interview:index": Door(KAISA, campaign),
    "campaign_interview:offer": Door(KAISA, campaign),
    "campaign_interview:ask": Door(KAISA, campaign, method="post"),
    "campaign_interview:take_back": Door(KAISA, offered, method="post"),
    "campaign_interview:begin": Door(KAISA, at_the_door),
    "campaign_interview:choose": Door(KAISA, asked),
    "campaign_interview:press": Door(KAISA, lambda: asked(act="peru"), method="post"),
}
