"""Walks over approving, batches, budgets and the ledger's files."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.fees.domain import correction, payment_batch
from coordination.fees.models import Approver, Fee, FeeInquiry, PaymentBatch
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from tests.journeys.pages import Address, Walk, at, somebody

Status = Fee.Status


def hely(language: str) -> Iterator[Address]:
    """The approver, without a back office: what waits, giving back, an answer."""
    person = somebody(cast.HELY)
    yield at("fees:approvals")
    approved = Fee.objects.filter(approver=person, status=Status.APPROVED).first()
    yield at("fees:give_back", approved.pk)


def tiina(language: str) -> Iterator[Address]:
    """Who handles the money: the ledger's rows in each state, batches, codes, budgets, the month."""
    by = Actor.of(somebody(cast.TIINA).user)
    for act, fee in (
        ("tulos", Fee.objects.filter(status=Status.SENT).first()),
        ("hyvitys", Fee.objects.filter(status=Status.PAID, amount__gt=0).first()),
        ("kuntoon", Fee.objects.filter(given_back_at__isnull=False).first()),
        ("uusi", _reversed(by)),
    ):
        yield at("fees_fee:page", fee.pk)
        yield at("fees_fee:act", fee.pk, act)
    yield at("fees_fee:view", query="?status=owed")
    yield at("fees_fee:export")
    yield at("fees_batch:index")
    yield at("fees_batch:new")
    closed = PaymentBatch.objects.exclude(number=None).first()
    yield at("fees_batch:page", closed.pk)
    yield at("fees_batch:results", closed.pk)
    opened = payment_batch.begin(Unit.objects.get(pk=somebody(cast.TIINA).unit_id), by)
    yield at("fees_batch:page", opened.pk)
    yield at("fees_approver:index")
    yield at("fees_approver:new")
    yield at("fees_approver:page", Approver.objects.first().pk)
    yield at("fees_pay_code:index")
    yield at("fees_pay_code:new")
    yield at("fees_layout:index")
    yield at("fees_payee_number:index")
    yield at("fees_payee_number:page", Fee.objects.first().payee_id)
    yield at("fees_budget:index")
    yield at("fees_budget:new")
    yield at("fees_invoicing:index")
    yield at("fees_inquiry:index")
    yield at("fees_inquiry:page", FeeInquiry.objects.open().first().pk)


def _reversed(by: Actor) -> Fee:
    paid = Fee.objects.filter(status=Status.PAID, amount__gt=0, replaced_by=None).last()
    return correction.reverse(paid, by, reason="Väärä luokka")


def kaisa(language: str) -> Iterator[Address]:
    """The coordinator, called by one who earns something: the years, and a letter of one of them."""
    yield at("fees_fee:person", Fee.objects.filter(payee__channel=Person.Channel.POST).first().payee_id)


WALKS: dict[str, Walk] = {
    "coordinator, somebody's money": (lambda: somebody(cast.KAISA), kaisa),
    "approver": (lambda: somebody(cast.HELY), hely),
    "finance, money": (lambda: somebody(cast.TIINA), tiina),
}
NO_PAGES: dict[str, str] = {
    "fees:approval_answer": "the same form as fees_inquiry:page, for an approver",
    "fees_fee:view_forget": "a press on the page of kept views",
    "fees_batch:state": "for the script of the progress page",
    "fees_batch:leave_out": "a press on the page of the batch",
    "fees_batch:close": "a press on the page of the batch",
    "fees_batch:give_up": "a press on the page of the batch",
    "fees_batch:file": "a file",
    "fees_invoicing:file": "a file",
}
