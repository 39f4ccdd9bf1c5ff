"""Kinds about the topics that members propose to their council."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.messaging.domain.kind import Kind, Piece, Theme
from coordination.messaging.domain.sample import row

PIECES = [
    Piece("title", _("Neutral name of the council, so that a glance tells nothing"), "{{ title }}"),
    Piece("topic", _("The topic that was proposed"), "{{ topic.title }}"),
    Piece("reason", pgettext_lazy("topic", "Why it was put aside"), "{{ topic.parked_because }}"),
]
KINDS = [
    Kind(
        "councils.topic.parked",
        _("A proposed topic is put aside"),
        _("To the member who proposed it, with the reason, when the leaders put a topic of the bank aside."),
        Theme.COUNCIL,
        pieces="title topic reason address contact coordinator_name coordinator_phone",
        required="topic reason",
        sample=lambda: {
            "title": pgettext_lazy("neutral", "Meeting"),
            "topic": row(
                title=pgettext_lazy("sample", "Doors that are hard to open"),
                parked_because=pgettext_lazy("sample", "The doors are being changed already."),
            ),
        },
    ),
]
