"""What came of a statement, in words: recipients by title, never by name (CC-04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import clock, formats
from coordination.foundation.texts import Texts
from councils.models import Forwarding, Statement


def in_languages(say: Callable[[], str]) -> Texts:
    """What `say` tells, in every language of the service."""
    texts = Texts()
    for code, __ in settings.LANGUAGES:
        with translation.override(code):
            texts[code] = say()
    return texts


def forwarded(way: Forwarding) -> str:
    if way.promised_on is None:
        return _("Taken further to: %(title)s.") % {"title": way.recipient_title}
    words = _("Taken further to: %(title)s. An answer is promised by %(day)s.")
    return words % {"title": way.recipient_title, "day": formats.day(way.promised_on)}


def promised(way: Forwarding) -> str:
    words = _("%(title)s has promised an answer by %(day)s.")
    return words % {"title": way.recipient_title, "day": formats.day(way.promised_on)}


def answered(way: Forwarding) -> str:
    words = _("%(title)s answered: “%(answer)s”")
    return words % {"title": way.recipient_title, "answer": way.answer}


def corrected(way: Forwarding) -> str:
    words = _("%(title)s has corrected the answer: “%(answer)s”")
    return words % {"title": way.recipient_title, "answer": way.answer}


def silent(way: Forwarding, on: date | None = None) -> str:
    """Days of silence come to by a day (Helsinki date, default today)."""
    days = ((on or clock.today()) - way.sent_on).days
    words = ngettext("%(title)s: silent for %(days)s day.", "%(title)s: silent for %(days)s days.", days)
    return words % {"title": way.recipient_title, "days": days}


def in_use(statement: Statement) -> str:
    words = _("Seen in the service since %(day)s: %(outcome)s")
    return words % {"day": formats.day(statement.outcome_on), "outcome": statement.outcome}


def closed(statement: Statement) -> str:
    return _("Closed: %(reason)s") % {"reason": statement.closed_because}
