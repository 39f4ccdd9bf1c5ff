"""Papers of a campaign, made at once from what it tells: an advert for a notice board, a flyer for the hand (CC-06, DG-03)."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.events.models import Event
from coordination.foundation import clock, formats, square_code, tiles
from coordination.foundation.pdf import render
from coordination.recruitment.models import Campaign, Channel

from . import channel as channels


def advert(channel: Channel, language: str) -> bytes:
    """An A4 read from a few steps away, with slips to tear off. About 50 ms."""
    return _made("campaign_advert", channel, language)


def flyer(channel: Channel, language: str) -> bytes:
    """An A5 of two sides: whom we look for, and the same in plain language with how to join."""
    return _made("campaign_flyer", channel, language)


TILES = 7
PAPERS = {"ilmoitus": advert, "esite": flyer}


def file_name(channel: Channel, paper: str, language: str) -> str:
    """What the file of a paper is called, in the language in use."""
    kind = pgettext("file name", "advert") if paper == "ilmoitus" else pgettext("file name", "flyer")
    return f"{kind}-{channel.code}-{language}.pdf"


def _made(template: str, channel: Channel, language: str) -> bytes:
    with translation.override(language):
        told = _told(channel)
        return render(template, told, language=language, title=told["name"])


def _told(channel: Channel) -> dict:
    """Everything the papers say, in the language in use."""
    campaign, contact = channel.campaign, channel.campaign.contact
    address = channels.address(channel)
    number = formats.phone(contact.phone) if contact.phone else ""
    shown = channels.shown_address(channel)
    return {
        "organisation": str(campaign.unit.organisation().names),
        "name": str(campaign.names),
        "lead": str(campaign.leads),
        "paragraphs": [part for part in str(campaign.texts).split("\n\n") if part.strip()],
        "plain": [part for part in str(campaign.plain).split("\n\n") if part.strip()],
        "offers": [line for line in str(campaign.offers).splitlines() if line.strip()],
        "until": _("Apply by %(day)s") % {"day": formats.day(campaign.ends_on)} if campaign.ends_on else "",
        "event": _event(campaign),
        "contact": ", ".join(filter(None, (contact.full_name, contact.title))),
        "number": number,
        "email": contact.email,
        "modules": square_code.modules(address),
        "shown": shown,
        "slip": " · ".join(filter(None, (shown, number))),
        "words": _words(address),
        "pattern": tiles.strip(str(campaign.pk), TILES),
    }


def _words(address: str) -> dict[str, str]:
    """The fixed words of the papers."""
    return {
        "offers": pgettext("recruitment", "What you get"),
        "plain": _("In plain language"),
        "join": _("Come and take part"),
        "scan": _("Read the code with your phone, or write the address:"),
        "ask": _("Ask, or apply by phone"),
        "hear": _("Come and hear more"),
        "about": _("What it is about"),
        "code": _("A code that opens the page %(address)s") % {"address": address},
    }


def _event(campaign: Campaign) -> str:
    """The kick-off's day, time and place, where everybody may come and it is still ahead."""
    event = campaign.kick_off
    if event is None or not event.is_public or event.ends_at < clock.now():
        return ""
    if event.status in (Event.Status.DRAFT, Event.Status.CANCELLED):
        return ""
    return ", ".join(filter(None, (formats.span(event.starts_at, event.ends_at), event.place)))
