"""Kinds about conversations, what is told to the coordinator alone, and appearances in the media."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme

PIECES = [
    Piece(
        "post",
        _("In a mail the link to the message, in a letter or a call its words"),
        '{% include "messages/experts/conversation/_post.txt" %}',
    )
]
KINDS = [
    Kind(
        "experts.conversation.new",
        _("A new message in a conversation"),
        _("To those who read the conversation, except who wrote. A mail never has the words."),
        Theme.TALK,
        pieces="post contact coordinator_name coordinator_phone",
        required="post contact",
        notice=Notice.TALK,
        private=True,
    ),
    Kind(
        "experts.concern.told",
        _("An expert tells of bad treatment"),
        _("To the coordinator the expert chose. It tells only that something waits."),
        Theme.TALK,
        pieces="address",
        required="address",
    ),
    Kind(
        "experts.concern.handled",
        _("The coordinator has answered what was told"),
        _("To the expert who told of bad treatment. It tells only that there is an answer."),
        Theme.TALK,
        pieces="address contact coordinator_name coordinator_phone",
        required="address",
    ),
    Kind(
        "experts.appearance.withdrawn",
        _("The consent to an appearance is withdrawn"),
        _("To the coordinator, when an expert withdraws the consent to appear in the media."),
        Theme.TALK,
        pieces="number address",
        required="address",
    ),
]
