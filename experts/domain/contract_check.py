"""Which contracts a task asks for, and who lacks them: no offer and no booking without (L-13, 2.6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.models import User
from coordination.records.domain import rule
from experts.models import BookingRequest, Contract, ContractKind, Expert, RequestedTime

COMMISSION, CONFIDENTIALITY = "contract.commission_needed", "contract.confidentiality_needed"
RULES = [COMMISSION, CONFIDENTIALITY]


def demanded(order: BookingRequest, rules: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds an order asks for by the `rules` of its unit."""
    asked = {
        ContractKind.COMMISSION: rules[COMMISSION],
        ContractKind.CONFIDENTIALITY: order.client_meeting and rules[CONFIDENTIALITY],
    }
    return tuple(kind.value for kind, needed in asked.items() if needed)


def holding(kind: str, on: date) -> QuerySet[Contract]:
    """The contracts of a kind that are good on a day (Helsinki date)."""
    return Contract.objects.in_force(on).filter(kind=kind)


def lacking(user: User, kind: str) -> QuerySet[Expert]:
    """The active experts of one's branches without a contract of the kind that is good today, by name."""
    held = holding(kind, clock.today()).values("expert")
    rows = Expert.objects.coordinated_by(user).active().filter(~Q(pk__in=held))
    return rows.select_related("person", "unit").order_by("person__last_name", "person__first_name", "pk")


def refuse_unsigned(order: BookingRequest, expert: Expert, times: list[RequestedTime]) -> None:
    """A demanded contract is signed and good on every day. Nothing overrules it."""
    last = max((clock.local(time.ends_at).date() for time in times), default=clock.today())
    for kind in demanded(order, rule.together(order.unit, RULES)):
        if not holding(kind, last).filter(expert=expert).exists():
            words = _(
                "%(contract)s of %(name)s is not signed, or not good on that day. "
                "It is signed on the expert's own page or on paper. Then try again."
            )
            label = str(ContractKind(kind).label)
            facts = {"contract": label[:1].upper() + label[1:], "name": expert.person.full_name}
            raise Refused(words % facts, code=kind)
