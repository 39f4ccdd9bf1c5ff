"""Messages about a consent: which one it is and what it covers is read behind the link."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.urls import reverse

from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message
from coordination.privacy.models import Consent


def asked_again(consent: Consent, day: date) -> Message:
    """To the person: is it still valid? Once for each day it is asked on."""
    context = {
        "until": consent.expires_on,
        "is_over": consent.expires_on is not None and consent.expires_on < day,
        "link": safe_link.placeholder(consent.link),
        "code": safe_link.code_placeholder(consent.link),
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
    }
    return outbox.queue(
        "privacy.consent.again", to=consent.person, context=context, about=consent, version=day.toordinal()
    )
