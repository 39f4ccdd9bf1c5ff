from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.privacy.domain import consent_renewal
from coordination.privacy.models import Consent
from experts.domain import out_of_date
from experts.domain.out_of_date import About
from tests.factories import experts, people
from tests.house.door_table import (
    AINO,
    COORDINATORS,
    EXPERTS,
    KAISA,
    KEEPERS,
    SARI,
    STAFF,
    SUPERUSER,
    Keys,
    aino_key,
    fixed,
    matti,
)
from tests.house.doors import EVERYBODY, Door

READERS = STAFF | COORDINATORS


def remark() -> Keys:
    """Sari has told that Aino's CV is out of date."""
    row = out_of_date.report(About(expert=experts.aino()), people.actor(people.sari()), wrong="text")
    return {"pk": row.pk}


def consent_token() -> Keys:
    asked = Consent.objects.get(person=experts.aino().person, purpose="cv_own")
    return {"token": safe_link.token(consent_renewal.ask_again(asked, Actor.worker()).link)}


DOORS: dict[str, Door] = {
    "experts:comparison": Door(READERS),
    "experts:folder_print": Door(READERS),
    "experts:client_cards": Door(READERS),
    "experts:client_choose": Door(READERS),
    "experts:client_chosen": Door(READERS),
    "experts:client_result": Door(READERS),
    "experts:client_paper": Door(READERS),
    "experts:cv_out_of_date": Door(STAFF | KAISA, aino_key("staff_key")),
    "experts:contact_out_of_date": Door(READERS),
    "experts:remark": Door(SARI | AINO | KEEPERS, remark, acts=AINO | KEEPERS),
    "experts:introduction": Door(READERS),
    "experts:introduction_sheet": Door(READERS),
    "experts:introduction_advert": Door(READERS),
    "out_of_date:index": Door(COORDINATORS | SUPERUSER),
    "out_of_date:index_results": Door(COORDINATORS | SUPERUSER),
    "introduction:edit": Door(COORDINATORS),
    "privacy:confirm": Door(EXPERTS, fixed(purpose="cv_own")),
    "privacy_consent:ask_again": Door(KAISA | SUPERUSER, matti(purpose="cv_own"), method="post"),
    "consent_link": Door(EVERYBODY, consent_token),
}
