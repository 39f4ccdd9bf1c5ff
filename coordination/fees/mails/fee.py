"""What is written about money on its way: that something moved or waits, and where; never sums, or what they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.fees.models import Fee, FeeInquiry
from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person

WAITS = "fees.approval.waits"


def paid(fees: Iterable[Fee]) -> int:
    """To each payee, one message however many rows were paid."""
    return _by_payee("fees.fee.paid", fees)


def returned(fees: Iterable[Fee]) -> int:
    """To each payee: a payment could not be made; the office looks into it."""
    return _by_payee("fees.fee.returned", fees)


def approval_waits(person: Person, count: int) -> Message:
    """To an approver, once a day at most: how many rows wait."""
    context = {"count": count, "address": _address("fees:approvals", person)}
    return outbox.queue(WAITS, to=person, context=context, about=person, version=clock.today().toordinal())


def answered(inquiry: FeeInquiry) -> Message:
    """To the one who asked where the money is."""
    person = inquiry.asked_by
    return outbox.queue(
        "fees.inquiry.answered", to=person, context={"address": _address("fees:mine", person)}, about=inquiry
    )


def _by_payee(kind: str, fees: Iterable[Fee]) -> int:
    rows: dict[Person, list[Fee]] = defaultdict(list)
    for fee in fees:
        rows[fee.payee].append(fee)
    for person, own in rows.items():
        context = {"count": len(own), "address": _address("fees:mine", person)}
        outbox.queue(kind, to=person, context=context, about=own[0])
    return len(rows)


def _address(name: str, person: Person) -> str:
    with translation.override(person.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse(name)
