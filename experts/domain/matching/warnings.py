"""Warnings: what the coordinator may overrule with a reason that is kept.

A limit the expert set is overruled only after asking the expert, with the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coordination.foundation import formats
from experts.domain import expert_language
from experts.models import Expert
from experts.models.booking_request import BookingRequest

from . import care
from .facts import Facts
from .need import Need
from .times import Fit
from .words import ASKING, REASON, Reason, listed, on_day, when

Mode = BookingRequest.Mode
NAMED = 3


def of(need: Need, facts: Facts, found: list[Fit]) -> list[Reason]:
    """Every warning of one expert for the order, the expert's own limits first."""
    return [
        *_topics(need, facts),
        *_media(need, facts),
        *_place(need, facts),
        *_times(facts, found),
        *_languages(need, facts),
        *care.warned(need, facts),
    ]


def _topics(need: Need, facts: Facts) -> Iterator[Reason]:
    for area in need.areas:
        if area.pk not in facts.paused:
            continue
        until = facts.paused[area.pk]
        words = {"topic": area, "day": formats.day(until) if until else ""}
        text = (
            _("Asked not to speak of “%(topic)s” until %(day)s is over")
            if until
            else _("Asked not to speak of “%(topic)s” for now")
        )
        yield Reason(text % words, "topic", ASKING)


def _media(need: Need, facts: Facts) -> Iterator[Reason]:
    if need.order.task_type.is_media and facts.expert.no_media:
        yield Reason(_("Does not wish to appear in media"), "no_media", ASKING)


def _place(need: Need, facts: Facts) -> Iterator[Reason]:
    remote = facts.expert.remote
    if need.order.mode == Mode.PLACE and remote == Expert.Remote.ONLY:
        yield Reason(_("Remotely only, the order is on the spot"), "remote", ASKING)
    if need.order.mode == Mode.REMOTE and remote == Expert.Remote.NO:
        yield Reason(_("On the spot only, the order is remote"), "remote", REASON)


def _times(facts: Facts, found: list[Fit]) -> Iterator[Reason]:
    """One clear time is enough: then what speaks against the others is told without asking for a reason."""
    silent = any(fit.clear for fit in found)
    told: set[str] = set()
    for fit in found:
        for reason in [*_against(facts, fit), *_against_others(facts, fit)]:
            if reason.text not in told:
                told.add(reason.text)
                yield Reason(reason.text, reason.code, "" if silent else reason.needs)


def _against_others(facts: Facts, fit: Fit) -> list[Reason]:
    """What speaks against the further times: the first three are told by name, the rest are counted."""
    found = [reason for each in fit.others for reason in _against(facts, each)]
    unlike = list({reason.text: reason for reason in found}.values())
    if len(unlike) <= NAMED:
        return unlike
    rest = unlike[NAMED:]
    words = _("And %(count)s more of the times do not suit") % {"count": len(rest)}
    needs = ASKING if any(reason.needs == ASKING for reason in rest) else REASON
    return [*unlike[:NAMED], Reason(words, "more_times", needs)]


def _against(facts: Facts, fit: Fit) -> Iterator[Reason]:
    option = fit.option
    moment = {"when": when(option.starts_at, option.ends_at)}
    if fit.own_clash:
        yield Reason(_("Not free %(when)s: another booking") % moment, "taken")
        return
    if fit.month_full:
        yield _month(facts, fit)
    if fit.near:
        near = _("Booking on %(day)s: the rest of %(days)s days is cut short")
        near_one = _("Booking on %(day)s: the rest day is lost")
        days = facts.expert.rest_days
        yield Reason(
            (near if days > 1 else near_one) % {"day": formats.day_short(fit.near), "days": days}, "rest", ASKING
        )
    if fit.away:
        yield Reason(_("Away on %(day)s") % {"day": formats.day_short(option.day)}, "away", REASON)
    elif fit.cannot:
        yield Reason(_("Cannot come %(when)s") % moment, "away", REASON)
    elif fit.outside and fit.hours:
        hours = on_day(option.first_day, *_inside(fit))
        yield Reason(_("Free only %(when)s, the whole does not fit") % {"when": hours}, "outside", REASON)
    elif fit.outside:
        yield Reason(_("%(when)s is outside the times told") % moment, "outside", REASON)


def _inside(fit: Fit) -> tuple:
    """The part of the told stretch that lies within the time asked for."""
    (starts, ends), (first, last) = fit.option.wall, fit.hours
    return max(starts, first), min(ends, last)


def _month(facts: Facts, fit: Fit) -> Reason:
    month = fit.option.month
    words = {"month": formats.month(month), "count": facts.in_month(month), "limit": facts.expert.max_per_month}
    return Reason(_("%(month)s: bookings %(count)s, own limit %(limit)s is full") % words, "month", ASKING)


def _languages(need: Need, facts: Facts) -> Iterator[Reason]:
    missing = [code for code in need.languages if code not in facts.languages]
    if missing:
        names = listed(expert_language.name(code) for code in missing)
        yield Reason(_("Has not told of this language: %(languages)s") % {"languages": names}, "language", REASON)
