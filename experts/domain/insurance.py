"""Who insures an expert on commission: it stands in the unit's agreement (L-43)."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from coordination.people.models import Unit, UnitAgreement


def words(unit: Unit) -> str:
    """As people read it, in the language being shown; what is not agreed is said, not left out. One query."""
    agreement = UnitAgreement.objects.covering(unit)
    if agreement is None or not agreement.insurer:
        return capfirst(_("not agreed yet: ask the coordinator"))
    told = capfirst(str(agreement.get_insurer_display()))
    return f"{told}: {agreement.insurance}" if agreement.insurance else told
