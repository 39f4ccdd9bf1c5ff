"""The next step of an order for the coordinator: the same words on the board and on the order's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.records.domain import rule
from experts.models import Booking, BookingRequest, Debrief, Offer, Session

Status = BookingRequest.Status

FIND, WAIT, CONFIRM, AGREE, MEET, OUTCOME, DEBRIEF, SEE_TO, NOTHING = (
    "find",
    "wait",
    "confirm",
    "agree",
    "meet",
    "outcome",
    "debrief",
    "see_to",
    "nothing",
)
MINE = {FIND, CONFIRM, OUTCOME, SEE_TO}
ASKING = {Debrief.Next.SUPERVISION, Debrief.Next.CALL}


@dataclass(frozen=True)
class Step:
    """`act` names the step, `title` tells it, `late` when it should have been done already."""

    act: str
    title: str = ""
    late: bool = False

    @property
    def is_mine(self) -> bool:
        return self.act in MINE


@dataclass
class Standing:
    """How the offers and bookings of one order stand."""

    offers: list[Offer] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)

    @property
    def asked(self) -> list[Offer]:
        return [offer for offer in self.offers if offer.status != Offer.Status.WITHDRAWN]

    @property
    def waiting(self) -> list[Offer]:
        return [offer for offer in self.offers if offer.status == Offer.Status.OPEN]

    @property
    def accepted(self) -> list[Offer]:
        """Accepted, and holding no standing booking."""
        held = {booking.offer_id for booking in self.standing}
        return [offer for offer in self.offers if offer.status == Offer.Status.ACCEPTED and offer.pk not in held]

    @property
    def standing(self) -> list[Booking]:
        return [booking for booking in self.bookings if booking.status != Booking.Status.CANCELLED]

    @property
    def seated(self) -> list[Booking]:
        """Those that hold their places: whoever left in the middle does not."""
        return [booking for booking in self.standing if booking.left_at is None]

    def open_places(self, order: BookingRequest) -> int:
        return max(0, order.seats - len(self.seated))


def standings(orders: Iterable[BookingRequest]) -> dict[int, Standing]:
    """How the orders stand: a fixed number of queries for all of them together."""
    rows = list({order.pk: order for order in orders}.values())
    people = ("expert__person", "expert__unit")
    bookings = Booking.objects.select_related(*people, "agreement", "time").prefetch_related(
        "debriefs", "sessions__fee"
    )
    prefetch_related_objects(
        rows,
        "roles",
        Prefetch("offers", Offer.objects.select_related(*people).order_by("made_at", "pk")),
        Prefetch("bookings", bookings.order_by("seat", "pk")),
    )
    return {order.pk: Standing(list(order.offers.all()), list(order.bookings.all())) for order in rows}


def overdue_days() -> int:
    """After how many days a missing debrief is late."""
    return int(rule.on(None, "debrief.overdue_days"))


def step(order: BookingRequest, now_standing: Standing, overdue: int) -> Step:
    """The one next step. `overdue` is the days after which a debrief is late."""
    if any(asks(debrief) for booking in now_standing.standing for debrief in booking.debriefs.all()):
        return Step(SEE_TO, _("Somebody asked for you"), late=True)
    if order.status in {Status.SENT, Status.UNMATCHED}:
        return Step(FIND, _("Find an expert"))
    if order.status == Status.OFFERED:
        return _offered(order, now_standing)
    if order.status == Status.CONFIRMED:
        return _confirmed(order, now_standing, overdue)
    if order.status == Status.HELD:
        late = any(_late(booking.ends_at, overdue) for booking in now_standing.standing)
        return Step(DEBRIEF, _("Debrief is late") if late else _("Waits for debriefs"), late=late)
    return Step(NOTHING)


def _offered(order: BookingRequest, stands: Standing) -> Step:
    if stands.accepted and (len(stands.accepted) >= stands.open_places(order) or not stands.waiting):
        return Step(CONFIRM, _("Confirm a time"))
    words = {"answers": len(stands.asked) - len(stands.waiting), "asked": len(stands.asked)}
    return Step(WAIT, _("Waits for answers %(answers)s/%(asked)s") % words)


def _confirmed(order: BookingRequest, stands: Standing, overdue: int) -> Step:
    agreed = [booking for booking in stands.standing if booking.status == Booking.Status.CONFIRMED]
    ended = [session.ends_at for booking in agreed for session in over(booking)]
    if ended:
        return Step(OUTCOME, _("Was it held?"), late=any(_late(moment, overdue) for moment in ended))
    if stands.open_places(order):
        return Step(CONFIRM, _("Confirm a time")) if stands.accepted else _open_place(order, stands)
    if order.client_meeting and any(not is_agreed(booking) for booking in agreed):
        return Step(AGREE, _("Agreement is missing"))
    first = min((session.starts_at for booking in agreed for session in _to_come(booking)), default=None)
    return Step(MEET, _("Meeting %(moment)s") % {"moment": formats.day_short(first)} if first else "")


def _open_place(order: BookingRequest, stands: Standing) -> Step:
    """Beside those who come a place stands open: others are asked already, or somebody is to be found."""
    if stands.waiting:
        words = {"answers": len(stands.asked) - len(stands.waiting), "asked": len(stands.asked)}
        return Step(WAIT, _("Waits for answers %(answers)s/%(asked)s") % words)
    taken = {booking.seat for booking in stands.seated}
    roles = [str(role) for role in order.roles.all() if role.seat not in taken]
    if roles:
        return Step(FIND, _("Find an expert for the role: %(roles)s") % {"roles": ", ".join(roles)})
    return Step(FIND, _("One place is open: find an expert"))


def over(booking: Booking) -> list[Session]:
    """The sessions that have ended and of which nothing has been told."""
    return [each for each in _to_come(booking) if each.ends_at <= clock.now()]


def _to_come(booking: Booking) -> list[Session]:
    return [each for each in booking.sessions.all() if each.status == Session.Status.PLANNED]


def is_agreed(booking: Booking) -> bool:
    agreement = getattr(booking, "agreement", None)
    return agreement is not None and agreement.complete


def asks(debrief: Debrief) -> bool:
    """Whether a debrief waits for the coordinator."""
    return debrief.handled_at is None and (debrief.next in ASKING or debrief.feeling == Debrief.Feeling.HEAVY)


def _late(ended: datetime, days: int) -> bool:
    return clock.now() - ended > timedelta(days=days)
