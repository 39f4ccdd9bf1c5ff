"""Kinds about what the leaders of a council tell its members."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme

PIECES = [
    Piece(
        "notice",
        _("In a mail the link to the notice, in a letter or a call its words"),
        '{% include "messages/councils/bulletin/_words.txt" %}',
    )
]
KINDS = [
    Kind(
        "councils.bulletin.told",
        _("The leaders of a council tell something"),
        _("To the members and substitutes, in each one's own channel. A mail never has the words."),
        Theme.COUNCIL,
        pieces="title notice contact coordinator_name coordinator_phone",
        required="notice",
        notice=Notice.COUNCIL,
        sample={"title": pgettext_lazy("neutral", "Meeting"), "heading": "", "words": ""},
    )
]
