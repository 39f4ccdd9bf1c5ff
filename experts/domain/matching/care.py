"""What takes care of people: heavy topics in a row, work with minors, and what the expert needs at the place."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import formats
from experts.models import Arrangement, ContractKind
from experts.models.booking_request import BookingRequest

from .facts import Facts
from .need import Need
from .words import REASON, Reason, listed


def warned(need: Need, facts: Facts) -> Iterator[Reason]:
    """Heavy topics one after the other; a time with fewer of them takes the need for a reason away (peers 5)."""
    if not facts.heavy_rows or max(facts.heavy_rows) < facts.heavy_limit:
        return
    count = max(facts.heavy_rows)
    text = ngettext(
        "%(count)s heavy topic next to this one: something lighter, or a rest, could do good",
        "%(count)s heavy topics in a row before this one: something lighter, or a rest, could do good",
        count,
    )
    silent = min(facts.heavy_rows) < facts.heavy_limit
    yield Reason(text % {"count": count}, "heavy", "" if silent else REASON)


def stopped(need: Need, facts: Facts) -> Iterator[Reason]:
    yield from _unsigned(need, facts)
    yield from _unchecked(need, facts)


def _unsigned(need: Need, facts: Facts) -> Iterator[Reason]:
    """A contract that the rules of the unit demand is signed and good on the day, or nothing (L-13)."""
    words = {
        ContractKind.COMMISSION: _("has no signed commission contract that is good on that day"),
        ContractKind.CONFIDENTIALITY: _("has not signed the confidentiality commitment, which a client meeting needs"),
    }
    for kind in need.contracts:
        if kind not in facts.contracts:
            yield Reason(words[ContractKind(kind)], kind)


def _unchecked(need: Need, facts: Facts) -> Iterator[Reason]:
    """Children or young people take part: a shown criminal record extract, good on the day, or nothing (L-42)."""
    if not need.order.with_minors or (facts.checked_until and facts.checked_until >= need.last_day):
        return
    if facts.checked_until:
        words = _("has shown the criminal record extract, but it is good only until %(day)s")
        yield Reason(words % {"day": formats.day(facts.checked_until)}, "minors")
    else:
        yield Reason(_("has not shown a criminal record extract, which work with minors needs"), "minors")


def against(need: Need, facts: Facts) -> Iterator[Reason]:
    yield from _away(need, facts)
    yield from _needs(need, facts)


def _away(need: Need, facts: Facts) -> Iterator[Reason]:
    """Support has not reached the expert lately: talk first (EX-14). No reason for staying away is known or asked."""
    if facts.missed >= need.missed_limit:
        text = ngettext(
            "Has not been at the last supervision or joint time: ask how things are",
            "Has not been at the last %(count)s supervision or joint times: ask how things are",
            facts.missed,
        )
        yield Reason(text % {"count": facts.missed}, "support")


def _needs(need: Need, facts: Facts) -> Iterator[Reason]:
    """The place does not tell of something the expert needs: arrange it, then it is no obstacle (GC-06)."""
    if need.order.mode == BookingRequest.Mode.REMOTE:
        return
    missing = [each for each in Arrangement if each in facts.expert.access and each not in need.order.arrangements]
    if missing:
        names = listed(each.label.lower() for each in missing)
        yield Reason(_("Needs at the place: %(needs)s") % {"needs": names}, "access")
