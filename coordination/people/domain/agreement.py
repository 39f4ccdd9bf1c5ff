"""Verbs of a unit's agreement: who coordinates, who pays, who supervises (CM-01)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit, UnitAgreement
from coordination.people.permissions import branch

from . import audit
from .authority import refuse_unsound, require


@transaction.atomic
def agree(
    unit: Unit,
    by: Actor,
    *,
    coordinator: Person,
    payer: Unit,
    supervision: Unit,
    insurer: str = "",
    insurance: str = "",
    terms: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> UnitAgreement:
    """Write down what was agreed; it holds for the unit and those under it from `valid_from` (Helsinki date).

    The agreement before it ends the day before; one that began the same day is replaced. Raises `Refused`.
    """
    require(by, branch.holds(by.user, unit, *branch.KEEPERS))
    identity_code.refuse(terms, field="terms")
    identity_code.refuse(insurance, field="insurance")
    first = valid_from or clock.today()
    Unit.objects.select_for_update().get(pk=unit.pk)
    _make_room(unit, first, valid_until)
    agreement = UnitAgreement(
        unit=unit,
        coordinator=coordinator,
        payer=payer,
        supervision=supervision,
        insurer=insurer,
        insurance=insurance.strip(),
        terms=terms.strip(),
        valid_from=first,
        valid_until=valid_until,
    )
    refuse_unsound(agreement)
    agreement.save()
    audit.log(
        unit, "kuuluviin.changed", by, {"agreement": agreement.pk, "payer": payer.pk, "coordinator": coordinator.pk}
    )
    return agreement


def _make_room(unit: Unit, first: date, last: date | None) -> None:
    if last and last < first:
        raise Refused(_("The last day comes before the first."), field="valid_until", code="dates")
    standing = UnitAgreement.objects.filter(Q(valid_until=None) | Q(valid_until__gte=first), unit=unit)
    if standing.filter(valid_from__gt=first).exists():
        raise Refused(
            _("There is an agreement that begins later. Begin this one after it."), field="valid_from", code="later"
        )
    standing.filter(valid_from=first).delete()
    standing.update(valid_until=first - timedelta(days=1))
