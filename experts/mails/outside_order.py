"""What is written to those who order from outside: show that the address is yours, here is your link."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message, SafeLink
from coordination.people.models import Person
from experts.models import Arrival, BookingRequest, OutsideOrder


def confirm(row: OutsideOrder) -> Message:
    """To the sender alone: press the link, and the order goes on its way. The text is blanked once it has left."""
    return outbox.queue(
        "experts.outside_order.confirm",
        to=row.person,
        context={
            "until": row.expires_at,
            "address": safe_link.placeholder(row.link),
            "code": safe_link.code_placeholder(row.link),
            "code_page": _code_page(),
        },
        about=row,
        valid_until=row.expires_at,
        secret=True,
    )


def link(order: BookingRequest, made: SafeLink) -> Message:
    """To the orderer: a new personal link, in the place of the old one."""
    return outbox.queue(
        "experts.outside_order.link",
        to=order.orderer,
        context={"order": order, "coordinator": order.coordinator, "address": _address(made, order.orderer)},
        about=order,
        version=made.pk,
        names=[order.coordinator] if order.coordinator else [],
        reply_to=order.coordinator.email if order.coordinator else "",
    )


def address_of(order: BookingRequest) -> str:
    """What stands as the address for an orderer without an account: the personal link, on paper the page and the code.

    Empty for one who signs in.
    """
    if order.orderer.user_id is not None:
        return ""
    arrival = Arrival.objects.filter(booking_request=order).select_related("link").first()
    return _address(arrival.link, order.orderer) if arrival and arrival.link else ""


def _address(made: SafeLink, to: Person) -> str:
    if to.channel == Person.Channel.EMAIL:
        return safe_link.placeholder(made)
    with translation.override(to.language):
        words = _("%(page)s, code %(code)s")
        return words % {"page": _code_page(), "code": safe_link.code_placeholder(made)}


def _code_page() -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code")
