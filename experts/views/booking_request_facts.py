"""The facts of an order in words, in the groups of its form."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.fees.domain import price_words
from coordination.foundation import formats
from coordination.people.models import Unit
from experts.domain import booking_price, care_facts, expert_language
from experts.models import BookingRequest, RequestedTime, Session

Status = BookingRequest.Status
UNPROMISED = {Status.DRAFT, Status.SENT, Status.OFFERED, Status.UNMATCHED}


def fee(order: BookingRequest) -> str:
    named = f"{order.price_class.names}, " if order.price_class else ""
    if order.offered_amount is not None:
        return f"{named}{formats.euros(order.offered_amount)}"
    return f"{named}{price_words.sum_of(order.price_class)}" if order.price_class else ""


def altogether(order: BookingRequest) -> str:
    """What all experts and all times cost together, by the longest of the possible times: told until bookings tell it.

    Empty where the fee of one expert says it already, and for an assignment, which is paid as wages.
    """
    mains = main_times(order)
    if order.status not in UNPROMISED or order.task_type.is_assignment or not mains or not fee(order):
        return ""
    most = max(booking_price.price_of(order, time).amount for time in mains)
    count = len(booking_price.times_with(order, mains[0]))
    one = order.price_class.amount if order.offered_amount is None else order.offered_amount
    if (order.seats, most) == (1, one):
        return ""
    words = _("%(total)s (experts %(experts)s, times %(times)s), and travel")
    return words % {"total": formats.euros(most * order.seats), "experts": order.seats, "times": count}


def _paid_all_the_same(order: BookingRequest) -> str:
    """Of a cancelled order, what the experts are paid by the organisation's rules; empty where nothing."""
    if order.status != Status.CANCELLED:
        return ""
    rows = Session.objects.filter(booking__booking_request=order, fee__isnull=False).select_related("fee__replaced_by")
    owed = sum((row.fee.comes_to for row in rows), Decimal(0))
    return formats.euros(owed) if owed else ""


def where(order: BookingRequest) -> str:
    if order.mode == BookingRequest.Mode.REMOTE:
        return pgettext("order", "Remotely")
    words = _("%(place)s (or remotely)") % {"place": order.place}
    return words if order.mode == BookingRequest.Mode.EITHER else order.place


def main_times(order: BookingRequest) -> list[RequestedTime]:
    """The chosen time once there is one, else all the possible ones."""
    rows = [time for time in order.times.all() if time.kind == RequestedTime.Kind.MAIN]
    return [time for time in rows if time.chosen] or rows


def times(order: BookingRequest) -> list[str]:
    return [formats.span(time.starts_at, time.ends_at) for time in main_times(order)]


def facts(order: BookingRequest) -> list[dict]:
    """The order in groups, each with the step where a draft is changed."""
    groups = [
        {"step": "tehtava", "name": pgettext("order", "Task"), "facts": _task_facts(order)},
        {"step": "tavoite", "name": _goal_name(order), "facts": _goal_facts(order)},
        {"step": "aika", "name": _("Time and place"), "facts": _place_facts(order)},
        {"step": "aika", "name": _("Arrangements and safety"), "facts": care_facts.of_order(order)},
        {"step": "maksaja", "name": _("Fee and payer"), "facts": _payer_facts(order)},
    ]
    # Of a draft an empty group stays, for its way to the step.
    return [group for group in groups if order.status == Status.DRAFT or any(value for name, value in group["facts"])]


def _goal_name(order: BookingRequest) -> str:
    """A task without a goal of a client tells who takes part."""
    return pgettext("order", "Goal") if order.goal or order.task_type.is_client_meeting else _("Who takes part")


def _task_facts(order: BookingRequest) -> list[tuple]:
    return [
        (pgettext("order", "Task"), order.task_type),
        (_orderer(order), order.unit),
        (_("What it is about"), order.topic),
        (_("What is needed"), order.need),
        (_("Wished experience"), ", ".join(str(area.names) for area in order.areas.all())),
        (pgettext("order", "Languages"), ", ".join(expert_language.name(code) for code in order.languages)),
        (pgettext("order", "Experts"), order.seats),
        (pgettext("order", "Roles"), ", ".join(str(role) for role in order.roles.all())),
    ]


def _orderer(order: BookingRequest) -> str:
    return _("Organisation") if order.unit.kind == Unit.Kind.CONTACT_BODY else pgettext("order", "Unit")


def _goal_facts(order: BookingRequest) -> list[tuple]:
    permission = ""
    if order.task_type.is_client_meeting:
        permission = order.get_permission_display()
    if order.permission == BookingRequest.Permission.GIVEN:
        permission = _("Given %(day)s, asked by %(name)s") % {
            "day": formats.day(order.permission_on),
            "name": order.permission_asked_by,
        }
    if order.permission_withdrawn_at:
        permission = _("Taken back %(moment)s") % {"moment": formats.moment(order.permission_withdrawn_at)}
    audience = f"{order.audience} ({order.audience_size})" if order.audience_size else order.audience
    return [
        (pgettext("order", "Goal"), order.goal),
        (_("Client's permission"), permission),
        (_("Responsible professional"), order.professional),
        *media(order),
        (_("Who takes part"), audience),
        (pgettext("order", "Debrief"), f"{order.debrief_minutes} min" if order.debrief_minutes else ""),
    ]


def media(order: BookingRequest) -> list[tuple]:
    """What is made of a media task, by whom and where (PU-02, PU-03)."""
    if not order.task_type.is_media:
        return []
    return [
        (_("What is made"), order.get_medium_display()),
        (_("Who publishes it"), order.publisher),
        (_("Where it is seen or heard, and how long"), order.published_where),
        (_("The expert reads or hears it first"), order.get_reads_first_display()),
    ]


def _place_facts(order: BookingRequest) -> list[tuple]:
    return [*_time_facts(order), *_venue_facts(order)]


def _time_facts(order: BookingRequest) -> list[tuple]:
    if order.task_type.is_assignment:
        return [(_("Time of the work"), "\n".join(order.work_times) or pgettext("time", "not chosen yet"))]
    spans = times(order)
    return [
        (
            pgettext("order", "Time") if len(spans) == 1 else _("Possible times"),
            "\n".join(spans) or pgettext("time", "not chosen yet"),
        ),
        (_("Rehearsals and further meetings"), "\n".join(order.further_times)),
    ]


def _venue_facts(order: BookingRequest) -> list[tuple]:
    preparation = f"{order.preparation_minutes} min {order.preparation}".strip() if order.preparation_minutes else ""
    return [
        (pgettext("order", "Where"), where(order)),
        (_("Room and how to get there"), order.directions),
        (pgettext("order", "Accessibility"), order.venue_access),
        (_("Remote link"), order.online_url),
        (pgettext("order", "Preparation"), preparation),
    ]


def _payer_facts(order: BookingRequest) -> list[tuple]:
    return [
        (_("Fee for each expert"), fee(order)),
        (_("Fees altogether"), altogether(order)),
        (_("Paid all the same"), _paid_all_the_same(order)),
        (pgettext("order", "Reason"), order.amount_reason),
        (_("Who pays"), order.payer),
        (_("Cost centre"), order.cost_centre),
        (pgettext("order", "Reference"), order.reference),
        (_("Message to the coordinator"), order.greeting),
    ]
