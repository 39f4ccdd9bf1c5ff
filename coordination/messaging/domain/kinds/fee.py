"""Kinds about money on its way."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Piece, Theme

PIECES = [
    Piece("payments", _("How many payments"), '{% include "messages/fees/fee/_payments.txt" %}'),
    Piece("statement_year", _("The year of the statement"), "{{ year }}"),
    Piece("rows_waiting", _("How many rows wait for approval"), '{% include "messages/fees/approval/_rows.txt" %}'),
]
KINDS = [
    Kind(
        "fees.fee.paid",
        _("A fee has been paid"),
        _("To the payee, when payroll has paid; one message for all that was paid at once."),
        Theme.PERSON,
        pieces="payments address",
        required="address",
        sample={"count": 2},
    ),
    Kind(
        "fees.fee.returned",
        _("A payment came back"),
        _("To the payee, when payroll could not pay; the reason is read after signing in."),
        Theme.PERSON,
        pieces="payments address",
        required="address",
        sample={"count": 1},
    ),
    Kind(
        "fees.approval.waits",
        _("Fees wait for approval"),
        _("To an approver, when something new waits, once a day at most."),
        Theme.PERSON,
        pieces="rows_waiting address",
        required="address",
        sample={"count": 4},
    ),
    Kind(
        "fees.inquiry.answered",
        _("An answer to where a fee is"),
        _("To whoever asked where the money is; the answer is read after signing in."),
        Theme.PERSON,
        pieces="address",
        required="address",
    ),
    Kind(
        "fees.statement.posted",
        _("The year’s fees on paper"),
        _("To a payee by post: in January, or when asked for. The sums stand on the paper of the same envelope."),
        Theme.PERSON,
        pieces="statement_year address contact coordinator_name coordinator_phone",
        sample={"year": 2026},
    ),
]
