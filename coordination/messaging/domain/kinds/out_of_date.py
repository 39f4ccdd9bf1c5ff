"""Kinds about remarks that something is out of date."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme

PIECES = [
    Piece("outcome", _("Whether it was mended"), '{% include "messages/experts/out_of_date/_outcome.txt" %}'),
]
KINDS = [
    Kind(
        "experts.out_of_date.told",
        _("Something may be out of date"),
        _("To the one who keeps a CV or contact details, when a reader tells that they are not up to date."),
        Theme.CV,
        pieces="url",
        required="url",
        notice=Notice.CV,
    ),
    Kind(
        "experts.out_of_date.handled",
        _("What was told has been looked at"),
        _("To the one who told that something was out of date."),
        Theme.CV,
        pieces="url outcome",
        required="url",
        notice=Notice.CV,
        sample={"fixed": True},
    ),
]
