"""Where a fee is: every step with its date, what is expected next, and the usual pay day (CASA #4673: approved is not paid)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.models import Unit
from coordination.records.domain import rule

PAY_DAY = "fee.pay_day"
Status = Fee.Status
DONE, NOW, COMING, BAD = "done", "now", "coming", "bad"


@dataclass(frozen=True)
class Step:
    """One step: `state` is done, now (it is here), coming, or bad (it stopped here). `day` is a Helsinki date or None."""

    key: str
    name: Promise | str
    state: str
    day: date | None = None
    text: Promise | str = ""


def of(fee: Fee, pay_day: date | None = None) -> list[Step]:
    """Owed, approved, sent to payroll, paid; or where it stopped, and why.

    `pay_day` is the expected day (`expected`); without it none is told.
    """
    if fee.status == Status.VOID:
        return [_owed(fee, DONE), Step("void", pgettext_lazy("money", "Struck out"), BAD, text=fee.reason)]
    if not fee.amount:
        return [_owed(fee, DONE), Step("nothing", pgettext_lazy("money", "Nothing to pay"), DONE, text=fee.reason)]
    steps = [_owed(fee, DONE), _approved(fee), _sent(fee)]
    if fee.status == Status.RETURNED:
        came_back = pgettext_lazy("money", "Came back from payroll")
        return [*steps, Step("returned", came_back, BAD, _day(fee.returned_at), fee.returned_because)]
    return [*steps, _paid(fee, pay_day)]


def expected(fee: Fee) -> date | None:
    """The pay day one may expect, by the payer's rule: of this month, or of the next when it is past or too near.

    None for what is paid, came back, or is nothing to pay.
    """
    if fee.status not in (Status.OWED, Status.APPROVED, Status.SENT) or fee.amount <= 0:
        return None
    return next_pay_day(int(rule.on(fee.payer, PAY_DAY)), _day(fee.sent_at) or clock.today())


def usual(payer: Unit | None) -> int:
    """The day of the month on which the payer usually pays."""
    return int(rule.on(payer, PAY_DAY))


def next_pay_day(day_of_month: int, after: date) -> date:
    """The first pay day later than a day; a month that has no such day pays on its last."""
    found = _in_month(after.year, after.month, day_of_month)
    if found > after:
        return found
    return _in_month(after.year + (after.month == 12), after.month % 12 + 1, day_of_month)


def _in_month(year: int, month: int, day_of_month: int) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(max(day_of_month, 1), last))


def _owed(fee: Fee, state: str) -> Step:
    return Step("owed", pgettext_lazy("money", "Written into the ledger"), state, _day(fee.created_at))


def _approved(fee: Fee) -> Step:
    name = pgettext_lazy("money", "Approved by the payer")
    if fee.approved_at:
        return Step("approved", name, DONE, _day(fee.approved_at))
    if fee.given_back_at:
        why = _("The approver asks to put something right. The office does that.")
        back = pgettext_lazy("money", "Not approved yet: given back")
        return Step("approved", back, BAD, _day(fee.given_back_at), why)
    name = pgettext_lazy("money", "Waits for the payer’s approval")
    if fee.first_approved_at:
        return Step("approved", name, NOW, text=_("One of two has approved."))
    return Step("approved", name, NOW)


def _sent(fee: Fee) -> Step:
    name = pgettext_lazy("money", "Sent to payroll")
    if fee.sent_at:
        return Step("sent", name, DONE, _day(fee.sent_at))
    if fee.status == Status.APPROVED:
        return Step("sent", pgettext_lazy("money", "Goes to payroll in the next batch"), NOW)
    return Step("sent", pgettext_lazy("money", "To payroll"), COMING)


def _paid(fee: Fee, pay_day: date | None) -> Step:
    name = pgettext_lazy("money", "Paid")
    if fee.paid_on:
        return Step("paid", name, DONE, fee.paid_on)
    if fee.status == Status.SENT:
        return Step("paid", pgettext_lazy("money", "Payroll pays"), NOW, pay_day)
    return Step("paid", pgettext_lazy("money", "Payment"), COMING, pay_day)


def _day(moment: datetime | None) -> date | None:
    return clock.local(moment).date() if moment else None
