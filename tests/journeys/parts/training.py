"""Walks over trainings, supervision and contracts: the coordinator's and the expert's own."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from experts.models import Contract, ContractTemplate, Expert, TrainingGroup
from tests.journeys.pages import Address, Walk, at, somebody

Status = TrainingGroup.Status


def kaisa(language: str) -> Iterator[Address]:
    running = TrainingGroup.objects.get(status=Status.RUNNING)
    expert = Expert.objects.get(person__email=cast.VEERA.email)
    yield at("training_group:index")
    yield at("training_group:new")
    yield at("training_group:figures")
    for page in ("page", "change", "times", "enrol", "complete", "cancel"):
        yield at(f"training_group:{page}", running.pk)
    yield at("training_group:page", TrainingGroup.objects.get(status=Status.ENDED).pk)
    yield at("training_group:elsewhere", expert.pk)
    yield at("expert_supervision:index")
    yield at("expert_contract:index")
    yield at("expert_contract:missing", "commission")
    yield at("expert_contract:ask", expert.pk, "commission")
    yield at("expert_contract:note", expert.pk, "commission")
    yield at("expert_contract:page", Contract.objects.filter(signed_how="screen").first().pk)
    yield at("expert_contract:end", Contract.objects.filter(signed_on=None).first().pk)
    yield at("contract_template:index")
    yield at("contract_template:new", "commission")
    yield at("contract_template:page", ContractTemplate.objects.first().pk)
    yield at("expert:page", expert.pk)


def veera(language: str) -> Iterator[Address]:
    """One contract waits, another has been signed."""
    mine = Contract.objects.filter(expert__person__email=cast.VEERA.email)
    yield at("experts:my_support")
    yield at("experts:my_contract", mine.get(signed_on=None).pk)
    yield at("experts:my_contract", mine.exclude(signed_on=None).first().pk)


WALKS: dict[str, Walk] = {
    "coordinator, trainings and contracts": (lambda: somebody(cast.KAISA), kaisa),
    "expert, trainings and contracts": (lambda: somebody(cast.VEERA), veera),
}
PRESS, FILE = "only takes a press", "a file"
NO_PAGES: dict[str, str] = {
    "training_group:press": PRESS,
    "training_group:training_press": PRESS,
    "training_group:certificate": FILE,
    "training_group:certificates": FILE,
    "expert_supervision:invite": PRESS,
    "expert_contract:paper": FILE,
    "expert_contract:pdf": FILE,
    "expert_contract:scan": FILE,
    "experts:my_contract_pdf": FILE,
    "experts:my_contract_scan": FILE,
    "experts:my_certificate": FILE,
}
