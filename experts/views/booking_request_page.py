"""What the pages of an order show: its people, what may be done, and what has happened."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import formats
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain.audience import ShownPerson, shown_as
from experts.models import Audience, Booking, BookingRequest, Expert
from experts.models.shown import shown_outside
from experts.permissions import booking_request as permissions

from .booking_request_turn import is_debriefed

Status = BookingRequest.Status

TONES = {
    Status.DRAFT: ("neutral", "edit"),
    Status.SENT: ("info", "search"),
    Status.OFFERED: ("info", "clock"),
    Status.UNMATCHED: ("warn", "warning"),
    Status.CONFIRMED: ("ok", "check"),
    Status.HELD: ("ok", "check"),
    Status.CLOSED: ("neutral", "check"),
    Status.CANCELLED: ("bad", "x"),
}


def chip(order: BookingRequest) -> dict:
    tone, icon = TONES[order.status]
    return {"label": order.get_status_display(), "tone": tone, "icon": icon}


def title(order: BookingRequest) -> str:
    return order.topic or str(order.task_type)


def shown(expert: Expert, order: BookingRequest) -> ShownPerson:
    """The expert as the orderer's organisation may see; one outside sees what everybody may."""
    if order.unit.kind == Unit.Kind.CONTACT_BODY:
        return shown_outside(expert)
    own = expert.unit.organisation_path == order.unit.organisation_path
    return shown_as(expert, Audience.Kind.OWN if own else Audience.Kind.PARTNERS)


def wished(order: BookingRequest, user) -> list[tuple[Expert, ShownPerson]]:
    """The wishes in rank, those alone who still let the reader see them."""
    seen = Expert.objects.visible_to(user).filter(pk__in=order.wishes.values("expert"))
    experts = {row.pk: row for row in seen.select_related("person", "unit", "photo").prefetch_related("audiences")}
    ranked = order.wishes.order_by("rank").values_list("expert_id", flat=True)
    return [(experts[pk], shown(experts[pk], order)) for pk in ranked if pk in experts]


def bookings_of(order: BookingRequest) -> list[Booking]:
    rows = order.bookings.standing().select_related("expert__person", "expert__unit", "expert__photo", "agreement")
    return list(rows.prefetch_related("expert__audiences", "debriefs", "sessions").order_by("seat"))


def history(order: BookingRequest, bookings: list[Booking]) -> list[dict]:
    """The path of the order: what has been done, what is on now, what is to come."""
    done = _dates(order, bookings)
    steps, now_given = [], False
    for name, moment in done:
        state = "done" if moment else "todo" if now_given else "now"
        now_given = now_given or not moment
        steps.append(
            {"title": name, "when": formats.moment(moment) if moment and moment is not True else "", "state": state}
        )
    if order.status == Status.CANCELLED:
        kept = [step for step in steps if step["state"] == "done"]
        return [
            *kept,
            {
                "title": pgettext("order", "Cancelled"),
                "when": formats.moment(order.cancelled_at),
                "state": "done",
                "text": order.cancel_reason,
            },
        ]
    return steps


def _dates(order: BookingRequest, bookings: list[Booking]) -> list[tuple]:
    found = bool(bookings)
    is_held = order.status in {Status.HELD, Status.CLOSED}
    path = [
        (_("The order arrived") if order.sent_at else _("You send the order"), order.sent_at),
        (_("Finding an expert"), order.sent_at is not None and found),
        (pgettext("order", "Confirmed"), min((row.confirmed_at for row in bookings), default=None)),
    ]
    if order.client_meeting or order.task_type.is_client_meeting:
        agreed = found and all(getattr(row, "agreement", None) and row.agreement.complete for row in bookings)
        path.append((_("Agreement: confidentiality, roles, division of work"), agreed))
    path.append(
        (pgettext("order", "Meeting"), max((row.ends_at for row in bookings), default=None) if is_held else None)
    )
    path.append((pgettext("order", "Debrief"), is_held and all(is_debriefed(row) for row in bookings)))
    return path


def actions(order: BookingRequest, by: Actor) -> dict[str, bool]:
    return {
        "change": permissions.may_change(by, order),
        "cancel": permissions.may_cancel(by, order),
        "permission": permissions.may_withdraw_permission(by, order),
        "copy": permissions.may_copy(by, order),
        "follow_up": permissions.may_follow_up(by, order),
        "discard": permissions.may_write(by, order),
    }
