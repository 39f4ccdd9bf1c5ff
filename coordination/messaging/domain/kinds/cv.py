"""Kinds about a CV."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Notice, Theme

KINDS = [
    Kind(
        "experts.cv.submitted",
        _("A CV waits for approval"),
        _("To the coordinators, when an expert sends a CV."),
        Theme.CV,
        pieces="url",
        required="url",
        notice=Notice.WORK,
    ),
    Kind(
        "experts.cv.approved",
        _("The CV was approved"),
        _("To the expert, when the CV is shown to others from now on."),
        Theme.CV,
        pieces="url",
        required="url",
    ),
    Kind(
        "experts.cv.sent_back",
        _("The CV came back"),
        _("To the expert, when the coordinator asks for a change."),
        Theme.CV,
        pieces="url",
        required="url",
    ),
    Kind(
        "experts.cv.due",
        _("Is the CV up to date?"),
        _("To the expert, when it is long since the CV was confirmed."),
        Theme.CV,
        pieces="url",
        required="url",
        notice=Notice.CV,
    ),
]
