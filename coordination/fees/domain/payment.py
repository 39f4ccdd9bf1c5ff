"""What payroll tells: paid, or returned with a reason. A returned row is closed; a new one answers it (`correction`)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.mails import fee as mails
from coordination.fees.models import BatchRow, Fee
from coordination.fees.permissions import money
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.records.domain import workflow

MOST_WORDS = 300
Outcome = BatchRow.Outcome


@transaction.atomic
def mark_paid(fee: Fee, by: Actor, *, on: date, tell: bool = True) -> Fee:
    """Payroll has paid it on a day (Helsinki date). The payee is told, unless the caller tells of many at once.

    Raises `Refused` for one who does not handle the money, for a day to come or before it was sent, and for a row that
    is not with payroll.
    """
    row = _with_payroll(fee, by, on)
    workflow.move(fee, Fee.Status.PAID, by, paid_on=on)
    _tell_batch(row, Outcome.PAID, on, "")
    if tell:
        mails.paid([fee])
    return fee


@transaction.atomic
def send_back(fee: Fee, by: Actor, *, reason: str, on: date, tell: bool = True) -> Fee:
    """Payroll could not pay it and says why. The row is closed; the payee is told that it came back.

    Raises `Refused` as `mark_paid`, without a reason, and for an identity code in it.
    """
    words = reason.strip()
    identity_code.refuse(words)
    if not words:
        raise Refused(_("Tell why it came back."), field="reason", code="reason")
    row = _with_payroll(fee, by, on)
    workflow.move(fee, Fee.Status.RETURNED, by, returned_at=clock.now(), returned_because=words[:MOST_WORDS])
    _tell_batch(row, Outcome.RETURNED, on, words[:MOST_WORDS])
    if tell:
        mails.returned([fee])
    return fee


def _with_payroll(fee: Fee, by: Actor, on: date) -> BatchRow:
    current = workflow.locked(fee, "payer")
    require(by, money.may_handle(by.user, current.payer))
    if current.status != Fee.Status.SENT:
        raise Refused(
            _("The row %(number)s is “%(state)s”, not with payroll.")
            % {"number": current.number, "state": current.get_status_display()},
            code="not_sent",
        )
    if on > clock.today():
        raise Refused(_("The day has not come yet."), field="on", code="future")
    if on < clock.local(current.sent_at).date():
        raise Refused(_("The day is before the row was sent to payroll."), field="on", code="before")
    return BatchRow.objects.select_related("batch").get(fee=fee)


def _tell_batch(row: BatchRow, outcome: str, on: date, because: str) -> None:
    row.outcome, row.outcome_on, row.outcome_because = outcome, on, because
    row.save(update_fields=["outcome", "outcome_on", "outcome_because"])
