"""The one door by which an applicant hears something from us: the message leaves, and the day is kept (TD-06, L-13).

Whoever tells an applicant anything tells it here, so that nobody can be forgotten unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message, SafeLink
from coordination.records.domain import rule
from coordination.recruitment.models import Applicant
from coordination.recruitment.permissions import desk


@transaction.atomic
def tell(
    kind: str, applicant: Applicant, context: dict[str, Any] | None = None, *, door: str = "", **how: Any
) -> Message:
    """Queue a message of a kind ("recruitment.…") to the applicant, and stamp that they have heard from us.

    Besides `context` the text gets `link`, `code` and `code_page` of the applicant's own page and `coordinator`, the
    contact of the campaign; it lies on the campaign's desk, which is closed to others. `door` may follow the link's address ("aika/"). `how` goes to `outbox.queue` (`about` is the
    applicant unless told: a version or `again` tells messages of one kind apart).
    """
    link = link_of(applicant)
    contact = applicant.campaign.contact
    facts = {
        "coordinator": contact,
        "link": safe_link.placeholder(link) + door,
        "code": safe_link.code_placeholder(link),
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
        **(context or {}),
    }
    keys = {
        "about": applicant,
        "names": [contact],
        "reply_to": contact.email,
        "desk": desk.of(applicant.campaign),
        **how,
    }
    message = outbox.queue(kind, to=applicant.person, context=facts, **keys)
    stamp([applicant])
    return message


def stamp(applicants: Iterable[Applicant]) -> None:
    """They have heard from us now, by a message or by word of mouth."""
    rows, now = list(applicants), clock.now()
    Applicant.objects.filter(pk__in=[row.pk for row in rows]).update(told_at=now)
    for row in rows:
        row.told_at = now


def link_of(applicant: Applicant) -> SafeLink:
    """The link to the applicant's own page: made once, alive for the organisation's days after the last word."""
    until = clock.now() + timedelta(days=rule.on(applicant.campaign.unit, "recruitment.link_days"))
    link = applicant.link
    if link is None or link.revoked_at or link.person_id != applicant.person_id:
        link = safe_link.make("application", applicant.person, until)
        Applicant.objects.filter(pk=applicant.pk).update(link=link)
        applicant.link = link
    else:
        safe_link.extend(link, until)
    return link
