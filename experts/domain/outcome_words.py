"""What a cancellation brings, in words and euros, before it is done."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.fees.domain import consequence, consequence_words
from coordination.foundation import clock, formats

from .cancellation import Outcome
from .session_due import Due


def what_happens(outcome: Outcome, *, to_expert: bool = False) -> list[str]:
    """Line by line: the money first, then who is told."""
    return [*_money(outcome, to_expert), *_told(outcome, to_expert)]


def _money(outcome: Outcome, to_expert: bool) -> Iterator[str]:
    for due in outcome.dues:
        yield _due(due, to_expert, names=len(outcome.dues) > 1)
    if len(outcome.dues) > 1 and outcome.total:
        yield _("Altogether %(total)s is paid.") % {"total": formats.euros(outcome.total)}
    first = next(iter(outcome.dues), None)
    if first is not None and not to_expert:
        yield from _later(first)


def _due(due: Due, to_expert: bool, *, names: bool) -> str:
    words = {
        "sum": formats.euros(due.amount),
        "share": consequence_words.share(due.share.line),
        "when": formats.span(due.session.starts_at, due.session.ends_at),
    }
    if not due.amount and not due.share.costs:
        text = _("No fee is paid, and there is no penalty.") if to_expert else _("Nothing is paid to the expert.")
    elif not due.amount:
        text = _("No fee is due of this. Real costs are paid.")
    elif to_expert:
        text = _("You are paid %(sum)s: %(share)s.") % words
    else:
        text = _("The expert is paid %(sum)s: %(share)s.") % words
    return f"{words['when']}: {text}" if names else text


def _later(due: Due) -> Iterator[str]:
    """When it becomes dearer: the deadline that still stands."""
    deadline = due.share.line.deadline(due.session.starts_at)
    if deadline is None or deadline <= clock.now():
        return
    unit = due.session.booking.booking_request.unit
    later = consequence.share_of(unit, due.event, due.session.starts_at, due.session.starts_at)
    if later.share > due.share.share:
        yield _("This holds until %(moment)s. After that more is paid.") % {"moment": formats.moment(deadline)}


def _told(outcome: Outcome, to_expert: bool) -> Iterator[str]:
    if outcome.bookings and to_expert:
        yield _("Everybody is told, and the meeting goes from the calendars. You need not tell why.")
        yield _("The coordinator looks for somebody else for the same time.")
    elif outcome.bookings:
        yield (
            ngettext(
                "%(count)s booked expert is told, and the meeting goes from both calendars.",
                "%(count)s booked experts are told, and the meeting goes from everybody's calendar.",
                outcome.bookings,
            )
            % {"count": outcome.bookings}
        )
    if outcome.offers:
        yield (
            ngettext(
                "%(count)s expert who has been asked is told kindly.",
                "%(count)s experts who have been asked are told kindly.",
                outcome.offers,
            )
            % {"count": outcome.offers}
        )
