"""Verbs of a partnership: whose staff may see whose experts (L-02b)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Partnership, Unit
from coordination.people.permissions import branch

from . import audit
from .authority import refuse_unsound, require


@transaction.atomic
def agree(
    owner: Unit, partner: Unit, by: Actor, *, valid_from: date | None = None, valid_until: date | None = None
) -> Partnership:
    """The partner's staff see the CVs whose experts consented to partners. Raises `Refused`."""
    require(by, branch.holds(by.user, owner, *branch.KEEPERS))
    if owner.organisation_path == partner.organisation_path:
        raise Refused(_("Both are of the same organisation: its staff see the experts anyway."), field="partner")
    row = Partnership(owner=owner, partner=partner, valid_from=valid_from or clock.today(), valid_until=valid_until)
    refuse_unsound(row)
    row.save()
    audit.log(owner, "kuuluviin.changed", by, {"partnership": row.pk, "partner": partner.pk})
    return row


@transaction.atomic
def end(row: Partnership, by: Actor) -> None:
    """The partner's staff see nothing from now on. Raises `Refused`."""
    require(by, branch.holds(by.user, row.owner, *branch.KEEPERS))
    audit.log(row.owner, "kuuluviin.changed", by, {"partnership": row.pk, "ended": True})
    yesterday = clock.today() - timedelta(days=1)
    if yesterday < row.valid_from:
        row.delete()
    else:
        row.valid_until = yesterday
        row.save(update_fields=["valid_until"])
