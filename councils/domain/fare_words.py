"""Where a fare and a meeting fee stand, each step in words (CC-21, EX-12)."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.fees.models import Fee
from coordination.foundation import formats

from .fare import Row

Status = Fee.Status


def lines(row: Row) -> list[str]:
    """What is told of the fare, then of the meeting fee where there is one."""
    fee = row.attendance.fee
    return [fare(row), *([meeting_fee(fee)] if fee else [])]


def fare(row: Row) -> str:
    if not row.takes_fare:
        return _("Remotely: no fare.")
    if not row.is_confirmed:
        return _("The fare has not been confirmed yet.")
    owed = row.attendance.fare
    if owed is None:
        return _("No fare.")
    return _("Fare %(sum)s: %(state)s.") % {"sum": formats.euros(owed.amount), "state": step(owed)}


def meeting_fee(owed: Fee) -> str:
    if not owed.amount:
        return _("The meeting fee is not taken.")
    return _("Meeting fee %(sum)s: %(state)s.") % {"sum": formats.euros(owed.amount), "state": step(owed)}


def step(owed: Fee) -> str:
    """The step of a row of the ledger, as one who waits for the money understands it."""
    return {
        Status.OWED: pgettext("money", "confirmed, waits for approval"),
        Status.APPROVED: pgettext("money", "approved, goes to be paid next"),
        Status.SENT: pgettext("money", "on its way to your account"),
        Status.PAID: pgettext("money", "paid"),
        Status.RETURNED: pgettext("money", "came back; the office looks into it"),
        Status.VOID: pgettext("money", "struck out"),
    }[Status(owed.status)]
