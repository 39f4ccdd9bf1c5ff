"""What else a colleague would say: for, and against without weight enough to ask for a reason."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import formats
from coordination.people.models import Person
from experts.models import Expert, Offer
from experts.models.booking_request import BookingRequest

from . import care
from .facts import Facts
from .need import Need
from .times import Fit
from .words import Reason, listed, when


def for_asking(need: Need, facts: Facts, found: list[Fit]) -> list[Reason]:
    """The reasons for, in the order a colleague would tell them."""
    return [
        *_chosen(need, facts),
        *_experience(need, facts),
        *_free(found),
        *_work(need, facts),
        *_near(need, facts),
        *_visited(facts),
        *_fee(facts),
    ]


def against(need: Need, facts: Facts) -> list[Reason]:
    """The small reasons against; warnings stand in `warnings.py`."""
    return [
        *_unknown(need, facts),
        *_stranger(facts),
        *care.against(need, facts),
        *_answered(facts),
        *_channel(facts),
    ]


def _chosen(need: Need, facts: Facts) -> Iterator[Reason]:
    """Whom the client chose from the cards (CM-07)."""
    if facts.expert.pk in need.client_choices:
        is_first = need.wishes[facts.expert.pk] == min(need.wishes[pk] for pk in need.client_choices)
        yield Reason(_("The client's first choice") if is_first else _("The client's second choice"), "client")


def _experience(need: Need, facts: Facts) -> Iterator[Reason]:
    known = [area for area in need.areas if area.pk in facts.areas and area.pk not in facts.paused]
    if known:
        yield Reason(_("Knows: %(areas)s") % {"areas": listed(known)}, "areas")
    if facts.knows_task:
        yield Reason(_("Takes on this kind of task"), "task")


def _free(found: list[Fit]) -> Iterator[Reason]:
    clear = [fit for fit in found if fit.clear]
    if len(clear) == len(found) > 1:
        text = _("Free at both times") if len(found) == 2 else _("Free at all the times")
        yield Reason(text, "free")
    elif clear:
        times = listed(when(fit.option.starts_at, fit.option.ends_at) for fit in clear)
        yield Reason(_("Free %(when)s") % {"when": times}, "free")


def _work(need: Need, facts: Facts) -> Iterator[Reason]:
    limit, month = facts.expert.max_per_month, (need.months or [need.today.replace(day=1)])[0]
    count = facts.in_month(month)
    words = {"month": formats.month(month), "count": count, "limit": limit}
    if facts.recent == 0:
        yield Reason(_("No bookings in three months: goes first among equals"), "fairness")
    elif limit is not None and count < limit:
        text = ngettext(
            "%(month)s: %(count)s booking, own limit %(limit)s",
            "%(month)s: %(count)s bookings, own limit %(limit)s",
            count,
        )
        yield Reason(text % words, "month")
    else:
        text = ngettext("%(count)s booking in three months", "%(count)s bookings in three months", facts.recent)
        yield Reason(text % {"count": facts.recent}, "fairness")


def _near(need: Need, facts: Facts) -> Iterator[Reason]:
    expert, town = facts.expert, need.unit.locality
    remotely = expert.remote in (Expert.Remote.ALSO, Expert.Remote.ONLY)
    if need.order.mode != BookingRequest.Mode.REMOTE and town and expert.locality == town:
        yield Reason(_("From the same town: %(town)s") % {"town": town}, "town")
    elif need.order.mode != BookingRequest.Mode.PLACE and remotely:
        yield Reason(_("Can do it remotely"), "remote")


def _visited(facts: Facts) -> Iterator[Reason]:
    if facts.visits:
        text = ngettext(
            "Knows the unit: has been there %(count)s time",
            "Knows the unit: has been there %(count)s times",
            facts.visits,
        )
        yield Reason(text % {"count": facts.visits}, "familiar")


def _fee(facts: Facts) -> Iterator[Reason]:
    if facts.expert.fee_mode == Expert.FeeMode.COSTS_ONLY:
        yield Reason(_("Takes costs only, no fee"), "fee")


def _unknown(need: Need, facts: Facts) -> Iterator[Reason]:
    missing = [area for area in need.areas if area.pk not in facts.areas]
    if missing:
        yield Reason(_("No experience told of: %(areas)s") % {"areas": listed(missing)}, "areas")


def _stranger(facts: Facts) -> Iterator[Reason]:
    if not facts.visits:
        yield Reason(_("Has not been to this unit"), "familiar")


def _answered(facts: Facts) -> Iterator[Reason]:
    if facts.offer is None:
        return
    words = {
        Offer.Status.DECLINED: _("Declined this order on %(day)s"),
        Offer.Status.EXPIRED: _("Did not answer the offer of %(day)s in time"),
        Offer.Status.WITHDRAWN: _("The offer of %(day)s was withdrawn"),
    }
    if text := words.get(facts.offer.status):
        at = facts.offer.answered_at or facts.offer.made_at
        yield Reason(text % {"day": formats.day_short(at)}, "answered")


def _channel(facts: Facts) -> Iterator[Reason]:
    person = facts.expert.person
    if person.email and person.channel == Person.Channel.EMAIL:
        return
    if person.phone:
        text = _("Wants a call: %(phone)s") if person.email else _("No e-mail: call %(phone)s")
        yield Reason(text % {"phone": formats.phone(person.phone)}, "channel")
    else:
        yield Reason(_("No e-mail or phone: write a letter"), "channel")
