"""Kinds about a consent."""

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme


def _sample() -> dict:
    return {"until": clock.today(), "is_over": False}


PIECES = [
    Piece(
        "consent_until",
        _("Until when the consent is in force"),
        '{% include "messages/privacy/consent/_until.txt" %}',
    ),
]
KINDS = [
    Kind(
        "privacy.consent.again",
        _("A consent is asked again"),
        _("To a person, before a consent runs out and once after it has; one message for each consent."),
        Theme.CV,
        pieces="consent_until link code code_page",
        required="link",
        sample=_sample,
    ),
]
