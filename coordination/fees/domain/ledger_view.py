"""Views of the ledger that a user keeps: filters under a name."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import LedgerView
from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.models import User

from . import ledger_query

MOST = 30


@transaction.atomic
def keep(user: User, name: str, query: str) -> LedgerView:
    """Keep the filters under a name; the same name again keeps the new ones. Raises `Refused` without a name, or for too many."""
    words = " ".join(name.split())[:60]
    identity_code.refuse(words)
    if not words:
        raise Refused(_("Give the view a name."), field="name", code="name")
    own = LedgerView.objects.visible_to(user)
    if own.exclude(name=words).count() >= MOST:
        raise Refused(_("You have kept 30 views. Take one away first."), field="name", code="many")
    row, __ = LedgerView.objects.update_or_create(user=user, name=words, defaults={"query": ledger_query.tidy(query)})
    return row


def forget(row: LedgerView) -> None:
    row.delete()
