"""Where the answer to a message is written down: the page of its cause. Wings are named, not imported."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from coordination.messaging.models import Message

DOORS = {
    "experts": "booking_request:about",
    "councils": "council_post:about",
    "recruitment": "campaign_post:about",
}


def url_of(message: Message) -> str:
    """The back-office page of what a message tells of, or nothing."""
    label, __, key = message.about.partition(":")
    app, __, noun = label.partition(".")
    if app not in DOORS:
        return ""
    try:
        return reverse(DOORS[app], args=[noun, key])
    except NoReverseMatch:
        return ""
