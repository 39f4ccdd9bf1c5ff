"""The archive of a meeting: agenda, minutes and how many were there, as PDF/A with its metadata (L-19)."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.foundation import formats, pdf
from coordination.records.domain import stored_file, sweep, workflow
from coordination.records.models import StoredFile
from councils.models import Minutes

from . import agenda, attendance, minutes_telling

TEMPLATE = "meeting_archive"
KIND = "minutes_archive"
WITH = ("meeting__council__unit", "meeting__chair", "meeting__secretary", "approved_in")


def keep(minutes: Minutes) -> StoredFile | None:
    """Make and store the archive of approved minutes, once; the worker calls this, outside any transaction."""
    if minutes.status != Minutes.Status.APPROVED or minutes.archive_id:
        return minutes.archive
    content = render(minutes)
    with transaction.atomic():
        current = workflow.locked(minutes)
        if current.archive_id:
            return current.archive
        minutes.archive = current.archive = stored_file.store(name(minutes), content, KIND)
        current.save(update_fields=["archive"])
    return minutes.archive


def go_on() -> int:
    """Approved minutes whose archive nobody has made: the worker vanished, or could not. Returns how many were made."""
    lacking = Minutes.objects.filter(status=Minutes.Status.APPROVED, archive=None)
    return sweep.each(lacking.order_by("pk").values_list("pk", flat=True), keep_one)


def keep_one(key: int) -> int:
    """The archive of the minutes with this key, if they are still there. Returns how many stand now: one or none."""
    row = Minutes.objects.select_related(*WITH).filter(pk=key).first()
    return int(row is not None and keep(row) is not None)


def render(minutes: Minutes) -> bytes:
    """PDF/UA-1 and PDF/A-2a in the council's first language; the same minutes give the same bytes."""
    language = minutes.meeting.council.main_language
    with translation.override(language):
        data = _data(minutes)
        version = _("Minutes, version %(version)s, approved %(day)s") % {
            "version": minutes.version,
            "day": formats.day(minutes.approved_at),
        }
    return pdf.render(
        TEMPLATE,
        data,
        language=language,
        title=data["title"],
        version=version,
        made_at=minutes.approved_at,
        standards=pdf.ARCHIVE,
    )


def name(minutes: Minutes) -> str:
    return f"muistio-{minutes.meeting.council_id}-{minutes.meeting.number}.pdf"


def metadata(minutes: Minutes) -> dict:
    """What an archive asks of the file: which, of whom, when, and the sum by which it is known to be whole."""
    meeting, file = minutes.meeting, minutes.archive
    with translation.override(meeting.council.main_language):
        title = _title(minutes)
    return {
        "identifier": f"{minutes}-v{minutes.version}",
        "type": "minutes",
        "title": title,
        "language": meeting.council.languages,
        "creator": str(meeting.council.unit.organisation()),
        "unit": str(meeting.council.unit),
        "council": dict(meeting.council.names),
        "meeting": {"number": meeting.number, "starts_at": meeting.starts_at, "ends_at": meeting.ends_at},
        "approved_at": minutes.approved_at,
        "approved_in_meeting": minutes.approved_in.number if minutes.approved_in else None,
        "published_at": minutes.published_at,
        "version": minutes.version,
        "file": {
            "name": file.name,
            "format": "PDF/A-2a, PDF/UA-1",
            "size": file.size,
            "sha256": file.sha256,
            "stored_at": file.stored_at,
        }
        if file
        else None,
    }


def _title(minutes: Minutes) -> str:
    facts = {"council": minutes.meeting.council.names, "day": formats.day(minutes.meeting.starts_at)}
    return _("Minutes: %(council)s, %(day)s") % facts


def _data(minutes: Minutes) -> dict:
    meeting = minutes.meeting
    slots = agenda.clock(meeting)
    noted = minutes.corrections.select_related("item")
    return {
        "title": _title(minutes),
        "facts": _facts(minutes),
        "agenda_heading": pgettext("archive", "Agenda"),
        "agenda_head": [pgettext("archive", "Time"), pgettext("archive", "Item")],
        "agenda": [[formats.column_clock(slot.starts_at), str(slot.item.title)] for slot in slots],
        "minutes_heading": pgettext("archive", "Minutes"),
        "items": [
            {
                "heading": f"{slot.number}. {slot.item.title}" if slot.number else str(slot.item.title),
                "notes": str(slot.item.notes),
                "outcome": minutes_telling.outcome_line(slot.item),
            }
            for slot in slots
        ],
        "corrections_heading": _("Corrections noted at the approval"),
        "corrections": [f"{row.item.title}: {row.text}" if row.item else row.text for row in noted],
    }


def _facts(minutes: Minutes) -> list[list[str]]:
    meeting = minutes.meeting
    there = attendance.counts(meeting)
    told = [
        ngettext("%(number)s member", "%(number)s members", there["member"]) % {"number": there["member"]},
        ngettext("%(number)s substitute", "%(number)s substitutes", there["substitute"])
        % {"number": there["substitute"]},
        ngettext("%(number)s leader", "%(number)s leaders", there["staff"]) % {"number": there["staff"]},
        ngettext("%(number)s guest", "%(number)s guests", there["guest"]) % {"number": there["guest"]},
    ]
    facts = [
        [pgettext("archive", "When"), formats.span(meeting.starts_at, meeting.ends_at)],
        [pgettext("archive", "Where"), meeting.place or str(meeting.get_mode_display())],
        [pgettext("archive", "Chair"), meeting.chair.full_name if meeting.chair else ""],
        [pgettext("archive", "Secretary"), meeting.secretary.full_name if meeting.secretary else ""],
        [pgettext("archive", "There"), ", ".join(told)],
        [pgettext("archive", "Approved"), formats.day(minutes.approved_at) if minutes.approved_at else ""],
    ]
    return [[label, value] for label, value in facts if value]
