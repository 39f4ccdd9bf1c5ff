"""The places that several kinds share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .kind import Piece

ORDER = "messages/experts/booking_request"
BOOKING = "messages/experts/booking"
OFFER = "messages/experts/offer"
_WHEN = (
    "{% if sessions.together %}{{ sessions.together }}{% else %}{{ booking.starts_at|span:booking.ends_at }}{% endif %}"
)

PIECES = [
    Piece("first_name", _("First name of the reader"), "{{ person.first_name }}"),
    Piece("full_name", _("Whole name of the reader"), "{{ person.full_name }}"),
    Piece("contact", _("Whom to ask: name, phone and e-mail"), f'{{% include "{ORDER}/contact.txt" %}}'),
    Piece("coordinator_name", _("Name of the coordinator"), "{{ coordinator.full_name }}"),
    Piece("coordinator_phone", _("Phone of the coordinator"), "{{ coordinator.phone|phone }}"),
    Piece("coordinator_email", _("E-mail of the coordinator"), "{{ coordinator.email }}"),
    Piece("number", _("Number of the order"), "{{ order.number }}"),
    Piece("task", _("Task that was ordered"), "{{ order.task_type }}"),
    Piece("unit", _("Unit that ordered"), "{{ order.unit }}"),
    Piece("orderer_name", _("Name of the orderer"), "{{ order.orderer.full_name }}"),
    Piece("expert_name", _("Name of the expert"), "{{ expert_name }}"),
    Piece("times", _("Possible times and the place"), f'{{% include "{ORDER}/times.txt" %}}'),
    Piece("offered_times", _("Possible times"), f'{{% include "{OFFER}/times.txt" %}}'),
    Piece("place", _("Place, or that it is remote"), f'{{% include "{OFFER}/_place.txt" %}}'),
    Piece("goal", _("Goal, where it may be told"), f'{{% include "{OFFER}/_goal.txt" %}}'),
    Piece("fee", pgettext_lazy("message text", "Fee"), f'{{% include "{OFFER}/_fee.txt" %}}'),
    Piece("deadline", _("When the answer is due"), "{{ offer.expires_at|moment }}"),
    Piece("meeting_time", _("Time of the meeting"), _WHEN),
    Piece("meeting_day", _("Day of the meeting"), "{{ booking.starts_at|day }}"),
    Piece("details", _("All details: time, place, directions, who"), f'{{% include "{BOOKING}/details.txt" %}}'),
    Piece("changes", _("What has changed"), '{% include "messages/_changes.txt" %}'),
    Piece("link", _("Personal link"), "{{ link }}"),
    Piece("code", _("Code beside the link"), "{{ code }}"),
    Piece("code_page", _("Page where the code is written"), "{{ code_page }}"),
    Piece("address", _("Address of the page"), "{{ address }}"),
    Piece("url", _("Address of the page, in messages about a CV"), "{{ url }}"),
]
