"""A message in words for those who cannot press a link: printed in a letter, or said on the phone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from coordination.foundation import formats
from coordination.messaging.models import Message, SafeLink
from coordination.people.models import Person

from . import safe_link, wording
from .letter import COVER, PLACEHOLDER, filled

_WITH_DOOR = re.compile(PLACEHOLDER.pattern + r"(?:[a-z]+/)?")
"""A link and the page behind it that a text leads to: the code on paper opens the link's own page."""


@dataclass(frozen=True)
class Contact:
    """Whom the reader rings."""

    name: str
    phone: str

    @classmethod
    def of(cls, person: Person | None) -> Contact:
        return cls(person.full_name, formats.phone(person.phone)) if person else cls("", "")


def printed(message: Message, contact: Contact, *, is_live: bool = True) -> str:
    """The body for paper: each link becomes where to go, a code and whom to ring.

    A line that only repeats the code of a link standing above it falls away. Without `is_live` the codes are
    covered: for a look at a letter before it leaves.
    """
    links = _links(message)
    opened = {int(key) for kind, key in PLACEHOLDER.findall(message.body) if kind == "link"}

    def way(match: re.Match) -> str:
        link = links.get(int(match[2]))
        code = safe_link.code_of(link.nonce) if link and is_live else COVER
        return _way_by_code(code, contact) if match[1] == "link" else code

    with translation.override(message.language):
        lines = [
            _without_own_addresses(_WITH_DOOR.sub(way, line), contact)
            for line in message.body.splitlines()
            if not _repeats_code(line, opened)
        ]
    return "\n".join(lines).strip()


def opened(message: Message) -> str:
    """The body with live links for the page behind a text message: there a link needs no code beside it."""
    keys = {int(key) for kind, key in PLACEHOLDER.findall(message.body) if kind == "link"}
    message.body = "\n".join(line for line in message.body.splitlines() if not _repeats_code(line, keys))
    return filled(message)


def spoken(message: Message) -> str:
    """The body to be said aloud: no links, no codes, no lines that lead to one, no greeting."""
    kept: list[str] = []
    for line in message.body.splitlines():
        if PLACEHOLDER.search(line) or _is_own_address(line):
            while kept and kept[-1].endswith(":"):
                kept.pop()
        else:
            kept.append(line)
    if kept and message.person.first_name and wording.is_greeting(kept[0], message.person.first_name):
        kept = kept[1:]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return text[:1].upper() + text[1:]


def _links(message: Message) -> dict[int, SafeLink]:
    """Only the reader's own: what somebody wrote into an order may look like a placeholder of another's link."""
    keys = {int(key) for __, key in PLACEHOLDER.findall(message.body)}
    return SafeLink.objects.filter(person=message.person_id).in_bulk(keys) if keys else {}


def _repeats_code(line: str, opened: set[int]) -> bool:
    found = PLACEHOLDER.findall(line)
    return bool(found) and all(kind == "code" and int(key) in opened for kind, key in found)


def _way_by_code(code: str, contact: Contact) -> str:
    words = {"place": _shown(reverse("messaging:code")), "code": code}
    by_code = _("Go to %(place)s and write the code %(code)s.") % words
    return " ".join(filter(None, [by_code, _or_ring(contact)]))


def _without_own_addresses(line: str, contact: Contact) -> str:
    """A page behind the sign-in: on paper only where to sign in, since nobody types the rest."""
    if not _is_own_address(line):
        return line
    sign_in = _("Sign in at %(place)s.") % {"place": _shown("")}
    return " ".join(filter(None, [sign_in, _or_ring(contact)]))


def _is_own_address(line: str) -> bool:
    return line.strip().startswith(settings.WAGTAILADMIN_BASE_URL + "/")


def _or_ring(contact: Contact) -> str:
    if not contact.phone:
        return ""
    return _("Or call: %(name)s, %(phone)s.") % {"name": contact.name, "phone": contact.phone}


def _shown(path: str) -> str:
    """An address as one types it: without scheme."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    return f"{address.netloc}{path}"
