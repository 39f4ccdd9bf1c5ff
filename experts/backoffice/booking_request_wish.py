"""Whom the order wishes for, and the client's part in it: the first and the second choice, the permission taken back."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats
from coordination.people.models import User
from experts.domain.audience import staff_name
from experts.models import BookingRequest, Expert, Wish


def facts(order: BookingRequest, wishes: list[Wish], user: User) -> list[tuple[str, object]]:
    """Name and value pairs, empty ones too. Whom the reader does not see any more is not named."""
    names = [staff_name(wish.expert, user) for wish in wishes]
    by_client = any(wish.chosen_by_client for wish in wishes)
    first, second = [*names, "", ""][:2]
    taken_back = order.permission_withdrawn_at
    return [
        (_("The client took the permission back"), formats.moment(taken_back) if taken_back else ""),
        (_("The client's first choice"), first if by_client else ""),
        (_("The client's second choice"), second if by_client else ""),
        (pgettext("order", "Wished experts"), "" if by_client else "\n".join(names)),
    ]


def shown(order: BookingRequest, user: User) -> list[Wish]:
    """The wishes for those whom the reader may see, in rank."""
    seen = Expert.objects.visible_to(user).values("pk")
    rows = Wish.objects.filter(booking_request=order, expert__in=seen).select_related("expert__person", "expert__unit")
    return list(rows.prefetch_related("expert__audiences").order_by("rank"))
