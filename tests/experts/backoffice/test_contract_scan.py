"""The scan of a contract signed on paper: kept bare, opened by the expert and the coordinators only (2.6)."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from coordination.foundation import clock, formats, pdf_bare
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.models import AccessEntry, StoredFile
from experts.domain import contract, contract_scan, contract_sheet, contract_template
from experts.models import Contract
from tests.factories import claims, experts, people

pytestmark = pytest.mark.django_db
HOUSE, KIND = Actor.worker(), "commission"


def noted(content: bytes | None = None) -> Contract:
    """Of Aino, on paper, with a photo of it as scan."""
    facts = {"signed_on": clock.today(), "scan": content or claims.photo()}
    return contract.note_signed(experts.aino(), KIND, HOUSE, **facts)


def test_kaisa_notes_the_paper_with_its_scan(client):
    expert = experts.aino()
    client.force_login(people.kaisa().user)
    there = reverse("expert_contract:note", args=[expert.pk, KIND])
    said = {"signed_on": formats.day(clock.today()).split()[-1]}

    page = client.get(there)
    wrong = client.post(there, {**said, "scan": SimpleUploadedFile("sopimus.pdf", b"MZ virus")})
    kept = client.post(there, {**said, "scan": SimpleUploadedFile("kuva", claims.photo())})

    assert 'enctype="multipart/form-data"' in page.content.decode()
    assert [row.code for row in wrong.context["form"].errors.as_data()["scan"]] == ["format"]
    assert kept.status_code == 302
    assert Contract.objects.get(kind=KIND).scan.owner == expert.person


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"x" * (contract_scan.LARGEST + 1), "size"),
        (b"%PDF-1.7 broken", "pdf"),
        (b"<html></html>", "format"),
        (b"", "format"),
    ],
    ids=["large", "broken", "web page", "empty"],
)
def test_what_is_no_scan_is_refused_and_nothing_noted(content, code):
    expert = experts.aino()

    with pytest.raises(Refused) as refusal:
        contract.note_signed(expert, KIND, HOUSE, signed_on=clock.today(), scan=content)

    assert (refusal.value.code, refusal.value.field) == (code, "scan")
    assert (Contract.objects.filter(kind=KIND).exists(), StoredFile.objects.exists()) == (False, False)


def test_a_pdf_is_kept_without_what_it_tells_of_its_maker():
    expert = experts.aino()
    made = contract_sheet.to_sign(expert, contract_template.laid_down(expert.unit, KIND))

    row = noted(made)

    with row.scan.file.open("rb") as file:
        kept = file.read()
    assert kept == contract_scan.cleaned(made)[0]
    assert pdf_bare.bare(kept) is not None


@pytest.mark.parametrize(
    ("who", "name", "status", "logged"),
    [
        (lambda: people.kaisa().user, "expert_contract:scan", 200, 1),
        (lambda: experts.aino().person.user, "experts:my_contract_scan", 200, 0),
        (lambda: experts.expert_active("Bea").person.user, "experts:my_contract_scan", 404, 0),
    ],
    ids=["coordinator", "oneself", "another expert"],
)
def test_the_expert_and_the_coordinators_open_it_and_a_read_is_written_down(client, who, name, status, logged):
    row = noted()
    client.force_login(who())

    answer = client.get(reverse(name, args=[row.pk]))

    assert answer.status_code == status
    assert (status != 200) or (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert AccessEntry.objects.filter(about=f"experts.contract_scan:{row.pk}").count() == logged
