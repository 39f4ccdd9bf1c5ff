"""The member's own page on paper, in the member's language and form of print (section 5)."""

from __future__ import annotations

from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats, pdf
from coordination.people.models import Person
from councils.mails import bulletin as mails
from councils.models import AgendaItem, Meeting

from . import agenda, fare_words
from .member_page import MemberPage
from .minutes_telling import outcome_line
from .topic_bank import Standing

MOST_TOPICS, MOST_FARES, MOST_WORDS = 4, 2, 40
"""What is told of each, for it is one sheet: the rest stands on the page. Words of the newest notice."""
SIDE = {AgendaItem.Role.OPENING, AgendaItem.Role.CLOSING}


def make(page: MemberPage) -> bytes:
    """One PDF/UA document; a member who reads large print gets large letters."""
    language = page.person.language
    size = pdf.LARGE_PRINT if page.person.format == Person.Format.LARGE else pdf.NORMAL_PRINT
    with translation.override(language):
        title = _("My council")
        data = {
            "is_tight": True,
            "heading": str(page.council.names),
            "intro": _("For %(name)s, %(day)s") % {"name": page.person.full_name, "day": formats.day(clock.today())},
            "sections": [_next(page), _minutes(page), _topics(page), _fares(page), _notices(page), _whom(page)],
        }
        # What has nothing to tell leaves no heading behind.
        data["sections"] = [section for section in data["sections"] if len(section) > 1]
    return pdf.render("document", data, language=language, title=title, size=size)


def _next(page: MemberPage) -> dict:
    section: dict = {"heading": _("Next meeting")}
    if page.meeting is None:
        return section | {"text": _("The next meeting has not been agreed yet.")}
    section["facts"] = _facts(page.meeting, page)
    slots = [slot for slot in agenda.clock(page.meeting) if slot.number and slot.item.role not in SIDE]
    if slots:
        section["list"] = [f"{formats.column_clock(slot.starts_at)} {slot.item.title}" for slot in slots]
    return section


def _facts(meeting: Meeting, page: MemberPage) -> list[list[str]]:
    facts = [[pgettext("meeting", "When"), formats.span(meeting.starts_at, meeting.ends_at)]]
    if meeting.mode != "remote":
        facts.append([pgettext("meeting", "Where"), meeting.place])
        facts.append([_("How to get there"), str(meeting.directions)])
    if page.invitation:
        facts.append([_("Your answer"), page.invitation.get_answer_display()])
    return [fact for fact in facts if fact[1]]


def _minutes(page: MemberPage) -> dict:
    section: dict = {"heading": _("The last minutes")}
    if page.minutes is None:
        return section
    plain = page.person.format == Person.Format.PLAIN
    items = page.minutes.meeting.items.exclude(outcome="").exclude(kind="break").order_by("position", "pk")
    told = [(item.title, (plain and str(item.plain_notes)) or outcome_line(item)) for item in items]
    day = formats.day(page.minutes.meeting.starts_at)
    return section | {"text": day, "list": [f"{title}: {words}" for title, words in told]}


def _topics(page: MemberPage) -> dict:
    section: dict = {"heading": _("My topics and what came of them")}
    if page.topics:
        section["list"] = [topic_words(row) for row in page.topics[:MOST_TOPICS]]
    return section


def topic_words(row: Standing) -> str:
    parts = [f"{row.topic.title}: {row.topic.get_status_display()}."]
    parts += [_("In the meeting %(day)s.") % {"day": formats.day(meeting.starts_at)} for meeting in row.meetings]
    parts += [f"{statement.title}: {statement.get_status_display()}." for statement in row.statements]
    return " ".join(parts)


def _fares(page: MemberPage) -> dict:
    section: dict = {"heading": _("My fares")}
    if page.fares:
        section["list"] = [
            f"{formats.day(row.attendance.meeting.starts_at)}: {' '.join(fare_words.lines(row))}"
            for row in page.fares[:MOST_FARES]
        ]
    return section


def _notices(page: MemberPage) -> dict:
    section: dict = {"heading": _("Notices of the leaders")}
    if page.bulletins:
        section["list"] = [
            f"{formats.day(row.told_at)} {row.title}: {Truncator(mails.text_for(row, page.person)).words(MOST_WORDS)}"
            for row in page.bulletins[:1]
        ]
    return section


def _whom(page: MemberPage) -> dict:
    section: dict = {"heading": _("Whom to ask")}
    if page.leader:
        section["text"] = f"{page.leader.full_name}, {formats.phone(page.leader.phone)}".rstrip(", ")
    return section
