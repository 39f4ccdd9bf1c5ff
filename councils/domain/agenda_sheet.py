"""The agenda of a meeting as data for paper: in one language and form, for one kind of reader (CC-15, GC-03)."""

from __future__ import annotations

from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats
from councils.models import AgendaItem, Council, Material, Meeting

from . import agenda_clock, naming
from .agenda_clock import Slot
from .minutes_names import Names

Publicity = Material.Publicity
TO_MEMBERS = (Publicity.PUBLIC, Publicity.MEMBERS)


class Source:
    """What the agendas of one meeting are made of, each thing read once: papers come in many languages and forms."""

    def __init__(self, meeting: Meeting, publicity: tuple[str, ...] = TO_MEMBERS) -> None:
        self.meeting = meeting
        self.publicity = publicity

    @cached_property
    def slots(self) -> list[Slot]:
        return [slot for slot in agenda_clock.clock(self.meeting) if not slot.has_moved]

    @cached_property
    def materials(self) -> dict[int, list[str]]:
        return _materials(self.meeting, self.publicity)

    @cached_property
    def names(self) -> dict[int, str]:
        """By person key, those that may be told to the members."""
        return naming.shown_names(self.meeting.council)


def sheet(
    meeting: Meeting,
    language: str,
    *,
    is_plain: bool = False,
    has_names: bool = True,
    has_texts: bool = True,
    publicity: tuple[str, ...] = TO_MEMBERS,
    version: int = 0,
    source: Source | None = None,
) -> dict:
    """The agenda as `templates/pdf/agenda.typ` takes it: strings and lists only.

    Names are those that may be told to the members; without `has_names` nobody is named, not in the words of an item
    either: they are left to be read after signing in. Without `has_texts` the items
    are titles alone. Titles of materials are told up to `publicity`, confidential ones never. `version` is the packet's.
    Whoever makes several sheets reads the `source` once.
    """
    source = source or Source(meeting, publicity)
    names = source.names if has_names else {}
    with translation.override(language):
        items = [_item(slot, source.materials.get(slot.item.pk, []), names, is_plain=is_plain) for slot in source.slots]
        if not has_names:
            members = Names(meeting.council, in_public=False, agreed_too=True)
            items = [_nameless(item, members, language) for item in items]
        return {
            "kind": "agenda",
            "language": language.split("-")[0],
            "heading": pgettext("paper", "Agenda"),
            "mark": "",
            "version": _version(meeting, version),
            "facts": _facts(meeting, names),
            "items": items if has_texts else [{**item, "text": "", "facts": []} for item in items],
            "end": "",
        }


def short(meeting: Meeting, language: str) -> list[tuple[str, str]]:
    """The clock and the title of each item, for a letter's first page: ("13.00", "Avaus")."""
    slots = [slot for slot in agenda_clock.clock(meeting) if not slot.has_moved]
    return [(formats.column_clock(slot.starts_at), slot.item.title.in_language(language)) for slot in slots]


def where(meeting: Meeting) -> str:
    """The place, “remotely”, or both, in the language in use."""
    remotely = _("Remotely") if meeting.mode != Council.Mode.PLACE else ""
    place = meeting.place if meeting.mode != Council.Mode.REMOTE else ""
    return " / ".join(filter(None, [place, remotely]))


def _version(meeting: Meeting, version: int) -> str:
    facts = {"day": formats.day(meeting.starts_at), "number": version}
    return (_("Agenda %(day)s, version %(number)s") if version else _("Agenda %(day)s")) % facts


def _facts(meeting: Meeting, names: dict[int, str]) -> list[list[str]]:
    facts = [
        (_("When"), formats.span(meeting.starts_at, meeting.ends_at)),
        (_("Where"), where(meeting)),
        (_("Remote link"), meeting.online_url if meeting.mode != Council.Mode.PLACE else ""),
        (_("How to get there"), str(meeting.directions)),
        (_("Accessibility"), str(meeting.venue_access)),
        (_("Refreshments"), str(meeting.catering)),
        (_("Why we meet"), str(meeting.purpose)),
        (pgettext("meeting", "Chair"), names.get(meeting.chair_id or 0, "")),
        (pgettext("meeting", "Secretary"), names.get(meeting.secretary_id or 0, "")),
    ]
    return [[label, words] for label, words in facts if words]


def _item(slot: Slot, materials: list[str], names: dict[int, str], *, is_plain: bool) -> dict:
    item = slot.item
    text = (is_plain and item.plain_text) or item.text
    method = "" if item.method == AgendaItem.Method.TALK else item.get_method_display()
    facts = [
        (_("Presents"), names.get(item.presenter_id or 0, "")),
        (_("How we work"), str(method)),
        (_("Who decides"), _mandate(item)),
    ]
    return {
        "clock": formats.column_clock(slot.starts_at),
        "title": str(item.title),
        "mark": _mark(item),
        "text": str(text),
        "facts": [[label, words] for label, words in facts if words] if item.kind != AgendaItem.Kind.BREAK else [],
        "list": [_("Material: %(name)s") % {"name": name} for name in materials],
    }


def _nameless(item: dict, members: Names, language: str) -> dict:
    def bare(words: str) -> str:
        return members.blanked(words, language)

    is_naming = bool(members.in_text(item["text"], language))
    return {
        **item,
        "title": bare(item["title"]),
        "text": _("Read this after signing in.") if is_naming else item["text"],
        "facts": [[label, bare(words)] for label, words in item["facts"]],
        "list": [bare(words) for words in item["list"]],
    }


def _mark(item: AgendaItem) -> str:
    marks = [_("Main topic") if item.is_main else "", _("Added after the agenda was sent") if item.is_late else ""]
    return ". ".join(filter(None, marks))


def _mandate(item: AgendaItem) -> str:
    if item.mandate == AgendaItem.Mandate.ELSEWHERE:
        return _("Nobody present. The matter goes to: %(whom)s") % {"whom": item.mandate_text}
    if item.mandate == AgendaItem.Mandate.PRESENT:
        return item.mandate_text or _("Somebody present")
    return ""


def _materials(meeting: Meeting, publicity: tuple[str, ...]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    shown = [level for level in publicity if level != Publicity.CONFIDENTIAL]
    for row in Material.objects.filter(item__meeting=meeting, publicity__in=shown):
        found.setdefault(row.item_id, []).append(row.title)
    return found
