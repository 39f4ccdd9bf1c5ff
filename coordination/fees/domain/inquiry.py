""" "Where is my money?": asked in one press, it goes to whoever holds the money now."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.fees.mails import fee as mails
from coordination.fees.models import Fee, FeeInquiry
from coordination.fees.permissions import money
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, User
from coordination.records.domain import audit, workflow

from . import approval
from . import approver as approvers

Desk = FeeInquiry.Desk
Status = Fee.Status
MOST_WORDS = 600


@transaction.atomic
def ask(fee: Fee, by: Actor) -> FeeInquiry:
    """The payee asks where the money is.

    Raises `Refused` for somebody else's row, for what is paid or nothing to pay, while a question waits for its answer,
    and for a second one on the same day.
    """
    current = workflow.locked(fee, "payer", "payee")
    person = by.subject
    if person is None or current.payee_id != person.pk:
        raise Refused(_("Only the one whose money it is asks this."), code="not_yours")
    if current.status in (Status.PAID, Status.VOID) or not current.amount:
        raise Refused(_("This row does not wait for anything. Read its steps."), code="nothing_waits")
    if FeeInquiry.objects.open().filter(fee=current).exists():
        raise Refused(_("You have asked already. The answer comes to you by message."), code="waits")
    try:
        with transaction.atomic():
            row = FeeInquiry.objects.create(fee=current, desk=desk_of(current), asked_by=person)
    except IntegrityError:
        raise Refused(_("You have asked today already. Ask again tomorrow, or call."), code="today") from None
    audit.log(row, "kuuluviin.made", by, {"fee": current.number})
    return row


@transaction.atomic
def answer(inquiry: FeeInquiry, by: Actor, *, words: str) -> FeeInquiry:
    """Answer the question; the asker gets a message that the answer waits.

    Raises `Refused` without words, for an identity code, for one who neither holds the money nor looks after the row,
    and where it is answered already.
    """
    identity_code.refuse(words)
    if not words.strip():
        raise Refused(_("Write the answer."), field="words", code="words")
    current = FeeInquiry.objects.select_for_update(of=("self",)).select_related("fee__payer", "fee__unit", "asked_by")
    current = current.get(pk=inquiry.pk)
    require(by, may_answer(by, current))
    if current.answered_at:
        raise Refused(_("Somebody has answered already."), code="answered")
    current.answer, current.answered_by, current.answered_at = words.strip()[:MOST_WORDS], by.person, clock.now()
    current.save(update_fields=["answer", "answered_by", "answered_at"])
    audit.log(current, "kuuluviin.changed", by, {"answered": True})
    mails.answered(current)
    return current


def desk_of(fee: Fee) -> str:
    """Who holds the money now: the approver what waits for approval, the coordinator what was given back, else those who pay."""
    if fee.status != Status.OWED:
        return Desk.FINANCE
    if fee.given_back_at is not None:
        return Desk.COORDINATOR
    return Desk.APPROVER if approvers.of(fee.payer).nearest else Desk.FINANCE


def for_approver(person: Person) -> QuerySet[FeeInquiry]:
    """Open questions about rows this person may approve now."""
    rows = FeeInquiry.objects.open().filter(desk=Desk.APPROVER, fee__in=approval.waiting_for(person).values("pk"))
    return rows.select_related("fee__payer", "fee__payee", "asked_by").order_by("asked_at")


def may_answer(by: Actor, inquiry: FeeInquiry) -> bool:
    fee = inquiry.fee
    if by.person is not None and by.person.pk == fee.payee_id:
        return False
    if money.may_put_right(by.user, fee.payer) or money.may_put_right(by.user, fee.unit):
        return True
    return by.person is not None and by.person.pk in approvers.of(fee.payer).everyone


def seen_in_office(user: User) -> QuerySet[FeeInquiry]:
    """Open questions of the branches where the user coordinates or handles the money."""
    return FeeInquiry.objects.visible_to(user).open().exclude(asked_by__user=user)
