"""The minutes of a meeting as data for paper: for the members, without names for a mail, or for the public (MT-12, L-14)."""

from __future__ import annotations

from enum import StrEnum

from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coordination.calendar.models import Action
from coordination.foundation import clock, formats
from coordination.foundation.texts import Texts
from councils.models import AgendaItem, Attendance, Meeting, Minutes

from . import naming, taken_on
from .minutes_names import Names

Outcome = AgendaItem.Outcome


class For(StrEnum):
    """Who reads: it decides which words and whose names there are."""

    MEMBERS = "members"
    NO_NAMES = "no_names"
    PUBLIC = "public"


class Source:
    """What the sheets of one meeting's minutes are made of, each thing read once, as in `agenda_sheet`."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes

    @cached_property
    def items(self) -> list[AgendaItem]:
        rows = self.minutes.meeting.items.exclude(kind=AgendaItem.Kind.BREAK)
        return list(rows.order_by("position", "pk"))

    @cached_property
    def present(self) -> list[int]:
        """Keys of the people who were there."""
        there = (Attendance.Status.PRESENT, Attendance.Status.REMOTE)
        return list(self.minutes.meeting.attendances.filter(state__in=there).values_list("person", flat=True))

    @cached_property
    def names(self) -> dict[int, str]:
        """By person key, those that may be told to the members."""
        return naming.shown_names(self.minutes.meeting.council)

    @cached_property
    def taken(self) -> dict[int, list[Action]]:
        return taken_on.rows(self.minutes.meeting)

    @cached_property
    def corrections(self) -> list[str]:
        return list(self.minutes.corrections.values_list("text", flat=True))


def sheet(
    minutes: Minutes,
    language: str,
    *,
    is_plain: bool = False,
    reader: For = For.MEMBERS,
    source: Source | None = None,
) -> dict:
    """The minutes as `templates/pdf/minutes.typ` takes them: strings and lists only.

    To the members: official words and the names of those who agreed. Without names (what goes along with a mail): what
    names a member is left to be read after signing in. To the public: `public_notes` alone. Whoever makes several sheets
    reads the `source` once.
    """
    source, meeting = source or Source(minutes), minutes.meeting
    facts = {"in_public": reader == For.PUBLIC, "agreed_too": reader == For.NO_NAMES}
    names = Names(meeting.council, **facts) if reader != For.MEMBERS else None
    with translation.override(language):
        mark = _mark(minutes)
        return {
            "kind": "minutes",
            "language": language.split("-")[0],
            "heading": pgettext("paper", "Minutes"),
            "mark": mark,
            "version": version(minutes, language),
            "facts": _facts(source, reader),
            "items": [_item(item, source, language, reader, names, is_plain=is_plain) for item in source.items],
            "end": _corrections(source) if reader == For.MEMBERS else "",
        }


def version(minutes: Minutes, language: str) -> str:
    """What stands on every page: which minutes, which version, and whether they are approved."""
    with translation.override(language):
        facts = {"day": formats.day(minutes.meeting.starts_at), "number": minutes.version}
        named = _("Minutes %(day)s, version %(number)s") % facts
        return f"{named}. {mark}" if (mark := _mark(minutes)) else named


def _mark(minutes: Minutes) -> str:
    if minutes.status == Minutes.Status.APPROVED:
        return ""
    return _("Not yet approved")


def _facts(source: Source, reader: For) -> list[list[str]]:
    minutes, meeting = source.minutes, source.minutes.meeting
    names = source.names if reader == For.MEMBERS else {}
    facts = [
        (_("When"), _when(meeting)),
        (_("Where"), meeting.place or _("Remotely")),
        (pgettext("meeting", "Chair"), names.get(meeting.chair_id or 0, "")),
        (pgettext("meeting", "Secretary"), names.get(meeting.secretary_id or 0, "")),
        (pgettext("minutes", "Present"), _present(source.present, names)),
    ]
    if minutes.approved_at:
        facts.append((pgettext("minutes", "Approved"), formats.day(minutes.approved_at)))
    return [[label, words] for label, words in facts if words]


def _when(meeting: Meeting) -> str:
    """As it was held; as it was planned where nobody ended it on the same day."""
    began, ended = meeting.began_at or meeting.starts_at, meeting.ended_at or meeting.ends_at
    is_told = began < ended and clock.local(began).date() == clock.local(ended).date()
    return formats.span(began, ended) if is_told else formats.span(meeting.starts_at, meeting.ends_at)


def _present(keys: list[int], names: dict[int, str]) -> str:
    """Those who agreed to be named; the others are counted (CC-29)."""
    if not keys:
        return ""
    named = sorted(names[key] for key in keys if key in names)
    rest = len(keys) - len(named)
    if not named:
        return ngettext("%(count)s person", "%(count)s people", rest) % {"count": rest}
    others = ngettext("and %(count)s other", "and %(count)s others", rest) % {"count": rest} if rest else ""
    return " ".join(filter(None, [", ".join(named), others]))


def _item(item: AgendaItem, source: Source, language: str, reader: For, names: Names | None, *, is_plain: bool) -> dict:
    def told(words: Texts | str) -> str:
        text = words.in_language(language) if isinstance(words, Texts) else words
        if text and reader == For.NO_NAMES and names.in_text(text, language):
            return _("Read this after signing in.")
        return text

    taken = taken_on.told(source.taken.get(item.pk, []), source.names) if reader == For.MEMBERS else []
    facts = _outcome(item, told) if reader != For.PUBLIC else []
    if taken and item.outcome == Outcome.ACTION:
        facts = []
    return {
        "clock": "",
        "title": _title(item, language, reader, names),
        "mark": "",
        "text": told(_words(item, reader, is_plain=is_plain)),
        "facts": [[label, words] for label, words in facts if words],
        "list": taken,
    }


def _title(item: AgendaItem, language: str, reader: For, names: Names | None) -> str:
    title = item.title.in_language(language)
    return names.blanked(title, language) if names and reader != For.MEMBERS else title


def _words(item: AgendaItem, reader: For, *, is_plain: bool) -> Texts:
    if reader == For.PUBLIC:
        return item.public_notes
    if is_plain and item.plain_notes:
        return item.plain_notes
    return item.notes


def _outcome(item: AgendaItem, told) -> list[tuple[str, str]]:
    if item.outcome == Outcome.NONE:
        return []
    what = told(item.outcome_text) if item.outcome != Outcome.POSTPONED else told(item.postponed_because)
    label = str(item.get_outcome_display())
    return [
        (pgettext("minutes", "What came of it"), ": ".join(filter(None, [label[:1].upper() + label[1:], what]))),
        (_("To whom it goes"), told(item.outcome_whom)),
        (_("By when"), formats.day(item.outcome_by) if item.outcome_by else ""),
    ]


def _corrections(source: Source) -> str:
    if not source.corrections:
        return ""
    return "\n".join([_("Corrected when the minutes were approved:"), *source.corrections])
