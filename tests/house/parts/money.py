"""Doors of approving, batches, the ledger and the budgets."""

from __future__ import annotations

from coordination.fees.domain import inquiry, ledger_view
from coordination.fees.models import Approver
from tests.factories import experts, money, people
from tests.house.door_table import ALL_PAYERS, KAISA, PAYERS, Keys, fixed, only
from tests.house.doors import NOBODY, Door

MONEY = only("finance", "admin", "superuser")


def open_batch(**keys: object) -> object:
    return lambda: {"pk": money.batch_open().pk, **keys}


def closed_batch(**keys: object) -> object:
    return lambda: {"pk": money.batch_closed().pk, **keys}


def sent() -> Keys:
    return {"pk": money.batch_closed().rows.first().fee_id, "what": "tulos"}


def asked() -> Keys:
    aino = experts.aino().person
    people.user_for(aino)
    return {"pk": inquiry.ask(money.fee_owed(aino), people.actor(aino)).pk}


def payee() -> Keys:
    return {"pk": money.fee_owed().payee_id}


def approver() -> Keys:
    money.hely()
    return {"pk": Approver.objects.get().pk}


def view() -> Keys:
    return {"pk": ledger_view.keep(people.finance().user, "Avoimet", "status=owed").pk}


def sari_approves() -> Keys:
    """Sari approves what her organisation pays; nobody else of the cast does."""
    money.approver_is(people.sari())
    return {}


def waiting() -> Keys:
    sari_approves()
    return {"pk": money.fee_owed().pk}


def asked_of_sari() -> Keys:
    sari_approves()
    return asked()


DOORS: dict[str, Door] = {
    "fees:approvals": Door(only("staff"), sari_approves),
    "fees:give_back": Door(only("staff"), waiting),
    "fees:approval_answer": Door(only("staff"), asked_of_sari),
    "fees_fee:view": Door(ALL_PAYERS),
    "fees_fee:view_forget": Door(only("finance"), view, method="post"),
    "fees_fee:export": Door(ALL_PAYERS),
    "fees_fee:act": Door(MONEY, sent),
    "fees_fee:person": Door(KAISA, payee),
    "fees_batch:index": Door(MONEY),
    "fees_batch:index_results": Door(MONEY),
    "fees_batch:new": Door(MONEY),
    "fees_batch:page": Door(MONEY, closed_batch(), acts=NOBODY),
    "fees_batch:state": Door(MONEY, closed_batch(), acts=NOBODY),
    "fees_batch:leave_out": Door(MONEY, open_batch(), method="post"),
    "fees_batch:close": Door(MONEY, open_batch(), method="post"),
    "fees_batch:give_up": Door(MONEY, open_batch(), method="post"),
    "fees_batch:results": Door(MONEY, closed_batch()),
    "fees_batch:file": Door(MONEY, closed_batch(form="csv"), acts=NOBODY),
    "fees_approver:index": Door(MONEY),
    "fees_approver:index_results": Door(MONEY),
    "fees_approver:new": Door(MONEY),
    "fees_approver:page": Door(MONEY, approver),
    "fees_pay_code:index": Door(MONEY),
    "fees_pay_code:index_results": Door(MONEY),
    "fees_pay_code:new": Door(MONEY),
    "fees_layout:index": Door(MONEY),
    "fees_payee_number:index": Door(MONEY, acts=NOBODY),
    "fees_payee_number:page": Door(MONEY, payee),
    "fees_budget:index": Door(ALL_PAYERS, acts=NOBODY),
    "fees_budget:new": Door(MONEY),
    "fees_invoicing:index": Door(MONEY, acts=NOBODY),
    "fees_invoicing:file": Door(MONEY, fixed(form="csv"), acts=NOBODY),
    "fees_inquiry:index": Door(ALL_PAYERS),
    "fees_inquiry:page": Door(PAYERS, asked),
}
