"""From a row of the outbox to a mail: placeholders filled, plain text and HTML, enclosures."""

from __future__ import annotations

import re

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from coordination.messaging.models import Attachment, Message, SafeLink

from . import notice, safe_link

PLACEHOLDER = re.compile(r"\[\[(link|code):([0-9]{1,18})\]\]")
COVER = "•••"
CALENDAR = "text/calendar"
PAPERS = "application/vnd.kuuluviin.papers+json"
"""What goes into the same envelope, as data: printed with the letter, never a part of a mail."""


def filled(message: Message) -> str:
    """The body with live links and codes in the place of their placeholders.

    Only the recipient's own: what somebody wrote into an order may look like a placeholder of another's link.
    """
    keys = {int(key) for __, key in PLACEHOLDER.findall(message.body)}
    links = SafeLink.objects.filter(person=message.person_id).in_bulk(keys)

    def live(match: re.Match) -> str:
        link = links.get(int(match[2]))
        if link is None:
            return COVER
        return (
            settings.WAGTAILADMIN_BASE_URL + safe_link.path_of(link)
            if match[1] == "link"
            else safe_link.code_of(link.nonce)
        )

    return PLACEHOLDER.sub(live, message.body)


def concealed(text: str) -> str:
    """The text for a screen or to be read aloud: the links stay unseen, words stand in their place."""
    words = {"link": _("[personal link]"), "code": _("[personal code]")}
    return PLACEHOLDER.sub(lambda match: words[match[1]], text)


def as_mail(message: Message, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """The mail as it leaves. A message sent again keeps its Message-ID, so that mail programs see one."""
    body = filled(message)
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=body,
        to=[message.address or message.person.email],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": message.language,
            **notice.headers(message),
        },
        connection=connection,
    )
    with translation.override(message.language):
        mail.attach_alternative(
            render_to_string("messages/frame.html", {"message": message, "body": body}), "text/html"
        )
    for enclosure in message.attachments.all():
        if enclosure.content_type == PAPERS:
            continue
        _enclose(mail, enclosure)
    return mail


def _enclose(mail: EmailMultiAlternatives, enclosure: Attachment) -> None:
    content = _content(enclosure)
    if enclosure.content_type.startswith(CALENDAR):
        # As an alternative it is an invitation; as a file it also opens in programs that want one.
        mail.attach_alternative(content.decode(), enclosure.content_type)
    mail.attach(
        enclosure.name,
        content.decode() if enclosure.content_type.startswith("text/") else content,
        enclosure.content_type.partition(";")[0],
    )


def _content(enclosure: Attachment) -> bytes:
    if not enclosure.file_id:
        return bytes(enclosure.body)
    with enclosure.file.file.open("rb") as file:
        return file.read()
