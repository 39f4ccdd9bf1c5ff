"""What has happened to an order, in words, from the audit log of the order and of its offers and bookings."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from coordination.foundation import formats
from coordination.people.actor import LINK, PHONE, WORKER
from experts.models import Agreement, Booking, BookingRequest, Debrief, Offer

from .booking_request_step import Standing

MOST = 60
MADE, CHANGED, MOVED = "kuuluviin.made", "kuuluviin.changed", "kuuluviin.moved"

ORDER = {
    "sent": _("The order arrived"),
    "unmatched": _("Nobody was found yet"),
    "confirmed": _("The order was confirmed"),
    "held": _("The meeting was held"),
    "closed": _("Everything is done"),
    "cancelled": _("The order was cancelled"),
}
OFFER = {
    "accepted": _("%(name)s can come"),
    "declined": _("%(name)s does not come this time"),
    "expired": _("%(name)s did not answer in time"),
    "withdrawn": _("The offer to %(name)s was withdrawn"),
    "filled": _("%(name)s was told that the place is filled"),
}
BOOKING = {
    "held": _("Held with %(name)s, the fee is owed"),
    "no_show": _("Was not held with %(name)s"),
    "cancelled": _("The booking of %(name)s was cancelled"),
}
WAYS = {LINK: _("by the link"), PHONE: _("by phone"), WORKER: _("by itself")}


def steps(order: BookingRequest, stands: Standing) -> list[dict]:
    """Steps of a timeline in the order of time, the latest `MOST`: two queries."""
    names = _names(stands)
    about = _about(order, stands)
    entries = (
        ModelLogEntry.objects.filter(about).select_related("user__person", "content_type").order_by("-timestamp", "-pk")
    )
    told = [step for entry in entries[:MOST] for step in _told(entry, names)]
    return told[::-1]


def _about(order: BookingRequest, stands: Standing) -> Q:
    rows: dict[type[Model], list[int]] = {
        BookingRequest: [order.pk],
        Offer: [offer.pk for offer in stands.offers],
        Booking: [booking.pk for booking in stands.bookings],
        Agreement: [row.agreement.pk for row in stands.bookings if hasattr(row, "agreement")],
        Debrief: [debrief.pk for row in stands.bookings for debrief in row.debriefs.all()],
    }
    types = ContentType.objects.get_for_models(*rows)
    wanted = Q(pk__in=[])
    for model, keys in rows.items():
        if keys:
            wanted |= Q(content_type=types[model], object_id__in=[str(key) for key in keys])
    return wanted


def _names(stands: Standing) -> dict[tuple[str, str], str]:
    """Whose an offer or a booking is, by its kind and key."""
    offers = {("offer", str(row.pk)): row.expert.person.full_name for row in stands.offers}
    bookings = {("booking", str(row.pk)): row.expert.person.full_name for row in stands.bookings}
    return offers | bookings


def _told(entry: ModelLogEntry, names: dict[tuple[str, str], str]) -> Iterator[dict]:
    kind = entry.content_type.model
    words = _words(kind, entry)
    if not words:
        return
    name = names.get((kind, entry.object_id), "")
    yield {
        "title": words % {"name": name} if "%(name)s" in str(words) else words,
        "when": _when(entry),
        "state": "done",
    }


def _words(kind: str, entry: ModelLogEntry) -> object:
    to, action = entry.data.get("to", ""), entry.action
    if kind == "bookingrequest":
        if action != MOVED:
            return _changed(entry)
        # Only a draft arrives: from an offer the order comes back to be matched.
        return (
            ORDER.get(to) if to != "sent" or entry.data.get("from") == "draft" else _("An expert is looked for again")
        )
    if kind == "offer":
        return OFFER.get(to) if action == MOVED else _("%(name)s was asked") if action == MADE else None
    if kind == "booking":
        return BOOKING.get(to) if action == MOVED else None
    if kind == "agreement" and action == CHANGED:
        ticked_by_expert = any(str(tick).startswith("expert") for tick in entry.data.get("ticks", []))
        return _("The expert agreed") if ticked_by_expert else _("The orderer agreed")
    if kind == "debrief" and action == MADE:
        return (
            _("The expert told how it went")
            if entry.data.get("side") == "expert"
            else _("The orderer told how it went")
        )
    return _("The coordinator saw to it") if kind == "debrief" else None


def _changed(entry: ModelLogEntry) -> object:
    """Changes of a draft are the orderer's own; those after sending are told of."""
    return _("The order was changed") if entry.action == CHANGED and "version" in entry.data else None


def _when(entry: ModelLogEntry) -> str:
    person = entry.user.as_person() if entry.user else None
    way = WAYS.get(entry.data.get("via", ""))
    parts = [formats.moment(entry.timestamp), person.first_name if person else "", str(way) if way else ""]
    return ", ".join(part for part in parts if part)
