"""Where an application stands, as plain steps for the applicant: what has been, what comes next and by when (L-13)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats
from coordination.recruitment.models import Applicant, Interview

from . import waiting

Status = Applicant.Status
OVER = (Status.NOT_CHOSEN, Status.WITHDRAWN)
DECIDED = (Status.SELECTED, Status.RESERVE, Status.LATER, Status.NOT_CHOSEN)


def shown(row: Applicant) -> Applicant:
    """The row as its person may see it: a choice that has not been told yet is none. Never saved."""
    untold = row.status in DECIDED and row.decided_at and (row.told_at is None or row.told_at < row.decided_at)
    if untold:
        row.status = Status.INTERVIEWED if row.interviewed_at else Status.INTERESTED
        row.decided_at = None
    return row


def steps(row: Applicant) -> list[dict]:
    """The rows of `components/timeline.html`, of a row as it is `shown`."""
    seen = [_step(_("We got your details"), "done", row.came_at)]
    if row.called_at:
        seen.append(_step(_("You were invited to the first event"), "done", row.called_at))
    if row.status in OVER:
        return [*seen, *_past(row), _step(_end(row), "done", row.decided_at)]
    return [*seen, _interview(row), _choice(row), *_start(row)]


def next_words(row: Applicant) -> str:
    """What happens next, and by when, in a sentence or two."""
    answer_by = waiting.answer_by(row)
    by = formats.day(answer_by)
    talk = _talk(row)
    if talk and talk.starts_at and talk.ends_at > clock.now():
        when = formats.span(talk.starts_at, talk.ends_at)
        return _("We talk together %(when)s. If it does not suit you, change the time or call us.") % {"when": when}
    if row.status in waiting.OURS and answer_by < clock.now():
        return _("You should have heard from us by %(day)s. We are sorry: call us, and we tell you how it goes.") % {
            "day": by
        }
    if talk and not talk.starts_at:
        return _("Choose a time to talk that suits you. You can also call us, and we choose it together.")
    words = {
        Status.INTERESTED: _("We contact you by %(day)s at the latest. You need not do anything."),
        Status.INVITED: _("We choose now. You hear by %(day)s how it went.")
        if talk
        else _("We agree on a time to talk with you. If you have heard nothing by %(day)s, call us."),
        Status.INTERVIEWED: _("We choose now. You hear by %(day)s how it went."),
        Status.SELECTED: _("You have been chosen. We contact you by %(day)s about how to begin."),
        Status.RESERVE: _(
            "You are in reserve: we contact you if a place becomes free. You are kept in mind until %(kept)s."
        ),
        Status.LATER: _("We agreed to come back to this later. You are kept in mind until %(kept)s."),
        Status.ADMITTED: _("You are in. Welcome!"),
        Status.NOT_CHOSEN: _("This time you were not chosen. Thank you for your interest."),
        Status.WITHDRAWN: _("You have withdrawn. You need not do anything. You are welcome again later."),
    }[Status(row.status)]
    return words % {"day": by, "kept": formats.day(row.keep_until) if row.keep_until else ""}


def may_withdraw(row: Applicant) -> bool:
    return row.status in Applicant.OPEN


def _talk(row: Applicant) -> Interview | None:
    """The talk the applicant has been asked to or has agreed on."""
    if row.status != Status.INVITED:
        return None
    return row.interviews.filter(status__in=(Interview.Status.ASKED, Interview.Status.AGREED)).first()


def _past(row: Applicant) -> list[dict]:
    return [_step(_("We talked together"), "done", row.interviewed_at)] if row.interviewed_at else []


def _end(row: Applicant) -> str:
    return _("You withdrew") if row.status == Status.WITHDRAWN else _("We told you the answer")


def _interview(row: Applicant) -> dict:
    if row.interviewed_at or row.status in (Status.INTERVIEWED, Status.SELECTED, Status.RESERVE, Status.ADMITTED):
        return _step(_("We talked together"), "done", row.interviewed_at)
    agreed = row.interviews.filter(status=Interview.Status.AGREED).first()
    if agreed:
        return _step(_("We talk together"), "now", None, formats.span(agreed.starts_at, agreed.ends_at))
    if row.status == Status.INVITED:
        # Without a day: beside these words the day of the invitation reads as the day of the talk.
        return _step(_("We agree on a time to talk"), "now")
    state = "now" if row.status == Status.INTERESTED else "todo"
    return _step(_("We contact you and agree on a time to talk"), state)


def _choice(row: Applicant) -> dict:
    if row.status in (Status.SELECTED, Status.RESERVE, Status.ADMITTED):
        said = {Status.RESERVE: _("You are in reserve")}.get(Status(row.status), _("You have been chosen"))
        return _step(said, "done" if row.status != Status.RESERVE else "now", row.decided_at)
    if row.status == Status.LATER:
        return _step(_("We agreed to come back to this later"), "now", row.decided_at)
    return _step(_("We choose, and tell everybody"), "now" if row.status == Status.INTERVIEWED else "todo")


def _start(row: Applicant) -> list[dict]:
    if row.status == Status.ADMITTED:
        return [_step(_("You are in"), "done", row.admitted_at)]
    if row.status == Status.SELECTED:
        return [_step(pgettext("application", "You begin"), "now")]
    return [_step(_("If you are chosen, you begin"), "todo")]


def _step(title: str, state: str, at: datetime | None = None, text: str = "") -> dict:
    return {"title": title, "state": state, "when": formats.day(at) if at else "", "text": text}
