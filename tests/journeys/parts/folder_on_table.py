from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from coordination.people.models import Person
from coordination.privacy.models import Consent
from experts.models import Expert, OutOfDate
from tests.journeys.pages import Address, Walk, at, somebody


def staff(language: str) -> Iterator[Address]:
    """CVs side by side, the client's own pages, paper, what is out of date, getting to know."""
    sari = somebody(cast.SARI)
    keys = list(Expert.objects.in_folder_of(sari.user).order_by("staff_key").values_list("staff_key", flat=True)[:5])
    three, five = ("?" + "&".join(f"compare={key}" for key in keys[:count]) for count in (3, 5))
    yield at("experts:folder", query=three)
    yield at("experts:comparison", query=three)
    yield at("experts:comparison", query=five)
    yield at("experts:client_cards", query=three)
    yield at("experts:client_cards")
    yield at("experts:client_choose", query=three)
    yield at("experts:client_choose", query=f"{three}&eka={keys[0]}")
    yield at("experts:client_choose", query=f"{three}&eka={keys[0]}&toka={keys[1]}")
    yield at("experts:client_chosen", query=three)
    yield at("experts:client_result", query=three)
    yield at("experts:folder_print", query=three)
    yield at("experts:cv_out_of_date", keys[0])
    yield at("experts:contact_out_of_date")
    yield at("experts:remark", OutOfDate.objects.filter(reporter=sari).first().pk)
    yield at("experts:introduction")


def veera(language: str) -> Iterator[Address]:
    yield at("privacy:confirm", "cv_own")
    yield at("privacy:mine")


def public(language: str) -> Iterator[Address]:
    asked = Consent.objects.filter(link__isnull=False, withdrawn_at=None).first()
    Person.objects.filter(pk=asked.person_id).update(language=language)
    yield at("consent_link", safe_link.token(asked.link))
    yield at("consent_link", "no-such-link")


def kaisa(language: str) -> Iterator[Address]:
    yield at("out_of_date:index")
    yield at("experts:remark", OutOfDate.objects.open().first().pk)
    yield at("introduction:edit")
    yield at("privacy_consent:person", Consent.objects.filter(link__isnull=False).first().person_id)


WALKS: dict[str, Walk] = {
    "staff, the folder on the table": (lambda: somebody(cast.SARI), staff),
    "expert, a consent to confirm": (lambda: somebody(cast.VEERA), veera),
    "a consent by link": (lambda: None, public),
    "coordinator, what is out of date": (lambda: somebody(cast.KAISA), kaisa),
}
NO_PAGES: dict[str, str] = {
    "experts:client_paper": "a file",
    "experts:introduction_sheet": "a file",
    "experts:introduction_advert": "a file",
}
