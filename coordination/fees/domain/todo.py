"""What waits about money: approvals and questions of one's own, and the office's."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.fees.models import Fee, FeeInquiry
from coordination.foundation.todo import Todo
from coordination.people.models import Person, Role, User

from . import approval, inquiry

Desk = FeeInquiry.Desk


def for_approver(person: Person) -> list[Todo]:
    """What waits for one's approval, and who asks after it."""
    count = approval.waiting_for(person).count()
    if not count:
        return []
    title = ngettext("%(count)s fee waits for your approval", "%(count)s fees wait for your approval", count)
    asking = inquiry.for_approver(person).count()
    text = ngettext("%(count)s person asks where the money is.", "%(count)s people ask where the money is.", asking)
    return [
        Todo(
            title=title % {"count": count},
            text=text % {"count": asking} if asking else _("Behind each is a person who waits for money."),
            url=reverse("fees:approvals"),
            button=_("Look and approve"),
            tone="late" if asking else "act",
        )
    ]


def for_office(user: User) -> list[Todo]:
    """Of the branches where one coordinates or handles the money."""
    if not user.has_role(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN):
        return []
    return [*_questions(user), *_given_back(user), *(_of_money(user) if _handles(user) else [])]


def _questions(user: User) -> list[Todo]:
    desks = [Desk.COORDINATOR, Desk.APPROVER, *([Desk.FINANCE] if _handles(user) else [])]
    count = inquiry.seen_in_office(user).filter(desk__in=desks).count()
    if not count:
        return []
    title = ngettext("%(count)s person asks: where is my money?", "%(count)s people ask: where is my money?", count)
    return [_todo(title % {"count": count}, reverse("fees_inquiry:index"), _("Answer"), "late")]


def _given_back(user: User) -> list[Todo]:
    rows = Fee.objects.handled_by(user).filter(status=Fee.Status.OWED, given_back_at__isnull=False)
    found = list(rows.order_by("given_back_at")[:5])
    return [
        _todo(
            _("%(number)s was given back by the approver") % {"number": fee.number},
            reverse("fees_fee:page", args=[fee.pk]),
            _("Put it right"),
            "act",
            fee.given_back_because,
        )
        for fee in found
    ]


def _of_money(user: User) -> list[Todo]:
    """What came back from payroll, what is late, and what is ready to be sent."""
    rows = Fee.objects.handled_by(user)
    ledger = reverse("fees_fee:index")
    found = []
    if count := rows.unanswered().count():
        title = ngettext("%(count)s payment came back from payroll", "%(count)s payments came back from payroll", count)
        found.append(_todo(title % {"count": count}, f"{ledger}?status=returned", _("Make them again"), "late"))
    heads = user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)
    if count := approval.late(rows, heads[0]).count():
        title = ngettext("%(count)s approval is late", "%(count)s approvals are late", count)
        found.append(_todo(title % {"count": count}, f"{reverse('fees_budget:index')}#late", _("See which"), "wait"))
    if count := approval.without_approver(rows, heads[0]):
        title = ngettext("%(count)s fee has nobody to approve it", "%(count)s fees have nobody to approve them", count)
        text = _(
            "Nobody approves their own, and over a sum two people approve: name another approver or a deputy there."
        )
        found.append(_todo(title % {"count": count}, reverse("fees_approver:new"), _("Add an approver"), "late", text))
    if count := rows.payable().filter(status=Fee.Status.APPROVED, batch_row=None).count():
        title = ngettext("%(count)s approved fee waits for a batch", "%(count)s approved fees wait for a batch", count)
        found.append(_todo(title % {"count": count}, reverse("fees_batch:new"), _("Make a batch"), "act"))
    return found


def _todo(title: str, url: str, button: str, tone: str, text: str = "") -> Todo:
    return Todo(title=title, url=url, button=button, tone=tone, text=text, group=_("Money matters"))


def _handles(user: User) -> bool:
    return user.has_role(Role.Kind.FINANCE, Role.Kind.ADMIN)
