"""What an order holds: writing it into the row, and what is missing before it may go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import price
from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.records.domain import rule
from experts.models import BookingRequest, Expert, RequestedTime, Wish

from . import booking_request_time, seat_role

Order = BookingRequest
MOST_TIMES = 5
MOST_WISHES = 3

TEXTS = (
    "topic", "need", "goal", "audience", "place", "directions", "venue_access", "preparation", "permission_asked_by",
    "professional", "publisher", "published_where", "interpreter", "safety_note", "amount_reason", "cost_centre", "reference", "greeting",
)  # fmt: skip
COLUMNS = (
    *TEXTS, "task_type", "unit", "audience_size", "with_minors", "languages", "seats", "mode", "online_url",
    "preparation_minutes", "debrief_minutes", "permission", "permission_on", "price_class", "offered_amount", "payer",
    "medium", "reads_first", "arrangements",
    "assigned_from", "assigned_until", "works_on_holidays",
)  # fmt: skip
LISTS = ("areas", "times", "others", "weekly_hours", "roles", "wishes")
ASSIGNED = {"assigned_from", "assigned_until", "works_on_holidays", "weekly_hours", "task_type"}
WRITABLE = frozenset((*COLUMNS, *LISTS))

TASK, GOAL, PLACE, PAYER = "tehtava", "tavoite", "aika", "maksaja"


@dataclass(frozen=True)
class Missing:
    """What an order still lacks: the step of the form, the field there, and what to do."""

    step: str
    field: str
    message: Any
    code: str


def write(
    order: BookingRequest, fields: dict[str, Any], check: Callable[[BookingRequest, set[str]], None] | None = None
) -> set[str]:
    """Put the given fields into the row: `times` as pairs of aware datetimes, `others` as `Other`, `weekly_hours` as
    `Hours`, `roles` as names in turn of the places, `wishes` as experts in rank.

    `check` sees the order as it would be, and may still refuse. Returns the names of what really changed. Raises
    `Refused` for an identity code in any text (L-04), for more than five times or three wishes, for times that end
    before they start, and `TypeError` for an unknown field.
    """
    if unknown := set(fields) - WRITABLE:
        raise TypeError(f"An order has no {sorted(unknown)}.")
    for name in (*TEXTS, "online_url"):
        identity_code.refuse(fields.get(name) or "", field=name)
    columns = {name: _stored(name, value) for name, value in fields.items() if name in COLUMNS}
    was_assignment = order.task_type.is_assignment
    changed = {name for name, value in columns.items() if getattr(order, name) != value}
    for name in changed:
        setattr(order, name, columns[name])
    _forget_half_permission(order, changed)
    lists = {name for name in LISTS if name in fields and _WRITERS[name](order, list(fields[name] or ()))}
    lists |= _follow(order, changed | lists, was_assignment)
    if check:
        check(order, changed | lists)
    order.save(update_fields=[*changed, "saved_at"])
    return changed | lists


def _follow(order: BookingRequest, changed: set[str], was_assignment: bool) -> set[str]:
    """What goes along: an assignment's days are laid out anew, and the roles of places that are gone go with them."""
    if "seats" in changed:
        order.roles.filter(seat__gt=order.seats).delete()
    if order.task_type.is_assignment and changed & ASSIGNED:
        booking_request_time.lay_out(order)
        return {"times"}
    if was_assignment and not order.task_type.is_assignment:
        booking_request_time.drop(order, order.times.all())
    return set()


def _stored(name: str, value: Any) -> Any:
    if name in TEXTS or name == "online_url":
        return str(value or "").strip()
    if name == "offered_amount" and value is not None:
        return Decimal(value).quantize(Decimal("0.01"))
    if name in {"preparation_minutes", "debrief_minutes"}:
        return value or 0
    return value


def _forget_half_permission(order: BookingRequest, changed: set[str]) -> None:
    """A permission counts only whole: "given" without the day or the asker is kept as not asked yet."""
    whole = order.permission_on is not None and order.permission_asked_by != ""
    if order.permission == Order.Permission.GIVEN and not whole:
        order.permission = Order.Permission.NOT_ASKED
        changed.add("permission")


def _write_areas(order: BookingRequest, areas: Sequence) -> bool:
    before = set(order.areas.values_list("pk", flat=True))
    order.areas.set(areas)
    return before != {area.pk for area in areas}


def _write_times(order: BookingRequest, times: Sequence[tuple[datetime, datetime]]) -> bool:
    """The possible times in order of time, written anew; those that a cancelled booking had are kept aside."""
    spans = sorted(set(times))
    if len(spans) > MOST_TIMES:
        raise Refused(_("Give five possible times at most."), field="times", code="too_many_times")
    if any(end <= start for start, end in spans):
        raise Refused(_("A time must end after it starts."), field="times", code="backwards")
    rows = order.times.filter(kind=RequestedTime.Kind.MAIN)
    before = list(rows.order_by("option").values_list("starts_at", "ends_at"))
    if before == spans:
        return False
    booking_request_time.drop(order, rows)
    RequestedTime.objects.bulk_create(
        RequestedTime(booking_request=order, option=number, starts_at=start, ends_at=end)
        for number, (start, end) in enumerate(spans, start=1)
    )
    return True


def _write_wishes(order: BookingRequest, experts: Iterable[Expert]) -> bool:
    wished = list(dict.fromkeys(experts))
    if len(wished) > MOST_WISHES:
        raise Refused(_("You can wish for three experts at most."), field="wishes", code="too_many_wishes")
    if list(order.wishes.order_by("rank").values_list("expert_id", flat=True)) == [expert.pk for expert in wished]:
        return False
    chosen = set(order.wishes.filter(chosen_by_client=True).values_list("expert_id", flat=True))
    order.wishes.all().delete()
    Wish.objects.bulk_create(
        Wish(booking_request=order, expert=expert, rank=rank, chosen_by_client=expert.pk in chosen)
        for rank, expert in enumerate(wished, start=1)
    )
    return True


_WRITERS = {
    "areas": _write_areas,
    "times": _write_times,
    "others": booking_request_time.write_others,
    "weekly_hours": booking_request_time.write_weekly_hours,
    "roles": seat_role.write,
    "wishes": _write_wishes,
}


def missing(order: BookingRequest) -> list[Missing]:
    """Everything the order lacks before it may be sent, in the order of the form (CM-02, CM-03, CM-08, section 2.2)."""
    return [*_task(order), *_goal(order), *_media(order), *_time_and_place(order), *_payment(order)]


def _task(order: BookingRequest) -> list[Missing]:
    found = []
    if not order.task_type.in_use:
        found.append(
            Missing(TASK, "task_type", _("This task cannot be ordered any more. Choose another task."), "task_type")
        )
    if not (order.need or order.goal or order.task_type.is_client_meeting):
        found.append(Missing(TASK, "need", _("Tell what you need the expert for."), "need"))
    if not order.languages:
        found.append(Missing(TASK, "languages", _("Choose at least one language."), "languages"))
    return found


def _goal(order: BookingRequest) -> list[Missing]:
    if not order.task_type.is_client_meeting:
        return []
    found = []
    if not order.goal:
        found.append(Missing(GOAL, "goal", _("Write the goal you have agreed on with the client."), "goal"))
    if order.permission != Order.Permission.GIVEN:
        said = _(
            "Ask the client for permission first: without it the order cannot be sent. Write who asked and on which day."
        )
        found.append(Missing(GOAL, "permission", said, "permission"))
    elif order.permission_on > clock.today():
        found.append(
            Missing(GOAL, "permission_on", _("The permission must be given today or earlier."), "permission_on")
        )
    if not order.professional:
        found.append(
            Missing(GOAL, "professional", _("Write who is responsible for the client's situation."), "professional")
        )
    return found


def _media(order: BookingRequest) -> list[Missing]:
    """What the expert is asked to agree to must be known before anybody is asked (PU-02, PU-03)."""
    if not order.task_type.is_media:
        return []
    asked = {
        "medium": _("Choose what is made."),
        "publisher": _("Write who publishes it."),
        "published_where": _("Write where it is seen or heard, and how long."),
        "reads_first": _("Tell whether the expert reads or hears it before it is published."),
    }
    return [Missing(GOAL, name, said, name) for name, said in asked.items() if not getattr(order, name)]


def _time_and_place(order: BookingRequest) -> list[Missing]:
    found = [*_further(order)]
    times = [time for time in order.times.all() if time.kind == RequestedTime.Kind.MAIN]
    if order.task_type.is_assignment:
        found += _assignment(order, times)
    elif not times:
        found.append(Missing(PLACE, "time_1", _("Give at least one possible time."), "times"))
    elif any(time.starts_at <= clock.now() for time in times):
        found.append(
            Missing(PLACE, "time_1", _("A possible time has already passed. Change it or take it away."), "past")
        )
    if order.mode != Order.Mode.REMOTE and not order.place:
        found.append(Missing(PLACE, "place", _("Write where you meet."), "place"))
    if order.mode == Order.Mode.REMOTE and not order.online_url:
        found.append(Missing(PLACE, "online_url", _("Add the remote link."), "online_url"))
    return found


def _further(order: BookingRequest) -> list[Missing]:
    """What is wrong with the talks, rehearsals and further meetings."""
    if any(time.starts_at <= clock.now() for time in booking_request_time.others_of(order)):
        said = _("A rehearsal, a talk or a further meeting has already passed. Change it or take it away.")
        return [Missing(PLACE, "others", said, "past")]
    if clash := booking_request_time.clash_of(order):
        said = _("Two times of the order overlap: %(one)s and %(another)s. Count in the preparation and the debrief.")
        one, another = (formats.span(time.starts_at, time.ends_at) for time in clash)
        return [Missing(PLACE, "others", said % {"one": one, "another": another}, "clash")]
    return []


def _assignment(order: BookingRequest, times: list[RequestedTime]) -> list[Missing]:
    if not (order.assigned_from and order.assigned_until):
        said = _("Write the first and the last day of the work.")
        return [Missing(PLACE, "assigned_from" if not order.assigned_from else "assigned_until", said, "assigned")]
    if not times:
        said = _("Write the hours of at least one weekday between the first and the last day.")
        return [Missing(PLACE, "hours_0", said, "weekly_hours")]
    if times[0].starts_at <= clock.now():
        return [Missing(PLACE, "assigned_from", _("The work begins in the past. Choose a day ahead."), "past")]
    return []


def _payment(order: BookingRequest) -> list[Missing]:
    found = [] if order.task_type.is_assignment else _fee(order)
    if order.payer is None:
        found.append(Missing(PAYER, "payer", _("Choose who pays the fee."), "payer"))
    return found


def _fee(order: BookingRequest) -> list[Missing]:
    if order.price_class is None and order.offered_amount is None:
        return [Missing(PAYER, "price", _("Choose the fee."), "price")]
    if order.price_class and order.price_class.is_range and order.offered_amount is None:
        return [Missing(PAYER, "offered_amount", _("Write the fee: this class has limits."), "range")]
    if not order.amount_reason and (_is_own(order) or (order.price_class and order.price_class.amount == 0)):
        said = _("Tell why: a fee of your own, and a fee of zero, needs a reason.")
        return [Missing(PAYER, "amount_reason", said, "amount_reason")]
    return []


def _is_own(order: BookingRequest) -> bool:
    """A fee beside the list needs a reason; one named between the limits of its class does not."""
    own, named = order.offered_amount, order.price_class
    return own is not None and not (named and price.is_between(named, own))


def fee_warning(order: BookingRequest) -> Any:
    """A word of warning when the own amount is outside the usual range (EX-12): it never blocks."""
    if not _is_own(order) or not price.is_unusual(order.offered_amount, order.unit):
        return ""
    least, most = (Decimal(rule.on(order.unit, key)) for key in ("fee.usual_least", "fee.usual_most"))
    return _("The fee is usually %(least)s–%(most)s €. You can still send the order.") % {
        "least": f"{least:.0f}",
        "most": f"{most:.0f}",
    }
