"""Kinds about leading a council."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from coordination.messaging.domain.kind import Kind, Piece, Theme

_PART = '{{% include "messages/councils/staff/_{}.txt" %}}'


def _sample() -> dict:
    return {"council_name": pgettext("sample", "Council of Sampola"), "is_responsible": False}


PIECES = [
    Piece("lead_as_what", _("Which council one leads, and whether as the one responsible"), _PART.format("as_what")),
    Piece("lead_way", _("How a leader signs in, and where the council's page is"), _PART.format("way")),
]
KINDS = [
    Kind(
        "councils.staff.added",
        _("You lead a council now"),
        _("To an employee who was added to the leaders of a council: which one, and how to sign in."),
        Theme.COUNCIL,
        pieces="lead_as_what lead_way contact coordinator_name coordinator_phone coordinator_email",
        required="lead_as_what lead_way contact",
        sample=_sample,
    ),
]
