"""What changed in an order, in words that may stand in a mail. The goal, the need and other free texts are only named."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import formats
from coordination.messaging.domain.change import Change
from experts.models import BookingRequest, RequestedTime

# What the message itself tells anyway, so that it may be told what it was.
TOLD = ("place", "directions", "venue_access", "online_url", "mode", "seats", "times")
# One thing to the reader: which of them changed is read on the page, since a mail tells nothing of safety.
CARE = "care"
CARE_FIELDS = frozenset({"arrangements", "interpreter", "safety_note"})
TOLD_TO_EXPERTS = (*TOLD, CARE)
LABELS: dict[str, Any] = {
    "place": pgettext_lazy("order change", "Place"),
    "directions": _("Room and how to get there"),
    "venue_access": pgettext_lazy("order change", "Accessibility"),
    "online_url": _("Remote link"),
    "mode": pgettext_lazy("order", "Where"),
    "seats": pgettext_lazy("order", "Experts"),
    "times": _("Possible times"),
    "goal": pgettext_lazy("order", "Goal"),
    "need": _("What is needed"),
    "areas": _("Wished experience"),
    "languages": pgettext_lazy("order", "Languages"),
    "audience": _("Who takes part"),
    "audience_size": _("Who takes part"),
    "professional": _("Responsible professional"),
    "preparation_minutes": pgettext_lazy("order", "Preparation"),
    "debrief_minutes": pgettext_lazy("order", "Debrief"),
    **dict.fromkeys(("price_class", "offered_amount", "payer", "cost_centre", "reference"), _("Fee and who pays")),
}
OTHER = _("Other details of the order")


def facts(order: BookingRequest) -> dict[str, Any]:
    """What may be told of the order as it stands: read before it is changed, and after. One query."""
    spans = list(
        order.times.filter(kind=RequestedTime.Kind.MAIN).order_by("option").values_list("starts_at", "ends_at")
    )
    shown = {name: getattr(order, name) for name in TOLD if name not in {"times", "mode"}}
    return {**shown, "mode": order.get_mode_display, "times": lambda: ", ".join(formats.span(*span) for span in spans)}


def changes(before: dict[str, Any], order: BookingRequest, changed: set[str]) -> list[Change]:
    """One change for each thing the reader knows by a name, in the order of the order's page."""
    after = facts(order)
    told = [Change(name, LABELS[name], _words(before[name]), _words(after[name])) for name in TOLD if name in changed]
    care = [Change(CARE, _("Arrangements and safety"))] if changed & CARE_FIELDS else []
    rest = sorted(changed - {*TOLD, *CARE_FIELDS})
    named = {str(LABELS.get(name, OTHER)): LABELS.get(name, OTHER) for name in rest}
    return [*told, *care, *(Change(key, label) for key, label in named.items())]


def _words(value: Any) -> Any:
    """The value in whatever language is in use when it is written down."""
    return _Later(value) if callable(value) else str(value)


class _Later:
    def __init__(self, words: Any) -> None:
        self._words = words

    def __str__(self) -> str:
        return str(self._words())
