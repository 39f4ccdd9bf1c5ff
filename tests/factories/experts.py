"""Experts in situations: in the folder, with a CV on its way, with or without consent."""

from __future__ import annotations

from datetime import date, time

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.privacy.models import Consent, ConsentText, Purpose
from experts.domain import availability, catalogue, cv, limit
from experts.domain.availability import Stretch
from experts.models import CV, Contract, ContractKind, ContractTemplate, CVRevision, Expert, ServiceArea, TaskType
from tests.factories import people

HOUSE = Actor.worker()
FOLDER = (Purpose.CV_OWN,)


def service_area(code: str = "debt-counselling") -> ServiceArea:
    """One of the areas every organisation starts with."""
    catalogue.seed()
    return ServiceArea.objects.get(code=code)


def task_type(code: str = "client-meeting") -> TaskType:
    """One of the tasks every organisation starts with."""
    catalogue.seed()
    return TaskType.objects.get(code=code)


def consent_for(person: Person, purpose: str, expires_on: date | None = None) -> Consent:
    """Given on paper today, in the words of the first version."""
    text, __ = ConsentText.objects.get_or_create(
        purpose=purpose, language="fi", version=1, defaults={"body": "Suostun."}
    )
    consent, __ = Consent.objects.get_or_create(
        person=person,
        purpose=purpose,
        withdrawn_at=None,
        defaults={"text": text, "given_at": clock.now(), "channel": Consent.Channel.PAPER, "expires_on": expires_on},
    )
    return consent


def expert_in_training(
    first_name: str = "Tero", last_name: str = "Tulokas", unit: Unit | None = None, **fields: object
) -> Expert:
    """Admitted, with an account if the person has an e-mail address."""
    person = fields.pop("person", None) or people.person(
        first_name, last_name, unit=unit, email=f"{first_name.lower()}@example.com"
    )
    people.user_for(person)
    return Expert.objects.create(
        person=person,
        unit=unit or person.unit,
        **{"admitted_before": "2.1.2020, Kaisa", "locality": "Havukumpu", **fields},
    )


def expert_active(
    first_name: str = "Veera", last_name: str = "Testilä", unit: Unit | None = None, **fields: object
) -> Expert:
    """Taking part, with an account and the confidentiality commitment signed; no CV and no consent yet."""
    expert = expert_in_training(first_name, last_name, unit, **{"status": Expert.Status.ACTIVE, **fields})
    signed(expert)
    return expert


def signed(expert: Expert, kind: str = ContractKind.CONFIDENTIALITY, **fields: object) -> Contract:
    """On paper years ago, in the first words of the organisation."""
    words, __ = ContractTemplate.objects.get_or_create(
        unit=people.organisation(),
        kind=kind,
        version=1,
        defaults={
            "titles": "Sitoumus",
            "bodies": "# Lupaus\nPidän asiat omina tietoinani.",
            "valid_from": date(2020, 1, 1),
        },
    )
    facts = {"signed_on": date(2020, 1, 2), "signed_how": Contract.Signed.PAPER, **fields}
    return Contract.objects.create(expert=expert, kind=kind, template=words, **facts)


def expert_on_leave(**fields: object) -> Expert:
    return expert_active(**{"first_name": "Lauri", **fields, "status": Expert.Status.LEAVE})


def cv_draft(expert: Expert, language: str = "fi", **fields: object) -> CVRevision:
    """A draft with a background and a story."""
    draft = cv.start(expert, language, HOUSE)
    texts = {
        "background": "Olen käynyt mukana asiakastapaamisilla.",
        "motto": "Häpeä lähtee puhumalla.",
        "story": "Kirjeet kertyivät.",
    }
    area_texts = fields.pop("area_texts", None)
    return cv.write(draft, HOUSE, area_texts=area_texts, **{**texts, **fields})


def cv_submitted(expert: Expert, language: str = "fi", **fields: object) -> CVRevision:
    """Sent for approval with the expert's agreement."""
    return cv.submit(cv_draft(expert, language, **fields), HOUSE, agreed=True)


def cv_approved(expert: Expert, language: str = "fi", **fields: object) -> CVRevision:
    """Approved today, searchable."""
    texts = {
        "background": "Olen käynyt mukana asiakastapaamisilla.",
        "motto": "Häpeä lähtee puhumalla.",
        "story": "Kirjeet kertyivät.",
    }
    return cv.import_approved(expert, language, HOUSE, **{**texts, **fields})


def in_folder(
    first_name: str = "Veera", last_name: str = "Testilä", unit: Unit | None = None, **fields: object
) -> Expert:
    """Active, with an approved CV and the consent for the own organisation."""
    expert = expert_active(first_name, last_name, unit, **fields)
    cv_approved(expert)
    for purpose in FOLDER:
        consent_for(expert.person, purpose)
    return expert


def aino() -> Expert:
    """The expert of the cast: active, with an account, an approved CV on debt counselling, Wednesday afternoons and all CV consents."""
    found = Expert.objects.filter(person__email="aino@example.org").select_related("person__user", "unit").first()
    if found:
        return found
    person = people.person("Aino", "Aalto", email="aino@example.org", birth_year=1974, town="Havukumpu")
    expert = expert_active(person=person, max_per_month=4, rest_days=1, training_year=2021)
    debt = service_area("debt-counselling")
    cv_approved(expert, area_texts={debt: "Velkajärjestely alusta loppuun."}, special_skills=["Velkajärjestely"])
    limit.keep(
        expert, HOUSE, areas=[debt], task_types=[task_type("client-meeting"), task_type("lecture")], languages=["fi"]
    )
    availability.keep(expert, HOUSE, week=[Stretch(2, time(12), time(16))])
    for purpose in (Purpose.CV_OWN, Purpose.CV_PARTNERS, Purpose.CV_PUBLIC):
        consent_for(person, purpose)
    return expert


def confirmed_last_year(expert: Expert) -> CV:
    """The approved text has not been confirmed for over a year."""
    cv_row = CV.objects.get(expert=expert, language="fi")
    today = clock.today()
    cv_row.confirmed_on = date(today.year - 2, today.month, 1)
    cv_row.save(update_fields=["confirmed_on"])
    return cv_row
