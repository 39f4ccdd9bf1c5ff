"""Trainings, supervision and contracts: of the coordinators of the register, and one's own."""

from coordination.foundation import clock
from experts.domain import contract, training
from experts.models import Contract, ContractTemplate, Expert, Training, TrainingGroup
from tests.factories import claims, experts, people
from tests.factories import training as factory
from tests.house.door_table import EXPERTS, KAISA, Keys, only
from tests.house.doors import Door

COORDINATORS = only("coordinator", "neighbour")
BOARDS = only("coordinator", "neighbour", "superuser")
AINO = only("expert")


def aino() -> Expert:
    people.kaisa()
    return experts.aino()


def group(**more: object) -> Keys:
    found = TrainingGroup.objects.first() or factory.running(aino())
    return {"pk": found.pk, **more}


def row() -> Training:
    return Training.objects.get(group__pk=group()["pk"])


def completed() -> Training:
    found = row()
    if found.status == Training.Status.GOING_ON:
        training.complete([found], factory.HOUSE, on=clock.today())
    return found


def waiting() -> Contract:
    return Contract.objects.filter(signed_on=None).first() or factory.asked(aino())


def scanned() -> Contract:
    found = Contract.objects.exclude(scan=None).first()
    facts = {"signed_on": clock.today(), "scan": claims.photo()}
    return found or contract.note_signed(aino(), "confidentiality", factory.HOUSE, **facts)


def of_aino(**more: object) -> Keys:
    return {"expert": aino().pk, **more}


def words() -> Keys:
    waiting()
    return {"pk": ContractTemplate.objects.filter(kind="commission").get().pk}


DOORS: dict[str, Door] = {
    "training_group:index": Door(BOARDS),
    "training_group:index_results": Door(BOARDS),
    "expert_contract:index": Door(BOARDS),
    "expert_contract:index_results": Door(BOARDS),
    "contract_template:index": Door(BOARDS),
    "contract_template:index_results": Door(BOARDS),
    "training_group:new": Door(BOARDS),
    "training_group:figures": Door(BOARDS),
    "training_group:page": Door(KAISA, group),
    "training_group:change": Door(KAISA, group),
    "training_group:times": Door(KAISA, group),
    "training_group:enrol": Door(KAISA, group),
    "training_group:complete": Door(KAISA, group),
    "training_group:cancel": Door(KAISA, group),
    "training_group:press": Door(KAISA, lambda: group(act="valitut"), method="post"),
    "training_group:certificates": Door(KAISA, lambda: {"pk": completed().group_id}),
    "training_group:certificate": Door(KAISA, lambda: {"row": completed().pk}),
    "training_group:training_press": Door(KAISA, lambda: {"row": row().pk, "act": "keskeyta"}, method="post"),
    "training_group:elsewhere": Door(KAISA, of_aino),
    "expert_supervision:index": Door(BOARDS),
    "expert_supervision:invite": Door(KAISA, lambda: {"pk": factory.supervision().pk}, method="post"),
    "expert_contract:missing": Door(BOARDS, lambda: {"kind": "commission"}),
    "expert_contract:ask": Door(KAISA, lambda: of_aino(kind="commission")),
    "expert_contract:note": Door(KAISA, lambda: of_aino(kind="commission")),
    "expert_contract:paper": Door(KAISA, lambda: of_aino(kind="commission")),
    "expert_contract:page": Door(KAISA, lambda: {"pk": waiting().pk}),
    "expert_contract:end": Door(KAISA, lambda: {"pk": waiting().pk}),
    "expert_contract:pdf": Door(KAISA, lambda: {"pk": waiting().pk}),
    "expert_contract:scan": Door(KAISA, lambda: {"pk": scanned().pk}),
    "contract_template:new": Door(COORDINATORS, lambda: {"kind": "confidentiality"}),
    "contract_template:page": Door(KAISA | {"superuser"}, words),
    "experts:my_support": Door(EXPERTS),
    "experts:my_contract": Door(AINO, lambda: {"pk": waiting().pk}),
    "experts:my_contract_pdf": Door(AINO, lambda: {"pk": waiting().pk}),
    "experts:my_contract_scan": Door(AINO, lambda: {"pk": scanned().pk}),
    "experts:my_certificate": Door(AINO, lambda: {"pk": completed().pk}),
}
