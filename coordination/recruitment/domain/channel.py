"""The ways a campaign is told by, each with a short link of its own (CC-07, EX-06). Nobody's visit is counted or followed."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Campaign, Channel
from coordination.recruitment.permissions import campaign as permissions

from . import ended

ALWAYS = (Channel.Kind.SITE, Channel.Kind.OWN_WORKER)
"""The ways that every campaign has: its page, and the employees who print its adverts and recommend people (CC-06)."""
LONGEST_CODE = 12
QUERY = "k"
"""How the public pages carry the code of the channel by which the reader came; there is no cookie."""


@transaction.atomic
def add(campaign: Campaign, by: Actor, *, kind: str, note: str = "") -> Channel:
    """A new way with its own short link. Raises `Refused`: not a recruiter, an ended campaign, one that is there already."""
    current = workflow.locked(campaign)
    permissions.require_recruiter(by, current)
    ended.refuse(current)
    words = note.strip()
    identity_code.refuse(words, field="note")
    if current.channels.filter(kind=kind, note=words).exists():
        raise Refused(
            _("This way is on the list already. Say more exactly which one the new one is."), field="note", code="twice"
        )
    made = Channel.objects.create(campaign=current, kind=kind, note=words)
    audit.log(current, "kuuluviin.changed", by, {"channel": made.pk})
    return made


@transaction.atomic
def remove(channel: Channel, by: Actor) -> None:
    """Take away a way that nobody came by. Raises `Refused` for those every campaign has, and for one that somebody used."""
    current = workflow.locked(channel.campaign)
    permissions.require_recruiter(by, current)
    if not may_remove(channel):
        raise Refused(_("The web site and own workers are always among the channels."), code="always")
    if Applicant.objects.filter(channel=channel).exists():
        raise Refused(_("Somebody came this way, so it stays. It need not be used any more."), code="used")
    audit.log(current, "kuuluviin.changed", by, {"channel_removed": channel.pk})
    channel.delete()


def may_remove(channel: Channel) -> bool:
    """Not the site, and not own workers in general: every campaign has these."""
    return channel.kind not in ALWAYS or bool(channel.note)


def found(code: str) -> Channel | None:
    """The channel of a short code as people type it, or None."""
    typed = code.strip().lower()
    if not typed or len(typed) > LONGEST_CODE:
        return None
    return Channel.objects.select_related("campaign").filter(code=typed).first()


def came_by(campaign: Campaign, code: str) -> Channel | None:
    """By which way the reader of a campaign's page came: the code the address carries, else the site itself. Writes nothing."""
    known = found(code)
    if known is not None and known.campaign_id == campaign.pk:
        return known
    return campaign.channels.filter(kind=Channel.Kind.SITE).first()


@transaction.atomic
def of_kind(campaign: Campaign, kind: str) -> Channel:
    """The plain channel of a kind, made where it is needed for the first time."""
    return Channel.objects.get_or_create(campaign=campaign, kind=kind, note="")[0]


def address(channel: Channel) -> str:
    """The short link in full, for a square code and for paper."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("campaign_short", args=[channel.code])


def shown_address(channel: Channel) -> str:
    """The short link as one types it: without the protocol and the last slash."""
    return address(channel).partition("://")[2].rstrip("/")
