"""A notice of the leaders. A mail says only that there is one; whom we write, call or send a text message gets the words."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from councils.models import Bulletin, Staff

TOLD = "councils.bulletin.told"


def told(bulletin: Bulletin, to: Person, title: str) -> Message:
    """To a member or a substitute. `title` is the neutral name of the council to this reader."""
    leader = Staff.objects.open().filter(council=bulletin.council, is_responsible=True).select_related("person").first()
    with translation.override(to.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("councils:bulletin", args=[bulletin.pk])
    is_mail = to.channel == Person.Channel.EMAIL
    return outbox.queue(
        TOLD,
        to=to,
        context={
            "title": title,
            "heading": "" if is_mail else bulletin.title.in_language(to.language),
            "words": "" if is_mail else text_for(bulletin, to),
            "coordinator": leader.person if leader else None,
            "address": address,
        },
        about=bulletin,
        names=[leader.person] if leader else [],
        reply_to=leader.person.email if leader else "",
        desk=outbox.cause(bulletin.council),
    )


def text_for(bulletin: Bulletin, to: Person) -> str:
    """In the reader's language, and in plain language for one who chose it, where it was written."""
    plain = bulletin.plain_text.in_language(to.language) if to.format == Person.Format.PLAIN else ""
    return plain or bulletin.text.in_language(to.language)
