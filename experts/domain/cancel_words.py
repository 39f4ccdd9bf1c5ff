"""Why something is cancelled, as it is kept: a reason from the list, and one's own words where one wishes."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from experts.models import CancelReason

MOST = 300


def kept(code: str, words: str, *, is_needed: bool = True) -> str:
    """The reason in the house's main language. Raises `Refused` without any, and for an identity code (L-04)."""
    said = words.strip()
    identity_code.refuse(said, field="reason")
    if code and code not in CancelReason.values:
        raise Refused(_("Choose a reason from the list."), field="code", code="reason")
    if not code:
        if is_needed and not said:
            raise Refused(_("Tell why it is cancelled."), field="reason", code="reason")
        return said
    with override(MAIN_LANGUAGE):
        listed = capfirst(str(CancelReason(code).label))
    return f"{listed}. {said}".removesuffix(". ")[:MOST] if said else listed
