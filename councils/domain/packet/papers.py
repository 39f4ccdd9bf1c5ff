"""The papers of a packet: made once for all who read the same language, form and kind of papers."""

from __future__ import annotations

import json
from copy import copy
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from coordination.foundation import formats, pdf
from coordination.messaging.domain.letter import PAPERS
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.models import Person
from councils.domain import agenda_sheet, minutes_sheet
from councils.models import Invitation, Material, Meeting, Minutes, Packet, PacketCopy

MOST_ATTACHED = 8 * 1024 * 1024
"""Bytes of materials along with one mail; what does not fit is read after signing in."""
Publicity = Material.Publicity
FOR_MEMBERS = (Publicity.PUBLIC, Publicity.MEMBERS)


@dataclass(frozen=True)
class Variant:
    """Those who get the very same papers."""

    language: str
    form: str


def previous(meeting: Meeting) -> Meeting | None:
    """The last meeting of the council that was held before this one."""
    held = (Meeting.Status.HELD, Meeting.Status.CLOSED)
    earlier = Meeting.objects.filter(council=meeting.council_id, status__in=held, starts_at__lt=meeting.starts_at)
    return earlier.order_by("-starts_at", "-pk").first()


def previous_minutes(meeting: Meeting) -> Minutes | None:
    """The minutes that go along: those of the last meeting, as they may be commented or were approved; no draft."""
    last = previous(meeting)
    if last is None:
        return None
    rows = Minutes.objects.exclude(status=Minutes.Status.DRAFT)
    return rows.select_related("meeting__council").filter(meeting=last).first()


class Papers:
    """The papers of one packet, each variant made once of what was read once."""

    def __init__(self, meeting: Meeting, version: int) -> None:
        self.meeting = meeting
        self.version = version
        self.minutes = previous_minutes(meeting)
        materials = Material.objects.filter(item__meeting=meeting, publicity__in=FOR_MEMBERS)
        self.materials = list(materials.select_related("file"))
        self._agenda = agenda_sheet.Source(meeting)
        self._minutes = minutes_sheet.Source(self.minutes) if self.minutes else None
        self._forget()

    def as_version(self, version: int) -> Papers:
        """The same as the packet's other version; nothing is read again."""
        made = copy(self)
        made.version = version
        made._forget()
        return made

    def _forget(self) -> None:
        self._sheets: dict[tuple[Variant, bool], list[dict]] = {}
        self._short: dict[str, list[tuple[str, str]]] = {}
        self._bound: dict[Variant, bytes] = {}

    def sheets(self, variant: Variant, *, has_names: bool) -> list[dict]:
        """The agenda, and the last minutes where there are any, as data."""
        key = (variant, has_names)
        if key not in self._sheets:
            is_plain = variant.form == Person.Format.PLAIN
            made = [
                agenda_sheet.sheet(
                    self.meeting,
                    variant.language,
                    is_plain=is_plain,
                    has_names=has_names,
                    version=self.version,
                    source=self._agenda,
                )
            ]
            if self.minutes:
                reader = minutes_sheet.For.MEMBERS if has_names else minutes_sheet.For.NO_NAMES
                facts = {"is_plain": is_plain, "reader": reader, "source": self._minutes}
                made.append(minutes_sheet.sheet(self.minutes, variant.language, **facts))
            self._sheets[key] = made
        return self._sheets[key]

    def short(self, language: str) -> list[tuple[str, str]]:
        """The clock and title of each item."""
        if language not in self._short:
            self._short[language] = agenda_sheet.short(self.meeting, language)
        return self._short[language]

    def bound(self, variant: Variant) -> bytes:
        """Agenda and minutes in one PDF without anybody's name: what goes along with a mail. Raises `PdfFailed`."""
        if variant not in self._bound:
            self._bound[variant] = pdf.render(
                "packet",
                {"sheets": self.sheets(variant, has_names=False)},
                language=variant.language,
                title=title(self.meeting, variant.language),
                size=pdf.LARGE_PRINT if variant.form == Person.Format.LARGE else pdf.NORMAL_PRINT,
            )
        return self._bound[variant]

    def envelope(self, invitation: Invitation, variant: Variant) -> Enclosure:
        """What goes into the same envelope with the letter, as it stands now: slip, agenda, minutes, and what is added by hand.

        It stands with every message, whatever its channel: one that bounces can be posted whole.
        """
        body = {
            "version": _invitation_version(self.meeting, variant.language, self.version),
            "papers": [_slip(invitation, variant.language), *self.sheets(variant, has_names=True)],
            "by_hand": [row.title for row in self.materials if row.is_printed],
        }
        return Enclosure("papers.json", PAPERS, json.dumps(body, ensure_ascii=False, default=str).encode())

    def attached(self) -> list[Material]:
        """The materials that fit along with a mail, smallest first; confidential ones never."""
        chosen, size = [], 0
        for row in sorted(self.materials, key=lambda row: row.file.size):
            size += row.file.size
            if size <= MOST_ATTACHED:
                chosen.append(row)
        return chosen


def variant_of(copy: PacketCopy) -> Variant:
    """The variant a copy of a packet belongs to."""
    return Variant(copy.language, copy.form)


def title(meeting: Meeting, language: str) -> str:
    """The name of a file of papers: neutral."""
    with translation.override(language):
        return _("Papers of the meeting %(day)s") % {"day": formats.day(meeting.starts_at)}


def latest(meeting: Meeting) -> Packet | None:
    return meeting.packets.order_by("-version").first()


def _invitation_version(meeting: Meeting, language: str, version: int) -> str:
    with translation.override(language):
        facts = {"day": formats.day(meeting.starts_at), "number": version}
        return _("Invitation %(day)s, version %(number)s") % facts


def _slip(invitation: Invitation, language: str) -> dict:
    """What is cut off and sent back by those who answer on paper."""
    meeting = invitation.meeting
    with translation.override(language):
        by = _("Answer by %(day)s") % {"day": formats.day(meeting.answer_by)} if meeting.answer_by else _("Your answer")
        advice = _("Send this back in the envelope that came along, or call.")
        return {
            "kind": "slip",
            "language": language.split("-")[0],
            "version": "",
            "heading": by,
            "advice": advice,
            "boxes": [
                [_("I come"), _("I cannot come"), _("I do not know yet")],
                [_sentence(each.label) for each in Invitation.Need],
            ],
            "asks": [_("Are you coming to the meeting?"), _("Do you need something?")],
            "name": f"{invitation.person.full_name}. {formats.day(meeting.starts_at)}",
            "other": _("Something else:"),
        }


def _sentence(words: object) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]
